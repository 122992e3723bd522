"""Equal processes of the application, which a test ends and starts again."""

import os
import re
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.request import urlopen

from tests.browser import server

COUNT = 3
_SESSIONS = re.compile(r"^active_sessions (\d+)", re.MULTILINE)


@dataclass
class Replicas:
    """The processes, each at a port of its own that it keeps."""

    stack: ExitStack
    running: dict[int, server.Server] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)

    def start(self) -> None:
        """Start all that do not run, at the ports that they had before."""
        ended = self.known - set(self.running)
        with ThreadPoolExecutor(COUNT) as at_once:
            list(at_once.map(self._start, ended or [None] * COUNT))

    @property
    def ports(self) -> tuple[int, ...]:
        """Give the ports of those that run."""
        return tuple(self.running)

    def end(self, port: int) -> None:
        """End one at once, as a machine does that loses power."""
        os.kill(self.running.pop(port).process, signal.SIGKILL)

    def serving(self) -> int:
        """Give the port of the one that holds the open page."""
        return next(port for port in self.running if self._sessions(port) > 0)

    def _start(self, port: int | None) -> None:
        one = self.stack.enter_context(server.started(port=port))
        found = urlsplit(one.address).port or 0
        self.running[found] = one
        self.known.add(found)

    def _sessions(self, port: int) -> int:
        with urlopen(f"{self.running[port].address}/_stcore/metrics") as answer:  # noqa: S310 - our own address
            found = _SESSIONS.search(answer.read().decode())
        return int(found[1]) if found else 0

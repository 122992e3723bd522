"""One app for all of them, whose log is kept."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser import server
from tests.browser.server import Server
from tests.hostility.asking import ask


@dataclass(frozen=True)
class Target:
    """The app, and the file of its log."""

    server: Server
    log: Path

    @property
    def address(self) -> str:
        """Where it answers."""
        return self.server.address

    def failed(self) -> list[str]:
        """Give the traces in its log: what failed without a word to the reader as well."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if "Traceback" in line or (line.startswith("{") and "trace" in json.loads(line))]


@pytest.fixture(scope="session")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """Start it."""
    log = tmp_path_factory.mktemp("hostility") / "log"
    with server.started(log=log) as found:
        yield Target(found, log)


@pytest.fixture(autouse=True)
def _lives(target: Target) -> Iterator[None]:
    """See after each test that the process that was started is alive and answers."""
    yield
    assert Path(f"/proc/{target.server.process}").exists() or not Path("/proc").exists()
    assert ask(target.address, "/health").status == 200


@pytest.fixture
def unfailing(target: Target) -> Iterator[Target]:
    """Give the app, and see after a test that nothing failed in it."""
    before = len(target.failed())
    yield target
    assert target.failed()[before:] == []

"""What the log says: one line of JSON for each request and each run of the site, and for whatever went wrong.

A line names page, counts and milliseconds. It names no reader: no address of a machine, no query, no session.
"""

import json
import logging
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

OURS = "dashboard"
QUIET = ("/static/", "/assets/", "/health", "/_stcore/health")  # paths that are asked for many times and tell nothing
LONGEST_PATH = 200  # characters of a path that a line repeats
_STREAMLITS_TRACE = "Uncaught app execution"  # what Streamlit says of an error that has a line of ours already

_log = logging.getLogger(__name__)
_told: ContextVar[MutableMapping[str, object]] = ContextVar("told")


class Lines(logging.Formatter):
    """Writes a record of the log as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Write time, level, source and message, what else was told, and the trace of an error."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "source": record.name,
            "message": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, default=str)  # in ASCII: what somebody put into a path stays on its line and out of terminals


def start() -> None:
    """Let all loggers write lines; those of libraries that come later write as they like."""
    ours = logging.getLogger(OURS)
    if not ours.handlers:
        ours.addHandler(logging.StreamHandler(sys.stderr))
    ours.setLevel(logging.INFO)
    ours.propagate = False
    for name in tuple(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        for handler in logger.handlers:
            handler.setFormatter(Lines())
            handler.addFilter(_is_new)
    logging.raiseExceptions = False  # a log that can't be written, as on a full disk, is no reason to fail


def _is_new(record: logging.LogRecord) -> bool:
    return record.msg != _STREAMLITS_TRACE


@contextmanager
def timed(message: str, **told: object) -> Iterator[MutableMapping[str, object]]:
    """Write a line once the context ends, with its milliseconds and with what was noted meanwhile."""
    began = perf_counter()
    noted: dict[str, object] = dict(told)
    before = _told.set(noted)
    try:
        yield noted
    finally:
        _told.reset(before)
        _log.info(message, extra={"told": {**noted, "ms": round((perf_counter() - began) * 1000, 1)}})


def note(**told: object) -> None:
    """Tell something more in the line that is being timed, if one is."""
    _told.get({}).update(told)


class Requests:
    """Middleware that writes a line for each request."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and write its line once it is answered."""
        if scope["type"] != "http" or scope["path"].startswith(QUIET):
            await self.app(scope, receive, send)
            return
        with timed("request", method=scope["method"], path=scope["path"][:LONGEST_PATH], status=500, bytes=0) as told:

            async def noted(message: MutableMapping[str, Any]) -> None:
                if message["type"] == "http.response.start":
                    told["status"] = message["status"]
                elif message["type"] == "http.response.body":
                    told["bytes"] = int(str(told["bytes"])) + len(message.get("body", b""))
                await send(message)

            await self.app(scope, receive, noted)

"""Streamlit's own scripts and styles, compressed once: Streamlit sends them as they are, which is most of a first visit."""

import gzip
from functools import cache
from mimetypes import guess_type
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.ui.assets import FOREVER
from dashboard.ui.encoding import takes_gzip

ROOT = Path(st.__file__).parent / "static"
_TEXTS = (".js", ".css")  # the names of all of these change with what they hold


class Compressed:
    """Middleware that answers requests for them; whatever else is asked for passes."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the request on."""
        wanted = (
            scope["type"] == "http"
            and scope["method"] in {"GET", "HEAD"}
            and scope["path"].endswith(_TEXTS)
            and scope["path"] in files()
        )
        if not wanted or not takes_gzip(Request(scope)):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        headers = {"Content-Encoding": "gzip", "Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        content = await run_in_threadpool(_compressed, path)
        response = Response(content, media_type=guess_type(path)[0], headers=headers)
        await response(scope, receive, send)


@cache
def files() -> frozenset[str]:
    """Name all files that Streamlit brings along by their paths in an address."""
    return frozenset(f"/{file.relative_to(ROOT).as_posix()}" for file in ROOT.rglob("*") if file.is_file())


@cache  # there are as many as Streamlit has; a site loads about forty of them
def _compressed(path: str) -> bytes:
    return gzip.compress((ROOT / path.strip("/")).read_bytes(), compresslevel=9, mtime=0)

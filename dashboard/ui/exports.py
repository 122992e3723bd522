"""The routes of the exports: each file at an address of its own, with the query string of a page."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import sha256
from threading import Lock
from urllib.parse import parse_qs, quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.exports.kinds import KINDS
from dashboard.exports.order import Counter, Order, RefusedError, take
from dashboard.fragments.rendering import render
from dashboard.ui import choice, store
from dashboard.ui.encoding import takes_gzip

_KEPT = 16  # files that are kept for whoever asks for the same
_SMALL = 1_000  # bytes that are not worth compressing
_PACKED = ("application/zip", "application/vnd.openxmlformats")  # media types that are compressed by themselves
_MAKING = {kind.file: Lock() for kind in KINDS.values()}


@dataclass(frozen=True)
class Made:
    """A file as it is sent: its bytes, plain and compressed, and its headers."""

    content: bytes
    compressed: bytes | None
    headers: Mapping[str, str]
    media_type: str


def today() -> date:
    """Give the day, the same for all readers."""
    return datetime.now(UTC).date()


async def export(request: Request) -> Response:
    """Serve a file made of what the query selects, or say why it can't be made."""
    if not store.is_usable():
        return HTMLResponse(render("broken_page.html"), status_code=503)
    return await run_in_threadpool(_answer, request)


def _answer(request: Request) -> Response:
    file = request.path_params["file"]
    query = urlencode([(name, value) for name, value in request.query_params.multi_items()])
    try:
        made = _made(file, query, str(request.base_url))
    except RefusedError as error:
        html = render("refused.html", reasons=error.reasons)
        return HTMLResponse(html, status_code=error.status, headers={"Cache-Control": "no-store"})
    if _has(request, made.headers["ETag"]):
        return Response(status_code=304, headers=dict(made.headers))
    if made.compressed and takes_gzip(request):
        return Response(made.compressed, media_type=made.media_type, headers={**made.headers, "Content-Encoding": "gzip"})
    return Response(made.content, media_type=made.media_type, headers=dict(made.headers))


def _has(request: Request, tag: str) -> bool:
    """Tell whether the asker has the file already; tags are compared weakly, as RFC 9110 has it for this header."""
    asked = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    return "*" in asked or tag.removeprefix("W/") in asked


def _made(file: str, query: str, site: str) -> Made:
    order = take(file, parse_qs(query, keep_blank_values=True), Counter(store.tables(), choice.folder(), site, today()))
    with _MAKING[order.kind.file]:  # one of a kind at a time: some take seconds, and the next may ask for the same
        return _filled(order)


@lru_cache(maxsize=_KEPT)
def _filled(order: Order) -> Made:
    content = order.fill()
    kind = order.kind
    shown = "inline" if kind.opens else "attachment"
    return Made(
        content,
        None if len(content) < _SMALL or kind.media_type.startswith(_PACKED) else gzip.compress(content, 6, mtime=0),
        {
            "Content-Disposition": f"{shown}; filename*=UTF-8''{quote(order.file_name)}",
            "ETag": f'W/"{sha256(content).hexdigest()[:32]}"',
            "Cache-Control": "no-cache",
            "Vary": "Accept-Encoding",
        },
        kind.media_type,
    )


ROUTES: list[BaseRoute] = [Route("/export/{file:path}", export)]

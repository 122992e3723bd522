"""What is refused in words before anything is done for it: an unknown host, a large request, a rush on what is costly."""

import asyncio
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.fragments.rendering import render
from dashboard.ui import settings

LONGEST_QUERY = 8_000  # characters
LARGEST_BODY = 1_000  # bytes; no page sends any
AT_WORK = 4  # requests of a kind that are worked on at once, so that the threads of the rest stay free
WAITING = 60  # requests of a kind that wait for those
PAUSE = 10  # seconds after which whoever was refused may ask again
COSTLY = ("/export/", "/brief", "/ahead")  # where the paths begin of what the processor has to work for; each is a kind
_THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]")  # how it is asked by what watches over it


@dataclass(frozen=True)
class Refusal:
    """Why a request is not answered: a status, and the words of its page."""

    status: int
    title: str
    words: str
    headers: Mapping[str, str] = field(default_factory=dict)


HOST = Refusal(
    400, "This site is not at that name", "The address has a name that this site is not known by. Ask whoever sent it."
)
BODY = Refusal(413, "This is too much to send", "The site takes no files and no forms. Nothing was kept of what was sent.")
QUERY = Refusal(
    414,
    "This address is too long",
    f"An address of this site has at most {LONGEST_QUERY:,} characters. Choose less, and copy the link again.",
)
RUSH = Refusal(
    429,
    "Too many ask for this at once",
    f"The site makes only a few files at a time, and many are waiting. Ask again in {PAUSE} seconds.",
    {"Retry-After": str(PAUSE)},
)


@dataclass
class _Queue:
    """Those who are worked on and those who wait, of one kind."""

    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_WORK))
    there: int = 0

    def leave(self) -> None:
        self.there -= 1


class Limits:
    """Middleware that refuses what is too much; what passes is worked on in its turn."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app
        self._queues = {kind: _Queue() for kind in COSTLY}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or pass it on."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        refusal = _refusal(scope)
        queue = next((self._queues[kind] for kind in COSTLY if scope["path"].startswith(kind)), None)
        if not refusal and queue and queue.there >= AT_WORK + WAITING:
            refusal = RUSH
        if refusal:
            await _refuse(refusal, scope, receive, send)
        elif queue:
            await self._in_turn(queue, scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _in_turn(self, queue: _Queue, scope: Scope, receive: Receive, send: Send) -> None:
        queue.there += 1
        with ExitStack() as leaving:
            leaving.callback(queue.leave)
            await queue.places.acquire()
            leaving.callback(queue.places.release)

            async def send_and_leave(message: Message) -> None:
                leaving.close()  # the work is done: how slowly it is fetched holds nobody up
                await send(message)

            await self.app(scope, receive, send_and_leave)


def _refusal(scope: Scope) -> Refusal | None:
    headers = Headers(scope=scope)
    if not _is_ours(headers.get("host", "")):
        return HOST
    if len(scope["query_string"]) > LONGEST_QUERY:
        return QUERY
    length = headers.get("content-length", "0")
    unknown = "transfer-encoding" in headers or not length.isdecimal()  # then it may be as long as it likes
    return BODY if unknown or int(length) > LARGEST_BODY else None


def _is_ours(host: str) -> bool:
    name = host.lower().rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host.lower()
    allowed = settings.allowed_hosts()
    if "*" in allowed or name in (*allowed, *_THIS_MACHINE):
        return True
    return any(one.startswith("*.") and name.endswith(one[1:]) for one in allowed)


async def _refuse(refusal: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    html = render("refused_page.html", title=refusal.title, words=refusal.words)
    response = HTMLResponse(html, refusal.status, headers={"Cache-Control": "no-store", **refusal.headers})
    await response(scope, receive, send)

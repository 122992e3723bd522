"""What the application refuses by itself: unknown hosts, large requests, and a rush on what is costly."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from dashboard.ui import limits, security, settings
from tests.asking import answered

EXPORT = "/export/timeline.csv"
MOST = limits.AT_WORK + limits.WAITING


@dataclass
class Work:
    """An application that is at work until it is told to end."""

    ended: asyncio.Event = field(default_factory=asyncio.Event)
    at_once: int = 0
    most: int = 0
    served: int = 0

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """Answer once the work is ended."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            return
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await self.ended.wait()
        self.at_once -= 1
        self.served += 1
        await send({"type": "http.response.start", "status": 200, "headers": [(b"set-cookie", b"a=b; Path=/")]})
        await send({"type": "http.response.body", "body": b""})


async def asked(
    app: Callable[[Scope, Receive, Send], Awaitable[None]],
    path: str = "/",
    query: str = "",
    headers: Mapping[str, str] | None = None,
    kind: str = "http",
    scheme: str = "http",
) -> list[Message]:
    """Ask an application, and give all that it sends."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    named = {"host": "localhost:8501", **(headers or {})}
    scope: dict[str, Any] = {"type": kind, "method": "GET", "path": path, "query_string": query.encode(), "scheme": scheme}
    await app({**scope, "headers": [(name.encode(), value.encode()) for name, value in named.items()]}, receive, send)
    return sent


def ask(**request: Any) -> list[Message]:
    """Ask once, with nothing else to do."""

    async def once() -> list[Message]:
        work = Work()
        work.ended.set()
        return await asked(limits.Limits(work), **request)

    return answered(once())


@pytest.fixture(autouse=True)
def _hosts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(settings.ALLOWED_HOSTS, "timeline.example.org *.example.net")
    settings.allowed_hosts.cache_clear()
    yield
    settings.allowed_hosts.cache_clear()


REFUSED: dict[str, tuple[int, dict[str, Any]]] = {
    "a name that is not ours": (400, {"headers": {"host": "elsewhere.example.com"}}),
    "a name that only ends like ours": (400, {"headers": {"host": "badexample.net"}}),
    "the name within another": (400, {"headers": {"host": "timeline.example.org.example.com"}}),
    "no name": (400, {"headers": {"host": ""}}),
    "a large body": (413, {"headers": {"content-length": str(limits.LARGEST_BODY + 1)}}),
    "a body of unknown length": (413, {"headers": {"transfer-encoding": "chunked"}}),
    "a length that is no number": (413, {"headers": {"content-length": "-1"}}),
    "a long query": (414, {"query": "q=" + "a" * limits.LONGEST_QUERY}),
}
TAKEN: dict[str, dict[str, Any]] = {
    "our name": {"headers": {"host": "timeline.example.org"}},
    "our name in capitals with a port": {"headers": {"host": "Timeline.Example.org:8080"}},
    "a name under ours": {"headers": {"host": "a.example.net"}},
    "this machine": {"headers": {"host": "127.0.0.1:8501"}},
    "this machine by its other address": {"headers": {"host": "[::1]:8501"}},
    "a query at the limit": {"query": "a" * limits.LONGEST_QUERY},
    "an empty body": {"headers": {"content-length": "0"}},
}


@pytest.mark.parametrize(("status", "request_"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_not_for_this_site_is_refused_in_words(status: int, request_: dict[str, Any]) -> None:
    start, body = ask(**request_)
    assert start["status"] == status
    assert b"<h1>" in body["body"]


@pytest.mark.parametrize("request_", TAKEN.values(), ids=list(TAKEN))
def test_what_readers_ask_is_answered(request_: dict[str, Any]) -> None:
    assert ask(**request_)[0]["status"] == 200


def test_a_stream_from_another_name_is_closed_and_from_ours_opened() -> None:
    (closed,) = ask(kind="websocket", headers={"host": "elsewhere.example.com"})
    assert closed["type"] == "websocket.close"
    (opened,) = ask(kind="websocket")
    assert opened["type"] == "websocket.accept"


def test_a_rush_is_worked_on_a_few_at_a_time_and_what_is_too_much_is_told_when_to_ask_again() -> None:
    async def rush() -> tuple[Work, list[list[Message]], list[Message]]:
        work = Work()
        app = limits.Limits(work)
        first = [asyncio.create_task(asked(app, EXPORT)) for _ in range(MOST)]
        await asyncio.sleep(0)
        refused = await asked(app, EXPORT)
        pages = asyncio.create_task(asked(app, "/sources"))
        await asyncio.sleep(0)
        assert work.at_once == limits.AT_WORK + 1  # the page does not wait for files
        work.ended.set()
        await pages
        return work, list(await asyncio.gather(*first)), refused

    work, answers, (start, body) = answered(rush())
    assert start["status"] == 429
    assert (b"retry-after", str(limits.PAUSE).encode()) in start["headers"]
    assert b"Ask again in" in body["body"]
    assert [answer[0]["status"] for answer in answers] == [200] * MOST
    assert work.most == limits.AT_WORK + 1


def test_whoever_leaves_while_waiting_makes_room_for_another() -> None:
    async def leave() -> int:
        work = Work()
        app = limits.Limits(work)
        tasks = [asyncio.create_task(asked(app, EXPORT)) for _ in range(MOST)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        work.ended.set()
        return int((await asked(app, EXPORT))[0]["status"])

    assert answered(leave()) == 200


@pytest.mark.parametrize(("scheme", "cookie"), [("https", b"a=b; Path=/; Secure"), ("http", b"a=b; Path=/")])
def test_a_cookie_that_is_set_by_tls_is_sent_by_tls_alone(scheme: str, cookie: bytes) -> None:
    async def once() -> list[Message]:
        work = Work()
        work.ended.set()
        return await asked(security.Headers(work), scheme=scheme)

    start = answered(once())[0]
    assert (b"set-cookie", cookie) in start["headers"]

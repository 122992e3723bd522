"""Requests as somebody writes them who keeps to no rule: byte by byte, whatever a browser would have encoded or refused."""

import json
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPResponse
from urllib.parse import urlsplit

from tests.fragments import reading
from tests.hostility.corpus import LIVE

PATIENCE = 60  # seconds until an answer counts as not coming
HUNG_UP = 0  # in place of a status


@dataclass(frozen=True)
class Answer:
    """What came back, and what is wrong with it."""

    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes

    def wrong(self) -> Iterator[str]:
        """Name what no answer may be: a failure, a trace, blank, markup of others, a header of others."""
        text = self.content.decode(errors="replace")
        if not (self.status in (200, 307, 308) or 400 <= self.status < 500):
            yield f"status {self.status}"
        if self.status >= 400 and not text.strip():
            yield "no words"
        if "Traceback" in text:
            yield "a trace"
        if any("live" in value for name, value in self.headers if name == "set-cookie"):
            yield "a header"
        for html in self._pages(text):
            read = reading.read(html)
            if LIVE in read.tags or f"<{LIVE}" in html:
                yield "markup"
            if not read.text.strip():
                yield "blank"

    def _pages(self, text: str) -> Iterator[str]:
        kind = dict(self.headers).get("content-type", "")
        if kind.startswith("text/html"):
            yield text
        elif kind.startswith("application/json") and self.status == 200:
            told = json.loads(text)
            found = [told, *told.get("parts", {}).values()] if isinstance(told, dict) else []
            yield from (one["html"] for one in found if "html" in one)


def ask(address: str, target: str | bytes, *lines: str | bytes, method: str = "GET") -> Answer:
    """Ask an app for a target with further lines of a head."""
    there = urlsplit(address)
    head = [f"{method} ".encode() + _bytes(target) + b" HTTP/1.1", f"Host: {there.netloc}".encode(), b"Connection: close"]
    with socket.create_connection((there.hostname, there.port), PATIENCE) as line:
        with suppress(ConnectionError):  # it need not wait for the end
            line.sendall(b"\r\n".join([*head, *map(_bytes, lines)]) + b"\r\n\r\n")
        found = HTTPResponse(line, method=method)
        try:
            found.begin()
            content = found.read()
        except ConnectionError:
            return Answer(HUNG_UP, (), b"")
        return Answer(found.status, tuple((name.lower(), value) for name, value in found.getheaders()), content)


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")

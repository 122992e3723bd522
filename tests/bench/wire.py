"""What goes over the wire: a proxy on loopback that passes bytes on and counts them, compressed as they are."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread
from urllib.parse import urlsplit

A_PIECE = 65_536  # bytes that are passed on at once


@dataclass
class Wire:
    """The address to ask in place of the app's, and the bytes that went to the browser and to the app."""

    address: str = ""
    down: int = 0
    up: int = 0

    def taken(self) -> tuple[int, int]:
        """Give both counts, and begin anew."""
        found = self.down, self.up
        self.down = self.up = 0
        return found


@contextmanager
def counted(address: str) -> Iterator[Wire]:
    """Put the proxy before an app."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    there, wire = urlsplit(address), Wire()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            far_reader, far_writer = await asyncio.open_connection(there.hostname, there.port)
            await asyncio.gather(_pass(reader, far_writer, wire, "up"), _pass(far_reader, writer, wire, "down"))

    async def serve() -> asyncio.Server:
        return await asyncio.start_server(connect, "localhost", 0)

    server = asyncio.run_coroutine_threadsafe(serve(), loop).result()
    wire.address = f"http://localhost:{server.sockets[0].getsockname()[1]}"
    yield wire
    loop.call_soon_threadsafe(server.close)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, wire: Wire, way: str) -> None:
    with suppress(ConnectionError):
        while content := await reader.read(A_PIECE):
            setattr(wire, way, getattr(wire, way) + len(content))
            writer.write(content)
            await writer.drain()
    writer.close()

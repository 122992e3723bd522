"""What the browser looks up of the record once it is needed: the definitions of terms, and sources in the forms of programs."""

import gzip
import json
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from dashboard.fragments.glossary import definitions
from dashboard.model.dossier import Dossier
from dashboard.queries.tables import Tables
from dashboard.ui import assets, store
from dashboard.ui.encoding import takes_gzip


def glossary() -> str:
    """Give the address of the definitions of the record that is served, by term."""
    return _address("glossary")


def citations() -> str:
    """Give the address of its sources as programs that manage references take them, by source and form."""
    return _address("citations")


def _address(name: str) -> str:
    return f"/assets/{name}-{_digest(store.tables())}.json" if store.is_usable() else ""


@lru_cache(maxsize=4)
def _digest(tables: Tables) -> str:
    return sha256(repr((tables.dossier.glossary, tables.dossier.sources)).encode()).hexdigest()[:12]


def _definitions(dossier: Dossier) -> object:
    return definitions(dossier)


def _citations(dossier: Dossier) -> object:
    from dashboard.exports.bibliography import copies  # noqa: PLC0415 - it takes half a second, and a copy is rarely wanted

    return {source.id: dict(copies(source)) for source in dossier.sources}


@lru_cache(maxsize=4)
def _content(tables: Tables, told: Callable[[Dossier], object]) -> tuple[bytes, bytes]:
    """Give the file, plain and compressed."""
    content = json.dumps(told(tables.dossier), ensure_ascii=False, separators=(",", ":")).encode()
    return content, gzip.compress(content, compresslevel=6, mtime=0)


def _route(name: str, told: Callable[[Dossier], object]) -> Route:
    async def serve(request: Request) -> Response:
        if not store.is_usable():
            return Response(status_code=503)
        plain, compressed = await run_in_threadpool(_content, store.tables(), told)
        # The address changes with the record, but not where only the form of what is told does.
        headers = {"Cache-Control": assets.A_DAY, "Vary": "Accept-Encoding"}
        if takes_gzip(request):
            return Response(compressed, media_type="application/json", headers=headers | {"Content-Encoding": "gzip"})
        return Response(plain, media_type="application/json", headers=headers)

    return Route(f"/assets/{name}-{{digest}}.json", serve)


ROUTES: list[BaseRoute] = [_route("glossary", _definitions), _route("citations", _citations)]

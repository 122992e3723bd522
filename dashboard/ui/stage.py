"""The routes of a talk: the stage and the presenter's window as documents of their own, and a slide of what was found.

They are no pages of Streamlit: a document holds all scenes from the start, so that nothing that happens to the server or to a
connection shows on the stage.
"""

import gzip
import re
import secrets
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from threading import Lock
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.fragments import stage
from dashboard.fragments.rendering import render
from dashboard.fragments.stage import Slide
from dashboard.fragments.talk import PRESENTER, ROLES, STAGE, Assets, Opening, Ways, document
from dashboard.model.vocabulary import PageName
from dashboard.queries import address, scenes
from dashboard.queries.address import Address
from dashboard.queries.scenes import Talk, Told
from dashboard.queries.tables import Tables
from dashboard.ui import assets, frame, store
from dashboard.ui.encoding import takes_gzip

FULL = "full"  # the one word of the parameter for a stage that is opened to be presented
SELECTION = "selection"  # the name of the talk that shows the selected events one by one
PATHS = {PageName.TIMELINE: "", PageName.RESPONSES: "responses", PageName.POSITIONS: "positions"}
_DRAWING = Lock()
_PAIR = re.compile(r"[a-z0-9]{4,32}")
_ASSETS = Assets(assets.STAGE_STYLES.address, assets.STAGE.address, assets.PLOT.address, assets.PLOTLY.address)
_Query = Mapping[str, Sequence[str]]


def new_pair() -> str:
    """Make a word that two windows are paired by."""
    return secrets.token_hex(4)


def talk_link(
    talk: str, pair: str, query: _Query | None = None, *, presenter: bool = False, scene: int = 1, full: bool = False
) -> str:
    """Write the address of a window of a talk; a talk of the selected events has their query too."""
    own = {"brief": [talk], "scene": [str(scene)], "pair": [pair], **({"window": [PRESENTER]} if presenter else {})} | (
        {"start": [FULL]} if full else {}
    )
    return f"./brief?{urlencode({**own, **(query or {})}, doseq=True)}"


async def brief(request: Request) -> Response:
    """Serve a window of the talk that the address names, or without one the page to choose from."""
    if "brief" not in request.query_params or not store.is_usable():
        return await frame.page(request)
    return await run_in_threadpool(_window, request)


async def scene(request: Request) -> Response:
    """Serve one slide of what the query selects, on the page that it names."""
    if not store.is_usable():
        return JSONResponse({}, status_code=503)
    return await run_in_threadpool(_found, request)


def _window(request: Request) -> Response:
    html = _document(store.tables(), _query(request))
    if html is None:
        return HTMLResponse(render("no_talk.html"), status_code=404)
    return _compressed(html.encode(), request, "text/html; charset=utf-8")


def _found(request: Request) -> Response:
    tables, query = store.tables(), _query(request)
    place, _ = address.read(query, tables)
    path = query.get("page", [""])[-1]
    page = next((page for page, name in PATHS.items() if name == path), PageName.TIMELINE)
    with _DRAWING:
        slide = stage.slide(scenes.of_place(tables, place, page), tables)
    return JSONResponse({"html": slide.html, "figures": slide.figures or None}, headers={"Cache-Control": "no-store"})


def _document(tables: Tables, query: _Query) -> str | None:
    name = query["brief"][-1]
    found = _of_selection(tables, query) if name == SELECTION else _of_brief(tables, name)
    if not found:
        return None
    talk, slides = found
    number = query.get("scene", ["1"])[-1]
    at = min(max(int(number[:4]) if number.isdecimal() else 1, 1), len(slides)) - 1
    pair = query.get("pair", [""])[-1]
    pair = pair if _PAIR.fullmatch(pair) else new_pair()
    role = query.get("window", [STAGE])[-1]
    selected = _selected(tables, query) if name == SELECTION else {}
    ways = Ways(
        stage=talk_link(name, pair, selected, scene=at + 1),
        presenter=talk_link(name, pair, selected, presenter=True, scene=at + 1),
        leave="./brief",
        find="./brief/scene",
    )
    opening = Opening(role if role in ROLES else STAGE, at, pair, full=query.get("start", [""])[-1] == FULL)
    return document(talk, slides, [_explore(told, tables) for told in talk.scenes], opening, ways, _ASSETS, tables.dossier)


@lru_cache(maxsize=16)  # a record has fewer; those of one that was replaced go
def _of_brief(tables: Tables, name: str) -> tuple[Talk, tuple[Slide, ...]] | None:
    briefs = {one.id: one for one in tables.dossier.briefs}
    if name not in briefs:
        return None
    talk = scenes.of_brief(briefs[name])
    return talk, stage.slides(talk, tables)


def _of_selection(tables: Tables, query: _Query) -> tuple[Talk, tuple[Slide, ...]] | None:
    with _DRAWING:  # one at a time: it takes seconds of the processor, and the next may ask for the same
        return _drawn(tables, urlencode(_selected(tables, query), doseq=True))


@lru_cache(maxsize=16)
def _drawn(tables: Tables, selected: str) -> tuple[Talk, tuple[Slide, ...]] | None:
    place, _ = address.read(parse_qs(selected), tables)
    # Windows are paired by the name of the talk: those of another selection are another talk.
    talk = scenes.of_selection(tables, place, f"{SELECTION} {sha256(selected.encode()).hexdigest()[:8]}")
    return (talk, stage.slides(talk, tables)) if talk.scenes else None


def _selected(tables: Tables, query: _Query) -> dict[str, list[str]]:
    """Keep of a query what selects events, so that addresses that select the same are the same."""
    place, _ = address.read(query, tables)
    return address.write(Address(place.selection), tables)


def _explore(told: Told, tables: Tables) -> str:
    path = PATHS[told.page]
    return f"./{path}?{urlencode(address.write(told.place.on(path), tables), doseq=True)}"


def _query(request: Request) -> dict[str, list[str]]:
    return {name: request.query_params.getlist(name) for name in request.query_params}


def _compressed(content: bytes, request: Request, media_type: str) -> Response:
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if takes_gzip(request):
        return Response(
            gzip.compress(content, compresslevel=4), media_type=media_type, headers=headers | {"Content-Encoding": "gzip"}
        )
    return Response(content, media_type=media_type, headers=headers)


ROUTES: list[BaseRoute] = [Route("/brief/scene", scene), Route("/brief", brief)]

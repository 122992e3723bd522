"""The pages of the site, and the HTML that they load in: Streamlit's own, with two things set before its script runs."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route
from streamlit.runtime.pages_manager import PagesManager

from dashboard.fragments.rendering import render
from dashboard.queries.counts import Counted
from dashboard.ui import assets, lookups, store

INDEX = Path(st.__file__).parent / "static" / "index.html"

# Streamlit's script looks for its server at the page's own path first and logs an error where it is not; told where to look, it
# asks once. It also takes the place on the page out of the address, which is noted before.
_BASE = (
    '<script>window.__streamlit = {BACKEND_BASE_URL: new URL("./", location.href).href};'
    "document.documentElement.dataset.asked = location.hash;</script>"
)

ON_EVERY_PAGE = ("reader", "choices", "picture", "play", "detour")  # components
# Streamlit's own scripts for what stands on every page, which it would ask for only once that had come, one after the other.
# Where another version has no script of the name, it is asked for later.
_COMPONENTS = ("BidiComponent", "serialization", "recordbatch", "purify.es")
_WIDGETS = ("TextInput", "Slider", "moment", "numbro", "DateInput", "DateField", "ReorderedSegments", "useMenuTrigger")
_PRELOADED = [
    file
    for name in (*_COMPONENTS, *_WIDGETS, "useLoadMoreSentinel")
    for file in sorted((INDEX.parent / "static" / "js").glob(f"{name}.*.js"))
]
_CHART = (
    *(f'<link rel="modulepreload" href=".{one.address}">' for one in (assets.COMPONENTS["figure"], assets.PLOT)),
    # Where it does not come, the figure's own script asks for it again, and says so.
    f'<script async src=".{assets.PLOTLY.address}" data-plotly></script>',
)

# What Streamlit's page says of itself to programs and to browsers without scripts; neither holds for this site.
_OF_AGENTS = re.compile(r'\s*<!--(?:(?!-->).)*-->\s*<link rel="service-desc"[^>]*>', re.DOTALL)
_NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)

# Streamlit takes a folder "pages" beside the entry script for its older way of parting a site, and until somebody has been to a
# page it would run the scripts in there by themselves.
PagesManager.uses_pages_directory = False


@dataclass(frozen=True)
class PageScript:
    """A page of the site: its title, its script beside the entry script, what it shows when it is opened, and what it counts."""

    title: str
    script: str
    shows: tuple[str, ...] = ()
    counts: Counted = Counted.EVENTS


PAGES: Mapping[str, PageScript] = {
    "": PageScript("Timeline", "pages/timeline.py", ("event",)),
    "responses": PageScript("Responses", "pages/responses.py", ("event", "measure"), Counted.MEASURES),
    "positions": PageScript("Positions", "pages/positions.py", ("event",), Counted.POSITIONS),
    "brief": PageScript("Brief", "pages/brief.py"),
    "study": PageScript("Study", "pages/study.py"),
    "sources": PageScript("Sources", "pages/sources.py"),
}


def title(path: str, record: str) -> str:
    """Name a page of a record for tabs and histories, what differs first; the first page has the record's own title."""
    return f"{PAGES[path].title} – {record}" if path else record  # noqa: RUF001 - a dash between two titles


async def page(request: Request) -> Response:
    """Serve the HTML of a page."""
    path = request.url.path.strip("/")
    record = store.tables().dossier.front.title if store.is_usable() else "Timeline"
    index = _index(title(path, record), lookups.glossary(), has_chart=not path)
    return HTMLResponse(index, headers={"Cache-Control": "no-cache"})


@lru_cache(maxsize=2 * len(PAGES))
def _index(named: str, definitions: str, *, has_chart: bool) -> str:
    index = INDEX.read_text(encoding="utf-8")
    imports = {name: f".{module.address}" for name, module in assets.MODULES.items()}
    scripts = [
        _BASE,
        f'<script type="importmap">{json.dumps({"imports": imports})}</script>',
        f'<link rel="modulepreload" href=".{assets.LEADS.address}">',
        # What stands on every page is fetched while Streamlit's own script is; the rest when it is wanted.
        *(f'<link rel="modulepreload" href="{imports[f"component/{name}"]}">' for name in ON_EVERY_PAGE),
        *(f'<link rel="modulepreload" href="./static/js/{file.name}">' for file in _PRELOADED),
        *(_CHART if has_chart else ()),
        *(
            f'<script type="module" src=".{one.address}"></script>'
            for one in (assets.FRAME, assets.LINE, assets.AHEAD, assets.NOTEBOOK, assets.HINTS, assets.PRINT)
        ),
        f'<script type="module" src=".{assets.TERMS.address}" data-glossary=".{definitions}"></script>',
    ]
    index = _OF_AGENTS.sub("", index)
    index = _NOSCRIPT.sub(lambda _: render("noscript.html", title=named), index)
    # After all that is in the head: where Streamlit's rules and ours weigh the same, the last one holds.
    index = index.replace("</body>", f'<link rel="stylesheet" href=".{assets.STYLES.address}"></body>')
    return index.replace("<title>Streamlit</title>", "\n    ".join([f"<title>{escape(named)}</title>", *scripts]))


ROUTES: list[BaseRoute] = [Route(f"/{path}", page) for path in PAGES] + lookups.ROUTES

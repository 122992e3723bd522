"""Files that the browser fetches from us: compressed beforehand, at addresses that change with what they hold."""

import gzip
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard import browser
from dashboard.browser import FOLDER
from dashboard.fragments.rendering import render
from dashboard.queries import typesetting
from dashboard.ui.encoding import takes_gzip

_STREAMLIT = Path(st.__file__).parent / "static"
FOREVER, A_DAY = "public, max-age=31536000, immutable", "public, max-age=86400"


@dataclass(frozen=True)
class Asset:
    """A file, the name that readers' browsers see, and its media type."""

    file: Path
    name: str
    media_type: str
    immutable: bool = True  # its name changes with what it holds

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"/assets/{self.name}"

    @cache  # noqa: B019 - there are as many as are listed below, for as long as the process lives
    def content(self, *, compressed: bool) -> bytes:
        """Give what it holds, compressed on request."""
        content = self.file.read_bytes()
        return gzip.compress(content, compresslevel=6, mtime=0) if compressed else content


_HASHED = re.compile(r"([a-z.-]+)-[0-9a-f]{12}(\.[a-z]+)")


def _hashed(file: Path, media_type: str) -> Asset:
    digest = sha256(file.read_bytes()).hexdigest()[:12]
    return Asset(file, f"{file.stem}-{digest}{file.suffix}", media_type)


PLOTLY = _hashed(browser.PLOTLY, "text/javascript")
FRAME = _hashed(FOLDER / "frame.js", "text/javascript")
LINE = _hashed(FOLDER / "line.js", "text/javascript")
AHEAD = _hashed(FOLDER / "ahead.js", "text/javascript")
STAGE = _hashed(FOLDER / "stage.js", "text/javascript")
PRINT = _hashed(FOLDER / "print.js", "text/javascript")
TERMS = _hashed(FOLDER / "terms.js", "text/javascript")
NOTEBOOK = _hashed(FOLDER / "notebook.js", "text/javascript")
COMPONENTS = {  # of Streamlit, by the names of their scripts
    name: _hashed(FOLDER / f"{name}.js", "text/javascript")
    for name in ("address", "choices", "detour", "figure", "picture", "play", "reader", "sift", "study")
}
NOTEBOOK_PARTS = {
    name: _hashed(FOLDER / "notebook" / f"{name}.js", "text/javascript") for name in ("book", "store", "writing", "drawer")
}
LEADS = _hashed(FOLDER / "leads.js", "text/javascript")
PLOT = _hashed(FOLDER / "plot.js", "text/javascript")
# By the names under which other scripts import them, wherever they are served.
MODULES = {
    "leads": LEADS,
    "plot": PLOT,
    **{f"component/{name}": asset for name, asset in COMPONENTS.items()},
    **{f"notebook/{name}": asset for name, asset in NOTEBOOK_PARTS.items()},
}
HINTS = _hashed(FOLDER / "hints.js", "text/javascript")
STYLES = _hashed(FOLDER / "styles.css", "text/css")
STAGE_STYLES = _hashed(FOLDER / "stage.css", "text/css")
# The names of the fonts stand in the styles. The serif is Streamlit's own, as on all pages.
SANS = Asset(typesetting.FONT, "source-sans.woff2", "font/woff2", immutable=False)
_SERIF = next((_STREAMLIT / "static" / "media").glob("SourceSerif*Roman*.woff2"))
SERIF = Asset(_SERIF, "source-serif.woff2", "font/woff2", immutable=False)
ASSETS = (FRAME, LINE, AHEAD, PLOTLY, STAGE, PRINT, TERMS, STYLES, STAGE_STYLES, SANS, SERIF, NOTEBOOK, HINTS, *MODULES.values())


def warm() -> None:
    """Read and compress what will be served."""
    for asset in ASSETS:
        asset.content(compressed=True)


def _route(asset: Asset) -> Route:
    async def serve(request: Request) -> Response:
        compressed = takes_gzip(request)
        headers = {"Cache-Control": FOREVER if asset.immutable else A_DAY, "Vary": "Accept-Encoding"} | (
            {"Content-Encoding": "gzip"} if compressed else {}
        )
        return Response(asset.content(compressed=compressed), media_type=asset.media_type, headers=headers)

    return Route(asset.address, serve)


async def _of_another_version(request: Request) -> Response:
    """Serve what we have in place of a file that a page of another version asks for: one loaded before a change, say."""
    named = _HASHED.fullmatch(request.path_params["name"])
    found = [one for one in ASSETS if named and one.immutable and (one.file.stem, one.file.suffix) == named.groups()]
    if not found:
        return HTMLResponse(render("unknown.html"), status_code=404, headers={"Cache-Control": "no-store"})
    return Response(found[0].content(compressed=False), media_type=found[0].media_type, headers={"Cache-Control": "no-store"})


async def _icon(_request: Request) -> Response:
    """Serve the icon at the address where browsers look for it on a page that names none, such as a handout."""
    return FileResponse(_STREAMLIT / "favicon.png", media_type="image/png", headers={"Cache-Control": A_DAY})


ROUTES: list[BaseRoute] = [
    *(_route(asset) for asset in ASSETS),
    Route("/assets/{name}", _of_another_version),
    Route("/favicon.ico", _icon),
]

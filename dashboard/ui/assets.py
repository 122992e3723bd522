"""Files that the browser fetches from us: compressed beforehand, at addresses that change with what they hold."""

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import plotly
import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.browser import FOLDER
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


def _hashed(file: Path, media_type: str) -> Asset:
    digest = sha256(file.read_bytes()).hexdigest()[:12]
    return Asset(file, f"{file.stem}-{digest}{file.suffix}", media_type)


PLOTLY = Asset(
    Path(plotly.__file__).parent / "package_data" / "plotly.min.js", f"plotly-{plotly.__version__}.min.js", "text/javascript"
)
FRAME = _hashed(FOLDER / "frame.js", "text/javascript")
LINE = _hashed(FOLDER / "line.js", "text/javascript")
FIGURE = _hashed(FOLDER / "figure.js", "text/javascript")
STAGE = _hashed(FOLDER / "stage.js", "text/javascript")
PRINT = _hashed(FOLDER / "print.js", "text/javascript")
TERMS = _hashed(FOLDER / "terms.js", "text/javascript")
NOTEBOOK = _hashed(FOLDER / "notebook.js", "text/javascript")
NOTEBOOK_PARTS = {  # by the names under which the scripts of the notebook import them
    f"notebook/{name}": _hashed(FOLDER / "notebook" / f"{name}.js", "text/javascript")
    for name in ("book", "store", "writing", "drawer")
}
HINTS = _hashed(FOLDER / "hints.js", "text/javascript")
STAGE_STYLES = _hashed(FOLDER / "stage.css", "text/css")
# The names of the fonts stand in the styles. The serif is Streamlit's own, as on all pages.
SANS = Asset(typesetting.FONT, "source-sans.woff2", "font/woff2", immutable=False)
_SERIF = next((_STREAMLIT / "static" / "media").glob("SourceSerif*Roman*.woff2"))
SERIF = Asset(_SERIF, "source-serif.woff2", "font/woff2", immutable=False)
ASSETS = (FRAME, LINE, PLOTLY, FIGURE, STAGE, PRINT, TERMS, STAGE_STYLES, SANS, SERIF, NOTEBOOK, *NOTEBOOK_PARTS.values(), HINTS)


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


async def _icon(_request: Request) -> Response:
    """Serve the icon at the address where browsers look for it on a page that names none, such as a handout."""
    return FileResponse(_STREAMLIT / "favicon.png", media_type="image/png", headers={"Cache-Control": A_DAY})


ROUTES: list[BaseRoute] = [*(_route(asset) for asset in ASSETS), Route("/favicon.ico", _icon)]

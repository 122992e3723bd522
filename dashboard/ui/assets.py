"""Files of our own that the browser fetches: Plotly's script, once, compressed beforehand, at an address that never changes."""

import gzip
from functools import cache
from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
PLOTLY_ADDRESS = f"/assets/plotly-{plotly.__version__}.min.js"
_HEADERS = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}


def warm() -> None:
    """Read and compress what will be served."""
    _plotly(compressed=True)


async def plotly_script(request: Request) -> Response:
    """Serve plotly.js out of the installed package."""
    compressed = "gzip" in request.headers.get("accept-encoding", "")
    headers = _HEADERS | ({"Content-Encoding": "gzip"} if compressed else {})
    return Response(_plotly(compressed=compressed), media_type="text/javascript", headers=headers)


@cache
def _plotly(*, compressed: bool) -> bytes:
    script = PLOTLY.read_bytes()
    return gzip.compress(script, compresslevel=6, mtime=0) if compressed else script


ROUTES: list[BaseRoute] = [Route(PLOTLY_ADDRESS, plotly_script)]

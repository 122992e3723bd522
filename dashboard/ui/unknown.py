"""What is said at an address that names nothing: Streamlit would load the site there, with a dialog and errors in the console."""

from collections.abc import Sequence

from starlette.responses import HTMLResponse
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.fragments.rendering import render
from dashboard.ui import statics

_STREAMLITS = ("/_stcore/", "/media/", "/component/")  # where it answers by itself, and says so where it can't


class Unknown:
    """Middleware that answers for whatever is neither one of the routes nor Streamlit's own."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        """Wrap an application with the routes that it has besides Streamlit's."""
        self.app, self.routes = app, routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the request on."""
        if scope["type"] != "http" or self._is_known(scope):
            await self.app(scope, receive, send)
            return
        response = HTMLResponse(render("unknown.html"), status_code=404, headers={"Cache-Control": "no-store"})
        await response(scope, receive, send)

    def _is_known(self, scope: Scope) -> bool:
        path: str = scope["path"]
        if path.startswith(_STREAMLITS) or path in statics.files() or path.endswith("/"):  # with a slash at its end it is sent on
            return True
        return any(route.matches(scope)[0] is not Match.NONE for route in self.routes)

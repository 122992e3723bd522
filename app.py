"""The ASGI application: ``streamlit run app.py`` starts it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from dashboard.ui import (
    ahead,
    assets,
    choice,
    exports,
    faults,
    frame,
    health,
    limits,
    logs,
    memory,
    security,
    settings,
    sockets,
    stage,
    statics,
    store,
    unknown,
)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Write the log as lines, and look for changes of the record, for as long as the application runs."""
    logs.start()
    sockets.send_at_once()  # by now the server's is bound, and nobody has come yet
    with store.watched():
        yield


logs.start()
choice.see_that_it_is_there()
settings.see_that_they_are_right()
store.refresh()
assets.warm()
memory.settle()

routes = [*stage.ROUTES, *exports.ROUTES, *ahead.ROUTES, *frame.ROUTES, *assets.ROUTES, *health.ROUTES]
app = st.App(
    Path(__file__).parent / "dashboard" / "site.py",
    lifespan=lifespan,
    routes=routes,
    middleware=[
        Middleware(logs.Requests),
        Middleware(security.Headers),
        Middleware(limits.Limits),
        Middleware(statics.Compressed),
        Middleware(unknown.Unknown, routes=routes),
    ],
    on_script_error=faults.show,
    exception_handlers={Exception: faults.answer},
)

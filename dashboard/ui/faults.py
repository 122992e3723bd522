"""What a reader sees where something of ours fails: a friendly page with a number that the log has too, and no more."""

import logging
import secrets

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dashboard.fragments.rendering import render
from dashboard.ui.security import HEADERS

_log = logging.getLogger(__name__)


def show(error: Exception) -> bool:
    """Show the page where a run of the site fails; tell Streamlit that nothing more is to be shown."""
    st.html(render("fault.html", number=_noted(error)))
    return True


async def answer(request: Request, error: Exception) -> Response:
    """Answer a request that fails."""
    number = _noted(error, path=request.url.path)
    return HTMLResponse(
        render("fault_page.html", number=number), status_code=500, headers={**HEADERS, "Cache-Control": "no-store"}
    )


def _noted(error: Exception, **told: str) -> str:
    number = secrets.token_hex(4)
    _log.error("Something failed.", exc_info=error, extra={"told": {"number": number, **told}})
    return number

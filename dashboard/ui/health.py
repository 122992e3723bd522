"""Whether the application lives, and whether it has something to show: for whoever watches over it, and for a proxy before it."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.ui import store

_HEADERS = {"Cache-Control": "no-store"}


async def alive(_request: Request) -> Response:
    """Answer, which is all that is asked."""
    return JSONResponse({"alive": True}, headers=_HEADERS)


async def ready(_request: Request) -> Response:
    """Tell the edition that is served and how much it holds; 503 where there is no record to show.

    A record that is ``stale`` is served on because its files as they are now have problems, which are counted here and told in
    the log.
    """
    if not store.is_usable():
        return JSONResponse({"alive": True, "ready": False}, status_code=503, headers=_HEADERS)
    dossier, problems = store.tables().dossier, store.problems_now()
    counts = {
        "events": len(dossier.events),
        "measures": len(dossier.measures),
        "positions": len(dossier.positions),
        "briefs": len(dossier.briefs),
        "questions": len(dossier.questions),
        "sources": len(dossier.sources),
    }
    told = {
        "alive": True,
        "ready": True,
        "edition": dossier.front.edition,
        "edited": dossier.front.edited.written,
        "counts": counts,
        "stale": bool(problems),
        "problems": problems,
    }
    return JSONResponse(told, headers=_HEADERS)


ROUTES: list[BaseRoute] = [Route("/health", ready), Route("/health/alive", alive)]

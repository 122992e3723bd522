"""The route of what the timeline shows at an address: a browser asks at once where a press leads, and does not wait for the page.

It is a part of what Streamlit's run for the same press brings, made by the same functions and kept, so the run finds it ready.
"""

import gzip
import json
from datetime import UTC, date, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from dashboard.figures import theme
from dashboard.figures.theme import Theme
from dashboard.fragments.links import own_link
from dashboard.queries import address, search
from dashboard.queries.address import Address, View
from dashboard.queries.ghosts import ghosts
from dashboard.queries.selection import select
from dashboard.queries.sentence import describe
from dashboard.queries.tables import Tables
from dashboard.ui import event, memory, reader, results, store, timeline
from dashboard.ui.component import written
from dashboard.ui.encoding import takes_gzip

_NOTHING = (b'{"parts":{}}', gzip.compress(b'{"parts":{}}', mtime=0))
_FASTEST = 1  # of gzip's levels; the browser waits for it


async def ahead(request: Request) -> Response:
    """Serve what an address shows: the sentence, the side, and the chart where the browser says how wide it has it."""
    return await run_in_threadpool(_answer, request) if store.is_usable() else Response(status_code=503)


def _answer(request: Request) -> Response:
    tables, asked = store.tables(), request.query_params
    here, notices = address.read({name: asked.getlist(name) for name in asked}, tables)
    here = address.settled(here.on(""), tables)
    wide, told = (timeline.pixels(asked.get(name, "")) for name in ("width", "told"))
    is_all = not notices and not search.interpret(here.selection.text).jumps  # else the page has more to say to it
    plain, packed = (
        _parts(tables, here, wide, told, theme.named(asked.get("theme")), datetime.now(UTC).date()) if is_all else _NOTHING
    )
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
    if takes_gzip(request):
        return Response(packed, media_type="application/json", headers=headers | {"Content-Encoding": "gzip"})
    return Response(plain, media_type="application/json", headers=headers)


@memory.kept
def _parts(tables: Tables, here: Address, wide: int | None, told: int | None, look: Theme, _today: date) -> tuple[bytes, bytes]:
    """Write the parts by the keys of their components, plain and compressed; what tells how long ago is of a day."""
    shown = select(tables, here.selection)
    words = describe(len(shown), tables, here.selection, len(ghosts(tables, here)))
    link = own_link(here, tables)
    parts = {
        results.SENTENCE: written(reader.data(results.in_one(words), here=link, live=True)),
        event.SIDE: written(reader.data(event.html(shown, tables, here), here=link, focus=here.event or "")),
    }
    if wide and not shown.empty and here.view in (None, View.CHART):
        parts[timeline.KEY] = timeline.drawn(tables, here, timeline.within(wide), told, look)
    each = b",".join(b"%s:%s" % (json.dumps(key).encode(), data) for key, data in parts.items())
    plain = b'{"here":%s,"parts":{%s}}' % (json.dumps(link).encode(), each)
    return plain, gzip.compress(plain, _FASTEST, mtime=0)


ROUTES: list[BaseRoute] = [Route("/ahead", ahead)]

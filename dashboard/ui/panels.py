"""The response panels under the timeline."""

from dataclasses import replace

from dashboard.fragments import panels
from dashboard.fragments.links import leading_from
from dashboard.queries.address import Address
from dashboard.queries.selection import select
from dashboard.queries.tables import Tables
from dashboard.ui import memory, place, reader


def show(tables: Tables) -> None:
    """Draw a panel for each response track."""
    reader.show("panels", _written(tables, replace(place.current(), event=None)))


@memory.kept
def _written(tables: Tables, here: Address) -> str:
    # Measures stand as of the day that was chosen, or else at the cutoff, or at the window's end where that is later.
    selection = here.selection
    cutoff = tables.dossier.front.cutoff.last_known
    day = selection.as_of or max(cutoff, (selection.window or tables.whole).end)
    return panels.all_tracks(select(tables, selection), tables, leading_from(here, tables), day, selection.as_of)

"""The chosen event at the side of the timeline, or how to read the timeline where none is chosen."""

import pandas as pd

from dashboard.fragments import detail, legend
from dashboard.queries import counts, neighbours
from dashboard.queries.tables import Tables
from dashboard.ui import place, reader


def show(shown: pd.DataFrame, tables: Tables) -> None:
    """Draw the event that the address names, with the way to its neighbours."""
    address = place.current()
    dossier = tables.dossier
    if not address.event:
        reader.show("side", legend.legend(dossier, address.selection.as_of, ghosts=address.ghosts))
        return
    here = place.links(tables)
    previous, following = neighbours.around(shown, tables.events, address.event)
    hidden_by = counts.hiding(tables, address.selection, address.event)
    event = dossier.event[address.event]
    html = detail.neighbours(
        dossier.event[previous] if previous else None, dossier.event[following] if following else None, here
    ) + detail.in_full(event, dossier, here, address.selection.as_of, [kind.label for kind in hidden_by])
    acts = {"show": lambda: place.take_off(tables, *hidden_by), "close": lambda: place.open_event(None)}
    reader.show("side", html, acts, focus=event.id)

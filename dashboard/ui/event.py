"""The chosen event at the side of a page, or on the timeline how to read it where none is chosen."""

from contextlib import AbstractContextManager
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from dashboard.fragments import detail, legend
from dashboard.queries import counts, neighbours
from dashboard.queries.tables import Tables
from dashboard.ui import place, reader


def beside(shown: pd.DataFrame, tables: Tables) -> AbstractContextManager[object]:
    """Draw the open event, if there is one, at the side, and give the room that is left for the page."""
    # The columns are there without an event too, hidden by the styles: or the page would be mounted anew where one opens.
    with st.container(key="beside"):
        main, side = st.columns([0.72, 0.28], gap="medium")
    if place.current().event:
        with side:
            show(shown, tables)
    return main


def show(shown: pd.DataFrame, tables: Tables) -> None:
    """Draw the event that the address names, with the way to its neighbours."""
    address = place.current()
    dossier = tables.dossier
    if not address.event:
        reader.show("side", legend.legend(dossier, address.selection.as_of, ghosts=address.ghosts))
        return
    links = place.links(tables)
    previous, following = neighbours.around(shown, tables.events, address.event)
    hidden_by = counts.hiding(tables.events, tables, address.selection, address.event)
    event = dossier.event[address.event]
    html = detail.neighbours(
        dossier.event[previous] if previous else None, dossier.event[following] if following else None, links.event
    ) + detail.in_full(
        event,
        dossier,
        links,
        address.selection.as_of,
        [kind.label for kind in hidden_by],
        datetime.now(UTC).date(),
    )
    acts = {"show": lambda: place.take_off(tables, *hidden_by), "close": lambda: place.open_event(None)}
    reader.show("side", html, acts, focus=event.id)

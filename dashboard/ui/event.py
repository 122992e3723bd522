"""The chosen event at the side of a page, or on the timeline how to read it where none is chosen."""

from contextlib import AbstractContextManager
from datetime import UTC, date, datetime

import pandas as pd
import streamlit as st

from dashboard.fragments import detail, legend
from dashboard.fragments.links import leading_from, own_link
from dashboard.queries import counts, neighbours
from dashboard.queries.address import Address
from dashboard.queries.selection import Filter
from dashboard.queries.tables import Tables
from dashboard.ui import memory, place, reader

SIDE = "side"


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
    here = place.current()
    acts = {"show": lambda: place.take_off(tables, *_hiding(tables, place.current())), "close": lambda: place.open_event(None)}
    reader.show(SIDE, html(shown, tables, here), acts, focus=here.event or "", here=own_link(here, tables))


def html(shown: pd.DataFrame, tables: Tables, here: Address) -> str:
    """Write the event that an address names, among the events that are shown."""
    if not here.event:
        return _legend(tables, here.selection.as_of, ghosts=here.ghosts)
    around = neighbours.around(shown, tables.events, here.event)
    return _written(tables, here, around, _hiding(tables, here), datetime.now(UTC).date())


def _hiding(tables: Tables, here: Address) -> tuple[Filter, ...]:
    return counts.hiding(tables.events, tables, here.selection, here.event) if here.event else ()


@memory.kept
def _legend(tables: Tables, as_of: date | None, *, ghosts: bool) -> str:
    return legend.legend(tables.dossier, as_of, ghosts=ghosts)


@memory.kept
def _written(
    tables: Tables, here: Address, around: tuple[str | None, str | None], hidden_by: tuple[Filter, ...], today: date
) -> str:
    dossier, links = tables.dossier, leading_from(here, tables)
    before, after = (dossier.event[name] if name else None for name in around)
    event = dossier.event[str(here.event)]
    kinds = [kind.label for kind in hidden_by]
    return detail.neighbours(before, after, links.event) + detail.in_full(
        event, dossier, links, here.selection.as_of, kinds, today
    )

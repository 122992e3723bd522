"""The events in the form that was chosen, what is said above them, and what is offered where there are none."""

import pandas as pd
import streamlit as st

from dashboard.fragments import events
from dashboard.fragments.rendering import render
from dashboard.queries import counts, search
from dashboard.queries.address import View
from dashboard.queries.selection import Filter, Selection
from dashboard.queries.tables import Tables
from dashboard.ui import choices, controls, logs, place, reader, timeline
from dashboard.ui.choices import Option

GHOSTS = "ghosts"
A_PAGE = 200  # events of a list or a table; longer ones are parted


def say(shown: int, sentence: str, tables: Tables) -> None:
    """Say in one sentence what is shown, and what else the reader has to know; it is read aloud where it changes."""
    logs.note(shown=shown)
    notices = place.notices()
    reader.show("sentence", render("sentence.html", sentence=sentence, notices=notices), live=True)
    wanted = search.interpret(place.selected().text)
    event = controls.find(tables, wanted) if wanted.number is not None else None
    if event:
        told = tables.dossier.event[event]
        reader.show(
            "offer", render("offer.html", before="There is an event of that number:", event=told, here=place.links(tables).event)
        )


def switch() -> None:
    """Draw the switch between chart, list and table, and on an as-of day the one for what was not yet public."""
    if place.selected().as_of:
        hint = "Show, in outline, what had happened but was not yet public"
        ghosts = [Option(GHOSTS, "Not yet public", hint=hint)]
        pressed = [GHOSTS] if place.current().ghosts else []
        choices.show(GHOSTS, "As of the day", ghosts, pressed, lambda names: place.go(ghosts=bool(names)), shows_legend=False)
    view = place.current().view
    options = [Option(form, form.value.capitalize()) for form in View]

    def choose(names: list[str]) -> None:
        if names:
            place.show_as(View(names[0]))

    narrow = "" if view else View.LIST
    reader.show("to-responses", render("to_responses.html"), width="content")
    choices.show("view", "Show as", options, [view or View.CHART], choose, several=False, shows_legend=False, when_narrow=narrow)


def show(shown: pd.DataFrame, ghosts: pd.DataFrame, tables: Tables) -> None:
    """Draw the events. Where the reader chose no form, a narrow screen shows the list and a wide one the chart."""
    view = place.current().view
    here = place.links(tables).event
    if view in (None, View.CHART):
        with st.container(key="as-chart" if view else "as-chart-or"):
            timeline.draw(shown, ghosts, tables)
    if view in (None, View.LIST):
        with st.container(key="as-list" if view else "as-list-or"):
            part = _part(len(shown) + len(ghosts))
            reader.show("list", events.as_list(shown, tables.dossier, here, place.current().event, ghosts, part))
    if view is View.TABLE:
        part = _part(len(shown) + len(ghosts))
        reader.show("table", events.as_table(shown, tables.dossier, here, place.current().event, ghosts, part))


def _part(count: int) -> slice:
    """Let the reader turn the pages of a list or table that is too long for one; give the rows of the page."""
    pages = -(-count // A_PAGE)
    if pages <= 1:
        return events.ALL
    with st.container(key="pages", horizontal=True, vertical_alignment="center"):
        page = st.pagination(pages, key="page", on_change=place.acted)
        part = slice((page - 1) * A_PAGE, page * A_PAGE)
        reader.show("page-words", render("page.html", first=part.start + 1, last=min(part.stop, count), count=count))
    return part


def offer_to_loosen(table: pd.DataFrame, noun: str, selection: Selection, tables: Tables) -> None:
    """Where no row of a table is shown, name the filters in the way, each with a button that takes it off."""
    found = counts.loosening(table, tables, selection)
    offers = [(kind.value, kind.label, count) for kind, count in found.items()]
    acts = {f"loosen-{kind}": lambda kind=kind: place.take_off(tables, Filter(kind)) for kind in found}
    reader.show("empty", render("empty.html", offers=offers, noun=noun), acts | {"reset": lambda: place.reset(tables)})

"""The events in the form that was chosen, what is said above them, and what is offered where there are none."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from dashboard.fragments import events
from dashboard.fragments.links import leading_from, own_link
from dashboard.fragments.rendering import render
from dashboard.queries import counts, search
from dashboard.queries.address import Address, View
from dashboard.queries.ghosts import ghosts
from dashboard.queries.selection import Filter, Selection, select
from dashboard.queries.tables import Tables
from dashboard.ui import choices, controls, logs, memory, place, reader, timeline
from dashboard.ui.choices import Option

SENTENCE, GHOSTS = "sentence", "ghosts"
A_PAGE = 200  # events of a list or a table; longer ones are parted


def say(shown: int, sentence: str, tables: Tables) -> None:
    """Say in one sentence what is shown, and what else the reader has to know; it is read aloud where it changes."""
    logs.note(shown=shown)
    here = place.current()
    reader.show(SENTENCE, in_one(sentence, place.notices()), live=True, here=own_link(here, tables))
    wanted = search.interpret(place.selected().text)
    event = controls.find(tables, wanted) if wanted.number is not None else None
    if event:
        told = tables.dossier.event[event]
        reader.show(
            "offer",
            render(
                "offer.html",
                before="There is an event of that number:",
                event=told,
                here=leading_from(here, tables).event,
            ),
        )


def in_one(sentence: str, notices: Iterable[str] = ()) -> str:
    """Write what is said above the events."""
    return render("sentence.html", sentence=sentence, notices=notices)


def switch() -> None:
    """Draw the switch between chart, list and table, and on an as-of day the one for what was not yet public."""
    if place.selected().as_of:
        hint = "Show, in outline, what had happened but was not yet public"
        options = [Option(GHOSTS, "Not yet public", hint=hint)]
        pressed = [GHOSTS] if place.current().ghosts else []
        choices.show(GHOSTS, "As of the day", options, pressed, lambda names: place.go(ghosts=bool(names)), shows_legend=False)
    view = place.current().view
    options = [Option(form, form.value.capitalize()) for form in View]

    def choose(names: list[str]) -> None:
        if names:
            place.show_as(View(names[0]))

    narrow = "" if view else View.LIST
    reader.show("to-responses", render("to_responses.html"), width="content")
    choices.show("view", "Show as", options, [view or View.CHART], choose, several=False, shows_legend=False, when_narrow=narrow)


def show(count: int, tables: Tables) -> None:
    """Draw so many events. Where the reader chose no form, a narrow screen shows the list and a wide one the chart."""
    here = place.current()
    if here.view in (None, View.CHART):
        with st.container(key="as-chart" if here.view else "as-chart-or"):
            timeline.draw(tables)
    if here.view is View.LIST or (here.view is None and not timeline.is_in_view()):
        with st.container(key="as-list" if here.view else "as-list-or"):
            reader.show("list", _written(tables, here, _page(count)))
    if here.view is View.TABLE:
        reader.show("table", _written(tables, here, _page(count)))


@memory.kept
def _written(tables: Tables, here: Address, page: int) -> str:
    write = events.as_table if here.view is View.TABLE else events.as_list
    shown, outlined = select(tables, here.selection), ghosts(tables, here)
    part = slice((page - 1) * A_PAGE, page * A_PAGE)
    return write(shown, tables.dossier, leading_from(here, tables).event, here.event, outlined, part)


def _page(count: int) -> int:
    """Let the reader turn the pages of a list or table that is too long for one; give the number of the page."""
    pages = -(-count // A_PAGE)
    if pages <= 1:
        return 1
    with st.container(key="pages", horizontal=True, vertical_alignment="center"):
        page: int = st.pagination(pages, key="page", on_change=place.acted)
        last = min(page * A_PAGE, count)
        reader.show("page-words", render("page.html", first=(page - 1) * A_PAGE + 1, last=last, count=count))
    return page


def offer_to_loosen(table: pd.DataFrame, noun: str, selection: Selection, tables: Tables) -> None:
    """Where no row of a table is shown, name the filters in the way, each with a button that takes it off."""
    found = counts.loosening(table, tables, selection)
    offers = [(kind.value, kind.label, count) for kind, count in found.items()]
    acts = {f"loosen-{kind}": lambda kind=kind: place.take_off(tables, Filter(kind)) for kind in found}
    reader.show("empty", render("empty.html", offers=offers, noun=noun), acts | {"reset": lambda: place.reset(tables)})

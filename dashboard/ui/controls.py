"""The controls that all pages share: lanes, search, window, more filters, reset."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from dashboard.figures.marks import outline
from dashboard.fragments.links import own_link
from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Importance, Layer
from dashboard.queries import counts, neighbours, search, windows
from dashboard.queries.address import LARGE, LONGEST_TEXT, SETS
from dashboard.queries.counts import Counted
from dashboard.queries.selection import Filter, Selection, select
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window
from dashboard.ui import as_of, choices, export_menu, memory, place, reader
from dashboard.ui.choices import Option

WHOLE, OWN, LAST_WEEKS = "whole", "own", "last-weeks"
_NAMES = {kind: name for name, kind in SETS.items()}
_SEARCH, _SLIDER, _FROM, _TO, _TYPE = "search", "window-slider", "window-from", "window-to", "type"


def show(tables: Tables, counted: Counted) -> None:
    """Draw all of them, with the counts of what the page counts."""
    found = _beside(tables, counted, place.selected())
    with st.container(key="controls-first", horizontal=True, vertical_alignment="center"):
        _lanes(tables.dossier, found[Filter.TRACKS], counted)
        _search(tables)
        _more(tables, found, counted)
        st.button("Reset", key="reset", on_click=place.reset, args=(tables,), help="Remove all filters and close the event")
        reader.show("copy-link", render("copy_link.html", address=own_link(place.current(), tables)), width="content")
        export_menu.show(tables)
        _type()
    with st.container(key="controls-window", horizontal=True, vertical_alignment="center"):
        _window(tables)
        as_of.show(tables)


@memory.kept
def _beside(tables: Tables, counted: Counted, selection: Selection) -> Mapping[Filter, Mapping[str, int]]:
    return counts.beside(counted.table(tables, selection.as_of), tables, counted.selection(tables, selection))


def _type() -> None:
    def changed(chosen: list[str]) -> None:
        place.go(large=bool(chosen))

    options = [Option(LARGE, "Large type", hint="Larger type for a room")]
    choices.show(_TYPE, "Size of type", options, [LARGE] if place.current().large else [], changed, shows_legend=False)


def _lanes(dossier: Dossier, found: Mapping[str, int], counted: Counted) -> None:
    # What a lane is about tells of the whole dispute; as of a day it would tell of what was to come.
    tells = place.selected().as_of is None
    options = [
        Option(
            lane.id,
            lane.title,
            found.get(lane.id, 0),
            lane.id,
            outline(lane.symbol, 8, 8, 12),
            lane.description * tells,
            {_NAMES[Filter.TRACKS]: [lane.id]},
        )
        for lane in dossier.front.lanes
    ]
    choices.show("tracks", "Lanes", options, place.selected().tracks, _chooses(Filter.TRACKS), shows_legend=False, noun=counted)


def _search(tables: Tables) -> None:
    place.show_in(_SEARCH, place.selected().text)
    st.text_input(
        "Search",
        key=_SEARCH,
        max_chars=LONGEST_TEXT,
        placeholder="Search words, E41 or a date",
        label_visibility="collapsed",
        icon=":material/search:",
        on_change=_searched,
        args=(tables,),
    )


def _searched(tables: Tables) -> None:
    text = str(st.session_state[_SEARCH])[:LONGEST_TEXT]  # the field takes no more, but more can be sent
    wanted = search.interpret(text)
    place.choose(text=wanted.words)  # a jump takes the place of an earlier search
    if not wanted.jumps:
        return
    event = find(tables, wanted)
    if event:
        place.open_event(event)
        if wanted.days:
            place.notify(_found(tables.dossier.event[event], wanted.days))
    elif wanted.number is not None:
        numbers = tables.events["number"]
        place.notify(f"There is no event E{wanted.number}; the record goes from E{numbers.min()} to E{numbers.max()}.")
    else:
        place.notify("No event is shown, so none is near to that day.")


def find(tables: Tables, wanted: search.Wanted) -> str | None:
    """Find the event that a search jumps to or offers."""
    if wanted.number is not None:
        return tables.named.get(f"E{wanted.number}")
    if wanted.days is None:
        return None
    return neighbours.nearest(select(tables, place.selected()), wanted.days)


def _found(event: Event, days: Window) -> str:
    told = f"E{event.number}, {event.label}, {event.date}"
    if Window.of(event.date).overlap(days):
        return f"{days}: {told}."
    return f"Nothing shown is of {days}; the nearest is {told}."


def _window(tables: Tables) -> None:
    window = place.selected().window or tables.whole
    named = {
        **windows.years(tables.window),
        LAST_WEEKS: windows.last_weeks(tables.window),
        OWN: tables.window,
        WHOLE: tables.whole,
    }
    words = {OWN: f"{tables.window.start.year}-{tables.window.end.year}", LAST_WEEKS: "Last six weeks", WHOLE: "Whole record"}
    options = [
        Option(name, words.get(name, name), hint=str(named[name]), leads=_ends(named[name]))
        for name in (OWN, *windows.years(tables.window), LAST_WEEKS, WHOLE)
    ]
    chosen = [name for name in named if named[name] == window][:1]

    def choose(names: list[str]) -> None:
        place.choose(window=named[names[0]] if names else tables.window)

    choices.show("window", "Window of time", options, chosen, choose, several=False, shows_legend=False)
    _slider(window, tables)
    _typed(window, tables)


def _ends(window: Window) -> Mapping[str, Sequence[str]]:
    return {"from": [window.start.isoformat()], "to": [window.end.isoformat()]}


def _slider(window: Window, tables: Tables) -> None:
    steps = windows.periods(tables.whole, tables.window)
    place.show_in(_SLIDER, (windows.containing(window.start, steps), windows.containing(window.end, steps)))

    def slid() -> None:
        first, last = st.session_state[_SLIDER]
        place.choose(window=Window(first.start, last.end))

    # The value is what the browser shows until it has read the state, which it could send back as if the reader had chosen it.
    st.select_slider(
        "Window of time",
        steps,
        st.session_state[_SLIDER],
        key=_SLIDER,
        format_func=windows.short,
        on_change=slid,
        label_visibility="collapsed",
    )


def _typed(window: Window, tables: Tables) -> None:
    place.show_in(_FROM, window.start)
    place.show_in(_TO, window.end)
    first, last = min(tables.whole.start, window.start), max(tables.whole.end, window.end, date(tables.whole.end.year, 12, 31))
    for label, key in (("From", _FROM), ("To", _TO)):
        st.date_input(
            label,
            st.session_state[key],
            key=key,
            min_value=min(first, date(first.year, 1, 1)),
            max_value=last,
            format="YYYY-MM-DD",
            on_change=_typed_in,
        )


def _typed_in() -> None:
    first, last = st.session_state[_FROM], st.session_state[_TO]
    place.acted()
    if not first or not last:
        return
    before = place.selected().window
    if first > last and before and first == before.start:  # the end was set before the beginning: the beginning moves along
        first = last
    place.choose(window=Window(first, max(first, last)))


def _more(tables: Tables, found: Mapping[Filter, Mapping[str, int]], counted: Counted) -> None:
    dossier, selection = tables.dossier, place.selected()
    in_use = sum(selection.restricts(kind) for kind in (Filter.PARTIES, Filter.STANDINGS, Filter.IMPORTANCES, Filter.LAYERS))
    with st.popover(f"More filters ({in_use})" if in_use else "More filters", key="more-filters"):
        standings = [Option(words.id, words.title, hint=words.meaning) for words in dossier.front.standings]
        importances = [Option(word, word.label, hint=word.meaning) for word in Importance]
        layers = [Option(word, word.label, hint=word.meaning) for word in Layer]
        parties = [Option(party.id, party.name) for party in dossier.front.parties]
        _group("Standing", Filter.STANDINGS, standings, found, counted)
        _group("Importance", Filter.IMPORTANCES, importances, found, counted)
        _group("Layer", Filter.LAYERS, layers, found, counted)
        _group("Who acts", Filter.PARTIES, parties, found, counted)


def _group(
    legend: str, kind: Filter, options: Iterable[Option], found: Mapping[Filter, Mapping[str, int]], counted: Counted
) -> None:
    with_counts = [replace(option, count=found[kind].get(option.id, 0), leads={_NAMES[kind]: [option.id]}) for option in options]
    choices.show(str(kind), legend, with_counts, getattr(place.selected(), kind), _chooses(kind), noun=counted)


def _chooses(kind: Filter) -> Callable[[list[str]], None]:
    def choose(chosen: list[str]) -> None:
        changes: dict[str, Any] = {kind: frozenset(chosen)}
        place.choose(**changes)

    return choose

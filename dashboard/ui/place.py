"""Where the reader is: the one piece of state, read from the address and written back to it.

The address wins when the reader brings one (a link, a reload, Back); what the reader does with a control wins otherwise. Each
change writes the address once, so each is one step of the browser's history.
"""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard.queries import address
from dashboard.queries.address import Address, View
from dashboard.queries.selection import Filter, Selection
from dashboard.queries.tables import Tables
from dashboard.ui.component import mount

_TABLES, _PLACE, _WRITTEN, _NOTICES, _ACTED, _CAUSED, _PAGE, _MOVED, _OPENED, _QUIET = (
    "place-tables",
    "place",
    "place-written",
    "place-notices",
    "place-acted",
    "place-caused",
    "place-page",
    "place-moved",
    "place-opened",
    "place-quiet",
)


def arrive(tables: Tables, page: str) -> None:
    """Find where the reader is at the start of a run.

    The query string is read when the session is new, or when it changed though no control did: then the reader went Back or
    typed. Streamlit empties it on the way to another page; there the place is kept.
    """
    state = st.session_state
    query = _query()
    acted_ = state[_CAUSED] = state.pop(_ACTED, False)
    # A move stays open until an address was seen: a run may be cut short before its script has completed the bare one.
    state[_MOVED] = not query and (state.get(_PAGE, page) != page or (state.get(_MOVED, False) and not acted_))
    known = query == state.get(_WRITTEN) or acted_ or state[_MOVED]
    if _PLACE not in state or not known:
        state[_PLACE], state[_NOTICES] = address.read(query, tables)
    elif state[_TABLES] is not tables:  # the record has changed: what it no longer has can't be chosen any more
        state[_PLACE], state[_NOTICES] = address.read(address.write(current(), state[_TABLES]), tables)
    state[_TABLES] = tables
    state[_PLACE] = address.settled(current().on(page), tables)
    state[_PAGE] = page


def leave(tables: Tables) -> None:
    """Write the place to the address at the end of a run."""
    st.session_state.pop(_ACTED, None)
    if st.session_state.pop(_QUIET, False):
        return
    wanted = address.write(current(), tables)
    if st.session_state[_MOVED] and not wanted:
        st.session_state[_MOVED] = False
    elif st.session_state[_MOVED]:
        # Streamlit has made a step of the history already, with a bare address; that one is completed.
        search = f"?{urlencode(wanted, doseq=True)}"
        # The page is part of the data, so that the script runs again on each.
        mount("address", "", {"page": st.session_state[_PAGE], "search": search}, key="address")
    elif wanted != _query() or (st.session_state[_CAUSED] and wanted != st.session_state.get(_WRITTEN, wanted)):
        # The browser may have asked for this run before it had what an earlier one wrote.
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = wanted


def tables() -> Tables:
    """Give the record of this run, the same from its start to its end."""
    found: Tables = st.session_state[_TABLES]
    return found


def current() -> Address:
    """Give the place as it is now."""
    place: Address = st.session_state[_PLACE]
    return place


def go(*, quiet: bool = False, **changes: Any) -> None:  # noqa: ANN401 - fields of Address
    """Change the place from a control's callback; a quiet change is one of many and is not written to the address."""
    st.session_state[_PLACE] = replace(current(), **changes)
    st.session_state[_QUIET] = quiet
    st.session_state.pop(_NOTICES, None)
    acted()


def choose(*, quiet: bool = False, **changes: Any) -> None:  # noqa: ANN401 - fields of Selection
    """Change the selection from a control's callback."""
    go(quiet=quiet, selection=replace(current().selection, **changes))


def take_off(tables: Tables, *kinds: Filter) -> None:
    """Take filters off; the window then is the whole record's."""
    selection = current().selection.without(*kinds)
    go(selection=replace(selection, window=selection.window or tables.whole))


def reset(tables: Tables) -> None:
    """Choose nothing but the dossier's own window, no event, and no track or question alone; keep the form."""
    go(selection=address.start(tables).selection, event=None, ghosts=False, panel=None, question=None)


def open_event(event: str | None) -> None:
    """Open an event, or close the open one; one that the record has not is none."""
    event = event if event in tables().dossier.event else None
    go(event=event)
    st.session_state[_OPENED] = "event" if event else ""


def open_measure(measure: str | None) -> None:
    """Open a measure; one that the record has not is none."""
    measure = measure if measure in tables().measures.index else None
    go(measure=measure)
    st.session_state[_OPENED] = "measure" if measure else ""


def opened() -> str:
    """Tell once what was opened, if anything: "event" or "measure", which the page at hand may not show."""
    return str(st.session_state.pop(_OPENED, ""))


def show_as(view: View) -> None:
    """Show the events as a chart, a list or a table."""
    go(view=view)


def acted() -> None:
    """Remember that a control caused this run, so that an older query string is not taken for the reader's."""
    st.session_state[_ACTED] = True


def notify(notice: str) -> None:
    """Say something short to the reader, until the next change of the place."""
    st.session_state[_NOTICES] = (notice,)


def notices() -> tuple[str, ...]:
    """Give what is to be said."""
    said: tuple[str, ...] = st.session_state.get(_NOTICES, ())
    return said


def show_in(key: str, value: object) -> None:
    """Let a widget show a value, and leave it alone where it does: a value set again takes away what is being typed."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def page() -> str:
    """Give the path of the page, "" for the first."""
    return str(st.session_state[_PAGE])


def selected() -> Selection:
    """Give what is selected now."""
    return current().selection


def _query() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}

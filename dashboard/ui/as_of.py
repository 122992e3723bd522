"""The control for what was public on a day, and for playing through the window."""

from datetime import date

import streamlit as st

from dashboard.queries.address import Address
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window, steps
from dashboard.ui import place
from dashboard.ui.component import mount

_DAY, _PLAY = "as-of", "play"
YEAR = 4000  # milliseconds that a year of the window plays in
SHORTEST = 200  # milliseconds of a step, however short
DAYS_OF_A_YEAR = 365


def show(tables: Tables) -> None:
    """Draw the day and the button that plays."""
    here = place.current()
    place.show_in(_DAY, here.selection.as_of)
    st.date_input(
        "As public on",
        key=_DAY,
        value=None,
        min_value=date(1, 1, 1),
        max_value=date(9999, 12, 31),
        format="YYYY-MM-DD",
        on_change=_picked,
    )
    _play((here.selection.window or tables.whole).overlap(tables.whole), here)


def _picked() -> None:
    place.choose(as_of=st.session_state[_DAY])


def _play(window: Window | None, here: Address) -> None:
    days = steps(window) if window else ()
    told = st.session_state[_PLAY].get("day") if _PLAY in st.session_state else None
    each = max(YEAR * window.days / DAYS_OF_A_YEAR / len(days), SHORTEST) if window else SHORTEST
    mount(
        "play",
        '<button type="button" class="button play"></button>',
        {
            "days": [day.isoformat() for day in days],
            "asOf": here.selection.as_of.isoformat() if here.selection.as_of else None,
            "milliseconds": round(each),
            "answers": told["number"] if told else 0,
        },
        key=_PLAY,
        width="content",
        default={"day": None},
        on_day_change=_played,
    )


def _played() -> None:
    told = st.session_state[_PLAY].day
    if told["playing"]:
        place.open_event(None)  # or it would stand there with a warning until its day comes
    place.choose(quiet=bool(told["playing"]), as_of=date.fromisoformat(told["day"]))

"""The control for what was public on a day, and for playing through the window."""

from datetime import date

import streamlit as st

from dashboard.queries.address import Address
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window, steps
from dashboard.ui import place, told
from dashboard.ui.component import mount
from dashboard.ui.told import Day, Message

_DAY, _PLAY = "as-of", "play"
YEAR = 4000  # milliseconds that a year of the window plays in
SHORTEST = 200  # milliseconds of a step, however short
DAYS_OF_A_YEAR = 365


class _Played(Message):
    day: Day
    playing: bool
    number: int


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
    played = told.read(_Played, _PLAY, "day")
    each = max(YEAR * window.days / DAYS_OF_A_YEAR / len(days), SHORTEST) if window else SHORTEST
    mount(
        "play",
        '<button type="button" class="button play"></button>',
        {
            "days": [day.isoformat() for day in days],
            "asOf": here.selection.as_of.isoformat() if here.selection.as_of else None,
            "milliseconds": round(each),
            "answers": played.number if played else 0,
        },
        key=_PLAY,
        width="content",
        default={"day": None},
        on_day_change=_played,
    )


def _played() -> None:
    played = told.read(_Played, _PLAY, "day")
    if not played:
        return
    if played.playing:
        place.open_event(None)  # or it would stand there with a warning until its day comes
    place.choose(quiet=played.playing, as_of=played.day)

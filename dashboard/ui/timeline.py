"""The timeline: the placed figure, with a target over each mark and label for mouse and keys."""

import streamlit as st
from pydantic import Field

from dashboard.figures import theme, timeline, words
from dashboard.figures.targets import targets
from dashboard.figures.theme import Theme
from dashboard.figures.view import Room, view
from dashboard.fragments.legend import in_short, keys, legend
from dashboard.fragments.links import own_link
from dashboard.fragments.rendering import render
from dashboard.queries.address import Address
from dashboard.queries.ghosts import ghosts
from dashboard.queries.selection import select
from dashboard.queries.tables import Tables
from dashboard.queries.typesetting import LARGE, NORMAL
from dashboard.queries.windows import Window
from dashboard.ui import assets, memory
from dashboard.ui import place as places
from dashboard.ui.component import mount, written
from dashboard.ui.told import Day, Message, read

KEY = "timeline"
COOKIE = "chart"  # as in figure.js
_LAST = "chart-width"
WIDTH = 980  # pixels that are drawn for until the browser has told its own
LEAST_WIDTH, MOST_WIDTH = 320, 4000
HEIGHT = 780  # pixels kept free until the figure has come


class _Chosen(Message):
    start: Day = Field(alias="from")
    end: Day = Field(alias="to")


def draw(tables: Tables) -> None:
    """Draw the shown events, and as ghosts those not yet public; a target opens its event, a cluster its window."""
    told = _known()
    mount(
        "figure",
        render("timeline.html"),
        drawn(tables, places.current(), width(), told, theme.named(st.context.theme.type)),
        key=KEY,
        default={"width": None},
        on_width_change=_measured,
        on_opened_change=_opened,
        on_closed_change=_closed,
        on_window_change=_window_chosen,
    )


@memory.kept
def drawn(tables: Tables, here: Address, wide: int, told: int | None, look: Theme) -> bytes:
    """Write what the script is to draw for a place in so many pixels; ``told`` is what the browser said of its width."""
    dossier = tables.dossier
    outlined = ghosts(tables, here)
    room = Room(wide, LARGE if here.large else NORMAL)
    seen = view(select(tables, here.selection), outlined, tables, here, room)
    layout, figure = seen.layout, seen.draw(look)
    return written(
        {
            "plotly": assets.PLOTLY.address,
            "figure": figure,
            "targets": targets(layout, seen.events, dossier, outlined.index),
            "chosen": here.event,
            "here": own_link(here, tables),
            "theme": look.name,
            "top": timeline.axis_height(layout),
            "width": layout.canvas.width,
            "told": told,
            "height": figure["layout"]["height"],
            "kept": HEIGHT,
            "words": words.of_figure(layout, len(seen.events), dossier),
            "inShort": in_short(dossier),
            "help": legend(dossier, here.selection.as_of, ghosts=here.ghosts) + keys(),
        }
    )


def width() -> int:
    """Give the width in pixels that the chart is drawn for."""
    return within(_told() or _last() or WIDTH)


def pixels(told: str) -> int | None:
    """Read a width that the browser tells in an address; None where it tells none."""
    return min(int(told), MOST_WIDTH) if _is_width(told) else None


def is_in_view() -> bool:
    """Tell whether the browser shows the chart, as it said now or the last time, if only because its screen is wide enough."""
    return bool(_known())


def _known() -> int | None:
    told = _told()
    return told if told is not None else _last() or None


def _last() -> int:
    last: int = st.session_state.get(_LAST, 0)
    return last or _noted()


def _noted() -> int:
    """Give the width that the chart had at the reader's last visit, which the browser notes down; 0 where it did not."""
    noted = str(st.context.cookies.get(COOKIE, ""))  # a page that is tested without a browser has a stand-in there
    return int(noted) if _is_width(noted) else 0


def _is_width(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= len(str(MOST_WIDTH))


def within(wide: int) -> int:
    """Give the nearest width that charts are drawn in."""
    return min(max(wide, LEAST_WIDTH), MOST_WIDTH)


def _told() -> int | None:
    """Give the width that the browser has told: 0 where the chart is hidden, None where it has told none yet."""
    told = read(int, KEY, "width")
    return None if told is None or told < 0 else min(told, MOST_WIDTH)


def _measured() -> None:
    places.acted()
    st.session_state[_LAST] = _told() or st.session_state.get(_LAST, 0)  # for when it is shown again, or the reader comes back


def _opened() -> None:
    places.open_event(read(str, KEY, "opened"))


def _closed() -> None:
    places.open_event(None)


def _window_chosen() -> None:
    chosen = read(_Chosen, KEY, "window")
    if chosen and chosen.start <= chosen.end:
        places.choose(window=Window(chosen.start, chosen.end))

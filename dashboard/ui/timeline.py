"""The timeline: the placed figure, with a target over each mark and label for mouse and keys."""

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.figures import theme, timeline, words
from dashboard.figures.targets import targets
from dashboard.figures.view import Room, view
from dashboard.fragments.legend import in_short, keys, legend
from dashboard.fragments.rendering import render
from dashboard.queries.tables import Tables
from dashboard.queries.typesetting import LARGE, NORMAL
from dashboard.queries.windows import Window
from dashboard.ui import assets
from dashboard.ui import place as places
from dashboard.ui.component import component

KEY = "timeline"
WIDTH = 980  # pixels that are drawn for until the browser has told its own
LEAST_WIDTH, MOST_WIDTH = 320, 4000
HEIGHT = 780  # pixels kept free until the figure has come


def draw(shown: pd.DataFrame, ghosts: pd.DataFrame, tables: Tables) -> None:
    """Draw the shown events, and as ghosts those not yet public; a target opens its event, a cluster its window."""
    dossier, here = tables.dossier, places.current()
    room = Room(width(), LARGE if here.large else NORMAL)
    seen = view(shown, ghosts, tables, here, room)
    layout, figure = seen.layout, seen.draw(theme.named(st.context.theme.type))
    component("figure", render("timeline.html"))(
        key=KEY,
        data={
            "plotly": assets.PLOTLY.address,
            "figure": figure,
            "targets": targets(layout, seen.events, dossier, ghosts.index),
            "chosen": here.event,
            "top": timeline.axis_height(layout),
            "width": layout.canvas.width,
            "told": _told(),
            "height": figure["layout"]["height"],
            "kept": HEIGHT,
            "words": words.of_figure(layout, len(seen.events), dossier),
            "inShort": in_short(dossier),
            "help": legend(dossier, here.selection.as_of, ghosts=here.ghosts) + keys(),
        },
        default={"width": None},
        on_width_change=places.acted,
        on_opened_change=_opened,
        on_closed_change=_closed,
        on_window_change=_window_chosen,
    )


def width() -> int:
    """Give the width in pixels that the chart is drawn for."""
    told = _told()
    return WIDTH if told is None else min(max(told, LEAST_WIDTH), MOST_WIDTH)


def _told() -> int | None:
    told = st.session_state[KEY].get("width") if KEY in st.session_state else None
    return int(told) if isinstance(told, int | float) else None


def _opened() -> None:
    places.open_event(st.session_state[KEY].opened)


def _closed() -> None:
    places.open_event(None)


def _window_chosen() -> None:
    chosen = st.session_state[KEY].window
    places.choose(window=Window(date.fromisoformat(chosen["from"]), date.fromisoformat(chosen["to"])))

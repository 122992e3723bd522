"""The timeline: the placed figure, with a target over each mark and label for mouse and keys."""

from datetime import date

import pandas as pd
import streamlit as st

from dashboard.figures import theme, timeline, words
from dashboard.figures.targets import targets
from dashboard.figures.timeline import Line, Look
from dashboard.fragments.legend import in_short, keys, legend
from dashboard.model.dates import in_words
from dashboard.queries import links, public
from dashboard.queries.connections import connect
from dashboard.queries.event_table import IN_TIME
from dashboard.queries.lanes import place
from dashboard.queries.layout import Canvas
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

_HTML = """
<div class="timeline">
  <div class="plot"></div>
  <div class="targets"></div>
  <div class="tip" hidden></div>
  <div class="foot"><button type="button" class="button help">Legend and keys</button><p class="in-short legend"></p></div>
  <dialog class="reader" aria-label="Legend and keys">
    <form method="dialog"><button class="button">Close</button></form>
    <div class="words"></div>
  </dialog>
</div>
"""


def draw(shown: pd.DataFrame, ghosts: pd.DataFrame, tables: Tables) -> None:
    """Draw the shown events, and as ghosts those not yet public; a target opens its event, a cluster its window."""
    dossier, here = tables.dossier, places.current()
    as_of = here.selection.as_of
    events = pd.concat([shown, ghosts]).sort_values(IN_TIME) if len(ghosts) else shown
    tracks = here.selection.tracks
    lanes = {name: lane for name, lane in dossier.lane.items() if not tracks or name in tracks}
    titles = {name: lane.title for name, lane in lanes.items()}
    canvas = Canvas(here.selection.window or tables.whole, _width(), LARGE if here.large else NORMAL)
    review = public.review(dossier, as_of)
    marked = [Line(review.date.earliest, review.label, "dot")] if review else []
    marked += [Line(as_of, "As of " + in_words(as_of), "solid")] if as_of else []
    layout = place(events, titles, canvas, lines=[line.day for line in marked])
    answers = links.to_draw(dossier.event[here.event], dossier, as_of) if here.event else ()
    figure = timeline.draw(
        layout,
        {str(name): str(standing) for name, standing in events["standing"].items()},
        Look(lanes, {standing: told.glyph for standing, told in dossier.standing.items()}, theme.named(st.context.theme.type)),
        chosen=here.event,
        ghosts=ghosts.index,
        lines=marked,
        connections=connect(here.event, answers, layout, titles),
    )
    component("figure", _HTML)(
        key=KEY,
        data={
            "plotly": assets.PLOTLY_ADDRESS,
            "figure": figure.to_plotly_json(),
            "targets": targets(layout, events, dossier, ghosts.index),
            "chosen": here.event,
            "top": timeline.axis_height(layout),
            "width": layout.canvas.width,
            "told": _told(),
            "height": round(figure.layout["height"]),
            "kept": HEIGHT,
            "words": words.of_figure(layout, len(events), dossier),
            "inShort": in_short(dossier),
            "help": legend(dossier, as_of, ghosts=here.ghosts) + keys(),
        },
        default={"width": None},
        on_width_change=places.acted,
        on_opened_change=_opened,
        on_closed_change=_closed,
        on_window_change=_window_chosen,
    )


def _told() -> int | None:
    told = st.session_state[KEY].get("width") if KEY in st.session_state else None
    return int(told) if isinstance(told, int | float) else None


def _width() -> int:
    told = _told()
    return WIDTH if told is None else min(max(told, LEAST_WIDTH), MOST_WIDTH)


def _opened() -> None:
    places.open_event(st.session_state[KEY].opened)


def _closed() -> None:
    places.open_event(None)


def _window_chosen() -> None:
    chosen = st.session_state[KEY].window
    places.choose(window=Window(date.fromisoformat(chosen["from"]), date.fromisoformat(chosen["to"])))

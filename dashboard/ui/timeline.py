"""The timeline: the placed figure, with a target over each mark and label for mouse and keys."""

import json
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.figures import theme, timeline, words
from dashboard.model.dossier import Dossier
from dashboard.queries.lanes import Canvas, Layout, place
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window
from dashboard.ui import assets
from dashboard.ui import place as places
from dashboard.ui.component import component

KEY = "timeline"
WIDTH = 980  # pixels that are drawn for until the browser has told its own
LEAST_WIDTH, MOST_WIDTH = 320, 4000
HEIGHT = 780  # pixels kept free until the figure has come

_HTML = '<div class="timeline"><div class="plot"></div><div class="targets"></div><div class="tip" hidden></div></div>'


def draw(shown: pd.DataFrame, tables: Tables) -> None:
    """Draw the shown events; a mark, a label or a key opens its event, a cluster its window."""
    dossier = tables.dossier
    address = places.current()
    window = address.selection.window or tables.whole
    lanes = {
        name: lane for name, lane in dossier.lane.items() if not address.selection.tracks or name in address.selection.tracks
    }
    layout = place(shown, {name: lane.title for name, lane in lanes.items()}, Canvas(window, _width()))
    strategy = dossier.front.strategy
    review = [dossier.event[strategy.review].date.earliest] if strategy else []
    as_of = [address.selection.as_of] if address.selection.as_of else []
    figure = timeline.draw(
        layout,
        shown,
        lanes,
        {standing: words_.glyph for standing, words_ in dossier.standing.items()},
        theme.named(st.context.theme.type),
        chosen=address.event,
        lines=[*review, *as_of],
    )
    component("figure", _HTML)(
        key=KEY,
        data={
            "plotly": assets.PLOTLY_ADDRESS,
            "figure": json.loads(figure.to_json()),
            "targets": targets(layout, shown, dossier),
            "chosen": address.event,
            "top": timeline.AXIS_HEIGHT,
            "width": layout.canvas.width,
            "height": timeline.height(layout),
            "kept": HEIGHT,
            "words": words.of_figure(layout, shown, dossier),
        },
        default={"width": None},
        on_width_change=places.acted,
        on_opened_change=_opened,
        on_closed_change=_closed,
        on_window_change=_window_chosen,
    )


def targets(layout: Layout, shown: pd.DataFrame, dossier: Dossier) -> list[dict[str, Any]]:
    """List what can be pointed at: the box of each mark with its label, and of each cluster, in order of time."""
    order = {str(name): number for number, name in enumerate(shown.index, start=1)}
    half_row = layout.canvas.type.row / 2
    marks = [
        {
            "id": mark.id,
            "lane": mark.lane,
            "year": dossier.event[mark.id].date.earliest.year,
            "order": order[mark.id],
            "words": words.of_mark(mark.id, mark.lane, order[mark.id], len(shown), dossier),
            **_box(
                min(mark.from_x, mark.x - mark.size / 2, mark.label_from),
                mark.y - half_row,
                max(mark.to_x, mark.x + mark.size / 2, mark.label_to),
                mark.y + half_row,
            ),
        }
        for mark in layout.marks.itertuples()
    ]
    clusters = [
        {
            "lane": cluster.lane,
            "year": cluster.start.year,
            "order": order[cluster.ids[0]],
            "words": words.of_cluster(cluster.ids, cluster.lane, Window(cluster.start, cluster.end), dossier),
            "from": cluster.start.isoformat(),
            "to": cluster.end.isoformat(),
            **_box(cluster.from_x, cluster.y - half_row, cluster.to_x, cluster.y + half_row),
        }
        for cluster in layout.clusters.itertuples()
    ]
    return sorted([*marks, *clusters], key=lambda target: (target["order"], target["y"]))


def _box(x0: float, y0: float, x1: float, y1: float) -> dict[str, float]:
    return {"x": round(x0, 1), "y": round(y0, 1), "w": round(x1 - x0, 1), "h": round(y1 - y0, 1)}


def _width() -> int:
    told = st.session_state[KEY].get("width") if KEY in st.session_state else None
    return min(max(int(told), LEAST_WIDTH), MOST_WIDTH) if isinstance(told, int | float) else WIDTH


def _opened() -> None:
    places.open_event(st.session_state[KEY].opened)


def _closed() -> None:
    places.open_event(None)


def _window_chosen() -> None:
    chosen = st.session_state[KEY].window
    places.choose(window=Window(date.fromisoformat(chosen["from"]), date.fromisoformat(chosen["to"])))

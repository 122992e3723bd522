"""The swimlane chart: a placed timeline into a Plotly figure.

The axes count pixels, so that what placement kept free is free on the screen too.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.marks import left_half, plotly_size
from dashboard.figures.theme import FONT_FAMILY, Theme, mixed
from dashboard.model.dossier import Lane
from dashboard.model.vocabulary import Glyph
from dashboard.queries.lanes import MARGIN, TITLE_SIZE, LaneBand, Layout
from dashboard.queries.ticks import ticks
from dashboard.queries.typesetting import SEMIBOLD

AXIS_HEIGHT = 44  # pixels above the lanes for the two lines of the axis
FOOT = 2
AXIS_SIZE = 12
BAR = 5  # height of a span, in pixels
OUTLINE = 2.0

# How a span is layered: share of its width, opacity. A lasting one is even, one of doubt fades towards its ends.
LASTING = ((1.0, 0.55),)
DOUBTFUL = ((1.0, 0.16), (0.75, 0.16), (0.5, 0.18), (0.25, 0.2))


def draw(
    layout: Layout,
    events: pd.DataFrame,
    lanes: Mapping[str, Lane],
    glyphs: Mapping[str, Glyph],
    theme: Theme,
    *,
    chosen: str | None = None,
    lines: Iterable[date] = (),
) -> go.Figure:
    """Draw placed events.

    ``events`` holds the rows of the event table that the layout was made from, ``glyphs`` the fill for each standing, ``lines``
    the days to mark with a dotted line. Every mark carries its event's id as ``customdata``.
    """
    columns = ["label", "importance", "standing", "throughout"]
    marks = layout.marks.merge(events[columns], left_on="id", right_index=True, how="left", sort=False)
    marks["glyph"] = [glyphs[standing] for standing in marks["standing"]]
    traces = [_marks_of(lanes[band.id], marks[marks["lane"] == band.id], theme) for band in layout.bands]
    traces += [_labels(marks[marks["side"] == side], layout, theme, side) for side in ("right", "left")]
    traces.append(_cluster_counts(layout, theme))
    colors = {lane.id: theme.of(lane) for lane in lanes.values()}
    shapes = [
        *(_stripe(band, lanes[band.id], layout, theme) for band in layout.bands),
        *_grid(layout, theme),
        *_lines(lines, layout, theme),
        *_joins(marks, theme),
        *(shape for mark in marks.itertuples() for shape in _span(mark, colors[str(mark.lane)])),
        *(_half(mark, lanes[str(mark.lane)], theme) for mark in marks.itertuples() if mark.glyph == Glyph.HALF),
        *(_ring(mark, theme) for mark in marks.itertuples() if mark.id == chosen),
        *(_cluster_box(cluster, theme) for cluster in layout.clusters.itertuples()),
    ]
    figure = go.Figure(data=traces)
    figure.update_layout(**_layout(layout, theme), shapes=shapes, annotations=_titles(layout, lanes, theme))
    return figure


def height(layout: Layout) -> int:
    """Give the height of the whole figure in pixels."""
    return round(layout.height) + AXIS_HEIGHT + FOOT


def _marks_of(lane: Lane, marks: pd.DataFrame, theme: Theme) -> go.Scatter:
    color = theme.of(lane)
    fills = [color if glyph == Glyph.FILLED else theme.background for glyph in marks["glyph"]]
    return go.Scatter(
        name=_plain(lane.title),
        x=_pixels(marks["x"]),
        y=_pixels(marks["y"]),
        customdata=marks["id"].tolist(),
        mode="markers",
        hoverinfo="none",
        marker={
            "symbol": lane.symbol.value,
            "size": [plotly_size(lane.symbol, size) for size in marks["size"]],
            "color": fills,
            "opacity": 1,
            "line": {"color": color, "width": OUTLINE},
        },
    )


def _labels(marks: pd.DataFrame, layout: Layout, theme: Theme, side: str) -> go.Scatter:
    fonts = [layout.canvas.type.text(str(importance)) for importance in marks["importance"]]
    return go.Scatter(
        name=f"labels on the {side}",
        x=_pixels(marks["label_from" if side == "right" else "label_to"]),
        y=_pixels(marks["y"]),
        text=[_plain(label) for label in marks["label"]],
        customdata=marks["id"].tolist(),
        mode="text",
        textposition=f"middle {side}",
        hoverinfo="skip",
        textfont={"color": theme.ink, "size": [size for size, _ in fonts], "weight": [weight for _, weight in fonts]},
    )


def _cluster_counts(layout: Layout, theme: Theme) -> go.Scatter:
    clusters = layout.clusters
    return go.Scatter(
        name="clusters",
        x=_pixels(clusters["x"]),
        y=_pixels(clusters["y"]),
        text=[f"+{len(ids)}" for ids in clusters["ids"]],
        mode="text",
        textposition="middle center",
        hoverinfo="skip",
        textfont={"color": theme.ink, "size": layout.canvas.type.label, "weight": SEMIBOLD},
    )


def _layout(layout: Layout, theme: Theme) -> dict[str, Any]:
    marked = ticks(layout.canvas.window, layout.canvas.per_day)
    axis: dict[str, Any] = {"fixedrange": True, "showgrid": False, "zeroline": False, "showline": False}
    return {
        "template": "none",
        "width": layout.canvas.width,
        "height": height(layout),
        "margin": {"l": 0, "r": 0, "t": AXIS_HEIGHT, "b": FOOT, "pad": 0},
        "paper_bgcolor": theme.background,
        "plot_bgcolor": theme.background,
        "font": {"family": FONT_FAMILY, "color": theme.ink, "size": layout.canvas.type.label},
        "showlegend": False,
        "dragmode": False,
        "hovermode": False,
        "uirevision": "timeline",
        "xaxis": axis
        | {
            "range": [0, layout.canvas.width],
            "side": "top",
            "tickmode": "array",
            "tickvals": [round(layout.canvas.x(tick.day), 1) for tick in marked],
            "ticktext": [f"{tick.upper}<br>{tick.lower or ' '}" for tick in marked],
            "tickfont": {"size": AXIS_SIZE, "color": theme.muted},
            "ticklabeloverflow": "allow",
            "ticklen": 3,
            "tickcolor": theme.background,
        },
        "yaxis": axis | {"range": [layout.height, 0], "showticklabels": False},
    }


def _titles(layout: Layout, lanes: Mapping[str, Lane], theme: Theme) -> list[dict[str, Any]]:
    return [
        {
            "x": MARGIN / 2,
            "y": band.top + 5 + layout.canvas.type.row / 2,
            "xanchor": "left",
            "yanchor": "middle",
            "xref": "x",
            "yref": "y",
            "showarrow": False,
            "borderpad": 0,
            "text": _plain(lanes[band.id].title),
            "font": {"size": TITLE_SIZE, "color": theme.of(lanes[band.id]), "weight": SEMIBOLD},
        }
        for band in layout.bands
    ]


def _stripe(band: LaneBand, lane: Lane, layout: Layout, theme: Theme) -> dict[str, Any]:
    return _box(0, band.top, layout.canvas.width, band.bottom, theme.stripe(lane))


def _grid(layout: Layout, theme: Theme) -> Iterator[dict[str, Any]]:
    for tick in ticks(layout.canvas.window, layout.canvas.per_day):
        yield _line(layout.canvas.x(tick.day), 0, layout.height, theme.rule, 1)


def _lines(days: Iterable[date], layout: Layout, theme: Theme) -> Iterator[dict[str, Any]]:
    window = layout.canvas.window
    for day in days:
        if window.start <= day <= window.end:
            x = layout.canvas.x(day) + layout.canvas.per_day / 2
            yield _line(x, 0, layout.height, theme.muted, 1.5, dash="dot")


def _joins(marks: pd.DataFrame, theme: Theme) -> Iterator[dict[str, Any]]:
    for _, same in marks.groupby("id", sort=False):
        if len(same) > 1:
            x = float(same["x"].iloc[0])
            yield _line(x, float(same["y"].min()), float(same["y"].max()), mixed(theme.muted, theme.background, 0.55), 1)


def _span(mark: Any, color: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - a row of the table of marks
    if mark.to_x - mark.from_x <= mark.size:
        return
    middle = (mark.from_x + mark.to_x) / 2
    for share, opacity in LASTING if mark.throughout else DOUBTFUL:
        half = (mark.to_x - mark.from_x) / 2 * share
        yield _box(middle - half, mark.y - BAR / 2, middle + half, mark.y + BAR / 2, color) | {"opacity": opacity}


def _half(mark: Any, lane: Lane, theme: Theme) -> dict[str, Any]:  # noqa: ANN401 - a row of the table of marks
    path = left_half(lane.symbol, mark.x, mark.y, mark.size)
    return {"type": "path", "path": path, "fillcolor": theme.of(lane), "line": {"width": 0}, "layer": "above"}


def _ring(mark: Any, theme: Theme) -> dict[str, Any]:  # noqa: ANN401 - a row of the table of marks
    radius = mark.size / 2 + 4
    ends = {"x0": mark.x - radius, "x1": mark.x + radius, "y0": mark.y - radius, "y1": mark.y + radius}
    return {"type": "circle", **ends, "line": {"color": theme.ink, "width": 2}, "layer": "above"}


def _cluster_box(cluster: Any, theme: Theme) -> dict[str, Any]:  # noqa: ANN401 - a row of the table of clusters
    box = _box(cluster.from_x, cluster.y - 9, cluster.to_x, cluster.y + 9, theme.background)
    return box | {"line": {"color": theme.muted, "width": 1}}


def _box(x0: float, y0: float, x1: float, y1: float, color: str) -> dict[str, Any]:
    ends = {"x0": round(x0, 1), "x1": round(x1, 1), "y0": round(y0, 1), "y1": round(y1, 1)}
    return {"type": "rect", **ends, "fillcolor": color, "line": {"width": 0}, "layer": "below"}


def _line(x: float, y0: float, y1: float, color: str, width: float, dash: str = "solid") -> dict[str, Any]:
    ends = {"x0": round(x, 1), "x1": round(x, 1), "y0": round(y0, 1), "y1": round(y1, 1)}
    return {"type": "line", **ends, "line": {"color": color, "width": width, "dash": dash}, "layer": "below"}


def _plain(text: str) -> str:
    # Plotly reads a few tags and entities in text; quotation marks it leaves alone.
    return escape(text, quote=False)


def _pixels(column: pd.Series) -> list[float]:
    return [round(float(value), 1) for value in column]

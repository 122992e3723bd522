"""The shapes of the timeline that are no marks: stripes, lines, spans, rings, boxes. Each is one of Plotly's layout shapes."""

from collections.abc import Iterable, Iterator
from typing import Any

from dashboard.figures.theme import Theme
from dashboard.model.dossier import Lane
from dashboard.model.vocabulary import Grounds
from dashboard.queries.connections import Connection
from dashboard.queries.layout import MARGIN, Band, Cluster, Layout, Mark

FADE = 5  # steps in which a stripe fades towards the window's edges
LAYERS = (4, 24)  # of which a doubtful span is laid, narrower and narrower, so that it fades towards its ends
PIXELS_A_LAYER = 12
LINK = 1.25  # pixels of a response link
BADGE = "cluster"  # the name of a cluster's box

Shape = dict[str, Any]


def stripe(band: Band, lane: Lane, layout: Layout, theme: Theme) -> Shape:
    """Draw a lane's stripe."""
    return _box(0, band.top, layout.canvas.width, band.bottom, theme.stripe(lane))


def fades(layout: Layout, theme: Theme) -> Iterator[Shape]:
    """Let all stripes fade in the margins, where the record goes on outside the window."""
    width, step = layout.canvas.width, MARGIN / FADE
    for at in range(FADE):
        ends = ((at * step, (at + 1) * step), (width - (at + 1) * step, width - at * step))
        path = " ".join(f"M{x0:.1f},0 H{x1:.1f} V{layout.height:.1f} H{x0:.1f} Z" for x0, x1 in ends)
        veil = {"fillcolor": theme.background, "opacity": round(1 - (at + 0.5) / FADE, 2), "line": {"width": 0}}
        yield {"type": "path", "path": path, **veil, "layer": "below"}


def uprights(xs: Iterable[float], high: float, color: str) -> Shape:
    """Draw thin lines from top to bottom, all as one shape: Plotly takes as long for a shape of many lines as for one."""
    path = " ".join(f"M{x:.1f},0 V{high:.1f}" for x in xs)
    return {"type": "path", "path": path, "line": {"color": color, "width": 1}, "layer": "below"}


def upright(x: float, y0: float, y1: float, color: str, width: float = 1, dash: str = "solid") -> Shape:
    """Draw a line from top to bottom."""
    return _line(x, y0, x, y1, color, width, dash)


def connection(one: Connection, theme: Theme) -> Shape:
    """Draw a response link: solid where a source states it, dashed where the editors infer it."""
    dash = "solid" if one.grounds is Grounds.STATED else "6px,5px"
    if one.y0 != one.y1:
        return _line(one.x0, one.y0, one.x1, one.y1, theme.muted, LINK, dash)
    # Within a row the line would run through the labels; it passes below them.
    middle, low = (one.x0 + one.x1) / 2, one.y0 + 20
    path = f"M{one.x0:.1f},{one.y0:.1f} Q{middle:.1f},{low:.1f} {one.x1:.1f},{one.y1:.1f}"
    return {"type": "path", "path": path, "line": {"color": theme.muted, "width": LINK, "dash": dash}, "layer": "below"}


def span(mark: Mark, color: str, tall: float, opacity: float) -> Iterator[Shape]:
    """Draw what an event's date covers: even where it lasted, with an arrow where no end is known, fading where in doubt."""
    wide = mark.to_x - mark.from_x
    if wide <= mark.size:
        return
    layers = 1 if mark.throughout else int(min(max(wide / PIXELS_A_LAYER, LAYERS[0]), LAYERS[1]))
    each = 1 - (1 - opacity) ** (1 / layers)
    middle = (mark.from_x + mark.to_x) / 2
    for layer in range(layers):
        half = wide / 2 * (1 - layer / layers)
        yield _box(middle - half, mark.y - tall / 2, middle + half, mark.y + tall / 2, color) | {"opacity": round(each, 3)}
    if mark.open_end:
        yield _arrow(mark.to_x, mark.y, tall, color)


def _arrow(x: float, y: float, tall: float, color: str) -> Shape:
    path = f"M{x - tall:.1f},{y - tall:.1f} L{x + tall:.1f},{y:.1f} L{x - tall:.1f},{y + tall:.1f} Z"
    return {"type": "path", "path": path, "fillcolor": color, "line": {"width": 0}, "layer": "below"}


def ring(mark: Mark, theme: Theme) -> Shape:
    """Draw the ring round the chosen event."""
    radius = mark.size / 2 + 4
    ends = {"x0": mark.x - radius, "x1": mark.x + radius, "y0": mark.y - radius, "y1": mark.y + radius}
    return {"type": "circle", **ends, "line": {"color": theme.ink, "width": 1.75}, "layer": "above"}


def badge(cluster: Cluster, row: int, theme: Theme) -> Shape:
    """Draw the box of a cluster."""
    tall = row / 2 - 1.5
    box = _box(cluster.from_x, cluster.y - tall, cluster.to_x, cluster.y + tall, theme.background)
    return box | {"line": {"color": theme.muted, "width": 1}, "name": BADGE}


def _box(x0: float, y0: float, x1: float, y1: float, color: str) -> Shape:
    ends = {"x0": round(x0, 1), "x1": round(x1, 1), "y0": round(y0, 1), "y1": round(y1, 1)}
    return {"type": "rect", **ends, "fillcolor": color, "line": {"width": 0}, "layer": "below"}


def _line(x0: float, y0: float, x1: float, y1: float, color: str, width: float, dash: str) -> Shape:
    ends = {"x0": round(x0, 1), "x1": round(x1, 1), "y0": round(y0, 1), "y1": round(y1, 1)}
    return {"type": "line", **ends, "line": {"color": color, "width": width, "dash": dash}, "layer": "below"}

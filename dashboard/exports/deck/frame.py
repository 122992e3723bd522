"""What a timeline is drawn on: lanes, axis, and the days that are marked."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn

from dashboard.exports.deck import metrics
from dashboard.exports.deck.geometry import POINT
from dashboard.exports.deck.library import Shape, Shapes, child
from dashboard.exports.deck.placing import Placed
from dashboard.exports.deck.shapes import Box, box, line, named, text
from dashboard.exports.deck.wording import plain
from dashboard.figures.theme import LIGHT
from dashboard.figures.timeline import FOOT, axis_height
from dashboard.figures.words import of_figure
from dashboard.model.dossier import Dossier
from dashboard.queries.layout import MARGIN, PADDING, Band
from dashboard.queries.ticks import ticks

_SURPLUS = 6  # pixels of a box beside its words


@dataclass(frozen=True)
class Figure:
    """Where on a slide a timeline is drawn; its shapes by event and lane, as they come to be."""

    shapes: Shapes
    placed: Placed
    dossier: Dossier
    left: float
    top: float  # of the axis
    glued: dict[tuple[str, str], Shape] = field(default_factory=dict)

    @property
    def plot(self) -> float:
        """The pixel where the first lane begins."""
        return self.top + axis_height(self.placed.view.layout)


def lanes(figure: Figure) -> None:
    """Draw the lanes as tinted stripes."""
    layout = figure.placed.view.layout
    for band in layout.bands:
        lane = figure.dossier.lane[band.lane]
        at = Box(figure.left, figure.plot + band.top, layout.canvas.width, band.bottom - band.top)
        held = _held(figure, band)
        alt = (
            f"Lane {lane.title}: {held} of the events shown. {of_figure(layout, len(figure.placed.view.events), figure.dossier)}"
        )
        named(box(figure.shapes, MSO_SHAPE.RECTANGLE, at, LIGHT.stripe(lane)), f"Lane {lane.title}", alt)


def titles(figure: Figure) -> None:
    """Write the lanes' titles at their upper left."""
    layout, sizes = figure.placed.view.layout, figure.placed.type
    for band in layout.bands:
        lane = figure.dossier.lane[band.lane]
        wide = metrics.width(lane.title, sizes.title, bold=True) * POINT + _SURPLUS
        at = Box(figure.left + MARGIN / 2, figure.plot + band.top + PADDING, wide, band.row)
        text(figure.shapes, at, lane.title, sizes.title, LIGHT.of(lane), bold=True).name = plain(f"Title of {lane.title}")


def axis(figure: Figure) -> None:
    """Draw the axis of two lines with a fine upright for each of its marks."""
    layout, points = figure.placed.view.layout, figure.placed.type.axis
    canvas, high = layout.canvas, points * POINT * metrics.LINE
    for tick in ticks(canvas.window, canvas.per_day, canvas.type.axis):
        x = figure.left + (canvas.middle(tick.day) if tick.is_day else canvas.x(tick.day))
        upright = line(figure.shapes, (x, figure.plot, x, figure.plot + layout.height), LIGHT.rule)
        named(upright, f"Axis at {tick.day}")
        wide = max(metrics.width(words, points) for words in (tick.upper, tick.lower)) * POINT + _SURPLUS
        for words, up in ((tick.upper, 2), (tick.lower, 1)):
            if words:
                at = Box(x - wide / 2, figure.plot - 3 - up * high, wide, high)
                text(figure.shapes, at, words, points, LIGHT.muted, align="center").name = plain(f"Axis words at {tick.day}")


def days(figure: Figure) -> None:
    """Draw the days that are marked from top to bottom, with their words below."""
    layout, sizes = figure.placed.view.layout, figure.placed.type
    canvas, bottom = layout.canvas, figure.plot + layout.height
    within = [one for one in figure.placed.view.lines if canvas.window.start <= one.day <= canvas.window.end]
    for at, one in enumerate(within):
        x = figure.left + canvas.middle(one.day)
        dash = MSO_LINE.ROUND_DOT if one.dash == "dot" else None
        named(line(figure.shapes, (x, figure.plot, x, bottom), LIGHT.muted, 1.5, dash=dash), f"Line: {one.words}")
        wide = metrics.width(one.words, sizes.label) * POINT + _SURPLUS
        start = min(max(x - wide / 2, figure.left), figure.left + canvas.width - wide)
        below = Box(start, bottom + FOOT + at * canvas.type.row, wide, canvas.type.row)
        text(figure.shapes, below, one.words, sizes.label, LIGHT.muted, align="center").name = plain(
            f"Words of line: {one.words}"
        )


def set_stops(shape: Shape, stops: Iterable[tuple[int, str]]) -> None:
    """Give a gradient its stops, each at some percent in a colour."""
    found = next(shape.element.iter(qn("a:gsLst")))
    for stop in list(found):
        found.remove(stop)
    for at, color in stops:
        child(child(found, "a:gs", pos=str(at * 1000)), "a:srgbClr", val=color[1:].upper())


def _held(figure: Figure, band: Band) -> int:
    return sum(band.lane in lanes for lanes in figure.placed.view.events["lanes"])

"""A placed timeline: canvas, lanes, marks and clusters, in pixels from the plot's upper left."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dashboard.queries.typesetting import TypeSize
from dashboard.queries.windows import Window

MARGIN = 28.0  # pixels between the plot's edge and the window's first and last day, so that no mark or tick is cut
BESIDE = 8.0  # pixels between a mark and its label
APART = 12.0  # pixels between two things in a row
PADDING = 5.0  # pixels above and below the rows of a lane
GAP = 6.0  # pixels between lanes


@dataclass(frozen=True)
class Canvas:
    """The width in pixels that a window of time is drawn on."""

    window: Window
    width: int
    type: TypeSize = field(default_factory=TypeSize)

    @property
    def per_day(self) -> float:
        """Pixels that a day takes."""
        return (self.width - 2 * MARGIN) / self.window.days

    def x(self, day: date, *, end: bool = False) -> float:
        """Find the pixel where a day begins or ends, cut to the window."""
        days = min(max((day - self.window.start).days + end, 0), self.window.days)
        return MARGIN + days * self.per_day

    def middle(self, day: date) -> float:
        """Find the pixel in the middle of a day."""
        return (self.x(day) + self.x(day, end=True)) / 2


@dataclass(frozen=True)
class Band:
    """The stripe of one lane, in pixels from the top of the plot."""

    lane: str
    top: float
    rows: int  # for marks
    strip: bool  # one more row below, for clusters
    row: int  # height of each

    @property
    def bottom(self) -> float:
        """The pixel where it ends."""
        return self.top + 2 * PADDING + (self.rows + self.strip) * self.row

    def y(self, row: int) -> float:
        """Find the middle of a row."""
        return self.top + PADDING + (row + 0.5) * self.row


@dataclass(frozen=True)
class Mark:
    """One event in one lane, in pixels from the plot's upper left.

    ``from_x`` to ``to_x`` is what its date covers; ``label_from`` to ``label_to`` its label, on ``side`` ("right", "left", or ""
    for none).
    """

    id: str
    lane: str
    importance: str
    label: str
    throughout: bool
    open_end: bool
    row: int
    x: float
    y: float
    size: int
    from_x: float
    to_x: float
    side: str
    label_from: float
    label_to: float

    @property
    def left(self) -> float:
        """The first pixel of mark and span."""
        return min(self.from_x, self.x - self.size / 2)

    @property
    def right(self) -> float:
        """The last pixel of mark and span."""
        return max(self.to_x, self.x + self.size / 2)

    @property
    def reach(self) -> tuple[float, float]:
        """The pixels that mark, span and label take together."""
        return (min(self.left, self.label_from), max(self.right, self.label_to)) if self.side else (self.left, self.right)


@dataclass(frozen=True)
class Cluster:
    """Events of one lane for which there was no room, in order of time, in a box from ``from_x`` to ``to_x``."""

    lane: str
    ids: Sequence[str]
    row: int
    x: float
    y: float
    from_x: float
    to_x: float
    window: Window

    @property
    def label(self) -> str:
        """What stands in its box."""
        return f"+{len(self.ids)}"


@dataclass(frozen=True)
class Layout:
    """A placed timeline."""

    canvas: Canvas
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    clusters: tuple[Cluster, ...]

    @property
    def height(self) -> float:
        """Pixels from the top of the first lane to the bottom of the last."""
        return self.bands[-1].bottom if self.bands else 0.0

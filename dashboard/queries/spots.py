"""Events on their way to a place: what placing one needs to know, and the row and side that it has found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.model.vocabulary import Importance
from dashboard.queries import typesetting
from dashboard.queries.layout import BESIDE, Band, Canvas, Mark
from dashboard.queries.windows import Window

WEIGHTS = {str(importance): weight for weight, importance in enumerate(Importance)}


@dataclass(frozen=True)
class Candidate:
    """An event with what placing it needs to know."""

    id: str
    lanes: tuple[str, ...]
    importance: str
    label: str
    throughout: bool
    open_end: bool
    x: float
    size: int
    from_x: float
    to_x: float
    label_width: float
    window: Window


@dataclass
class Spot:
    """A candidate in one lane, with the row and side that it has found."""

    of: Candidate
    row: int = -1
    side: str = ""

    @property
    def left(self) -> float:
        """The first pixel of mark and span."""
        return min(self.of.from_x, self.of.x - self.of.size / 2)

    @property
    def right(self) -> float:
        """The last pixel of mark and span."""
        return max(self.of.to_x, self.of.x + self.of.size / 2)

    def reach(self, side: str) -> tuple[float, float]:
        """Give the pixels that it takes with its label on a side."""
        label = BESIDE + self.of.label_width
        return self.left - label * (side == "left"), self.right + label * (side == "right")

    def label(self, side: str) -> tuple[float, float]:
        """Give the pixels that its label takes on a side."""
        sides = {
            "right": (self.right + BESIDE, self.right + BESIDE + self.of.label_width),
            "left": (self.left - BESIDE - self.of.label_width, self.left - BESIDE),
        }
        return sides.get(side, (self.of.x, self.of.x))

    def mark(self, band: Band) -> Mark:
        """Give the mark that it has become in its lane."""
        return Mark(
            self.of.id,
            band.lane,
            self.of.importance,
            self.of.label,
            self.of.throughout,
            self.of.open_end,
            self.row,
            self.of.x,
            band.y(self.row),
            self.of.size,
            self.of.from_x,
            self.of.to_x,
            self.side,
            *self.label(self.side),
        )


def candidates(events: pd.DataFrame, canvas: Canvas) -> Iterator[Candidate]:
    """Measure the rows of an event table for a canvas."""
    columns = ("lanes", "importance", "label", "throughout", "exact")
    days = (events["first"].dt.date, events["last"].dt.date)
    for name, first, last, *values in zip(events.index, *days, *(events[column] for column in columns), strict=True):
        lanes, importance, label, throughout, exact = values
        yield _candidate(str(name), tuple(lanes), str(importance), str(label), first, last, bool(throughout), bool(exact), canvas)


def _candidate(
    name: str,
    lanes: tuple[str, ...],
    importance: str,
    label: str,
    first: date,
    last: date,
    throughout: bool,  # noqa: FBT001
    exact: bool,  # noqa: FBT001
    canvas: Canvas,
) -> Candidate:
    open_end = bool(pd.isna(last))
    last = canvas.window.end if open_end else last
    from_x, to_x = canvas.x(first), canvas.x(last, end=True)
    size = canvas.type.mark(importance)
    if exact:  # one certain day is a point, however wide a day is drawn
        from_x = to_x = (from_x + to_x) / 2
    # A lasting event is marked where it begins; one that is some day in a span, in the middle of the doubt.
    x = min(from_x + canvas.per_day / 2, to_x) if throughout else (from_x + to_x) / 2
    x = min(max(x, size / 2), canvas.width - size / 2)
    label_width = typesetting.width(label, *canvas.type.text(importance))
    window = Window(max(first, canvas.window.start), min(last, canvas.window.end))
    return Candidate(name, lanes, importance, label, throughout, open_end, x, size, from_x, to_x, label_width, window)

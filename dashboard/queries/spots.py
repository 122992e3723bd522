"""Events on their way to a place: what placing one needs to know, and the row and side that it has found."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import cast

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray

from dashboard.model.vocabulary import Importance
from dashboard.queries import typesetting
from dashboard.queries.columns import meets
from dashboard.queries.layout import BESIDE, MARGIN, Band, Canvas, Mark
from dashboard.queries.names import Names, Positions
from dashboard.queries.windows import Window

WEIGHTS = {str(importance): weight for weight, importance in enumerate(Importance)}
_WORDS = tuple(WEIGHTS)

Pixels = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Candidate:
    """An event with what placing it needs to know."""

    id: str
    importance: str
    label: str
    throughout: bool
    open_end: bool
    x: float
    size: int
    from_x: float
    to_x: float
    font: tuple[int, int]  # size and weight of its label

    @cached_property
    def label_width(self) -> float:
        """How many pixels its label takes; measured only where there may be room for it, since measuring takes longest."""
        return typesetting.width(self.label, *self.font)


@dataclass
class Spot:
    """A candidate in one lane, with the row and side that it has found."""

    of: Candidate
    at: int  # its row in the table
    left: float  # the first pixel of mark and span
    right: float  # the last
    row: int = -1
    side: str = ""

    def reach(self, side: str) -> tuple[float, float]:
        """Give the pixels that it takes with its label on a side."""
        if not side:
            return self.left, self.right
        label = BESIDE + self.of.label_width
        return self.left - label * (side == "left"), self.right + label * (side == "right")

    def label(self, side: str) -> tuple[float, float]:
        """Give the pixels that its label takes on a side."""
        if side == "right":
            return self.right + BESIDE, self.right + BESIDE + self.of.label_width
        if side == "left":
            return self.left - BESIDE - self.of.label_width, self.left - BESIDE
        return self.of.x, self.of.x

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


@dataclass(frozen=True)
class Measured:
    """The rows of an event table in order of time, as a canvas has them.

    They are measured all at once, since only few of many are ever looked at one by one.
    """

    events: pd.DataFrame
    canvas: Canvas

    def on(self, lane: str) -> Positions:
        """Give the rows that stand on a lane."""
        return np.flatnonzero(meets(self.events["lanes"], lambda lanes: lane in lanes))

    def are(self, event: str | None, some: Positions) -> npt.NDArray[np.bool_]:
        """Say which of some are an event; none of them is where none is given."""
        return self._ids[some] == event if event else np.zeros(len(some), dtype=bool)

    @cached_property
    def weight(self) -> npt.NDArray[np.int64]:
        """How important each is, 0 for the most."""
        importances = cast("pd.Categorical", self.events["importance"].array)
        weights: npt.NDArray[np.int64] = np.array([WEIGHTS[str(word)] for word in importances.categories])[importances.codes]
        return weights

    @cached_property
    def first(self) -> npt.NDArray[np.int64]:
        """The first possible day of each, counted from the window's first, as the others here."""
        days: npt.NDArray[np.int64] = self._counted(self.events["first"])
        return days

    @cached_property
    def last(self) -> npt.NDArray[np.int64]:
        """The last possible day of each, the window's last where the end is open."""
        return np.where(self._open, self.canvas.window.days - 1, self._counted(self.events["last"]))

    @cached_property
    def x(self) -> Pixels:
        """The pixel where each has its mark."""
        # A lasting event is marked where it begins; one that is some day in a span, in the middle of the doubt.
        begin = np.minimum(self.from_x + self.canvas.per_day / 2, self.to_x)
        middle = np.where(self._throughout, begin, (self.from_x + self.to_x) / 2)
        return np.clip(middle, self.size / 2, self.canvas.width - self.size / 2)

    @cached_property
    def size(self) -> npt.NDArray[np.int64]:
        """The diameter of each one's mark."""
        return np.array([self.canvas.type.mark(word) for word in Importance])[self.weight]

    @cached_property
    def from_x(self) -> Pixels:
        """The pixel where what its date covers begins."""
        return self._ends[0]

    @cached_property
    def to_x(self) -> Pixels:
        """The pixel where it ends."""
        return self._ends[1]

    @cached_property
    def left(self) -> Pixels:
        """The first pixel of mark and span."""
        return np.minimum(self.from_x, self.x - self.size / 2)

    @cached_property
    def right(self) -> Pixels:
        """The last pixel of mark and span."""
        return np.maximum(self.to_x, self.x + self.size / 2)

    @cached_property
    def _ends(self) -> tuple[Pixels, Pixels]:
        begin, end = self._pixel(self.first), self._pixel(self.last + 1)
        exact = self.events["exact"].to_numpy(bool)  # one certain day is a point, however wide a day is drawn
        middle = (begin + end) / 2
        return np.where(exact, middle, begin), np.where(exact, middle, end)

    def spot(self, at: int) -> "Spot":
        """Give one of them on its way to a place."""
        word = _WORDS[self.weight[at]]
        return Spot(
            Candidate(
                str(self._ids[at]),
                word,
                str(self._labels[at]),
                bool(self._throughout[at]),
                bool(self._open[at]),
                float(self.x[at]),
                int(self.size[at]),
                float(self.from_x[at]),
                float(self.to_x[at]),
                self.canvas.type.text(word),
            ),
            at,
            float(self.left[at]),
            float(self.right[at]),
        )

    def window(self, some: Positions) -> Window:
        """Give the days of the canvas from the first day of some of them to the last."""
        last = self.canvas.window.days - 1
        start, end = int(self.first[some].min()), int(self.last[some].max())
        return Window(self._day(max(start, 0)), self._day(min(end, last)))

    def ids(self, some: Positions) -> Names:
        """Name some of them."""
        return Names(self._ids, some)

    @cached_property
    def _labels(self) -> ExtensionArray:
        labels: ExtensionArray = self.events["label"].array
        return labels

    @cached_property
    def _ids(self) -> npt.NDArray[np.object_]:
        return self.events.index.to_numpy(object)

    @cached_property
    def _throughout(self) -> npt.NDArray[np.bool_]:
        return self.events["throughout"].to_numpy(bool)

    @cached_property
    def _open(self) -> npt.NDArray[np.bool_]:
        return self.events["last"].isna().to_numpy(bool)

    def _counted(self, days: pd.Series) -> npt.NDArray[np.int64]:
        start = np.datetime64(self.canvas.window.start, "D")
        counted: npt.NDArray[np.int64] = (days.to_numpy("datetime64[D]") - start).astype(np.int64)
        return counted

    def _pixel(self, days: npt.NDArray[np.int64]) -> Pixels:
        return (MARGIN + np.clip(days, 0, self.canvas.window.days) * self.canvas.per_day).astype(np.float64)

    def _day(self, counted: int) -> date:
        return date.fromordinal(self.canvas.window.start.toordinal() + counted)

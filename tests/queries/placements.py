"""Placements of made-up records for the tests of lanes, and the arithmetic of what stands in a row."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

import pandas as pd
from hypothesis import event as reached
from hypothesis import strategies as st

from dashboard.queries.lanes import place
from dashboard.queries.layout import MARGIN, Canvas, Cluster, Layout, Mark
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import build
from dashboard.queries.typesetting import LARGE, NORMAL, SEMIBOLD, TypeSize, width
from dashboard.queries.windows import Window
from tests import builders

Stretch = tuple[float, float]

TITLES = {"spine": "Spine", "a": "A", "b": "B", "c": "A longer title"}
WHOLE = Window(builders.FIRST_DAY, builders.LAST_DAY)
WINDOWS = (WHOLE, Window(date(2003, 5, 1), date(2004, 8, 31)), Window(date(2005, 3, 28), date(2005, 4, 20)))


@dataclass(frozen=True, repr=False)
class Placement:
    """What was placed, and the layout that came of it."""

    size: int
    seed: int
    most_rows: int
    events: pd.DataFrame
    layout: Layout

    def __repr__(self) -> str:
        """Say in one line what to place again to see the same."""
        canvas = self.layout.canvas
        size = f"{self.most_rows} rows of {canvas.type.row} and {canvas.width} pixels"
        return f"{self.size} events, seed {self.seed}, {canvas.window}, {size}"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: FBT001 - the form that hypothesis calls
        printer.text(repr(self))

    def clusters(self, lane: str) -> list[Cluster]:
        """Give the clusters of a lane."""
        return [cluster for cluster in self.layout.clusters if cluster.lane == lane]

    def marks(self, lane: str, row: int | None = None) -> list[Mark]:
        """Give the marks of a lane, or of one of its rows."""
        return [mark for mark in self.layout.marks if mark.lane == lane and row in {None, mark.row}]

    def rows(self) -> Iterator[tuple[str, int]]:
        """Name every row of every lane, the strip for clusters among them."""
        for band in self.layout.bands:
            for row in range(band.rows + band.strip):
                yield band.lane, row


@cache
def table(size: int, seed: int) -> pd.DataFrame:
    """Tabulate a made-up record."""
    return build(builders.many_events(size, seed)).events


@cache
def placement(
    size: int, seed: int, window: Window = WHOLE, pixels: int = 1280, most_rows: int = 8, type_: TypeSize = NORMAL
) -> Placement:
    """Place the events that a made-up record has in a window."""
    shown = select(build(builders.many_events(size, seed)), Selection(window=window))
    return Placement(size, seed, most_rows, shown, place(shown, TITLES, Canvas(window, pixels, type_), most_rows))


@st.composite
def placements(draw: st.DrawFn) -> Placement:
    """Draw a record of 1 to 500 events, a window, a width, a size of type and the most rows that a lane may have."""
    size = draw(st.one_of(st.integers(1, 60), st.integers(61, 500)))
    reached(f"up to {-(-size // 100) * 100} events")
    window = draw(st.sampled_from(WINDOWS))
    pixels, most_rows, type_ = draw(st.integers(360, 2000)), draw(st.integers(2, 10)), draw(st.sampled_from((NORMAL, LARGE)))
    return placement(size, draw(st.integers(0, 30)), window, pixels, most_rows, type_)


def by_lane(events: pd.DataFrame) -> pd.DataFrame:
    """Give an event on two lanes two rows: one row a mark, ``lane`` an ordered categorical, indexed by id still."""
    lanes = events["lane"].dtype
    spread = events.drop(columns="lane").astype({"lanes": object}).explode("lanes")
    return spread.rename(columns={"lanes": "lane"}).astype({"lane": lanes})


def label(mark: Mark) -> Stretch:
    """Give the pixels of a label."""
    return mark.label_from, mark.label_to


def body(mark: Mark) -> Stretch:
    """Give the pixels of a mark with the span that its date covers."""
    return min(mark.from_x, mark.x - mark.size / 2), max(mark.to_x, mark.x + mark.size / 2)


def title(lane: str, layout: Layout) -> Stretch:
    """Give the pixels of a lane's title in its first row."""
    return 0.0, width(TITLES[lane], layout.canvas.type.title, SEMIBOLD) + MARGIN


def overlap(one: Stretch, other: Stretch, apart: float = 0.0) -> bool:
    """Tell whether two stretches overlap, or come nearer than so many pixels; rounding is no overlap."""
    return one[0] < other[1] + apart - 1e-6 and other[0] < one[1] + apart - 1e-6


def pairs(stretches: list[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    """Give the neighbours in a row; if none of them overlap, no two do."""
    ordered = sorted(stretches)
    return pairwise(ordered)

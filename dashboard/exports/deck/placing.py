"""The timeline of a place, placed for a slide in the largest type that has room."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.exports.deck import metrics
from dashboard.exports.deck.geometry import POINT
from dashboard.exports.deck.type_sizes import POINTS, DeckType, Growth, of_points
from dashboard.exports.deck.wording import plain
from dashboard.figures.view import Room, View, view
from dashboard.queries import public
from dashboard.queries.address import Address
from dashboard.queries.layout import Mark
from dashboard.queries.tables import Tables

AROUND, ENDS = 5, 12  # pixels round a label on its span, and of the span that stay free at its ends


@dataclass(frozen=True)
class Placed:
    """A placed timeline with the type that it is drawn in."""

    view: View
    type: DeckType

    @property
    def unsaid(self) -> tuple[int, int]:
        """How many events have no mark, and how many marks no label."""
        layout = self.view.layout
        return sum(len(cluster.ids) for cluster in layout.clusters), sum(
            not mark.side and self.on_span(mark) is None for mark in layout.marks
        )

    def on_span(self, mark: Mark) -> tuple[float, float] | None:
        """Find room for a label on the mark's own span, which may leave none beside it; in pixels of the plot."""
        wide = metrics.width(mark.label, self.type.label, bold=mark.importance == "key") * POINT + 2 * AROUND
        half = mark.size / 2 + AROUND
        stretches = ((mark.x + half, mark.to_x - ENDS), (mark.from_x + ENDS, mark.x - half))
        return next(((start, start + wide) for start, end in stretches if end - start >= wide), None)

    @property
    def says_all(self) -> bool:
        """Whether every event has its mark and its label."""
        return self.unsaid == (0, 0)


def placed(
    shown: pd.DataFrame,
    tables: Tables,
    place: Address,
    width: int,
    height: int,
    foremost: str | None = None,
    points: Sequence[float] = POINTS,
) -> Placed:
    """Place the events shown in the largest type in which each has its label, or else in the one that leaves out least."""
    tried: list[Placed] = []
    for size in points:
        tried.append(in_size(size, shown, tables, place, width, height, foremost))
        if tried[-1].says_all:
            break
    return min(tried, key=lambda found: found.unsaid)  # the first of equals, which is the largest


def in_size(
    points: float, shown: pd.DataFrame, tables: Tables, place: Address, width: int, height: int, foremost: str | None = None
) -> Placed:
    """Place the events shown in one size of type."""
    named = shown.assign(label=[plain(label) for label in shown["label"]])
    sizes = of_points(points, Growth.of([*named["label"], *_others(tables, place)]))
    return Placed(view(named, shown.iloc[:0], tables, place, Room(width, sizes.placed, height), foremost), sizes)


def _others(tables: Tables, place: Address) -> list[str]:
    review = public.review(tables.dossier, place.selection.as_of)
    return [*(lane.title for lane in tables.dossier.front.lanes), *([review.label] if review else [])]

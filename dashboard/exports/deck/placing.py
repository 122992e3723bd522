"""The timeline of a place, placed for a slide in the largest type that has room."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import pandas as pd

from dashboard.exports.deck.type_sizes import POINTS, DeckType, Growth, of_points
from dashboard.exports.deck.wording import plain
from dashboard.figures.view import Room, View, view
from dashboard.queries import public
from dashboard.queries.address import Address
from dashboard.queries.tables import Tables


@dataclass(frozen=True)
class Placed:
    """A placed timeline with the type that it is drawn in."""

    view: View
    type: DeckType

    @property
    def unsaid(self) -> tuple[int, int]:
        """How many events have no mark, and how many marks no label."""
        layout = self.view.layout
        return sum(len(cluster.ids) for cluster in layout.clusters), sum(not mark.side for mark in layout.marks)

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
    named = shown.assign(label=[plain(label) for label in shown["label"]])
    growth = Growth.of([*named["label"], *_others(tables, place)])
    best: Placed | None = None
    for size in points:
        sizes = of_points(size, growth)
        found = Placed(view(named, shown.iloc[:0], tables, place, Room(width, sizes.placed, height), foremost), sizes)
        best = found if best is None or found.unsaid < best.unsaid else best
        if best.says_all:
            break
    return cast(Placed, best)


def _others(tables: Tables, place: Address) -> list[str]:
    review = public.review(tables.dossier, place.selection.as_of)
    return [*(lane.title for lane in tables.dossier.front.lanes), *([review.label] if review else [])]

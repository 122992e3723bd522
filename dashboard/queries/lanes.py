"""Where every event stands in the timeline: its row, its label's side, or the cluster that counts it.

The most important are placed first, each in the highest row of its lane where mark and label are free, the label on the right
before the left. Those that find no room for a label then get a mark alone, before anything of lesser importance is looked at; so
no label is missing where only labels of lesser importance stand in its way. What finds no room for a mark either is gathered
into counted clusters in a strip of their own below the lane's rows; an event that would be counted alone stands there by itself.

With n marks in lanes of at most r rows this takes O(n r log n) steps; rows hold few stretches, since only so many can be drawn.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.model.vocabulary import Importance
from dashboard.queries import typesetting
from dashboard.queries.layout import APART, GAP, MARGIN, Band, Canvas, Cluster, Layout, Mark
from dashboard.queries.rows import Rows, Space
from dashboard.queries.spots import WEIGHTS, Spot, candidates
from dashboard.queries.typesetting import SEMIBOLD, TypeSize
from dashboard.queries.windows import Window

MOST_ROWS = 24  # of all lanes together, shared out evenly; beyond it the least important give way
MOST_ROWS_OF_ONE = 20
BADGE = 12.0  # pixels that a cluster's box is wider than its count


def place(
    events: pd.DataFrame,
    titles: Mapping[str, str],
    canvas: Canvas,
    most_rows: int | None = None,
    lines: Iterable[date] = (),
    foremost: str | None = None,
) -> Layout:
    """Place the rows of an event table; ``titles`` gives the lanes to draw, from top to bottom, by id.

    Labels keep clear of the upright ``lines`` drawn at some days wherever there is room on another side or in another row. The
    ``foremost`` event is placed before all others, so that it has its mark.
    """
    most = most_rows or min(MOST_ROWS // max(len(titles), 1), MOST_ROWS_OF_ONE)
    found = list(candidates(events, canvas))
    walls = tuple(canvas.middle(day) for day in lines)
    top = 0.0
    bands: list[Band] = []
    marks: list[Mark] = []
    clusters: list[Cluster] = []
    for lane, title in titles.items():
        title_width = typesetting.width(title, canvas.type.title, SEMIBOLD) + MARGIN
        spots = [Spot(one) for one in found if lane in one.lanes]
        filled = _fill(spots, Space(canvas, title_width, most, walls), foremost)
        band = Band(lane, top, filled.rows, filled.strip, canvas.type.row)
        marks += [spot.mark(band) for spot in filled.spots]
        clusters += [group.cluster(band) for group in filled.groups]
        bands.append(band)
        top = band.bottom + GAP
    return Layout(canvas, tuple(bands), tuple(marks), tuple(clusters))


@dataclass
class _Group:
    """Spots that are counted together."""

    spots: list[Spot]
    type: TypeSize
    edge: float

    @property
    def half(self) -> float:
        return (typesetting.width(f"+{len(self.spots)}", self.type.label, SEMIBOLD) + BADGE) / 2

    @property
    def x(self) -> float:
        middle = sum(spot.of.x for spot in self.spots) / len(self.spots)
        return min(max(middle, self.half), self.edge - self.half)

    @property
    def box(self) -> tuple[float, float]:
        return self.x - self.half, self.x + self.half

    def meets(self, other: "_Group") -> bool:
        return self.x + self.half + APART > other.x - other.half

    def cluster(self, band: Band) -> Cluster:
        windows = [spot.of.window for spot in self.spots]
        whole = Window(min(window.start for window in windows), max(window.end for window in windows))
        ids = tuple(spot.of.id for spot in self.spots)
        return Cluster(band.lane, ids, band.rows, self.x, band.y(band.rows), *self.box, whole)


@dataclass(frozen=True)
class _Filled:
    spots: list[Spot]
    groups: list[_Group]
    rows: int  # at least one
    strip: bool


def _fill(spots: list[Spot], space: Space, foremost: str | None) -> _Filled:
    spots = sorted(spots, key=lambda spot: (WEIGHTS[spot.of.importance], spot.of.window.start, spot.of.x, spot.of.id))
    rows = space.rows()
    left_over = _place_all([spot for spot in spots if spot.of.id == foremost], rows)
    left_over += _place_all([spot for spot in spots if spot.of.id != foremost], rows)
    used = 1 + max((spot.row for spot in spots), default=0)
    groups = _alone_where_free(_gather(left_over, space.canvas.type, float(space.canvas.width)), space.strip(), used)
    return _Filled([spot for spot in spots if spot.row >= 0], groups, used, bool(left_over))


def _place_all(spots: Sequence[Spot], rows: Rows) -> list[Spot]:
    left_over: list[Spot] = []
    for importance in Importance:
        of_weight = [spot for spot in spots if spot.of.importance == importance]
        unlabelled = [spot for spot in of_weight if not _place_with_label(spot, rows)]
        left_over += [spot for spot in unlabelled if not _place_alone(spot, rows)]
    return left_over


def _place_with_label(spot: Spot, rows: Rows) -> bool:
    found = {side: rows.first_free(*spot.reach(side)) for side in ("right", "left")}
    free = [(rows.crosses(*spot.label(side)), row, side != "right", side) for side, row in found.items() if row is not None]
    if not free:
        return False
    _, spot.row, _, spot.side = min(free)
    rows.take(spot.row, *spot.reach(spot.side))
    return True


def _place_alone(spot: Spot, rows: Rows) -> bool:
    row = rows.first_free(spot.left, spot.right)
    if row is None:
        return False
    spot.row = row
    rows.take(row, spot.left, spot.right)
    return True


def _gather(spots: Iterable[Spot], type_: TypeSize, edge: float) -> list[_Group]:
    groups: list[_Group] = []
    for spot in sorted(spots, key=lambda spot: (spot.of.x, spot.of.id)):
        group = _Group([spot], type_, edge)
        while groups and groups[-1].meets(group):
            group = _Group([*groups.pop().spots, *group.spots], type_, edge)
        groups.append(group)
    return groups


def _alone_where_free(groups: list[_Group], strip: Rows, row: int) -> list[_Group]:
    """Put the groups into the strip, which is the row of this number; in place of a count of one, where it is free, the mark."""
    for group in groups:
        strip.take(0, *group.box)
    kept = [group for group in groups if len(group.spots) > 1]
    for group in sorted(
        (group for group in groups if len(group.spots) == 1), key=lambda group: WEIGHTS[group.spots[0].of.importance]
    ):
        spot = group.spots[0]
        strip.give_back(0, *group.box)
        if _place_with_label(spot, strip) or _place_alone(spot, strip):
            spot.row = row
        else:
            strip.take(0, *group.box)
            kept.append(group)
    return kept

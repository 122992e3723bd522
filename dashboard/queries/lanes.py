"""Where every event stands in the timeline: its row, its label's side, or the cluster that counts it.

The most important are placed first, each in the highest row of its lane where mark and label are free, the label on the right
before the left. Those that find no room for a label then get a mark alone, before anything of lesser importance is looked at; so
no label is missing where only labels of lesser importance stand in its way. What finds no room for a mark either is gathered
into counted clusters in a strip of their own below the lane's rows; an event that would be counted alone stands there by itself.

Of very many events in a lane only as many are looked at one by one as could ever stand there: the weightiest, and of the last
importance that is looked at every so manyth in order of time. The others are counted where they stand. So placing takes about
as long for a hundred thousand events as for a thousand.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from dashboard.model.vocabulary import Importance
from dashboard.queries import typesetting
from dashboard.queries.layout import APART, GAP, MARGIN, Band, Canvas, Cluster, Layout, Mark
from dashboard.queries.rows import Rows, Space
from dashboard.queries.spots import Measured, Positions, Spot
from dashboard.queries.typesetting import SEMIBOLD

MOST_ROWS = 24  # of all lanes together, shared out evenly; beyond it the least important give way
MOST_ROWS_OF_ONE = 20
MOST_LOOKED_AT = 500  # events of a lane; a screen of 1,920 pixels has room for about as many marks
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
    measured = Measured(events, canvas)
    walls = tuple(canvas.middle(day) for day in lines)
    top = 0.0
    bands: list[Band] = []
    marks: list[Mark] = []
    clusters: list[Cluster] = []
    for lane, title in titles.items():
        title_width = typesetting.width(title, canvas.type.title, SEMIBOLD) + MARGIN
        looked_at, rest = _parted(measured.on.get(lane, np.array([], dtype=np.intp)), measured, foremost)
        filled = _fill(measured, looked_at, rest, Space(canvas, title_width, most, walls), foremost)
        band = Band(lane, top, filled.rows, filled.strip, canvas.type.row)
        marks += [spot.mark(band) for spot in filled.spots]
        clusters += [group.cluster(band) for group in filled.groups]
        bands.append(band)
        top = band.bottom + GAP
    return Layout(canvas, tuple(bands), tuple(marks), tuple(clusters))


def _parted(on_lane: Positions, measured: Measured, foremost: str | None) -> tuple[Positions, Positions]:
    """Part the events of a lane into those that are looked at one by one and the rest."""
    if len(on_lane) <= MOST_LOOKED_AT:
        return on_lane, on_lane[:0]
    first = on_lane[measured.events.index[on_lane] == foremost]
    chosen: list[Positions] = [first]
    room = MOST_LOOKED_AT - len(first)
    for weight in range(len(Importance)):
        of_weight = on_lane[measured.weight[on_lane] == weight]
        of_weight = of_weight[np.argsort(measured.x[of_weight], kind="stable")]
        chosen.append(
            of_weight if len(of_weight) <= room else of_weight[np.linspace(0, len(of_weight) - 1, room).astype(np.intp)]
        )
        room -= len(chosen[-1])
    looked_at = np.unique(np.concatenate(chosen))
    return looked_at, np.setdiff1d(on_lane, looked_at)


def _gather(outside: Positions, measured: Measured) -> "list[_Group]":
    """Count together what stands together: first what shares a few pixels, then what would overlap."""
    outside = outside[np.lexsort((measured.order[outside], measured.x[outside]))]
    edges = np.flatnonzero(np.diff(measured.x[outside] // BADGE)) + 1
    groups: list[_Group] = []
    for some in np.split(outside, edges) if len(outside) else ():
        group = _Group(some, measured)
        while groups and groups[-1].meets(group):
            group = _Group(np.concatenate((groups.pop().events, group.events)), measured)
        groups.append(group)
    return groups


@dataclass(frozen=True)
class _Group:
    """Events that are counted together, in order of their pixels."""

    events: Positions
    measured: Measured

    @cached_property
    def half(self) -> float:
        return (typesetting.width(f"+{len(self.events)}", self.measured.canvas.type.label, SEMIBOLD) + BADGE) / 2

    @cached_property
    def x(self) -> float:
        middle = float(self.measured.x[self.events].mean())
        return min(max(middle, self.half), self.measured.canvas.width - self.half)

    @property
    def box(self) -> tuple[float, float]:
        return self.x - self.half, self.x + self.half

    def meets(self, other: "_Group") -> bool:
        return self.x + self.half + APART > other.x - other.half

    def cluster(self, band: Band) -> Cluster:
        ids, window = self.measured.ids(self.events), self.measured.window(self.events)
        return Cluster(band.lane, ids, band.rows, self.x, band.y(band.rows), *self.box, window)


@dataclass(frozen=True)
class _Filled:
    spots: list[Spot]
    groups: list[_Group]
    rows: int  # at least one
    strip: bool


def _fill(measured: Measured, looked_at: Positions, rest: Positions, space: Space, foremost: str | None) -> _Filled:
    order = np.lexsort((measured.order[looked_at], measured.x[looked_at], measured.first[looked_at], measured.weight[looked_at]))
    spots = [Spot(measured.candidate(int(at)), int(at)) for at in looked_at[order]]
    rows = space.rows()
    left_over = _place_all([spot for spot in spots if spot.of.id == foremost], rows)
    left_over += _place_all([spot for spot in spots if spot.of.id != foremost], rows)
    used = 1 + max((spot.row for spot in spots), default=0)
    outside = np.concatenate((np.array([spot.at for spot in left_over], dtype=np.intp), rest))
    groups, alone = _alone_where_free(_gather(outside, measured), space.strip(), used)
    return _Filled([spot for spot in spots if spot.row >= 0] + alone, groups, used, bool(len(outside)))


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


def _alone_where_free(groups: list[_Group], strip: Rows, row: int) -> tuple[list[_Group], list[Spot]]:
    """Put the groups into the strip, which is the row of this number; in place of a count of one, where it is free, the mark."""
    for group in groups:
        strip.take(0, *group.box)
    kept = [group for group in groups if len(group.events) > 1]
    alone: list[Spot] = []
    for group in sorted(
        (group for group in groups if len(group.events) == 1), key=lambda group: group.measured.weight[group.events[0]]
    ):
        at = int(group.events[0])
        spot = Spot(group.measured.candidate(at), at)
        strip.give_back(0, *group.box)
        if _place_with_label(spot, strip) or _place_alone(spot, strip):
            spot.row = row
            alone.append(spot)
        else:
            strip.take(0, *group.box)
            kept.append(group)
    return kept, alone

"""Where every event stands in the timeline: its row, its label's side, or the cluster that counts it.

The most important are placed first, each in the highest row of its lane where mark and label are free, the label on the right
before the left. Those that find no room for a label then get a mark alone, before anything of lesser importance is looked at; so
no label is missing where only labels of lesser importance stand in its way. What finds no room for a mark either is gathered
into counted clusters in a strip of their own below the lane's rows; an event that would be counted alone stands there by itself.

Of very many events in a lane only as many are looked at one by one as could ever stand there: the weightiest, and of the last
importance that is looked at every so manyth in order of time. The others are counted where they stand. So placing takes about
as long for a hundred thousand events as for a thousand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from dashboard.model.vocabulary import Importance
from dashboard.queries import typesetting
from dashboard.queries.chronology import in_time
from dashboard.queries.groups import Group, gather
from dashboard.queries.layout import GAP, MARGIN, Band, Canvas, Cluster, Layout, Mark
from dashboard.queries.names import Positions
from dashboard.queries.rows import Rows, Space
from dashboard.queries.spots import Measured, Spot
from dashboard.queries.typesetting import SEMIBOLD

MOST_ROWS = 24  # of all lanes together, shared out evenly; beyond it the least important give way
MOST_ROWS_OF_ONE = 20
MOST_LOOKED_AT = 500  # events of a lane; a screen of 1,920 pixels has room for about as many marks


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
    measured = Measured(in_time(events), canvas)
    walls = tuple(canvas.middle(day) for day in lines)
    top = 0.0
    bands: list[Band] = []
    marks: list[Mark] = []
    clusters: list[Cluster] = []
    for lane, title in titles.items():
        title_width = typesetting.width(title, canvas.type.title, SEMIBOLD) + MARGIN
        looked_at, rest = _parted(measured.on(lane), measured, foremost)
        filled = _fill(measured, looked_at, rest, Space(canvas, title_width, most, walls), foremost)
        band = Band(lane, top, filled.rows, filled.strip, canvas.type.row)
        marks += [spot.mark(band) for spot in filled.spots]
        clusters += [group.cluster(band, measured) for group in filled.groups]
        bands.append(band)
        top = band.bottom + GAP
    return Layout(canvas, tuple(bands), tuple(marks), tuple(clusters))


def _parted(on_lane: Positions, measured: Measured, foremost: str | None) -> tuple[Positions, Positions]:
    """Part the events of a lane into those that are looked at one by one and the rest."""
    if len(on_lane) <= MOST_LOOKED_AT:
        return on_lane, on_lane[:0]
    first = on_lane[measured.are(foremost, on_lane)]
    chosen: list[Positions] = [first]
    room = MOST_LOOKED_AT - len(first)
    for weight in range(len(Importance)):
        if not room:
            break
        of_weight = on_lane[measured.weight[on_lane] == weight]
        if len(of_weight) > room:
            of_weight = of_weight[np.linspace(0, len(of_weight) - 1, room).astype(np.intp)]
        chosen.append(of_weight)
        room -= len(chosen[-1])
    is_chosen = np.zeros(len(measured.events), dtype=bool)
    is_chosen[np.concatenate(chosen)] = True
    return on_lane[is_chosen[on_lane]], on_lane[~is_chosen[on_lane]]


@dataclass(frozen=True)
class _Filled:
    spots: list[Spot]
    groups: list[Group]
    rows: int  # at least one
    strip: bool


def _fill(measured: Measured, looked_at: Positions, rest: Positions, space: Space, foremost: str | None) -> _Filled:
    looked_at = looked_at[np.lexsort((measured.x[looked_at], measured.first[looked_at], measured.weight[looked_at]))]
    is_foremost = measured.are(foremost, looked_at)
    rows = space.rows()
    spots: list[Spot] = []
    for some in (looked_at[is_foremost], looked_at[~is_foremost]):
        spots += _place_all(some, measured, rows)
    order = {at: number for number, at in enumerate(looked_at.tolist())}
    spots.sort(key=lambda spot: order[spot.at])
    used = 1 + max((spot.row for spot in spots), default=0)
    is_outside = np.zeros(len(measured.events), dtype=bool)
    is_outside[looked_at] = is_outside[rest] = True
    is_outside[[spot.at for spot in spots]] = False
    outside = np.flatnonzero(is_outside)
    groups, alone = _alone_where_free(gather(outside, measured), measured, space.strip(), used)
    return _Filled(spots + alone, groups, used, bool(len(outside)))


def _place_all(some: Positions, measured: Measured, rows: Rows) -> list[Spot]:
    """Place some events, and give those that have found a place."""
    placed: list[Spot] = []
    for weight in range(len(Importance)):
        of_weight = some[measured.weight[some] == weight]
        unlabelled: list[Spot] = []
        lefts, rights = measured.left[of_weight].tolist(), measured.right[of_weight].tolist()
        for at, left, right in zip(of_weight.tolist(), lefts, rights, strict=True):
            if rows.first_free(left, right) is None:
                continue  # where there is no room for the mark, there is none for both, now or later
            spot = measured.spot(at)
            (placed if _place_with_label(spot, rows) else unlabelled).append(spot)
        placed += [spot for spot in unlabelled if _place_alone(spot, rows)]
    return placed


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


def _alone_where_free(groups: list[Group], measured: Measured, strip: Rows, row: int) -> tuple[list[Group], list[Spot]]:
    """Put the groups into the strip, which is the row of this number; in place of a count of one, where it is free, the mark."""
    for group in groups:
        strip.take(0, *group.box)
    kept = [group for group in groups if len(group.events) > 1]
    alone: list[Spot] = []
    single = [group for group in groups if len(group.events) == 1]
    single.sort(key=lambda group: measured.weight[group.events[0]])
    for group in single:
        spot = measured.spot(int(group.events[0]))
        strip.give_back(0, *group.box)
        if _place_with_label(spot, strip) or _place_alone(spot, strip):
            spot.row = row
            alone.append(spot)
        else:
            strip.take(0, *group.box)
            kept.append(group)
    return kept, alone

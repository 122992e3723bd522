"""Where every event stands in the timeline: its row, its label's side, or the cluster that counts it.

The most important are placed first, each in the highest row of its lane where mark and label are free, the label on the right
before the left. Those that find no room for a label then get a mark alone, before anything of lesser importance is looked at; so
no label is missing where only labels of lesser importance stand in its way. What finds no room for a mark either is gathered
into counted clusters in the lane's last row.

With n marks in lanes of at most r rows this takes O(n r log n) steps; rows hold few stretches, since only so many can be drawn.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from dashboard.model.vocabulary import Importance
from dashboard.queries import typesetting
from dashboard.queries.typesetting import SEMIBOLD, TypeSize
from dashboard.queries.windows import Window

MARGIN = 28.0  # pixels between the plot's edge and the window's first and last day, so that no mark or tick is cut
BESIDE = 8.0  # pixels between a mark and its label
APART = 12.0  # pixels between two things in a row
MOST_ROWS = 28  # of all lanes together, shared out evenly; beyond it the least important give way
MOST_ROWS_OF_ONE = 20
PADDING = 5.0  # pixels above and below the rows of a lane
GAP = 6.0  # pixels between lanes
BADGE = 12.0  # pixels that a cluster's box is wider than its count


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
    rows: int
    row: int  # height of each

    @property
    def bottom(self) -> float:
        """The pixel where it ends."""
        return self.top + 2 * PADDING + self.rows * self.row

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
    """Events of one lane for which there was no room, in a box from ``from_x`` to ``to_x``."""

    lane: str
    ids: tuple[str, ...]
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


def place(
    events: pd.DataFrame, titles: Mapping[str, str], canvas: Canvas, most_rows: int | None = None, lines: Iterable[date] = ()
) -> Layout:
    """Place the rows of an event table; ``titles`` gives the lanes to draw, from top to bottom, by id.

    Labels keep clear of the upright ``lines`` drawn at some days wherever there is room on another side or in another row.
    """
    most = most_rows or min(MOST_ROWS // max(len(titles), 1), MOST_ROWS_OF_ONE)
    candidates = list(_candidates(events, canvas))
    walls = tuple(canvas.middle(day) for day in lines)
    top = 0.0
    bands: list[Band] = []
    marks: list[Mark] = []
    clusters: list[Cluster] = []
    for lane, title in titles.items():
        title_width = typesetting.width(title, canvas.type.title, SEMIBOLD) + MARGIN
        filled = _fill([_Spot(one) for one in candidates if lane in one.lanes], _Space(canvas, title_width, most, walls))
        band = Band(lane, top, filled.used, canvas.type.row)
        marks += [spot.mark(band) for spot in filled.spots]
        clusters += [group.cluster(band) for group in filled.groups]
        bands.append(band)
        top = band.bottom + GAP
    return Layout(canvas, tuple(bands), tuple(marks), tuple(clusters))


@dataclass(frozen=True)
class _Candidate:
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
class _Spot:
    """A candidate in one lane, with the row and side that it has found."""

    of: _Candidate
    row: int = -1
    side: str = ""

    @property
    def left(self) -> float:
        return min(self.of.from_x, self.of.x - self.of.size / 2)

    @property
    def right(self) -> float:
        return max(self.of.to_x, self.of.x + self.of.size / 2)

    def reach(self, side: str) -> tuple[float, float]:
        label = BESIDE + self.of.label_width
        return self.left - label * (side == "left"), self.right + label * (side == "right")

    def label(self, side: str) -> tuple[float, float]:
        sides = {
            "right": (self.right + BESIDE, self.right + BESIDE + self.of.label_width),
            "left": (self.left - BESIDE - self.of.label_width, self.left - BESIDE),
        }
        return sides.get(side, (self.of.x, self.of.x))

    def mark(self, band: Band) -> Mark:
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


@dataclass
class _Group:
    """Spots that are counted together."""

    spots: list[_Spot]
    type: TypeSize
    edge: float

    @property
    def half(self) -> float:
        return (typesetting.width(f"+{len(self.spots)}", self.type.label, SEMIBOLD) + BADGE) / 2

    @property
    def x(self) -> float:
        middle = sum(spot.of.x for spot in self.spots) / len(self.spots)
        return min(max(middle, self.half), self.edge - self.half)

    def meets(self, other: "_Group") -> bool:
        return self.x + self.half + APART > other.x - other.half

    def cluster(self, band: Band) -> Cluster:
        windows = [spot.of.window for spot in self.spots]
        whole = Window(min(window.start for window in windows), max(window.end for window in windows))
        ids = tuple(spot.of.id for spot in self.spots)
        row = band.rows - 1
        return Cluster(band.lane, ids, row, self.x, band.y(row), self.x - self.half, self.x + self.half, whole)


@dataclass(frozen=True)
class _Space:
    """What a lane has to offer."""

    canvas: Canvas
    title_width: float
    most_rows: int
    walls: tuple[float, ...]

    def rows(self, number: int) -> "_Rows":
        taken: list[list[tuple[float, float]]] = [[(0.0, self.title_width)] if row == 0 else [] for row in range(number)]
        return _Rows(float(self.canvas.width), self.walls, taken)


@dataclass
class _Rows:
    """The taken stretches of each row, sorted."""

    edge: float
    walls: tuple[float, ...]
    taken: list[list[tuple[float, float]]]

    def crosses(self, start: float, end: float) -> bool:
        """Tell whether a line goes through a stretch."""
        return any(start < wall < end for wall in self.walls)

    def first_free(self, start: float, end: float) -> int | None:
        """Find the highest row where a stretch inside the plot is free."""
        if start < 0 or end > self.edge:
            return None
        return next((row for row, taken in enumerate(self.taken) if _is_free(taken, start, end)), None)

    def take(self, row: int, start: float, end: float) -> None:
        insort(self.taken[row], (start - APART, end + APART))

    def give_back(self, row: int, start: float, end: float) -> None:
        self.taken[row].remove((start - APART, end + APART))


@dataclass
class _Filled:
    spots: list[_Spot]
    groups: list[_Group]
    used: int  # rows, at least one, clusters included


_WEIGHTS = {str(importance): weight for weight, importance in enumerate(Importance)}


def _candidates(events: pd.DataFrame, canvas: Canvas) -> Iterator[_Candidate]:
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
) -> _Candidate:
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
    return _Candidate(name, lanes, importance, label, throughout, open_end, x, size, from_x, to_x, label_width, window)


def _fill(spots: list[_Spot], space: _Space) -> _Filled:
    spots = sorted(spots, key=lambda spot: (_WEIGHTS[spot.of.importance], spot.of.window.start, spot.of.x, spot.of.id))
    left_over = _place_all(spots, space.rows(space.most_rows))
    if not left_over:
        return _Filled(spots, [], 1 + max((spot.row for spot in spots), default=0))
    # What is left over goes into the last row, as clusters and single marks; the others are placed anew around it. Where that
    # leaves over more, it joins them.
    gathered = _place_all(_anew(spots), space.rows(space.most_rows - 1))
    while True:
        names = {spot.of.id for spot in gathered}
        rows = space.rows(space.most_rows)
        groups, singles = _last_row(_anew(gathered), rows, space.canvas.type)
        others = _anew([spot for spot in spots if spot.of.id not in names])
        left_over = _place_all([*others, *singles], rows)
        if not left_over:
            return _Filled([*others, *singles], groups, space.most_rows)
        gathered += left_over


def _anew(spots: Iterable[_Spot]) -> list[_Spot]:
    return [_Spot(spot.of) for spot in spots]


def _place_all(spots: Sequence[_Spot], rows: _Rows) -> list[_Spot]:
    left_over: list[_Spot] = []
    for importance in Importance:
        of_weight = [spot for spot in spots if spot.of.importance == importance]
        unlabelled = [spot for spot in of_weight if not _place_with_label(spot, rows)]
        left_over += [spot for spot in unlabelled if not _place_alone(spot, rows)]
    return left_over


def _place_with_label(spot: _Spot, rows: _Rows) -> bool:
    if spot.row >= 0:  # its mark stands already, in the last row
        return _label_beside(spot, rows)
    found = {side: rows.first_free(*spot.reach(side)) for side in ("right", "left")}
    free = [(rows.crosses(*spot.label(side)), row, side != "right", side) for side, row in found.items() if row is not None]
    if not free:
        return False
    _, spot.row, _, spot.side = min(free)
    rows.take(spot.row, *spot.reach(spot.side))
    return True


def _place_alone(spot: _Spot, rows: _Rows) -> bool:
    if spot.row >= 0:
        return True
    row = rows.first_free(spot.left, spot.right)
    if row is None:
        return False
    spot.row = row
    rows.take(row, spot.left, spot.right)
    return True


def _gather(spots: Iterable[_Spot], type_: TypeSize, edge: float) -> list[_Group]:
    groups: list[_Group] = []
    for spot in sorted(spots, key=lambda spot: (spot.of.x, spot.of.id)):
        group = _Group([spot], type_, edge)
        while groups and groups[-1].meets(group):
            group = _Group([*groups.pop().spots, *group.spots], type_, edge)
        groups.append(group)
    return groups


def _last_row(spots: list[_Spot], rows: _Rows, type_: TypeSize) -> tuple[list[_Group], list[_Spot]]:
    """Put clusters into the last row, and in place of a cluster that would count only one, where it is free, its mark."""
    last = len(rows.taken) - 1
    groups = _gather(spots, type_, rows.edge)
    for group in groups:
        rows.take(last, group.x - group.half, group.x + group.half)
    kept, singles = [], []
    for group in groups:
        spot = group.spots[0]
        if len(group.spots) == 1 and spot.left >= 0 and spot.right <= rows.edge:
            rows.give_back(last, group.x - group.half, group.x + group.half)
            if _is_free(rows.taken[last], spot.left, spot.right):
                spot.row = last
                rows.take(last, spot.left, spot.right)
                singles.append(spot)
                continue
            rows.take(last, group.x - group.half, group.x + group.half)
        kept.append(group)
    return kept, sorted(singles, key=lambda spot: (_WEIGHTS[spot.of.importance], spot.of.x, spot.of.id))


def _label_beside(spot: _Spot, rows: _Rows) -> bool:
    rows.give_back(spot.row, spot.left, spot.right)
    for side in ("right", "left"):
        start, end = spot.reach(side)
        if start >= 0 and end <= rows.edge and _is_free(rows.taken[spot.row], start, end):
            spot.side = side
            rows.take(spot.row, start, end)
            return True
    rows.take(spot.row, spot.left, spot.right)
    return False


def _is_free(taken: list[tuple[float, float]], start: float, end: float) -> bool:
    at = bisect_left(taken, (start, start))
    before_ends = at == 0 or taken[at - 1][1] <= start
    return before_ends and (at == len(taken) or taken[at][0] >= end)

"""Where every event stands in the timeline: its row, its label's side, or the cluster that counts it.

The most important are placed first, each in the highest row of its lane where mark and label are free, the label on the right
before the left. Those that find no room for a label then get a mark alone, before anything of lesser importance is looked at; so
no label is missing where only labels of lesser importance stand in its way. What finds no room for a mark either is gathered
into counted clusters in the lane's last row.

With n marks in lanes of at most r rows this takes O(n r log n) steps; rows hold few intervals, since only so many can be drawn.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from dashboard.model.vocabulary import Importance
from dashboard.queries import typesetting
from dashboard.queries.tables import by_lane
from dashboard.queries.typesetting import SEMIBOLD, TypeSize
from dashboard.queries.windows import Window

MARGIN = 20.0  # pixels between the plot's edge and the window's first and last day, so that no mark is cut
BESIDE = 5.0  # pixels between a mark and its label
APART = 4.0  # pixels between two things in a row
MOST_ROWS = 8  # of a lane; beyond it the least important give way
PADDING = 5.0  # pixels above and below the rows of a lane
GAP = 6.0  # pixels between lanes
TITLE_SIZE = 15  # pixels


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

    def x(self, day: date) -> float:
        """Find the pixel where a day begins, cut to the window."""
        days = min(max((day - self.window.start).days, 0), self.window.days)
        return MARGIN + days * self.per_day


@dataclass(frozen=True)
class LaneBand:
    """The stripe of one lane, in pixels from the top of the plot."""

    id: str
    top: float
    bottom: float


@dataclass(frozen=True)
class Layout:
    """A placed timeline, in pixels from the plot's upper left.

    ``marks``: one row a mark, with ``id``, ``lane``, ``x``, ``y``, ``size``, the span ``from_x`` to ``to_x`` that its date
    covers, and its label as ``side`` ("right", "left" or "" for none) with ``label_from`` and ``label_to``.
    ``clusters``: one row a cluster, with ``lane``, ``x``, ``y``, ``from_x``, ``to_x``, ``ids`` and the days ``start``, ``end``.
    """

    canvas: Canvas
    bands: tuple[LaneBand, ...]
    marks: pd.DataFrame
    clusters: pd.DataFrame

    @property
    def height(self) -> float:
        """Pixels from the top of the first lane to the bottom of the last."""
        return self.bands[-1].bottom if self.bands else 0.0


def place(events: pd.DataFrame, titles: dict[str, str], canvas: Canvas, most_rows: int = MOST_ROWS) -> Layout:
    """Place the rows of an event table; ``titles`` gives the lanes to draw, from top to bottom, by id."""
    by_id: dict[str, list[_Mark]] = {lane: [] for lane in titles}
    for row in by_lane(events).itertuples():
        if row.lane in by_id:
            by_id[str(row.lane)].append(_mark(row, canvas))
    top, bands, marks, clusters = 0.0, [], [], []
    for lane, title in titles.items():
        title_width = typesetting.width(title, TITLE_SIZE, SEMIBOLD) + MARGIN
        filled = _fill(by_id[lane], canvas, title_width, most_rows)
        bottom = top + 2 * PADDING + filled.used * canvas.type.row
        first_row = top + PADDING + canvas.type.row / 2
        marks += [{**mark.row(), "lane": lane, "y": first_row + mark.at * canvas.type.row} for mark in filled.marks]
        clusters += [
            {**cluster.row(), "lane": lane, "y": first_row + (filled.used - 1) * canvas.type.row} for cluster in filled.clusters
        ]
        bands.append(LaneBand(lane, top, bottom))
        top = bottom + GAP
    return Layout(
        canvas, tuple(bands), pd.DataFrame(marks, columns=_MARK_COLUMNS), pd.DataFrame(clusters, columns=_CLUSTER_COLUMNS)
    )


_MARK_COLUMNS = ["id", "lane", "x", "y", "size", "from_x", "to_x", "side", "label_from", "label_to"]
_CLUSTER_COLUMNS = ["lane", "x", "y", "from_x", "to_x", "ids", "start", "end"]


@dataclass
class _Mark:
    id: str
    weight: int  # of importance; the smallest is placed first
    x: float
    size: int
    from_x: float
    to_x: float
    label_width: float
    start: date
    end: date
    at: int = -1
    side: str = ""

    @property
    def left(self) -> float:
        return min(self.from_x, self.x - self.size / 2)

    @property
    def right(self) -> float:
        return max(self.to_x, self.x + self.size / 2)

    def span(self, side: str) -> tuple[float, float]:
        """Give the pixels that mark and label take together."""
        label = BESIDE + self.label_width
        return self.left - label * (side == "left"), self.right + label * (side == "right")

    def row(self) -> dict[str, object]:
        label = {
            "right": (self.right + BESIDE, self.right + BESIDE + self.label_width),
            "left": (self.left - BESIDE - self.label_width, self.left - BESIDE),
        }.get(self.side, (self.x, self.x))
        return {
            "id": self.id,
            "x": self.x,
            "size": self.size,
            "from_x": self.from_x,
            "to_x": self.to_x,
            "side": self.side,
            "label_from": label[0],
            "label_to": label[1],
        }


@dataclass
class _Cluster:
    marks: list[_Mark]
    type: TypeSize
    edge: float

    @property
    def width(self) -> float:
        return typesetting.width(f"+{len(self.marks)}", self.type.label, SEMIBOLD) + 12

    @property
    def x(self) -> float:
        middle = sum(mark.x for mark in self.marks) / len(self.marks)
        return min(max(middle, self.width / 2), self.edge - self.width / 2)

    def meets(self, other: "_Cluster") -> bool:
        return self.x + self.width / 2 + APART > other.x - other.width / 2

    def row(self) -> dict[str, object]:
        return {
            "x": self.x,
            "from_x": self.x - self.width / 2,
            "to_x": self.x + self.width / 2,
            "ids": tuple(mark.id for mark in self.marks),
            "start": min(mark.start for mark in self.marks),
            "end": max(mark.end for mark in self.marks),
        }


@dataclass
class _Rows:
    """The taken stretches of each row, sorted."""

    edge: float
    taken: list[list[tuple[float, float]]]

    def first_free(self, start: float, end: float) -> int | None:
        """Find the highest row where a stretch inside the plot is free."""
        if start < 0 or end > self.edge:
            return None
        return next((at for at, row in enumerate(self.taken) if _is_free(row, start, end)), None)

    def take(self, at: int, start: float, end: float) -> None:
        insort(self.taken[at], (start - APART, end + APART))


@dataclass
class _Filled:
    marks: list[_Mark]
    clusters: list[_Cluster]
    used: int  # rows, at least one, clusters included


def _mark(row: object, canvas: Canvas) -> _Mark:
    importance = str(row.importance)  # type: ignore[attr-defined]
    first, last = row.first.date(), canvas.window.end if pd.isna(row.last) else row.last.date()  # type: ignore[attr-defined]
    from_x, to_x = canvas.x(first), canvas.x(last + timedelta(days=1))
    size = canvas.type.mark(importance)
    if row.exact:  # one certain day is a point, however wide a day is drawn
        from_x = to_x = (from_x + to_x) / 2
    # A lasting event is marked where it begins; one that is some day in a span, in the middle of the doubt.
    x = min(from_x + canvas.per_day / 2, to_x) if row.throughout else (from_x + to_x) / 2  # type: ignore[attr-defined]
    x = min(max(x, size / 2), canvas.width - size / 2)
    label = typesetting.width(row.label, *canvas.type.text(importance))  # type: ignore[attr-defined]
    start, end = max(first, canvas.window.start), min(last, canvas.window.end)
    return _Mark(str(row.Index), _WEIGHTS[importance], x, size, from_x, to_x, label, start, end)  # type: ignore[attr-defined]


_WEIGHTS = {str(importance): weight for weight, importance in enumerate(Importance)}


def _fill(marks: list[_Mark], canvas: Canvas, title_width: float, most_rows: int) -> _Filled:
    edge = float(canvas.width)
    marks = sorted(marks, key=lambda mark: (mark.weight, mark.start, mark.x, mark.id))
    left_over = _place_all(marks, _Rows(edge, _empty(most_rows, title_width)))
    clusters: list[_Cluster] = []
    if left_over:  # once more, with the last row kept for clusters
        for mark in marks:
            mark.at, mark.side = -1, ""
        left_over = _place_all(marks, _Rows(edge, _empty(most_rows - 1, title_width)))
        clusters = _draw_the_single(_gather(left_over, canvas.type, edge), edge, most_rows - 1)
    placed = [mark for mark in marks if mark.at >= 0]
    used = most_rows if left_over else 1 + max((mark.at for mark in placed), default=0)
    return _Filled(placed, clusters, used)


def _empty(rows: int, title_width: float) -> list[list[tuple[float, float]]]:
    return [[(0.0, title_width)] if at == 0 else [] for at in range(rows)]


def _place_all(marks: Sequence[_Mark], rows: _Rows) -> list[_Mark]:
    left_over = []
    for weight in sorted({mark.weight for mark in marks}):
        unlabelled = [mark for mark in marks if mark.weight == weight and not _place_with_label(mark, rows)]
        left_over += [mark for mark in unlabelled if not _place_alone(mark, rows)]
    return left_over


def _place_with_label(mark: _Mark, rows: _Rows) -> bool:
    found = {side: rows.first_free(*mark.span(side)) for side in ("right", "left")}
    free = [(at, side != "right", side) for side, at in found.items() if at is not None]
    if not free:
        return False
    mark.at, _, mark.side = min(free)
    rows.take(mark.at, *mark.span(mark.side))
    return True


def _place_alone(mark: _Mark, rows: _Rows) -> bool:
    at = rows.first_free(mark.left, mark.right)
    if at is None:
        return False
    mark.at = at
    rows.take(at, mark.left, mark.right)
    return True


def _gather(marks: Iterable[_Mark], type_: TypeSize, edge: float) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for mark in sorted(marks, key=lambda mark: (mark.x, mark.id)):
        cluster = _Cluster([mark], type_, edge)
        while clusters and clusters[-1].meets(cluster):
            cluster = _Cluster([*clusters.pop().marks, *cluster.marks], type_, edge)
        clusters.append(cluster)
    return clusters


def _draw_the_single(clusters: list[_Cluster], edge: float, last_row: int) -> list[_Cluster]:
    """Draw a mark in the last row in place of a cluster that counts only one, where it is free, and give the rest back."""
    stretches = [(cluster.x - cluster.width / 2 - APART, cluster.x + cluster.width / 2 + APART) for cluster in clusters]
    kept = []
    for at, cluster in enumerate(clusters):
        mark = cluster.marks[0]
        others = sorted(stretches[:at] + stretches[at + 1 :])
        if len(cluster.marks) == 1 and 0 <= mark.left and mark.right <= edge and _is_free(others, mark.left, mark.right):
            mark.at = last_row
            stretches[at] = (mark.left - APART, mark.right + APART)
        else:
            kept.append(cluster)
    return kept


def _is_free(row: list[tuple[float, float]], start: float, end: float) -> bool:
    at = bisect_left(row, (start, start))
    before_ends = at == 0 or row[at - 1][1] <= start
    return before_ends and (at == len(row) or row[at][0] >= end)

"""The lines from the chosen event to what it answers and what answered it, with the days between where there is room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.model.vocabulary import Grounds
from dashboard.queries import typesetting
from dashboard.queries.lanes import APART, MARGIN, Band, Layout, Mark
from dashboard.queries.typesetting import SEMIBOLD


@dataclass(frozen=True)
class Answer:
    """A response link to draw: two events, why they are linked, and the time between in words or nothing."""

    earlier: str
    later: str
    grounds: Grounds
    words: str


@dataclass(frozen=True)
class Connection:
    """A placed link, in pixels of the plot; its words stand in a free row beside the line, or nowhere."""

    grounds: Grounds
    x0: float
    y0: float
    x1: float
    y1: float
    words: str
    words_from: float
    words_to: float
    words_y: float


def connect(chosen: str | None, answers: Iterable[Answer], layout: Layout, titles: Mapping[str, str]) -> tuple[Connection, ...]:
    """Place the links of the chosen event whose two ends are both drawn; each once, between the marks that stand nearest.

    The words stand near the far end and follow the rules of labels: they overlap nothing and cross no edge. With n marks and k
    links this takes O(n + k r) steps for r rows.
    """
    marks: dict[str, list[Mark]] = {}
    for mark in layout.marks:
        marks.setdefault(mark.id, []).append(mark)
    taken = _taken(layout, titles)
    found = []
    for answer in answers:
        pairs = [(one, other) for one in marks.get(answer.earlier, ()) for other in marks.get(answer.later, ())]
        if pairs:
            one, other = min(pairs, key=lambda pair: (abs(pair[0].y - pair[1].y), pair[0].y))
            far = other if answer.earlier == chosen else one
            found.append(_connection(answer, (one, other), far.y, layout, taken))
    return tuple(found)


_Row = tuple[Band, int]
_Taken = dict[tuple[str, int], list[tuple[float, float]]]


def _taken(layout: Layout, titles: Mapping[str, str]) -> _Taken:
    size = layout.canvas.type.title
    taken: _Taken = {
        (band.lane, 0): [(0.0, typesetting.width(titles[band.lane], size, SEMIBOLD) + MARGIN)] for band in layout.bands
    }
    for mark in layout.marks:
        taken.setdefault((mark.lane, mark.row), []).append(mark.reach)
    for cluster in layout.clusters:
        taken.setdefault((cluster.lane, cluster.row), []).append((cluster.from_x, cluster.to_x))
    return taken


def _connection(answer: Answer, ends: tuple[Mark, Mark], far: float, layout: Layout, taken: _Taken) -> Connection:
    one, other = ends
    line = Connection(answer.grounds, one.x, one.y, other.x, other.y, "", 0, 0, 0)
    wide = typesetting.width(answer.words, layout.canvas.type.label) if answer.words else 0
    rows = [(band, row) for band in layout.bands for row in range(band.rows)]
    for band, row in sorted(rows, key=lambda place: abs(place[0].y(place[1]) - far)) if wide else ():
        y = band.y(row)
        if not min(one.y, other.y) - band.row <= y <= max(one.y, other.y) + band.row:
            continue
        x = _x_at(y, line)
        for start in (x + APART, x - APART - wide):
            stretch = (start, start + wide)
            inside = stretch[0] >= 0 and stretch[1] <= layout.canvas.width
            stretches = taken.setdefault((band.lane, row), [])
            if inside and all(end + APART <= stretch[0] or begin - APART >= stretch[1] for begin, end in stretches):
                stretches.append(stretch)
                return Connection(answer.grounds, one.x, one.y, other.x, other.y, answer.words, *stretch, y)
    return line


def _x_at(y: float, line: Connection) -> float:
    if line.y0 == line.y1:
        return (line.x0 + line.x1) / 2
    share = min(max((y - line.y0) / (line.y1 - line.y0), 0), 1)
    return line.x0 + (line.x1 - line.x0) * share

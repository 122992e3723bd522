"""The lines from the chosen event to what it answers and what answered it, with the days between where there is room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.model.vocabulary import Grounds
from dashboard.queries import typesetting
from dashboard.queries.layout import APART, BESIDE, MARGIN, Layout, Mark
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
    """A placed link, in pixels of the plot; its words stand beside the event at the far end, or nowhere."""

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

    The words stand in the row of the event at the far end, right behind its label or before it, so that it is plain whose they
    are. They follow the rules of labels: they overlap nothing and cross no edge. With n marks and k links this takes O(n + k m)
    steps, m being the marks of a row.
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
            words = _words_beside(far, answer.words, layout, taken)
            found.append(Connection(answer.grounds, one.x, one.y, other.x, other.y, *words, far.y))
    return tuple(found)


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


def _words_beside(mark: Mark, words: str, layout: Layout, taken: _Taken) -> tuple[str, float, float]:
    wide = typesetting.width(words, layout.canvas.type.label)
    start, end = mark.reach
    row = taken.setdefault((mark.lane, mark.row), [])
    others = [stretch for stretch in row if stretch != mark.reach]
    for stretch in ((end + BESIDE, end + BESIDE + wide), (start - BESIDE - wide, start - BESIDE)) if words else ():
        inside = stretch[0] >= 0 and stretch[1] <= layout.canvas.width
        if inside and all(after + APART <= stretch[0] or before - APART >= stretch[1] for before, after in others):
            row.append(stretch)
            return words, *stretch
    return "", 0, 0

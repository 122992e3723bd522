"""Sets of study questions: by lane and level those of the record, and two that are made from the events selected."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.model.dossier import Dossier
from dashboard.model.questions import StudyQuestion
from dashboard.queries.selection import Selection, select
from dashboard.queries.study import following, made, recorded
from dashboard.queries.study.posed import Posed
from dashboard.queries.study.shuffled import arranged, seeded
from dashboard.queries.tables import Tables

LEVELS = {1: "What happened", 2: "How things hang together", 3: "How the record knows"}
ALL, MADE, NEXT = "all", "made", "next"


@dataclass(frozen=True)
class StudySet:
    """A set of questions; ``made`` tells that they come from the events selected, and not from an author.

    ``count`` is how many it holds; a made one holds about as many, which hang on the selection.
    """

    id: str
    title: str
    about: str
    count: int
    made: bool


@lru_cache(maxsize=4)  # a page asks for them at every step
def sets(tables: Tables) -> tuple[StudySet, ...]:
    """Give the sets that hold any question: level by level, lane by lane, then those that are made."""
    return tuple(found for found in (*_recorded(tables.dossier), *_made(tables)) if found.count)


def posed(name: str, seed: int, tables: Tables, selection: Selection) -> tuple[Posed, ...]:
    """Give a set's questions in the order in which they are put; none where the name is no set's.

    Those of the record are the same whatever is selected, as far as they could be put on the as-of day.
    """
    random = seeded(name, seed)
    if name in _MADE:
        return arranged(_MADE[name][0](select(tables, selection), tables, selection.as_of, seed), random)
    dossier = tables.dossier
    found = [question for question in recorded.of_record(dossier, selection.as_of) if name in _names(question, dossier)]
    return arranged((recorded.posed(question, dossier, seeded(name, seed, question.id)) for question in found), random)


def _names(question: StudyQuestion, dossier: Dossier) -> frozenset[str]:
    """Name the sets that a question belongs to: those of the lanes of its events, and the one of all lanes."""
    lanes = (lane.id for event in question.events for lane in dossier.lanes_of(dossier.event[event]))
    return frozenset(f"{lane}-{question.level}" for lane in (*lanes, ALL))


def _recorded(dossier: Dossier) -> Iterator[StudySet]:
    names = [_names(question, dossier) for question in dossier.questions]
    titles = {ALL: "All lanes"} | {lane.id: lane.title for lane in dossier.front.lanes}
    for level, about in LEVELS.items():
        for lane, title in titles.items():
            name = f"{lane}-{level}"
            yield StudySet(name, f"{title}, level {level}", about, sum(name in of_one for of_one in names), made=False)


def _made(tables: Tables) -> Iterator[StudySet]:
    for name, (_, title, about) in _MADE.items():
        count = len(posed(name, 1, tables, Selection(window=tables.window)))
        yield StudySet(name, title, about, count, made=True)


_MADE = {
    MADE: (
        made.made,
        "From the events selected",
        "Made from the events selected: their order in time, the lane that one stands on, and how far it is agreed",
    ),
    NEXT: (
        following.following,
        "What came next",
        "The timeline as of a day: say which of four events became public next, and see what followed",
    ),
}

"""Questions of a study set, made over many selections, for tests."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from random import Random

from dashboard.queries.selection import Selection
from dashboard.queries.study.posed import Posed
from dashboard.queries.study.sets import posed
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders, record


@dataclass(frozen=True)
class Put:
    """A made set with what it was made of."""

    tables: Tables
    selection: Selection
    questions: tuple[Posed, ...]


@cache
def generated() -> tuple[Put, ...]:
    """Make sets over pseudo-random selections of three dossiers, always the same ones."""
    many = build(builders.many_events(100, seed=5))
    dossiers = (record.tables(), many, record.tables(), many, record.harbour())
    return tuple(_put(dossiers[number % 5], number) for number in range(345))


def each() -> Iterator[tuple[Put, Posed]]:
    """Give all their questions, one by one."""
    for put in generated():
        for question in put.questions:
            yield put, question


def _put(tables: Tables, number: int) -> Put:
    random = Random(number)  # noqa: S311 - repeatable on purpose, and no secret
    selection = _any_selection(tables, random)
    return Put(tables, selection, posed(("made", "next")[number // 5 % 4 == 3], number, tables, selection))


def _any_selection(tables: Tables, random: Random) -> Selection:
    whole = tables.whole
    days = sorted(whole.start + timedelta(random.randrange(whole.days)) for _ in range(2))
    lanes = list(tables.dossier.lane)
    return Selection(
        tracks=frozenset(random.sample(lanes, random.randrange(1, len(lanes))) if random.random() < 0.3 else ()),
        window=random.choice((None, tables.window, tables.window, Window(*days))),
        standings=frozenset(random.choice(((), (), (), ("documented", "asserted"), ("disputed",)))),
        importances=frozenset(random.choice(((), (), (), ("key", "major")))),
        as_of=tables.window.end - timedelta(random.randrange(tables.window.days)) if random.random() < 0.3 else None,
    )

"""Order by a seed: the same for the same seed, on whatever machine."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random
from typing import TypeVar

from dashboard.queries.study.posed import Kind, Posed

T = TypeVar("T")


def seeded(*parts: object) -> Random:
    """Give a source of chance that depends on these alone."""
    return Random(" ".join(str(part) for part in parts))  # noqa: S311 - repeatable on purpose, and no secret


def shuffled(items: Iterable[T], random: Random, but: Sequence[T] = ()) -> tuple[T, ...]:
    """Shuffle; never into the order ``but``, unless there is no other."""
    found = list(items)
    random.shuffle(found)
    while found == list(but) and any(item != found[0] for item in found):
        random.shuffle(found)
    return tuple(found)


def alike(one: Posed, other: Posed) -> bool:
    """Tell whether two questions are of one kind and share an event."""
    return one.kind is other.kind and not set(one.events).isdisjoint(other.events)


def arranged(questions: Iterable[Posed], random: Random) -> tuple[Posed, ...]:
    """Put questions in an order in which no two alike stand in a row, nor two of a kind, as far as their numbers allow."""
    left = list(shuffled(questions, random))
    placed: list[Posed] = []
    while left:
        placed.append(left.pop(_next(left, placed[-1] if placed else None)))
    return tuple(_apart(placed))


def _next(left: Sequence[Posed], last: Posed | None) -> int:
    """Find the first that differs in kind from the last and leaves kinds that can still be kept apart."""
    counts = Counter(question.kind for question in left)
    choices = [place for place, question in enumerate(left) if last is None or question.kind is not last.kind]
    for place in choices:
        if _can_alternate(counts - Counter([left[place].kind]), left[place].kind):
            return place
    if choices:
        return max(choices, key=lambda place: counts[left[place].kind])
    return next((place for place, question in enumerate(left) if last is None or not alike(last, question)), 0)


def _can_alternate(counts: Counter[Kind], last: Kind) -> bool:
    total = counts.total()
    return all(count <= total - count + (kind is not last) for kind, count in counts.items())


def _apart(placed: list[Posed]) -> list[Posed]:
    """Exchange questions of one kind until no two alike stand in a row; each exchange leaves fewer that do."""
    best = _clashes(placed)
    for one in range(len(placed)):
        for other in range(len(placed)):
            if best and placed[one].kind is placed[other].kind:
                tried = list(placed)
                tried[one], tried[other] = tried[other], tried[one]
                if (found := _clashes(tried)) < best:
                    placed, best = tried, found
    return placed


def _clashes(placed: Sequence[Posed]) -> int:
    return sum(alike(one, other) for one, other in pairwise(placed))

"""Predict, then reveal: the timeline as of a day, and what became public next."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

import pandas as pd

from dashboard.model.dates import in_words
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Importance
from dashboard.queries.study import giveaways, told
from dashboard.queries.study.certain import are_linked, follows, is_certain
from dashboard.queries.study.posed import Kind, Option, Posed
from dashboard.queries.study.shuffled import seeded, shuffled
from dashboard.queries.tables import Tables

MANY = 6  # questions of a set; each takes a look at the timeline
OTHERS = 3  # options besides the right one
NEAR = 6  # of how many that became public soonest after the right one the others are chosen
SEEN = 3  # events that are public at least on the day, so that there is something to predict from


def following(shown: pd.DataFrame, tables: Tables, as_of: date | None, seed: int) -> tuple[Posed, ...]:
    """Ask what became public next, on days before key events, and before major ones as far as there is room.

    What one question reveals is no part of another, so that none tells the answer to the next.
    """
    dossier = tables.dossier
    events = sorted((dossier.event[str(name)] for name in shown.index), key=lambda event: (event.public.earliest, event.number))
    revealed: set[str] = set()
    found: list[Posed] = []
    for turn in _turns(events, dossier, seed):
        if revealed.isdisjoint(event.id for event in turn.reveal):
            revealed.update(event.id for event in turn.reveal)
            found.append(_question(turn, dossier, as_of, seed))
        if len(found) == MANY:
            break
    return tuple(found)


@dataclass(frozen=True)
class _Turn:
    """A day, what to choose from in the order shown, and what followed: the right one first, then in order of time."""

    day: date
    options: tuple[Event, ...]
    reveal: tuple[Event, ...]


def _turns(events: list[Event], dossier: Dossier, seed: int) -> Iterator[_Turn]:
    public = [event.public.earliest for event in events]
    able = shuffled((event for event in events if _can_be_asked(event)), seeded(Kind.NEXT, seed))
    for right in (event for weight in (Importance.KEY, Importance.MAJOR) for event in able if event.importance is weight):
        day = right.public.earliest - timedelta(days=1)
        near = islice((event for event in events[bisect(public, day) :] if _may_stand_beside(event, right, dossier)), NEAR)
        others = shuffled(near, seeded(right.id, seed))[:OTHERS]
        if len(others) == OTHERS and bisect(public, day) >= SEEN:
            options = shuffled((right, *others), seeded(seed, right.id))
            last = max(event.public.earliest for event in others)
            after = events[bisect(public, day) : bisect(public, last)]
            followed = (event for event in after if event is not right and (_is_weighty(event) or event in others))
            yield _Turn(day, options, (right, *followed))


def _question(turn: _Turn, dossier: Dossier, as_of: date | None, seed: int) -> Posed:
    right = turn.reveal[0]
    told_of = sorted(turn.options, key=lambda event: event.public.earliest)
    return Posed(
        f"{Kind.NEXT}-{'-'.join(str(event.number) for event in told_of)}-{seed}",
        Kind.NEXT,
        2,
        f"As of {in_words(turn.day)}: which of these became public next?",
        tuple(Option(event.id, event.title) for event in turn.options),
        (),
        (right.id,),
        told.became_public(told_of, dossier),
        tuple(event.id for event in turn.reveal),
        told.passages(told_of, dossier, as_of),
        turn.day,
    )


def _can_be_asked(event: Event) -> bool:
    return is_certain(event.public) and not giveaways.of_time(event.title)


def _is_weighty(event: Event) -> bool:
    return event.importance is not Importance.DETAIL


def _may_stand_beside(event: Event, right: Event, dossier: Dossier) -> bool:
    return (
        follows(event.public, right.public)
        and _can_be_asked(event)
        and not are_linked(event, right, dossier)
        and event.title != right.title
        and not giveaways.of_length(right.title, event.title)
    )

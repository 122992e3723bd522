"""How a selection of events is made up: who acts, what it rests on, when, and where it is silent.

Each way of counting puts every event into exactly one part, so that its counts add up to the number of events.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

import pandas as pd

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Rank
from dashboard.queries import public
from dashboard.queries.windows import Window

LONG = 90  # days without an event that are named
MOST_STRETCHES = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Share:
    """One part of a selection: what it is, and how many events."""

    label: str
    count: int


def by_party(shown: pd.DataFrame, dossier: Dossier) -> tuple[Share, ...]:
    """Count the events by who acts or speaks, the most first; those of several parties are parts of their own, at the end."""
    alone = {party.name for party in dossier.front.parties}
    found = Counter(_acting(event, dossier) for event in _events(shown, dossier))
    return tuple(
        Share(label, count) for label, count in sorted(found.items(), key=lambda item: (item[0] not in alone, -item[1], item[0]))
    )


def by_side(shown: pd.DataFrame, dossier: Dossier) -> tuple[Share, ...]:
    """Count the events by the side of those who act, in the record's order; those of more than one side together at the end."""
    titles = {side.id: side.title for side in dossier.front.sides} | {"": "More than one side"}
    found = Counter(_side(event, dossier) for event in _events(shown, dossier))
    return tuple(Share(title, found[side]) for side, title in titles.items() if found[side])


def by_rank(shown: pd.DataFrame, dossier: Dossier, as_of: date | None = None) -> tuple[Share, ...]:
    """Count the events by the best source that each rests on, as far as it had been issued by the day."""
    found = Counter(_best_rank(event, dossier, as_of) for event in _events(shown, dossier))
    words = {
        Rank.PRIMARY: "A primary source, alone or with others",
        Rank.REFERENCE: "A reference source, no primary one",
        Rank.PRESS: "Press alone",
        None: "Only sources issued later",
    }
    return tuple(Share(label, found[rank]) for rank, label in words.items() if rank or found[rank])


def by_year(shown: pd.DataFrame, dossier: Dossier) -> tuple[Share, ...]:
    """Count the events by the year in which each may have begun; years without any are told together."""
    found = Counter(event.date.earliest.year for event in _events(shown, dossier))
    if not found:
        return ()
    years = range(min(found), max(found) + 1)
    shares: list[Share] = []
    for is_empty, group in groupby(years, key=lambda year: year not in found):
        some = list(group)
        if is_empty:
            shares.append(Share(str(some[0]) if len(some) == 1 else f"{some[0]} to {some[-1]}", 0))
        else:
            shares += [Share(str(year), found[year]) for year in some]
    return tuple(shares)


def stretches(shown: pd.DataFrame, within: Window) -> tuple[Window, ...]:
    """Find the longest stretches of a window in which no event may have happened, the longest first.

    An event covers every day of its date; one whose end is open covers its first day only, for nobody says how long it went on.
    """
    covered = sorted(
        (first.date(), first.date() if pd.isna(last) else last.date())
        for first, last in zip(shown["first"], shown["last"], strict=True)
    )
    found: list[Window] = []
    free_from: date | None = within.start
    for first, last in covered:
        if free_from is None:
            break
        if free_from < first:
            found.append(Window(free_from, min(first - ONE_DAY, within.end)))
        free_from = None if last >= within.end else max(free_from, last + ONE_DAY)
    if free_from is not None:
        found.append(Window(free_from, within.end))
    long = [window for window in found if window.days >= LONG]
    return tuple(sorted(long, key=lambda window: (-window.days, window))[:MOST_STRETCHES])


def _events(shown: pd.DataFrame, dossier: Dossier) -> Iterable[Event]:
    return (dossier.event[str(name)] for name in shown.index)


def _acting(event: Event, dossier: Dossier) -> str:
    if len(event.parties) == 1:
        return dossier.party[event.parties[0]].name
    titles = {side.id: side.title for side in dossier.front.sides}
    side = _side(event, dossier)
    return f"Several: {titles[side]}" if side else "Several, of more than one side"


def _side(event: Event, dossier: Dossier) -> str:
    sides = {dossier.party[party].side for party in event.parties}
    return sides.pop() if len(sides) == 1 else ""


def _best_rank(event: Event, dossier: Dossier, as_of: date | None) -> Rank | None:
    ranks = {dossier.source[citation.id].rank for citation in public.citations(event.sources, dossier.source, as_of)}
    return next((rank for rank in Rank if rank in ranks), None)

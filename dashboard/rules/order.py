"""The order of events in their file: by date, within the headings of their layers."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from dashboard.loading.problems import Breach
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Layer

BLOCKS = {Layer.BACKGROUND: 0, Layer.CORE: 1, Layer.CONTEXT: 1, Layer.AFTERMATH: 2}
_HEADINGS = ("background", "core and context", "aftermath")

_Day = tuple[int, date]  # the heading, and the day under it


@dataclass(frozen=True)
class _Standing:
    """Where an event stands, and its first and last possible day."""

    at: int
    event: Event
    first: _Day
    last: _Day

    @classmethod
    def of(cls, at: int, event: Event) -> Self:
        block = BLOCKS[event.layer]
        return cls(at, event, (block, event.date.earliest), (block, event.date.latest or date.max))

    @property
    def block(self) -> int:
        return self.first[0]

    def is_before(self, other: "_Standing") -> bool:
        """Tell whether it certainly belongs above another."""
        return self.last < other.first

    def clashes(self, other: "_Standing") -> bool:
        """Tell whether the two can't both stand where they do."""
        above, below = (self, other) if self.at < other.at else (other, self)
        return below.is_before(above)


@dataclass(frozen=True)
class _Run:
    """Events in order, linked from the last to the first."""

    last: _Standing
    before: "_Run | None"


def events_stand_in_order(dossier: Dossier) -> Iterator[Breach]:
    """Find the fewest events without which all others stand in order of date, each under its layer's heading."""
    given = [_Standing.of(at, event) for at, event in enumerate(dossier.events)]
    kept = _in_order(given)
    if len(kept) == len(given):
        return
    names = {one.at for one in kept}
    misplaced: list[_Standing] = []
    for one in [one for one in given if one.at not in names]:
        kept, newer = _older_kept(kept, one)
        misplaced.append(newer)
    yield from (_told(one, kept) for one in misplaced)


def _in_order(given: Sequence[_Standing]) -> list[_Standing]:
    """Find the longest run in which no event stands below one that it certainly precedes."""
    # By length less one: the run of that length whose latest first day is the earliest possible, and that day.
    runs: list[_Run] = []
    days: list[_Day] = []
    for one in given:
        start, end = bisect_right(days, one.first), bisect_right(days, one.last)
        longer = [_Run(one, runs[start - 1] if start else None), *(_Run(one, run) for run in runs[start:end])]
        runs[start : end + 1] = longer
        days[start : end + 1] = [one.first, *days[start:end]]
    found: list[_Standing] = []
    run = runs[-1] if runs else None
    while run:
        found.append(run.last)
        run = run.before
    return found[::-1]


def _older_kept(kept: list[_Standing], one: _Standing) -> tuple[list[_Standing], _Standing]:
    """Of two events of which either may be the misplaced one keep the older, by its number."""
    clashing = [other for other in kept if other.clashes(one)]
    if len(clashing) == 1 and one.event.number < clashing[0].event.number:
        return sorted([*(other for other in kept if other is not clashing[0]), one], key=lambda other: other.at), clashing[0]
    return kept, one


def _told(one: _Standing, kept: Sequence[_Standing]) -> Breach:
    """Say of a misplaced event where it belongs among those that stand in order."""
    belongs = next((index for index, other in enumerate(kept) if other.first > one.first), len(kept))
    above, below = kept[belongs - 1 : belongs][:1], kept[belongs : belongs + 1]
    if not above or (below and above[0].block != one.block == below[0].block):
        beside, word = below[0], "before"
    else:
        beside, word = above[0], "after"
    right = f"it belongs {word} E{beside.event.number}"
    over = [other.block for other in kept if other.at < one.at and other.block > one.block]
    under = [other.block for other in kept if other.at > one.at and other.block < one.block]
    if over or under:
        message, field = f"is {one.event.layer} and stands among {_HEADINGS[over[-1] if over else under[0]]}; {right}", "layer"
    else:
        early = one.at < beside.at
        message, field = f"{one.event.date} stands too {'early' if early else 'late'} in the file; {right}", "date"
    return Breach("events", (one.at, field), message, beside=(beside.at,))

"""Who said what to a contested question and what was answered, placed on one vertical clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pandas as pd

from dashboard.model.dates import in_words
from dashboard.model.dossier import Dossier, Party, Side
from dashboard.model.events import Event
from dashboard.model.positions import ContestedQuestion, Entry
from dashboard.model.vocabulary import EntryKind, Place
from dashboard.queries.links import between
from dashboard.queries.text import counted, listed

ROWS = 2  # of the clock that an entry takes
QUIET = 180  # days without an entry that are worth a word


@dataclass(frozen=True)
class Turn:
    """An entry in its row of the clock: who speaks from which side, and what it answers after how long.

    ``third`` tells a party of neither of the two sides that face each other. ``quiet`` says how long it is
    since the entry before, where that is long.
    """

    entry: Entry
    party: Party
    side: Side
    event: Event | None
    row: int
    third: bool
    answers: Entry | None
    after: str
    quiet: str

    @property
    def whole_row(self) -> bool:
        """Whether it takes the width of both sides: silence, and who stands between them."""
        return _column(self.entry, self.side.place) is Place.BETWEEN


@dataclass(frozen=True)
class Mark:
    """A row of the clock that no entry stands in: a year, or the record's cutoff."""

    row: int
    words: str
    is_cutoff: bool = False


@dataclass(frozen=True)
class Join:
    """A line from a claim to its reply, in a channel of its own where others run beside it."""

    from_row: int
    to_row: int
    from_place: Place
    to_place: Place
    channel: int
    words: str


@dataclass(frozen=True)
class Exchange:
    """One contested question with the entries shown; ``channels`` says how many lines run side by side."""

    question: ContestedQuestion
    turns: tuple[Turn, ...]
    marks: tuple[Mark, ...]
    joins: tuple[Join, ...]
    channels: int

    @property
    def rows(self) -> tuple[Turn | Mark, ...]:
        """All rows from top to bottom."""
        return tuple(sorted((*self.marks, *self.turns), key=lambda row: row.row))


def of_questions(
    shown: pd.DataFrame, dossier: Dossier, question: str | None = None, as_of: date | None = None
) -> tuple[Exchange, ...]:
    """Place the entries of a table, question by question; questions without any are left out.

    An entry leads to its event only where that was public on the day.
    """
    names = set(shown.index)
    found = (
        _exchange(asked, [entry for entry in asked.entries if entry.id in names], dossier, as_of)
        for asked in dossier.positions
        if question in (None, asked.id)
    )
    return tuple(exchange for exchange in found if exchange.turns)


def facing(dossier: Dossier) -> tuple[Side | None, Side | None]:
    """Give the two sides that face each other: the first on the left and the first on the right."""
    sides = dossier.front.sides
    left, right = (next((side for side in sides if side.place is place), None) for place in (Place.LEFT, Place.RIGHT))
    return left, right


def heading(exchange: Exchange, place: Place, dossier: Dossier) -> str:
    """Name the sides that stand on one hand: the first of them always, others where they speak in the exchange."""
    speaking = {turn.side.id for turn in exchange.turns}
    two = [side.id for side in facing(dossier) if side]
    sides = [side for side in dossier.front.sides if side.place is place and (side.id in two or side.id in speaking)]
    titles = [side.title for side in sides]
    return ", ".join(titles) if any(" and " in title for title in titles) else listed(titles)  # else two "and" in a row


def _exchange(question: ContestedQuestion, entries: list[Entry], dossier: Dossier, as_of: date | None) -> Exchange:
    rows, marks = _rows(entries, dossier)
    sides = {side.id: side for side in dossier.front.sides}
    two = [side.id for side in facing(dossier) if side]
    said = {entry.id: entry for entry in question.entries}
    quiet = dict(zip((entry.id for entry in entries), _quiet(entries), strict=True))
    turns = []
    for entry in entries:
        party = dossier.party[entry.by]
        claim = said.get(entry.replies_to or "")
        after = between(claim.date, entry.date) if claim else ""
        event = dossier.event[entry.event] if entry.event and dossier.event[entry.event].public.by(as_of) else None
        third = party.side not in two
        turns.append(Turn(entry, party, sides[party.side], event, rows[entry.id], third, claim, after, quiet[entry.id]))
    joins, channels = _joins(turns)
    return Exchange(question, tuple(turns), marks, joins, channels)


def _rows(entries: Iterable[Entry], dossier: Dossier) -> tuple[dict[str, int], tuple[Mark, ...]]:
    """Give each entry the first of its two rows, and each new year and the cutoff a row before the first entry after it.

    An entry that faces the one before it begins one row below, beside its second half; any other begins below it.
    """
    places = {side.id: side.place for side in dossier.front.sides}
    cutoff = dossier.front.cutoff.last_known
    rows: dict[str, int] = {}
    marks: list[Mark] = []
    free, year, is_after, before = 1, 0, False, ""
    for entry in entries:
        if entry.date.earliest > cutoff and not is_after:
            marks.append(Mark(free, f"After the cutoff, {in_words(cutoff)}", is_cutoff=True))
            free, is_after, before = free + 1, True, ""
        if entry.date.earliest.year != year:
            marks.append(Mark(free, str(entry.date.earliest.year)))
            free, year, before = free + 1, entry.date.earliest.year, ""
        place = _column(entry, places[dossier.party[entry.by].side])
        faces = {before, place} == {Place.LEFT, Place.RIGHT}
        rows[entry.id] = free - faces
        free, before = rows[entry.id] + ROWS, place
    return rows, tuple(marks)


def _column(entry: Entry, place: Place) -> Place:
    return Place.BETWEEN if entry.kind is EntryKind.SILENCE else place


def _quiet(entries: list[Entry]) -> list[str]:
    # Days between two dates are counted only where both are single certain days.
    gaps = (
        (later.date.earliest - earlier.date.earliest).days if earlier.date.exact and later.date.exact else 0
        for earlier, later in pairwise(entries)
    )
    return ["", *(f"{counted(days, 'day')} after the entry above" if days >= QUIET else "" for days in gaps)][: len(entries)]


def _joins(turns: list[Turn]) -> tuple[tuple[Join, ...], int]:
    """Join each reply to its claim where both are shown.

    Lines that run beside one another get channels of their own: sorted by where they begin, each takes the first channel that is
    free again, which needs no more channels than lines ever run side by side (interval partitioning).
    """
    at = {turn.entry.id: turn for turn in turns}
    pairs = [(at[turn.answers.id], turn) for turn in turns if turn.answers and turn.answers.id in at]
    joins: list[Join] = []
    busy: list[int] = []  # the row in which each channel's last line ends
    for claim, reply in sorted(pairs, key=lambda pair: (pair[0].row, pair[1].row)):
        channel = next((number for number, end in enumerate(busy) if end <= claim.row), len(busy))
        busy[channel : channel + 1] = [reply.row]
        words = reply.after.removesuffix(" later")
        joins.append(Join(claim.row, reply.row, claim.side.place, reply.side.place, channel, words))
    return tuple(joins), len(busy)

"""A question as it is put to a reader."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.model.sources import Citation


class Kind(StrEnum):
    """What a question asks for."""

    CHOICE = "choice"  # the right one of several
    ORDER = "order"  # events in order of time
    MATCH = "match"  # a partner for each on the left
    STANDING = "standing"  # how far an event is agreed
    TRACK = "track"  # the lane that an event stands on
    BEFORE = "before"  # whether one event came before or after another
    NEXT = "next"  # predict, then reveal


@dataclass(frozen=True)
class Option:
    """Something to choose, to place or to match; ``id`` is its own within the question."""

    id: str
    label: str


@dataclass(frozen=True)
class Posed:
    """A question with its one right answer.

    ``id`` is the record's, or made from kind, events and seed. ``options`` stand in the order in which they are shown; for a
    match they are the left column, and ``partners`` the right one. ``answer`` holds ids of options: one, or all in order of time;
    for a match the ids of partners, in the order of ``options``. ``events`` settle it, and the first is the one to open; for
    ``next`` they are what followed. ``sources`` are the passages that settle it. ``as_of`` is the day as of which a reader sees
    the timeline before answering a ``next``, and None otherwise.
    """

    id: str
    kind: Kind
    level: int
    prompt: str
    options: tuple[Option, ...]
    partners: tuple[Option, ...]
    answer: tuple[str, ...]
    explanation: str
    events: tuple[str, ...]
    sources: tuple[Citation, ...]
    as_of: date | None = None

"""What questions are made from, and how one is made of events that settle it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Self

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.queries.study import told
from dashboard.queries.study.posed import Kind, Option, Posed


@dataclass(frozen=True)
class Making:
    """The events that may still be asked about, in order of time, and the chance that chooses among them."""

    events: tuple[Event, ...]
    dossier: Dossier
    as_of: date | None
    seed: int
    random: Random

    def without(self, names: Iterable[str]) -> Self:
        """Leave events out."""
        gone = frozenset(names)
        return replace(self, events=tuple(event for event in self.events if event.id not in gone))

    def question(
        self,
        kind: Kind,
        level: int,
        prompt: str,
        options: tuple[Option, ...],
        answer: tuple[str, ...],
        explanation: str,
        events: tuple[Event, ...],
    ) -> Posed:
        """Make a question; its id tells its kind, its events and the seed."""
        numbers = "-".join(str(event.number) for event in events)
        return Posed(
            f"{kind}-{numbers}-{self.seed}",
            kind,
            level,
            prompt,
            options,
            (),
            answer,
            explanation,
            tuple(event.id for event in events),
            told.passages(events, self.dossier, self.as_of),
        )

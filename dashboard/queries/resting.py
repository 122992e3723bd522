"""What rests on each source: everything in the record that cites it, as far as it was public on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from dashboard.model.dossier import Aim, Dossier, Lane
from dashboard.model.events import Event
from dashboard.model.glossary import Term
from dashboard.model.measures import Measure
from dashboard.model.people import Person
from dashboard.model.positions import ContestedQuestion, Entry
from dashboard.model.questions import Choice, Match, Order, StandingQuestion, StudyQuestion
from dashboard.model.sources import Citation
from dashboard.queries import lives, offices, public
from dashboard.queries.tables import Tables

_Kind = TypeVar("_Kind", Event, Measure, "Position", Term, Person, Lane, Aim, Choice, Order, Match, StandingQuestion)


@dataclass(frozen=True)
class Position:
    """What was said to a contested question."""

    question: ContestedQuestion
    entry: Entry


Cites = Event | Measure | Position | Term | Person | StudyQuestion | Lane | Aim


@dataclass(frozen=True)
class Rest:
    """One citation of a source: what rests on it, and the place in it.

    ``part`` says which part of the record it is where that is not the whole: what became known later, or a stop condition.
    """

    what: Cites
    locator: str | None
    part: str = ""


@dataclass(frozen=True)
class Resting:
    """All that rests on one source or on one place in it, in the record's order."""

    rests: tuple[Rest, ...]

    @property
    def events(self) -> tuple[tuple[Event, str], ...]:
        """The events, each once, with the parts and places that are cited, in words."""
        return tuple((event, _places(rests)) for event, rests in self._each(Event))

    @property
    def measures(self) -> tuple[tuple[Measure, str], ...]:
        """The measures, each once, with the parts and places that are cited, in words."""
        return tuple((measure, _places(rests)) for measure, rests in self._each(Measure))

    @property
    def positions(self) -> tuple[Position, ...]:
        """What was said to contested questions."""
        return tuple(position for position, _ in self._each(Position))

    @property
    def contested(self) -> tuple[ContestedQuestion, ...]:
        """The contested questions that something was said to, each once."""
        return tuple({position.question.id: position.question for position in self.positions}.values())

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the glossary."""
        return tuple(term for term, _ in self._each(Term))

    @property
    def people(self) -> tuple[Person, ...]:
        """The people whose offices it shows."""
        return tuple(person for person, _ in self._each(Person))

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes whose own words rest on it."""
        return tuple(lane for lane, _ in self._each(Lane))

    @property
    def aims(self) -> tuple[Aim, ...]:
        """The aims of the strategy that it states."""
        return tuple(aim for aim, _ in self._each(Aim))

    @property
    def questions(self) -> tuple[StudyQuestion, ...]:
        """The study questions."""
        kinds = (self._each(Choice), self._each(Order), self._each(Match), self._each(StandingQuestion))
        return tuple(question for found in kinds for question, _ in found)

    def _each(self, kind: type[_Kind]) -> list[tuple[_Kind, list[Rest]]]:
        found: dict[int, tuple[_Kind, list[Rest]]] = {}
        for rest in self.rests:
            if isinstance(rest.what, kind):
                found.setdefault(id(rest.what), (rest.what, []))[1].append(rest)
        return list(found.values())


NOTHING = Resting(())


@lru_cache(maxsize=64)
def by_source(tables: Tables, as_of: date | None) -> Mapping[str, Resting]:
    """Find what rests on each source, by its id.

    As of a day only what was public then, and only sources issued by then. What the editors say of the whole dispute (terms,
    study questions, the tracks' own words) tells of later days and is left out.
    """
    dossier = tables.dossier
    found: dict[str, list[Rest]] = {}
    for what, cited, part in _cited(dossier, as_of):
        for citation in public.citations(cited, dossier.source, as_of):
            found.setdefault(citation.id, []).append(Rest(what, citation.locator, part))
    return {source.id: Resting(tuple(found[source.id])) for source in dossier.sources if source.id in found}


def _cited(dossier: Dossier, as_of: date | None) -> Iterator[tuple[Cites, tuple[Citation, ...], str]]:
    for event in dossier.events:
        if event.public.by(as_of):
            yield event, event.sources, ""
            yield from ((event, note.sources, f"known from {note.known}") for note in public.later(event, as_of))
    for measure in dossier.measures:
        if lives.life(measure, dossier, as_of).stages:
            yield measure, measure.sources, ""
            stop = measure.stop_condition
            if stop.date is None or public.is_stated(stop, as_of):
                yield measure, stop.sources, "what would end it"
    for question in dossier.positions:
        yield from ((Position(question, entry), entry.sources, "") for entry in question.entries if entry.date.by(as_of))
    for person in dossier.people:
        if offices.shown_by(person, as_of):
            yield person, person.sources, ""
    if as_of is None:
        yield from ((term, term.sources, "") for term in dossier.glossary)
        yield from ((question, question.sources, "") for question in dossier.questions)
        yield from ((lane, lane.sources, "") for lane in dossier.front.lanes)
        yield from _aims(dossier)


def _aims(dossier: Dossier) -> Iterator[tuple[Cites, tuple[Citation, ...], str]]:
    strategy, document = dossier.front.strategy, dossier.front.key_document
    if strategy and document:
        yield from ((aim, (Citation(id=document.source, locator=aim.locator),), "") for aim in strategy.aims)


def _places(rests: list[Rest]) -> str:
    return "; ".join(": ".join(filter(None, (rest.part, rest.locator))) for rest in rests if rest.part or rest.locator)

"""The dossier: its front matter, and all its records together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from dashboard.model.briefs import Brief
from dashboard.model.dates import Date, Day, Interval
from dashboard.model.events import Event
from dashboard.model.glossary import Term
from dashboard.model.measures import Measure
from dashboard.model.people import Person
from dashboard.model.positions import ContestedQuestion
from dashboard.model.questions import StudyQuestion
from dashboard.model.record import EventId, Id, PartyId, Record, SideId, SourceId, Text, TrackId
from dashboard.model.sources import Citation, Source
from dashboard.model.vocabulary import Glyph, Place, Standing, Symbol

Color = Annotated[str, Field(pattern="^#[0-9A-Fa-f]{6}$")]


class Lane(Record):
    """A lane of the timeline: the spine, or a response track."""

    id: Id
    title: Text
    description: Text
    symbol: Symbol
    color: Color  # on white
    dark_color: Color  # on the dark theme's background
    sources: tuple[Citation, ...] = ()


class Track(Lane):
    """A response track, with the question that it puts and the aim that it has in one side's view."""

    question: Text
    aim: Text


class StandingWords(Record):
    """How this dossier words and draws a standing."""

    id: Standing
    title: Text
    meaning: Text
    glyph: Glyph


class Side(Record):
    """One of those who face each other."""

    id: Id
    title: Text
    place: Place


class Party(Record):
    """Somebody who acts or speaks."""

    id: Id
    name: Text
    short: Text
    side: SideId
    part_of: PartyId | None = None


class Passage(Record):
    """A passage of the key document."""

    locator: Text
    title: Text
    summary: Text


class KeyDocument(Record):
    """The document that the record starts from, passage by passage."""

    source: SourceId
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)]


class Aim(Record):
    """What a strategy is for, and where the key document says so."""

    title: Text
    locator: Text


class Strategy(Record):
    """How the response hangs together."""

    finding: EventId
    review: EventId
    aims: Annotated[tuple[Aim, ...], Field(min_length=1)]
    tracks: Mapping[TrackId, EventId]


class Change(Record):
    """What an edition changed."""

    edition: Text
    date: Day
    text: Text
    events: tuple[EventId, ...] = ()


class FrontMatter(Record):
    """The dossier itself: title, window, lanes, standings, sides and parties."""

    title: Text
    subtitle: Text
    edition: Text
    edited: Day
    window: Interval
    cutoff: Date
    about: Text
    method: Text
    spine: Lane
    tracks: Annotated[tuple[Track, ...], Field(min_length=1)]
    standings: Annotated[tuple[StandingWords, ...], Field(min_length=3, max_length=3)]
    sides: Annotated[tuple[Side, ...], Field(min_length=1)]
    key_document: KeyDocument | None = None
    strategy: Strategy | None = None
    changes: Annotated[tuple[Change, ...], Field(min_length=1)]
    parties: Annotated[tuple[Party, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_standing_and_glyph_once(self) -> Self:
        for words, found in (
            (Standing, [words.id for words in self.standings]),
            (Glyph, [words.glyph for words in self.standings]),
        ):
            if sorted(found) != sorted(words):
                message = f"standings has {', '.join(found)}; give each of {', '.join(words)} once"
                raise ValueError(message)
        return self

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """All lanes from top to bottom: the spine, then the tracks."""
        return (self.spine, *self.tracks)


@dataclass(frozen=True)
class Dossier:
    """Everything that the dashboard says, with lookups by id."""

    front: FrontMatter
    events: tuple[Event, ...]
    measures: tuple[Measure, ...] = ()
    positions: tuple[ContestedQuestion, ...] = ()
    briefs: tuple[Brief, ...] = ()
    questions: tuple[StudyQuestion, ...] = ()
    sources: tuple[Source, ...] = ()
    glossary: tuple[Term, ...] = ()
    people: tuple[Person, ...] = ()

    @cached_property
    def event(self) -> Mapping[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.events}

    @cached_property
    def party(self) -> Mapping[str, Party]:
        """Parties by id."""
        return {party.id: party for party in self.front.parties}

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """People by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def lane(self) -> Mapping[str, Lane]:
        """Lanes by id, from top to bottom."""
        return {lane.id: lane for lane in self.front.lanes}

    def lanes_of(self, event: Event) -> tuple[Lane, ...]:
        """Give the lanes on which an event stands, from top to bottom."""
        return tuple(track for track in self.front.tracks if track.id in event.tracks) or (self.front.spine,)

    @cached_property
    def standing(self) -> Mapping[Standing, StandingWords]:
        """How this dossier words each standing."""
        return {words.id: words for words in self.front.standings}

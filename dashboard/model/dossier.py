"""The dossier: its front matter, and all its records together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from math import floor
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from dashboard.model.briefs import Brief
from dashboard.model.contrast import contrast
from dashboard.model.dates import Date, Day, Interval
from dashboard.model.events import Event
from dashboard.model.glossary import Term
from dashboard.model.measures import Measure
from dashboard.model.people import Person
from dashboard.model.positions import ContestedQuestion
from dashboard.model.questions import StudyQuestion
from dashboard.model.record import COLOR_PATTERN, EventId, Id, PartyId, Record, SideId, SourceId, Text, TrackId
from dashboard.model.sources import Citations, Source
from dashboard.model.vocabulary import Glyph, Place, Standing, Symbol

LIGHT_GROUND, DARK_GROUND = "#ffffff", "#0e1117"  # of the two themes
LEAST_CONTRAST = 4.5

Color = Annotated[str, Field(title="color", pattern=COLOR_PATTERN)]


def _read_on(ground: str, color: str) -> str:
    found = contrast(color, ground)
    if found < LEAST_CONTRAST:
        other = "a darker" if ground == LIGHT_GROUND else "a lighter"
        had = floor(found * 100) / 100  # rounded up it could seem to be enough
        message = f"{color} has a contrast of {had:.2f}:1 on {ground}; use {other} one, with at least {LEAST_CONTRAST}:1"
        raise ValueError(message)
    return color


class Lane(Record):
    """A lane of the timeline: the spine, or a response track."""

    id: Id = Field(description="Its name in the files and in addresses; never changed once published")
    title: Text = Field(description="Its name on the page")
    description: Text = Field(description="What stands on it")
    symbol: Symbol = Field(description="The shape of its marks")
    color: Annotated[Color, AfterValidator(partial(_read_on, LIGHT_GROUND))] = Field(
        description="Its colour on white, with a contrast of at least 4.5:1"
    )
    dark_color: Annotated[Color, AfterValidator(partial(_read_on, DARK_GROUND))] = Field(
        description="Its colour on the dark theme (#0e1117), with the same contrast"
    )
    sources: Citations = Field(default=(), description="What its wording rests on")


class Track(Lane):
    """A response track, with the question that it puts and the aim that it has in one side's view."""

    question: Text = Field(description="The question that it puts; takes no side")
    aim: Text = Field(description="What it is for, and in whose view")


class StandingWords(Record):
    """How this dossier words and draws a standing."""

    id: Standing = Field(description="The standing; each of the three once")
    title: Text = Field(description="How it is called on the page")
    meaning: Text = Field(description="What it means, in a sentence")
    glyph: Glyph = Field(description="How its marks are filled; each once")


class Side(Record):
    """One of those who face each other."""

    id: Id = Field(description="Its name in the files; never changed once published")
    title: Text = Field(description="Its name on the page")
    place: Place = Field(description="Where it stands on the page Positions")


class Party(Record):
    """Somebody who acts or speaks."""

    id: Id = Field(description="Its name in the files and in addresses; never changed once published")
    name: Text = Field(description="The name in full")
    short: Text = Field(description="The name where room is short")
    side: SideId = Field(description="The side that it belongs to")
    part_of: PartyId | None = Field(default=None, description="The party that it is a part of")


class Passage(Record):
    """A passage of the key document."""

    locator: Text = Field(description='Its place; a citation of it begins with this, as "para. 3" or "paras. 1, 2 and 7"')
    title: Text = Field(description="A line")
    summary: Text = Field(description="What it says, and who says it")


class KeyDocument(Record):
    """The document that the record starts from, passage by passage."""

    source: SourceId = Field(description="The document")
    passages: Annotated[tuple[Passage, ...], Field(min_length=1)] = Field(
        description="Its passages, in its order; each is cited by some record"
    )


class Aim(Record):
    """What a strategy is for, and where the key document says so."""

    title: Text = Field(description="The aim, in a line")
    locator: Text = Field(description="The passage of the key document that states it")


class Strategy(Record):
    """How the response hangs together."""

    finding: EventId = Field(description="The event that the response answers")
    review: EventId = Field(description="The event at which the response was decided")
    aims: Annotated[tuple[Aim, ...], Field(min_length=1)] = Field(description="What it is for")
    tracks: Mapping[TrackId, EventId] = Field(description="Each track with the event that announced it")


class Change(Record):
    """What an edition changed."""

    edition: Text = Field(description="The number of the edition, in quotation marks")
    date: Day = Field(description="The day of the edition")
    text: Text = Field(description="What was changed, for readers")
    events: tuple[EventId, ...] = Field(default=(), description="The events that were added or changed")


class FrontMatter(Record):
    """The dossier itself: title, window, lanes, standings, sides and parties."""

    title: Text = Field(description="The title of the dossier")
    subtitle: Text = Field(description="What it covers")
    edition: Text = Field(description="The number of the edition, in quotation marks")
    edited: Day = Field(description="The day of the last change")
    window: Interval = Field(description="The time that is shown first; what ends before it is background")
    cutoff: Date = Field(description="The last day that the record follows; what begins after it is aftermath")
    about: Text = Field(description="What the record is about, in paragraphs of Markdown")
    method: Text = Field(description="How the record was made, in paragraphs of Markdown")
    spine: Lane = Field(description="The lane of the events that are on no track")
    tracks: Annotated[tuple[Track, ...], Field(min_length=1)] = Field(description="The response lanes, from top to bottom")
    standings: Annotated[tuple[StandingWords, ...], Field(min_length=3, max_length=3)] = Field(
        description="How this dossier words the three standings of an event"
    )
    sides: Annotated[tuple[Side, ...], Field(min_length=1)] = Field(description="Who faces whom")
    key_document: KeyDocument | None = Field(default=None, description="The document that the record starts from")
    strategy: Strategy | None = Field(default=None, description="How the response hangs together")
    changes: Annotated[tuple[Change, ...], Field(min_length=1)] = Field(description="What each edition changed, newest first")
    parties: Annotated[tuple[Party, ...], Field(min_length=1)] = Field(description="All who act or speak")

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
    def answered_by(self) -> Mapping[str, tuple[Event, ...]]:
        """The events that respond to one, in the record's order, by its id; none for one that nothing responds to."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            for name in dict.fromkeys(response.event for response in event.responds_to):
                found.setdefault(name, []).append(event)
        return {name: tuple(events) for name, events in found.items()}

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

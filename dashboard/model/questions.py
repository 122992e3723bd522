"""One study question, of four kinds."""

from typing import Annotated, Literal

from pydantic import Field

from dashboard.model.record import EventId, Id, Number, Record, Text, text_of_at_most
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import Standing

Level = Annotated[Number, Field(le=3)]  # 1 what happened, 2 how things hang together, 3 how the record knows
Option = text_of_at_most(80)


class _Question(Record):
    id: Id
    level: Level
    prompt: text_of_at_most(160)  # type: ignore[valid-type]
    explanation: Text
    events: Annotated[tuple[EventId, ...], Field(min_length=1)]
    sources: tuple[Citation, ...]


class Choice(_Question):
    """Choose the right one of four."""

    kind: Literal["choice"]
    options: Annotated[tuple[Option, ...], Field(min_length=4, max_length=4)]  # type: ignore[valid-type]
    answer: Text


class Order(_Question):
    """Put four or five events in order of time."""

    kind: Literal["order"]
    options: Annotated[tuple[EventId, ...], Field(min_length=4, max_length=5)]
    answer: Annotated[tuple[EventId, ...], Field(min_length=4, max_length=5)]


class Sides(Record):
    """The two columns of a question that matches."""

    left: Annotated[tuple[Option, ...], Field(min_length=4, max_length=4)]  # type: ignore[valid-type]
    right: Annotated[tuple[Option, ...], Field(min_length=4, max_length=4)]  # type: ignore[valid-type]


class Pair(Record):
    """A right match."""

    left: Text
    right: Text


class Match(_Question):
    """Match four on the left with four on the right."""

    kind: Literal["match"]
    options: Sides
    answer: Annotated[tuple[Pair, ...], Field(min_length=4, max_length=4)]


class StandingQuestion(_Question):
    """Say how far the first of its events is agreed."""

    kind: Literal["standing"]
    options: tuple[Standing, ...]
    answer: Standing


StudyQuestion = Annotated[Choice | Order | Match | StandingQuestion, Field(discriminator="kind")]

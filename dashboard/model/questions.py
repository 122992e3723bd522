"""One study question, of four kinds."""

from typing import Annotated, Literal

from pydantic import Field

from dashboard.model.record import EventId, Id, Number, Record, Text, text_of_at_most
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import Standing

Level = Annotated[Number, Field(le=3)]  # 1 what happened, 2 how things hang together, 3 how the record knows
Option = text_of_at_most(80)


class _Question(Record):
    id: Id = Field(description="Its name in the files; never changed once published")
    level: Level = Field(description="1 what happened, 2 how things hang together, 3 how the record knows")
    prompt: text_of_at_most(160) = Field(description="What is asked; used for no other question")  # type: ignore[valid-type]
    explanation: Text = Field(description="Why the answer is right, in one to three sentences")
    events: Annotated[tuple[EventId, ...], Field(min_length=1)] = Field(description="The events that settle it")
    sources: tuple[Citation, ...] = Field(
        description="The sources that settle it; at least one with a locator, but for the kind standing"
    )


class Choice(_Question):
    """Choose the right one of four."""

    kind: Literal["choice"] = Field(description="Choose one of four")
    options: Annotated[tuple[Option, ...], Field(min_length=4, max_length=4)] = Field(description="Four different texts")  # type: ignore[valid-type]
    answer: Text = Field(description="The right one, word for word; right answers are spread over the four places")


class Order(_Question):
    """Put four or five events in order of time."""

    kind: Literal["order"] = Field(description="Put four or five events in order of time")
    options: Annotated[tuple[EventId, ...], Field(min_length=4, max_length=5)] = Field(
        description="The events, not in order; each has a day of its own, no two the same"
    )
    answer: Annotated[tuple[EventId, ...], Field(min_length=4, max_length=5)] = Field(
        description="The same events from earliest to latest; `events` names the same"
    )


class Sides(Record):
    """The two columns of a question that matches."""

    left: Annotated[tuple[Option, ...], Field(min_length=4, max_length=4)] = Field(description="Four texts")  # type: ignore[valid-type]
    right: Annotated[tuple[Option, ...], Field(min_length=4, max_length=4)] = Field(description="Four, not in that order")  # type: ignore[valid-type]


class Pair(Record):
    """A right match."""

    left: Text = Field(description="One of the left, word for word")
    right: Text = Field(description="The one of the right that goes with it, word for word")


class Match(_Question):
    """Match four on the left with four on the right."""

    kind: Literal["match"] = Field(description="Match four with four")
    options: Sides = Field(description="The two columns")
    answer: Annotated[tuple[Pair, ...], Field(min_length=4, max_length=4)] = Field(
        description="The pairs, in the order of the left column; each text used once"
    )


class StandingQuestion(_Question):
    """Say how far the first of its events is agreed."""

    kind: Literal["standing"] = Field(description="Say how far something is agreed")
    options: tuple[Standing, ...] = Field(description="The three standings")
    answer: Standing = Field(description="The standing of the first of `events`")


StudyQuestion = Annotated[Choice | Order | Match | StandingQuestion, Field(discriminator="kind")]

"""One study question, of four kinds."""

from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from dashboard.model.record import EventId, Id, Number, Record, Text, text_of_at_most
from dashboard.model.sources import AtLeastOneCitation, have_a_locator
from dashboard.model.vocabulary import Standing

Level = Annotated[Number, Field(le=3)]  # 1 what happened, 2 how things hang together, 3 how the record knows
Option = text_of_at_most(80)


_Text = TypeVar("_Text", bound=str)


def _all_different(texts: tuple[_Text, ...]) -> tuple[_Text, ...]:
    twice = next((text for text in texts if texts.count(text) > 1), None)
    if twice is not None:
        message = f"has '{twice}' twice; let all of them differ"
        raise ValueError(message)
    return texts


Four = Annotated[tuple[Option, ...], Field(min_length=4, max_length=4), AfterValidator(_all_different)]  # type: ignore[valid-type]
Events = Annotated[tuple[EventId, ...], Field(min_length=4, max_length=5), AfterValidator(_all_different)]


class _Question(Record):
    id: Id = Field(description="Its name in the files; never changed once published")
    level: Level = Field(description="1 what happened, 2 how things hang together, 3 how the record knows")
    prompt: text_of_at_most(160) = Field(description="What is asked; used for no other question")  # type: ignore[valid-type]
    explanation: Text = Field(description="Why the answer is right, in one to three sentences")
    events: Annotated[tuple[EventId, ...], Field(min_length=1)] = Field(description="The events that settle it")
    sources: Annotated[AtLeastOneCitation, AfterValidator(have_a_locator)] = Field(
        description="The sources that settle it; at least one with a locator, but for the kind standing"
    )


class Choice(_Question):
    """Choose the right one of four."""

    kind: Literal["choice"] = Field(description="Choose one of four")
    options: Four = Field(description="Four different texts")
    answer: Text = Field(description="The right one, word for word; right answers are spread over the four places")

    @field_validator("answer")
    @classmethod
    def _is_an_option(cls, answer: str, info: ValidationInfo) -> str:
        options = info.data.get("options")
        if options and answer not in options:
            message = f"'{answer}' is none of the options; write one of them, word for word"
            raise ValueError(message)
        return answer


class Order(_Question):
    """Put four or five events in order of time."""

    kind: Literal["order"] = Field(description="Put four or five events in order of time")
    options: Events = Field(description="The events, not in order; each has a day of its own, no two the same")
    answer: Events = Field(description="The same events from earliest to latest; `events` names the same")

    @field_validator("answer")
    @classmethod
    def _orders_the_options_that_events_names(cls, answer: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        for name in ("options", "events"):
            if info.data.get(name) and set(info.data[name]) != set(answer):
                message = f"has not the same events as {name}; name the same ones in both"
                raise ValueError(message)
        if info.data.get("options") == answer:
            message = "has the order of options; put the options in another order, so that there is something to do"
            raise ValueError(message)
        return answer


class Sides(Record):
    """The two columns of a question that matches."""

    left: Four = Field(description="Four texts")
    right: Four = Field(description="Four, not in that order")


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

    @field_validator("answer")
    @classmethod
    def _pairs_the_columns(cls, answer: tuple[Pair, ...], info: ValidationInfo) -> tuple[Pair, ...]:
        options: Sides | None = info.data.get("options")
        if options is None:
            return answer
        left, right = tuple(pair.left for pair in answer), tuple(pair.right for pair in answer)
        if left != options.left:
            message = "has not the left texts in their order; write one pair for each of them, in the order of options.left"
            raise ValueError(message)
        if sorted(right) != sorted(options.right):
            message = "has not each right text once; pair each of options.right, word for word, with one on the left"
            raise ValueError(message)
        if right == options.right:
            message = "has the right texts in the order of options.right; put options.right in another order"
            raise ValueError(message)
        return answer


def _all_standings(options: tuple[Standing, ...]) -> tuple[Standing, ...]:
    if options != tuple(Standing):
        message = f"has not the three standings in their order; write [{', '.join(Standing)}]"
        raise ValueError(message)
    return options


class StandingQuestion(_Question):
    """Say how far the first of its events is agreed."""

    kind: Literal["standing"] = Field(description="Say how far something is agreed")
    options: Annotated[tuple[Standing, ...], AfterValidator(_all_standings)] = Field(description="The three standings")
    answer: Standing = Field(description="The standing of the first of `events`")
    sources: AtLeastOneCitation = Field(description="The sources that settle it")


StudyQuestion = Annotated[Choice | Order | Match | StandingQuestion, Field(discriminator="kind")]

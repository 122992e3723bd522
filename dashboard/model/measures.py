"""One thing done or proposed in response."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from dashboard.model.dates import Date
from dashboard.model.record import EventId, Id, Number, PartyId, Record, Text, TrackId, text_of_at_most
from dashboard.model.sources import AtLeastOneCitation
from dashboard.model.vocabulary import Stage, StopStanding


class StopCondition(Record):
    """What would end a measure, and who said so when."""

    text: Text = Field(description="What would end it, in the words of whoever said so, quoted; or that nothing was found")
    standing: StopStanding = Field(description="What is known of its end")
    by: PartyId | None = Field(
        default=None, description="Who said so: needed for stated and independent, not allowed for none-stated"
    )
    date: Date | None = Field(
        default=None, description="When it was said: needed for stated and independent, not allowed for none-stated"
    )
    sources: AtLeastOneCitation = Field(
        description="Where it was said, with a locator; for none-stated, what was read without finding it"
    )

    @model_validator(mode="after")
    def _is_credited_where_somebody_spoke(self) -> Self:
        spoke = self.standing is not StopStanding.NONE_STATED
        missing = [name for name, value in (("by", self.by), ("date", self.date)) if spoke and value is None]
        if missing:
            message = f"is {self.standing} without {' and '.join(missing)}; say who said it, and when"
            raise ValueError(message)
        if not spoke and (self.by or self.date):
            message = f"is {self.standing} and has by or date; take them out, or choose another standing"
            raise ValueError(message)
        return self


class LifeStage(Record):
    """A stage that a measure reached, and the event that moved it there."""

    stage: Stage = Field(description="The stage reached; each at most once, in order")
    event: EventId = Field(description="The event that moved it there; on the measure's track or on the spine")
    date: Date | None = Field(default=None, description="Only where it differs from the event's")


class Measure(Record):
    """One measure of a response track."""

    id: Id = Field(description="Its name in the files and in addresses; never changed once published")
    track: TrackId = Field(description="The response track that it belongs to")
    order: Number = Field(description="Its place on the track: 1, 2, 3 ... without a gap")
    label: text_of_at_most(34) = Field(description="A few words, used for no other measure")  # type: ignore[valid-type]
    title: text_of_at_most(80) = Field(description="A line, used for no other measure")  # type: ignore[valid-type]
    by: PartyId = Field(description="The party that does or proposes it")
    what: Text = Field(description="What it is, in one to four sentences")
    aim: Text | None = Field(default=None, description="Where a source says: what it is for, and by whose word")
    basis: Text | None = Field(default=None, description="Where a source says: the law or decision that it rests on")
    limit: Text | None = Field(default=None, description="Where a source says: what it must not do")
    targets: tuple[Text, ...] = Field(default=(), description="Whom or what it is aimed at")
    stop_condition: StopCondition = Field(description="What would end it, and who said so")
    stages: Annotated[tuple[LifeStage, ...], Field(min_length=1)] = Field(
        description="How far it came: stages in the order of its life, none earlier than the one before it"
    )
    sources: AtLeastOneCitation = Field(description="What it rests on")

"""One thing done or proposed in response."""

from typing import Annotated

from pydantic import Field

from dashboard.model.dates import Date
from dashboard.model.record import EventId, Id, Number, PartyId, Record, Text, TrackId, text_of_at_most
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import Stage, StopStanding


class StopCondition(Record):
    """What would end a measure, and who said so when."""

    text: Text
    standing: StopStanding
    by: PartyId | None = None
    date: Date | None = None
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]


class LifeStage(Record):
    """A stage that a measure reached, and the event that moved it there."""

    stage: Stage
    event: EventId
    date: Date | None = None  # only where it differs from the event's


class Measure(Record):
    """One measure of a response track."""

    id: Id
    track: TrackId
    order: Number
    label: text_of_at_most(34)  # type: ignore[valid-type]
    title: text_of_at_most(80)  # type: ignore[valid-type]
    by: PartyId
    what: Text
    aim: Text | None = None
    basis: Text | None = None
    limit: Text | None = None
    targets: tuple[Text, ...] = ()
    stop_condition: StopCondition
    stages: Annotated[tuple[LifeStage, ...], Field(min_length=1)]
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]

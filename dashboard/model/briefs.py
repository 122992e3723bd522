"""One told path through the record, for a room."""

from typing import Annotated

from pydantic import Field

from dashboard.model.dates import Day, Interval
from dashboard.model.record import EventId, Id, LaneId, MeasureId, Number, QuestionId, Record, Text, TrackId, text_of_at_most
from dashboard.model.vocabulary import Layer, PageName


class View(Record):
    """What a scene selects; what is left out restricts nothing."""

    tracks: tuple[LaneId, ...] = ()
    window: Interval | None = None
    as_of: Day | None = None
    q: Text | None = None
    layers: tuple[Layer, ...] = ()


class Scene(Record):
    """One step of a brief: a view of the record, a sentence for the room, notes for the speaker."""

    id: Id
    title: text_of_at_most(44)  # type: ignore[valid-type]
    message: text_of_at_most(110)  # type: ignore[valid-type]
    notes: Text
    event: EventId | None = None
    view: View
    page: PageName
    track: TrackId | None = None
    measure: MeasureId | None = None
    question: QuestionId | None = None
    seconds: Number


class Brief(Record):
    """A list of scenes for an audience."""

    id: Id
    title: text_of_at_most(80)  # type: ignore[valid-type]
    audience: Text
    minutes: Number
    scenes: Annotated[tuple[Scene, ...], Field(min_length=1)]

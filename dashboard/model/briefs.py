"""One told path through the record, for a room."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

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

    @model_validator(mode="after")
    def _opens_what_its_page_shows(self) -> Self:
        given = tuple(name for name in ("track", "measure", "question") if getattr(self, name))
        allowed: Mapping[PageName, tuple[tuple[str, ...], ...]] = {
            PageName.TIMELINE: ((),),
            PageName.RESPONSES: (("track",), ("measure",)),
            PageName.POSITIONS: (("question",),),
        }
        if given not in allowed[self.page]:
            right = " or ".join("".join(names) or "none of track, measure and question" for names in allowed[self.page])
            message = f"a scene on the page {self.page} has {right}; this one has {' and '.join(given) or 'none'}"
            raise ValueError(message)
        return self


class Brief(Record):
    """A list of scenes for an audience."""

    id: Id
    title: text_of_at_most(80)  # type: ignore[valid-type]
    audience: Text
    minutes: Number
    scenes: Annotated[tuple[Scene, ...], Field(min_length=1)]

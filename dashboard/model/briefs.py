"""One told path through the record, for a room."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from dashboard.model.dates import Day, Interval
from dashboard.model.record import EventId, Id, LaneId, MeasureId, Number, QuestionId, Record, Text, TrackId, text_of_at_most
from dashboard.model.vocabulary import Layer, PageName


class View(Record):
    """What a scene selects; what is left out restricts nothing."""

    tracks: tuple[LaneId, ...] = Field(default=(), description="Only these tracks; the spine's id is allowed too")
    window: Interval | None = Field(default=None, description="Only what happened in this time")
    as_of: Day | None = Field(default=None, description="Only what was public on this day")
    q: Text | None = Field(
        default=None, description="Only what has all of these words, in label, title, summary, people or what became public later"
    )
    layers: tuple[Layer, ...] = Field(default=(), description="Only these layers")


class Scene(Record):
    """One step of a brief: a view of the record, a sentence for the room, notes for the speaker."""

    id: Id = Field(description="Its name in the files, used for no other scene of the brief")
    title: text_of_at_most(44) = Field(description="A few words")  # type: ignore[valid-type]
    message: text_of_at_most(110) = Field(description="One sentence for the room")  # type: ignore[valid-type]
    notes: Text = Field(description="For the speaker, in Markdown: 40 to 110 words with **Say.**, **Remember.** and **If asked**")
    event: EventId | None = Field(default=None, description="The event that is opened; the view shows it")
    view: View = Field(description="What is selected; what is left out restricts nothing; at least two events are shown")
    page: PageName = Field(description="The page that is shown")
    track: TrackId | None = Field(default=None, description="On the page responses, this or `measure`: the track that is opened")
    measure: MeasureId | None = Field(
        default=None,
        description="On the page responses, this or `track`: the measure that is opened; the event is one of its stages'",
    )
    question: QuestionId | None = Field(
        default=None, description="On the page positions: the contested question that is opened; the event is one of its entries'"
    )
    seconds: Number = Field(description="How long it is shown")

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

    id: Id = Field(description="Its name in the files and in addresses; never changed once published")
    title: text_of_at_most(80) = Field(description="A line")  # type: ignore[valid-type]
    audience: Text = Field(description="Whom it is for")
    minutes: Number = Field(description="How long it takes; the seconds of its scenes are within 15% of it")
    scenes: Annotated[tuple[Scene, ...], Field(min_length=1)] = Field(description="Its steps, in order")

"""One dated event."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from dashboard.model.dates import Date, EventDate
from dashboard.model.record import EventId, Id, Number, PartyId, PersonId, Record, Text, TrackId, text_of_at_most
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import Grounds, Importance, Kind, Layer, Standing


class Response(Record):
    """A link to an earlier event that this one answers."""

    event: EventId
    grounds: Grounds


class Later(Record):
    """What became public only after the event itself had."""

    known: Date
    text: Text
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]


class Event(Record):
    """One dated event; on no track it stands on the spine."""

    id: Id
    number: Number
    date: Date
    date_note: Text | None = None
    known: Date | None = None
    label: text_of_at_most(34)  # type: ignore[valid-type]
    title: text_of_at_most(80)  # type: ignore[valid-type]
    summary: Text
    later: tuple[Later, ...] = ()
    tracks: tuple[TrackId, ...]
    kind: Kind
    layer: Layer
    importance: Importance
    parties: Annotated[tuple[PartyId, ...], Field(min_length=1)]
    people: tuple[PersonId, ...] = ()
    standing: Standing
    asserted_by: tuple[PartyId, ...] = ()
    disputed_by: tuple[PartyId, ...] = ()
    responds_to: Annotated[tuple[Response, ...], Field(max_length=2)] = ()
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]

    @property
    def public(self) -> EventDate:
        """The day on which it became public: ``known``, or else ``date``."""
        return self.known or self.date

    @model_validator(mode="after")
    def _credit_fits_standing(self) -> Self:
        needed = {
            Standing.DOCUMENTED: (False, False),
            Standing.ASSERTED: (True, False),
            Standing.DISPUTED: (True, True),
        }[self.standing]
        names = ("asserted_by", "disputed_by")
        given = (bool(self.asserted_by), bool(self.disputed_by))
        if given != needed:
            right = " and ".join(name for name, is_needed in zip(names, needed, strict=True) if is_needed)
            message = f"an event that is {self.standing} has {right or 'neither asserted_by nor disputed_by'}"
            if self.standing is Standing.ASSERTED:
                message += " and no disputed_by"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _known_after_it_happened(self) -> Self:
        if self.known and self.known.last_known < self.date.earliest:
            message = f"known ({self.known}) is before date ({self.date}); leave it out, or give the later day"
            raise ValueError(message)
        return self

"""One dated event."""

from typing import Annotated, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from dashboard.model.dates import Date, EventDate
from dashboard.model.record import EventId, Id, Number, PartyId, PersonId, Record, Text, TrackId, at_key, text_of_at_most
from dashboard.model.sources import AtLeastOneCitation
from dashboard.model.vocabulary import Grounds, Importance, Kind, Layer, Standing

_CREDITED = {"asserted_by": "asserts it", "disputed_by": "denies it"}


class Response(Record):
    """A link to an earlier event that this one answers."""

    event: EventId = Field(description="The event that is answered; it is not later than this one")
    grounds: Grounds = Field(description="How we know that it answers the other")


class Later(Record):
    """What became public only after the event itself had."""

    known: Date = Field(description="When it became public: after the event's `known`, or its `date` where it has none")
    text: Text = Field(description="What became known, in one or two sentences that name who says it")
    sources: AtLeastOneCitation = Field(description="What this rests on; not all of it was issued before the day under `known`")


class Event(Record):
    """One dated event; on no track it stands on the spine."""

    id: Id = Field(description="Begins with the date as far as that is known, then a few words; never changed once published")
    number: Number = Field(
        description="The next free number; shown as E3 everywhere; never changed and never given to another event"
    )
    date: Date = Field(description="When it happened, never more exactly than a source says")
    date_note: Text | None = Field(
        default=None, description="Where dates compete or are derived: what each is the date of; may name later sources"
    )
    known: Date | None = Field(
        default=None, description="Where it became public later than `date`: the day on which it did; never before `date`"
    )
    label: text_of_at_most(34) = Field(description="For the chart: a few words, used for no other event")  # type: ignore[valid-type]
    title: text_of_at_most(80) = Field(description="A line that says what happened, used for no other event")  # type: ignore[valid-type]
    summary: Text = Field(
        description="One to three sentences that were true and public on the day of `known` or `date`; names whoever speaks"
    )
    later: tuple[Later, ...] = Field(
        default=(), description="What became public only afterwards, oldest first; the summary stands without it"
    )
    tracks: tuple[TrackId, ...] = Field(description="The response tracks that it stands on; `[]` puts it on the spine")
    kind: Kind = Field(description="What sort of act it is")
    layer: Layer = Field(description="How it stands to the dossier's window")
    importance: Importance = Field(description="How much weight it carries")
    parties: Annotated[tuple[PartyId, ...], Field(min_length=1)] = Field(description="Who acts")
    people: tuple[PersonId, ...] = Field(default=(), description="Who acts or is named, as far as `people.yaml` has them")
    standing: Standing = Field(description="How far it is agreed that it happened")
    asserted_by: tuple[PartyId, ...] = Field(
        default=(),
        description="Who asserts it: needed where the standing is asserted or disputed, not allowed where it is documented",
    )
    disputed_by: tuple[PartyId, ...] = Field(
        default=(), description="Who denies it: needed where the standing is disputed, not allowed elsewhere"
    )
    responds_to: Annotated[tuple[Response, ...], Field(max_length=2)] = Field(
        default=(), description="One or two earlier events that this one answers"
    )
    sources: AtLeastOneCitation = Field(
        description="What it rests on; a disputed event has two, or a `date_note` that says why not"
    )

    @property
    def public(self) -> EventDate:
        """The day on which it became public: ``known``, or else ``date``."""
        return self.known or self.date

    @model_validator(mode="after")
    def _credit_fits_standing(self) -> Self:
        needed = {
            Standing.DOCUMENTED: (),
            Standing.ASSERTED: ("asserted_by",),
            Standing.DISPUTED: ("asserted_by", "disputed_by"),
        }[self.standing]
        missing = [name for name in needed if not getattr(self, name)]
        more = [name for name in _CREDITED if name not in needed and getattr(self, name)]
        if not missing and not more:
            return self
        told, where = [], "standing" if missing else more[0]
        if missing:
            is_missing = f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing"
            told += [
                f"is {self.standing}, and {is_missing}",
                f"write who {' and who '.join(_CREDITED[name] for name in missing)}",
            ]
        if more:
            right = Standing.DISPUTED if "disputed_by" in more else Standing.ASSERTED
            fits = f"{'does' if len(more) == 1 else 'do'} not fit an event that is {self.standing}"
            told += [
                fits if [where] == more else f"{' and '.join(more)} {fits}",
                f"take {'it' if len(more) == 1 else 'them'} out, or call the event {right}",
            ]
        raise at_key(where, "; ".join(told))

    @field_validator("known")
    @classmethod
    def _known_after_it_happened(cls, known: EventDate | None, info: ValidationInfo) -> EventDate | None:
        date: EventDate | None = info.data.get("date")
        if known and date and known.last_known < date.earliest:
            message = f"{known} is before the date, {date}; leave it out, or give the later day"
            raise ValueError(message)
        return known

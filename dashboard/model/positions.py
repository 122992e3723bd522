"""One contested question, and what each side says to it."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from dashboard.model.dates import Date
from dashboard.model.record import EntryId, EventId, Id, PartyId, Record, Text, text_of_at_most
from dashboard.model.sources import AtLeastOneCitation, have_a_locator
from dashboard.model.vocabulary import EntryKind


class Entry(Record):
    """Words of one party on a contested question."""

    id: Id = Field(description="Its name in the files, used for no other entry of any question; never changed once published")
    date: Date = Field(description="When the words became public; entries stand in this order")
    by: PartyId = Field(description="Who speaks")
    kind: EntryKind = Field(description="What the words do")
    replies_to: EntryId | None = Field(
        default=None,
        description="For a reply and nothing else: the earlier entry of the same question, from another side, that it answers",
    )
    says: Text = Field(description="One or two sentences that name who speaks")
    event: EventId | None = Field(
        default=None, description="The event at which it was said, or that it is about; not later than the entry"
    )
    sources: Annotated[AtLeastOneCitation, AfterValidator(have_a_locator)] = Field(
        description="Where it was said; at least one with a locator"
    )

    @model_validator(mode="after")
    def _answers_where_it_is_a_reply(self) -> Self:
        if self.kind is EntryKind.REPLY and not self.replies_to:
            message = "is a reply without replies_to; name the entry that it answers, or choose another kind"
            raise ValueError(message)
        if self.kind is not EntryKind.REPLY and self.replies_to:
            message = f"is a {self.kind} and has replies_to; take it out, or call the entry a reply"
            raise ValueError(message)
        return self


class ContestedQuestion(Record):
    """A question that the sides answer differently."""

    id: Id = Field(description="Its name in the files and in addresses; never changed once published")
    question: text_of_at_most(80) = Field(description="Ends with a question mark and presumes neither answer")  # type: ignore[valid-type]
    summary: Text = Field(description="Each side's view, in one to four sentences")
    entries: Annotated[tuple[Entry, ...], Field(min_length=1)] = Field(
        description="What was said, in order of date; the left and the right both speak, at about the same length"
    )

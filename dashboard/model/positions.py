"""One contested question, and what each side says to it."""

from typing import Annotated

from pydantic import Field

from dashboard.model.dates import Date
from dashboard.model.record import EntryId, EventId, Id, PartyId, Record, Text, text_of_at_most
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import EntryKind


class Entry(Record):
    """Words of one party on a contested question."""

    id: Id
    date: Date  # when the words became public
    by: PartyId
    kind: EntryKind
    replies_to: EntryId | None = None
    says: Text
    event: EventId | None = None
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]


class ContestedQuestion(Record):
    """A question that the sides answer differently."""

    id: Id
    question: text_of_at_most(80)  # type: ignore[valid-type]
    summary: Text
    entries: Annotated[tuple[Entry, ...], Field(min_length=1)]

"""One office-holder."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from dashboard.model.dates import Date
from dashboard.model.record import Id, PartyId, Record, Text
from dashboard.model.sources import Citation


class Office(Record):
    """An office with the days between which a source shows it held."""

    office: Text
    party: PartyId
    from_: Annotated[Date | None, Field(alias="from")] = None
    to: Date | None = None
    attested: Date | None = None

    @model_validator(mode="after")
    def _has_a_date(self) -> Self:
        if not (self.from_ or self.to or self.attested):
            message = "an office has at least one date; give from, to or attested"
            raise ValueError(message)
        return self


class Person(Record):
    """A person who acts or is named."""

    id: Id
    name: Text
    offices: Annotated[tuple[Office, ...], Field(min_length=1)]
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]

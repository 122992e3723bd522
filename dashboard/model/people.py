"""One office-holder."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from dashboard.model.dates import Date
from dashboard.model.record import Id, PartyId, Record, Text
from dashboard.model.sources import AtLeastOneCitation


class Office(Record):
    """An office with the days between which a source shows it held."""

    office: Text = Field(description="The office")
    party: PartyId = Field(description="The party that it is an office of")
    from_: Annotated[
        Date | None,
        Field(
            alias="from",
            description="When it was taken up, only where a source shows the day; an office has at least one of the three dates",
        ),
    ] = None
    to: Date | None = Field(default=None, description="When it was left, only where a source shows the day")
    attested: Date | None = Field(
        default=None, description="A day or a span on which a source shows it held; says nothing of the time before or after"
    )

    @model_validator(mode="after")
    def _has_a_date(self) -> Self:
        if not (self.from_ or self.to or self.attested):
            message = "an office has at least one date; give from, to or attested"
            raise ValueError(message)
        return self


class Person(Record):
    """A person who acts or is named."""

    id: Id = Field(description="Its name in the files; never changed once published")
    name: Text = Field(description="The name in full")
    offices: Annotated[tuple[Office, ...], Field(min_length=1)] = Field(description="The offices that the record needs")
    sources: AtLeastOneCitation = Field(description="What shows the offices")

"""Sources, and citations that point into them."""

import re
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from dashboard.model.dates import Date
from dashboard.model.record import Id, Record, SourceId, Text
from dashboard.model.vocabulary import Rank, SourceType


class Citation(Record):
    """A place in a source that supports a record."""

    id: SourceId
    locator: Text | None = None  # page, paragraph or section; None only where the source has none


class Name(Record):
    """An author: an institution's name as it stands, or a person's given and family name."""

    literal: Text | None = None
    given: Text | None = None
    family: Text | None = None

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Self:
        if bool(self.literal) == bool(self.given and self.family) or (self.literal and (self.given or self.family)):
            message = "an author is a literal name alone, or a given and a family name"
            raise ValueError(message)
        return self

    def __str__(self) -> str:
        """Write the name in reading order."""
        return self.literal or " ".join(filter(None, (self.given, self.family)))


_WEB_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")


def _require_web_address(text: object) -> object:
    # An address becomes a link, and a link may start no script.
    if not _WEB_ADDRESS.fullmatch(str(text)):
        message = f"'{text}' is not a web address; write it like https://www.example.org/page"
        raise ValueError(message)
    return text


class Source(Record):
    """One document, as CSL-YAML, with its rank and language."""

    id: Id
    type: SourceType
    title: Text
    rank: Rank
    language: Annotated[str, Field(pattern="^[a-z]{2}$")]
    author: tuple[Name, ...] = ()
    issued: Date | None = None
    publisher: Text | None = None
    container_title: Annotated[Text | None, Field(alias="container-title")] = None
    volume: Text | None = None
    page: Text | None = None
    accessed: Date | None = None
    URL: Annotated[Text, BeforeValidator(_require_web_address)] | None = None
    note: Text | None = None

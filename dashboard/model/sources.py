"""Sources, and citations that point into them."""

import re
from collections import Counter
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from dashboard.model.dates import Date
from dashboard.model.record import LANGUAGE_PATTERN, Id, Record, SourceId, Text
from dashboard.model.vocabulary import Rank, SourceType


class Citation(Record):
    """A place in a source that supports a record."""

    id: SourceId = Field(description="The source")
    locator: Text | None = Field(
        default=None, description="Page, paragraph, section or passage; left out only where the source has none"
    )


def _each_once(cited: tuple[Citation, ...]) -> tuple[Citation, ...]:
    if len({citation.id for citation in cited}) < len(cited):
        twice, _ = Counter(citation.id for citation in cited).most_common(1)[0]
        message = f"cites {twice} twice; put both places into one locator"
        raise ValueError(message)
    return cited


Citations = Annotated[tuple[Citation, ...], AfterValidator(_each_once)]
AtLeastOneCitation = Annotated[tuple[Citation, ...], Field(min_length=1), AfterValidator(_each_once)]


def have_a_locator(cited: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Give back citations of which one has a locator.

    Raises ValueError where none has.
    """
    if not any(citation.locator for citation in cited):
        message = "has no locator; say for one source at least where in it this stands"
        raise ValueError(message)
    return cited


class Name(Record):
    """An author: an institution's name as it stands, or a person's given and family name."""

    literal: Text | None = Field(default=None, description="The name of an institution, as it stands")
    given: Text | None = Field(default=None, description="A person's given name or names")
    family: Text | None = Field(default=None, description="A person's family name")

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
_WRITTEN_ADDRESS = Annotated[
    str,
    Field(
        title="web address",
        pattern=f"^{_WEB_ADDRESS.pattern}$",
        json_schema_extra={"patternErrorMessage": "Write it like https://www.example.org/page."},
    ),
]


def _require_web_address(text: object) -> object:
    # An address becomes a link, and a link may start no script.
    if not _WEB_ADDRESS.fullmatch(str(text)):
        message = f"'{text}' is not a web address; write it like https://www.example.org/page"
        raise ValueError(message)
    return text


class Source(Record):
    """One document, as CSL-YAML, with its rank and language."""

    id: Id = Field(description="Its name in the files; never changed once published")
    type: SourceType = Field(description="What sort of document it is, as CSL (the Citation Style Language) names it")
    title: Text = Field(description="Its title; in square brackets where it is the editors' own")
    rank: Rank = Field(description="How near it is to what it tells")
    language: Annotated[str, Field(title="language code", pattern=LANGUAGE_PATTERN)] = Field(
        description="Its language, in two letters (ISO 639-1)"
    )
    author: tuple[Name, ...] = Field(default=(), description="Who wrote it, in its own order")
    issued: Date | None = Field(default=None, description="The date that it bears")
    publisher: Text | None = Field(default=None, description="Who published it")
    container_title: Annotated[
        Text | None, Field(alias="container-title", description="The newspaper, journal, book or site that it stands in")
    ] = None
    volume: Text | None = Field(default=None, description="The volume, in quotation marks")
    page: Text | None = Field(default=None, description="The page or pages, in quotation marks")
    accessed: Date | None = Field(default=None, description="The day on which it was read, where that matters")
    URL: Annotated[Text, BeforeValidator(_require_web_address, json_schema_input_type=_WRITTEN_ADDRESS)] | None = Field(
        default=None, description="Its web address; no two sources share one; needed unless `note` says where it was read"
    )
    note: Text | None = Field(
        default=None,
        description="Where it was read, where there is no `URL`; and what a copy, translation or government outlet is",
    )

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if not (self.URL or self.note):
            message = "has neither URL nor note; give the address, or a note that says where it was read"
            raise ValueError(message)
        return self

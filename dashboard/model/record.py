"""What all records share: the base class, plain text, and references that resolve."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

UNRESOLVED = "unresolved"  # the type of pydantic's error for an id that names nothing
FEW = 12  # a list of this many words can be read in a message; of a longer one only the nearest word is named

Text = Annotated[str, StringConstraints(min_length=1)]
MOST_DIGITS = 9
_DIGITS = re.compile("[0-9]+")


def _require_digits(text: object) -> object:
    if isinstance(text, str) and not _DIGITS.fullmatch(text):
        message = f"'{text}' is not a whole number; write digits only"
        raise ValueError(message)
    if isinstance(text, str) and len(text) > MOST_DIGITS:
        message = f"has {len(text)} digits; use at most {MOST_DIGITS}"
        raise ValueError(message)
    return text


Number = Annotated[PositiveInt, BeforeValidator(_require_digits)]
ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"  # lower-case letters, digits and hyphens
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN), Field(title="id")]


class Record(BaseModel):
    """A record of the dossier: frozen, with no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def text_of_at_most(characters: int) -> object:
    """Give the type of a text of one to so many characters."""
    return Annotated[str, StringConstraints(min_length=1, max_length=characters)]


def suggest(word: str, choices: Collection[str]) -> str:
    """Say what would have been right in place of ``word``: all choices where they are few, or else the nearest."""
    if not choices:
        return "the record has none"
    if len(choices) <= FEW:
        return f"choose from {', '.join(choices)}"
    near = get_close_matches(word, choices, n=1)
    return f"did you mean '{near[0]}'?" if near else "no id is near to it"


@dataclass(frozen=True)
class Resolves:
    """The rule that an id names a record of some kind.

    The ids of the dossier at hand come as the validation's context, ``{kind: ids}``; without one nothing is looked up, so that
    a single record can be built alone.
    """

    kind: str

    def __call__(self, value: str, info: ValidationInfo) -> str:
        """Return the id if it resolves.

        Raises PydanticCustomError where the dossier has no such record.
        """
        known = (info.context or {}).get(self.kind)
        if known is not None and value not in known:
            message = "'{value}' is not {kind}; {right}"
            article = "an" if self.kind[0] in "aeiou" else "a"
            details = {"value": value, "kind": f"{article} {self.kind}", "right": suggest(value, known)}
            raise PydanticCustomError(UNRESOLVED, message, details)
        return value


EntryId = Annotated[str, AfterValidator(Resolves("entry"))]
EventId = Annotated[str, AfterValidator(Resolves("event"))]
LaneId = Annotated[str, AfterValidator(Resolves("lane"))]
MeasureId = Annotated[str, AfterValidator(Resolves("measure"))]
PartyId = Annotated[str, AfterValidator(Resolves("party"))]
PersonId = Annotated[str, AfterValidator(Resolves("person"))]
QuestionId = Annotated[str, AfterValidator(Resolves("question"))]
SideId = Annotated[str, AfterValidator(Resolves("side"))]
SourceId = Annotated[str, AfterValidator(Resolves("source"))]
TermId = Annotated[str, AfterValidator(Resolves("term"))]
TrackId = Annotated[str, AfterValidator(Resolves("track"))]

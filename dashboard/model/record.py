"""What all records share: the base class, plain text, and references that resolve."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

UNRESOLVED = "unresolved"  # the type of pydantic's error for an id that names nothing
AT_KEY = "at_key"  # the type of pydantic's error for a record that is wrong as a whole, told at one of its keys
MOST_TRIED = 2_000  # choices among which a near one is looked for
LONGEST_WORD = 200  # characters of a word for which a near one is looked for: looking takes longer than the text is long
NEAR = 0.7  # of 1: how alike two words are, as difflib counts, that may be meant for each other
NO_NEAR = "no id near to it was found"
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
COLOR_PATTERN = "^#[0-9A-Fa-f]{6}$"
LANGUAGE_PATTERN = "^[a-z]{2}$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN), Field(title="id")]


class Record(BaseModel):
    """A record of the dossier: frozen, with no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def at_key(key: str, message: str) -> PydanticCustomError:
    """Make the error of a record whose keys don't fit each other, to be told at one of them."""
    return PydanticCustomError(AT_KEY, "{message}", {"key": key, "message": message})


def text_of_at_most(characters: int) -> object:
    """Give the type of a text of one to so many characters."""
    return Annotated[str, StringConstraints(min_length=1, max_length=characters)]


def suggest(word: str, choices: Collection[str]) -> str:
    """Say what would have been right in place of ``word``: the nearest where one is near, and all where they are few."""
    if not choices:
        return "the record has none"
    right = [f"did you mean '{found}'?"] if (found := nearest(word, choices)) else []
    if len(choices) <= FEW:
        right.append(f"choose from {', '.join(choices)}")
    return " ".join(right) or NO_NEAR


def nearest(word: str, choices: Iterable[str]) -> str:
    """Find the choice that ``word`` may be a slip for; nothing where none is near, or where looking would take too long.

    Capitals are passed over, for they are slips too.
    """
    tried = {choice.casefold(): choice for choice in choices} if len(word) <= LONGEST_WORD else {}
    near = get_close_matches(word.casefold(), tried, n=1, cutoff=NEAR) if len(tried) <= MOST_TRIED else []
    return tried[near[0]] if near else ""


# The file in which the records of a kind stand.
FILES: Mapping[str, str] = {
    "entry": "positions.yaml",
    "event": "events.yaml",
    "lane": "dossier.yaml",
    "measure": "measures.yaml",
    "party": "dossier.yaml",
    "person": "people.yaml",
    "question": "positions.yaml",
    "side": "dossier.yaml",
    "source": "sources.yaml",
    "term": "glossary.yaml",
    "track": "dossier.yaml",
}


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
            right = suggest(value, known)
            if right == NO_NEAR:
                right = f"no id is near to it; look in {FILES[self.kind]}, or add it there"
            details = {"value": value, "kind": f"{article} {self.kind}", "right": right}
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

"""The passages of the key document, and what in the record rests on each.

A citation of the document names passages by its locator. "para. 3" and "paras. 1, 2 and 7" and "paras. 3-6" name those whose own
locator has one of these numbers; what follows the numbers says more of the place and names nothing. A locator that is a
passage's own, letter by letter, names that one. A citation without a locator, or of the "whole text", names them all. Any other
locator ("heading") names a place outside the passages.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.model.dossier import Passage
from dashboard.model.sources import Source
from dashboard.queries import resting
from dashboard.queries.resting import NOTHING, Rest, Resting
from dashboard.queries.tables import Tables

WHOLE = "whole text"
_NUMBERS = re.compile(r"paras?\.\s+(?P<numbers>\d{1,6}(?:\s*(?:,\s*and|,|and|-|–)\s*\d{1,6})*)(?!\d)")  # noqa: RUF001 - a dash may be either
_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")  # noqa: RUF001 - a dash may be either
LONGEST = 500  # paragraphs of a range; more is a slip of the pen


@dataclass(frozen=True)
class Read:
    """The key document as a reader goes through it: each passage with what rests on it, and what rests on no single one."""

    source: Source
    passages: tuple[tuple[Passage, Resting], ...]
    elsewhere: Resting


@lru_cache(maxsize=64)
def read(tables: Tables, as_of: date | None) -> Read | None:
    """Go through the key document; None where the dossier has none, or it was not issued by the day."""
    document = tables.dossier.front.key_document
    source = tables.dossier.source[document.source] if document else None
    if not document or not source or not (source.issued is None or source.issued.by(as_of)):
        return None
    rests = resting.by_source(tables, as_of).get(source.id, NOTHING).rests
    named = [(rest, named_by(rest.locator, document.passages)) for rest in rests]
    return Read(
        source,
        tuple((passage, _of(rest for rest, names in named if passage in names)) for passage in document.passages),
        _of(rest for rest, names in named if not names),
    )


def named_by(locator: str | None, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Find the passages that a locator names, in the document's order."""
    if locator is None or locator.casefold() == WHOLE:
        return passages
    named = numbers(locator)
    return tuple(passage for passage in passages if passage.locator == locator or named & numbers(passage.locator))


def numbers(locator: str) -> frozenset[int]:
    """Give the paragraphs that a locator begins with: 1, 2 and 7 of "paras. 1, 2 and 7"; none of any other."""
    found = _NUMBERS.match(locator)
    return _of_ranges(found["numbers"]) if found else frozenset()


def numbers_within(text: str) -> frozenset[int]:
    """Give the paragraphs that a text speaks of anywhere."""
    return frozenset(number for found in _NUMBERS.finditer(text) for number in _of_ranges(found["numbers"]))


def _of_ranges(written: str) -> frozenset[int]:
    ranges = [(int(first), int(last or first)) for first, last in _RANGE.findall(written)]
    return frozenset(number for first, last in ranges for number in range(first, min(last, first + LONGEST) + 1))


def _of(rests: Iterable[Rest]) -> Resting:
    return Resting(tuple(rests))

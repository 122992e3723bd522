"""Where the terms of the glossary stand in a text.

A spelling is found as a word or words of their own: not inside another word, be it joined by a hyphen, and not inside the
spelling of another term, for the longest is taken first. A spelling without small letters is an abbreviation and is found
as it is written; of any other it does not matter which letters are capitals.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from dashboard.model.dossier import Dossier
from dashboard.model.glossary import Term
from dashboard.queries.text import fold

_BEFORE, _AFTER = r"(?<![\w-])", r"(?![\w-])"


@dataclass(frozen=True)
class Use:
    """A term in a text: from which letter to which, and the term's id."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, eq=False)
class Finder:
    """Finds the terms of a glossary; an empty one finds nothing."""

    terms: tuple[Term, ...] = ()

    def uses(self, text: str) -> tuple[Use, ...]:
        """Find every use of every term, in order."""
        free: list[Use] = []
        for found in sorted(self._candidates(text), key=lambda use: (use.start - use.end, use.start)):
            if all(found.end <= taken.start or taken.end <= found.start for taken in free):
                free.append(found)
        return tuple(sorted(free, key=lambda use: use.start))

    def first_uses(self, text: str) -> tuple[Use, ...]:
        """Find the first use of each term, in order."""
        first = {use.term: use for use in reversed(self.uses(text))}
        return tuple(sorted(first.values(), key=lambda use: use.start))

    def _candidates(self, text: str) -> list[Use]:
        if not self._named:
            return []
        found = ((match.start(), match[1]) for match in self._pattern.finditer(text))
        return [Use(at, at + len(words), term) for at, words in found if (term := self._meant(words))]

    def _meant(self, words: str) -> str | None:
        plain = " ".join(words.split())
        return self._named.get(plain) or self._named.get(fold(plain))

    @cached_property
    def _named(self) -> Mapping[str, str]:
        return {_key(spelling): term.id for term in self.terms for spelling in term.spellings}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        spellings = sorted({spelling for term in self.terms for spelling in term.spellings}, key=len, reverse=True)
        # Looked for without being taken, so that one that begins within another is found too.
        return re.compile(f"{_BEFORE}(?=({'|'.join(map(_written, spellings))}){_AFTER})")


@lru_cache(maxsize=8)
def of_glossary(glossary: tuple[Term, ...]) -> Finder:
    """Give the finder of a glossary."""
    return Finder(glossary)


def public(dossier: Dossier, as_of: date | None) -> Finder:
    """Give the finder for what is shown as of a day: definitions tell of the whole dispute, so then none is explained."""
    return of_glossary(() if as_of else dossier.glossary)


def _is_abbreviation(spelling: str) -> bool:
    return spelling == spelling.upper()


def _key(spelling: str) -> str:
    words = " ".join(spelling.split())
    return words if _is_abbreviation(words) else fold(words)


def _written(spelling: str) -> str:
    words = r"\s+".join(map(re.escape, spelling.split()))
    return words if _is_abbreviation(spelling) else f"(?i:{words})"

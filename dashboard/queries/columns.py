"""What the columns of all tables have in common.

Every table that a reader narrows (events, measures, entries) has the columns that filters are met in: ``lanes`` and ``acting``
(tuples; the parties with those they are part of), ``standing``, ``importance`` and ``layer``, ``first`` and ``last`` possible day
(``last`` is NaT where the end is open), ``public`` (the first possible day on which it was public), ``words`` (the text that is
searched, folded) and ``later_words`` (what became public afterwards, each with its day).
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import pandas as pd

from dashboard.model.dossier import Dossier

FILTERED = ("lanes", "acting", "standing", "importance", "layer", "first", "last", "public", "words", "later_words")
DAYS = dict.fromkeys(("first", "last", "public"), "datetime64[us]")


def ordered(words: type[StrEnum] | Iterable[str]) -> pd.CategoricalDtype:
    """Give the type of a column whose values have an order."""
    return pd.CategoricalDtype([str(word) for word in words], ordered=True)


def day(of: date | None) -> pd.Timestamp:
    """Give a day as pandas has it; NaT for none."""
    return pd.Timestamp(of) if of else pd.NaT  # type: ignore[return-value]


def with_wholes(parties: Iterable[str], dossier: Dossier) -> tuple[str, ...]:
    """Add to some parties those that they are part of."""
    found: dict[str, None] = {}
    for name in parties:
        party: str | None = name
        while party and party not in found:
            found[party] = None
            party = dossier.party[party].part_of
    return tuple(found)

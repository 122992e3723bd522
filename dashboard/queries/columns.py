"""What the columns of all tables have in common.

Every table that a reader narrows (events, measures, entries) has the columns that filters are met in: ``lanes`` and ``acting``
(tuples; the parties with those they are part of), ``standing``, ``importance`` and ``layer``, ``first`` and ``last`` possible day
(``last`` is NaT where the end is open), ``public`` (the first possible day on which it was public), ``words`` (the text that is
searched, folded) and ``later_words`` (what became public afterwards, each with its day).

Words, tuples and texts are categories: each distinct value is held and looked at once, and choosing rows copies numbers alone.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.model.dossier import Dossier

FILTERED = ("lanes", "acting", "standing", "importance", "layer", "first", "last", "public", "words", "later_words")
DAYS = dict.fromkeys(("first", "last", "public"), "datetime64[us]")


def ordered(words: type[StrEnum] | Iterable[str]) -> pd.CategoricalDtype:
    """Give the type of a column whose values have an order."""
    return pd.CategoricalDtype([str(word) for word in words], ordered=True)


def once(values: Iterable[Hashable], *, searched: bool = False) -> pd.Categorical:
    """Make a column of texts or of tuples that holds each distinct one once.

    Texts that are ``searched`` are kept as pandas has them, all others as Python has, which reads them one by one sooner.
    """
    numbers: dict[Hashable, int] = {}
    codes = [numbers.setdefault(value, len(numbers)) for value in values]
    distinct = pd.Index(list(numbers), dtype="str" if searched else object, tupleize_cols=False)
    return pd.Categorical.from_codes(codes, distinct)


def held_once(table: pd.DataFrame) -> pd.DataFrame:
    """Hold each distinct value of a table of measures or entries once; they may have several of what an event has one of."""
    columns = ("lanes", "acting", "standing", "importance", "layer", "later_words")
    return table.assign(**{column: once(table[column]) for column in columns}, words=once(table["words"], searched=True))


def meets(column: pd.Series, test: Callable[[Any], bool]) -> npt.NDArray[np.bool_]:
    """Say which rows of a column of categories meet a test, which is put to each distinct value once."""
    values = cast("pd.Categorical", column.array)
    answers = np.array([test(value) for value in values.categories], dtype=bool)
    found: npt.NDArray[np.bool_] = answers[values.codes]
    return found


def contain(column: pd.Series, text: str) -> npt.NDArray[np.bool_]:
    """Say in which rows of a column of searched texts another text stands."""
    values = cast("pd.Categorical", column.array)
    found: npt.NDArray[np.bool_] = values.categories.str.contains(text, regex=False).astype(bool)[values.codes]
    return found


def counted(column: pd.Series, rows: npt.NDArray[np.bool_]) -> Mapping[Any, int]:
    """Count some rows of a column of categories by their values."""
    values = cast("pd.Categorical", column.array)
    counts = np.bincount(values.codes[rows], minlength=len(values.categories))
    return dict(zip(values.categories, counts.tolist(), strict=True))


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

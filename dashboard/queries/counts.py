"""The count beside every choice, and what a filter takes away."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import pandas as pd

from dashboard.queries.columns import counted
from dashboard.queries.selection import (
    SETS,
    Filter,
    Rows,
    Selection,
    each,
    masks,
    measures_known,
    met_by,
    narrowed,
    reaching_on,
)
from dashboard.queries.tables import Tables


class Counted(StrEnum):
    """What a page counts; each word is also the noun for one of them."""

    EVENTS = "event"
    MEASURES = "measure"
    POSITIONS = "position"

    def table(self, tables: Tables, as_of: date | None) -> pd.DataFrame:
        """Give the table with a row for each, measures as far as they were public on the day."""
        if self is Counted.MEASURES:
            return measures_known(tables, as_of)
        return tables.entries if self is Counted.POSITIONS else tables.events

    def selection(self, tables: Tables, selection: Selection) -> Selection:
        """Give the selection that they are counted under."""
        return selection if self is Counted.EVENTS else reaching_on(tables, selection)


def beside(table: pd.DataFrame, tables: Tables, selection: Selection) -> Mapping[Filter, Mapping[str, int]]:
    """Count for each filter how many rows of a table each of its words would leave, under all the other filters.

    A word that leaves none is not in the answer.
    """
    found = masks(table, tables, selection)
    return {kind: _tally(table[column], met_by(found, table, but=kind)) for kind, column in SETS.items()}


def loosening(table: pd.DataFrame, tables: Tables, selection: Selection) -> Mapping[Filter, int]:
    """Count for each filter in use how many rows would be shown without it alone, the most first; none that helps nothing."""
    used = [kind for kind in Filter if selection.restricts(kind)]
    # Each is counted anew: what a search finds hangs on the as-of day.
    freed = {kind: len(narrowed(table, tables, selection.without(kind))) for kind in used}
    return dict(sorted(((kind, count) for kind, count in freed.items() if count), key=lambda item: -item[1]))


def hiding(table: pd.DataFrame, tables: Tables, selection: Selection, row: str) -> tuple[Filter, ...]:
    """Name the filters that a row of a table does not meet."""
    return tuple(kind for kind, mask in masks(table, tables, selection).items() if not mask[row])


def _tally(column: pd.Series, rows: Rows) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for words, count in counted(column, rows).items():
        for word in set(each(words)) if count else ():  # a row counts once, however often it has the word
            found[word] = found.get(word, 0) + count
    return found

"""The count beside every choice, and what a filter takes away."""

from collections.abc import Mapping

import pandas as pd

from dashboard.queries.selection import SETS, Filter, Selection, masks, met_by, narrowed
from dashboard.queries.tables import Tables


def beside(table: pd.DataFrame, tables: Tables, selection: Selection) -> Mapping[Filter, Mapping[str, int]]:
    """Count for each filter how many rows of a table each of its words would leave, under all the other filters.

    A word that leaves none is not in the answer.
    """
    found = masks(table, tables, selection)
    return {kind: _tally(table.loc[met_by(found, len(table), but=kind), column]) for kind, column in SETS.items()}


def loosening(table: pd.DataFrame, tables: Tables, selection: Selection) -> Mapping[Filter, int]:
    """Count for each filter in use how many rows would be shown without it alone, the most first; none that helps nothing."""
    used = [kind for kind in Filter if selection.restricts(kind)]
    # Each is counted anew: what a search finds hangs on the as-of day.
    freed = {kind: len(narrowed(table, tables, selection.without(kind))) for kind in used}
    return dict(sorted(((kind, count) for kind, count in freed.items() if count), key=lambda item: -item[1]))


def hiding(tables: Tables, selection: Selection, event: str) -> tuple[Filter, ...]:
    """Name the filters that an event does not meet."""
    return tuple(kind for kind, mask in masks(tables.events, tables, selection).items() if not mask[event])


def _tally(column: pd.Series) -> Mapping[str, int]:
    values = column.astype("str") if isinstance(column.dtype, pd.CategoricalDtype) else column.explode()
    return {str(word): int(count) for word, count in values.value_counts().items() if count}

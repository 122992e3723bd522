"""Columns that hold each distinct value once."""

from functools import partial
from operator import eq

import numpy as np
import pandas as pd
import pytest

from dashboard.queries.columns import contain, counted, meets, once
from tests.record import harbour, tables

LANES = [("a",), ("b", "a"), (), ("a",), ("b", "a")]


def _column() -> pd.Series:
    return pd.Series(once(LANES), index=list("vwxyz"))


def test_a_column_gives_back_what_was_put_into_it() -> None:
    assert list(_column()) == LANES
    assert [_column().loc[name] for name in "vwxyz"] == LANES
    assert list(_column()[[False, True, True, False, False]]) == LANES[1:3]


def test_each_distinct_value_is_held_once_and_looked_at_once() -> None:
    looked_at: list[tuple[str, ...]] = []

    def has_b(lanes: tuple[str, ...]) -> bool:
        looked_at.append(lanes)
        return "b" in lanes

    assert meets(_column(), has_b).tolist() == [False, True, False, False, True]
    assert looked_at == [("a",), ("b", "a"), ()]


def test_only_the_rows_asked_for_are_counted() -> None:
    column = _column()
    assert counted(column, np.ones(5, dtype=bool)) == {("a",): 2, ("b", "a"): 2, (): 1}
    assert counted(column, np.array([True, False, False, False, True])) == {("a",): 1, ("b", "a"): 1, (): 0}


def test_a_text_is_found_in_texts_as_python_finds_it() -> None:
    texts = ["a.b", "ab", "", "a.b", "Ünï a.b"]
    assert list(pd.Series(once(texts))) == texts
    column = pd.Series(once(texts, searched=True))
    assert list(column) == texts
    for wanted in ("a.b", "b", "A", "ü", "Ü", ".*", "("):
        assert contain(column, wanted).tolist() == [wanted in text for text in texts]
    assert contain(pd.Series(once([], searched=True)), "a").tolist() == []


def test_a_column_without_rows_meets_nothing_and_counts_nothing() -> None:
    nothing = pd.Series(once([]))
    assert meets(nothing, lambda _: True).tolist() == []
    assert counted(nothing, np.zeros(0, dtype=bool)) == {}


@pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
@pytest.mark.parametrize("name", ["events", "measures", "entries"])
@pytest.mark.parametrize("column", ["lanes", "acting", "standing", "importance", "layer", "later_words"])
def test_what_filters_look_at_is_held_once_in_every_table(record: object, name: str, column: str) -> None:
    held = getattr(record, name)[column]
    assert isinstance(held.dtype, pd.CategoricalDtype)
    assert not held.isna().any()
    for value in held.cat.categories:
        assert meets(held, partial(eq, value)).tolist() == [one == value for one in held]

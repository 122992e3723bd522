"""What a reader chose, as a value, and the function from it and a table to a table."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache, partial
from typing import Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.queries.columns import contain, meets
from dashboard.queries.measure_table import measures
from dashboard.queries.tables import Tables
from dashboard.queries.text import fold
from dashboard.queries.windows import Window

Rows = npt.NDArray[np.bool_]  # of a table, each in or out


class Filter(StrEnum):
    """The ways to narrow the record; each word is also the name of a field of ``Selection``."""

    TRACKS = "tracks"
    TEXT = "text"
    WINDOW = "window"
    PARTIES = "parties"
    STANDINGS = "standings"
    IMPORTANCES = "importances"
    LAYERS = "layers"
    AS_OF = "as_of"

    @property
    def label(self) -> str:
        """The filter as a sentence names it."""
        return _LABELS[self]


_LABELS = {
    Filter.TRACKS: "the choice of lanes",
    Filter.TEXT: "the search",
    Filter.WINDOW: "the window of time",
    Filter.PARTIES: "the choice of parties",
    Filter.STANDINGS: "the choice of standings",
    Filter.IMPORTANCES: "the choice of importance",
    Filter.LAYERS: "the choice of layers",
    Filter.AS_OF: "the as-of day",
}


@dataclass(frozen=True)
class Selection:
    """A choice of events, and of the measures and positions that hang on them. What is empty or None restricts nothing."""

    tracks: frozenset[str] = frozenset()
    text: str = ""
    window: Window | None = None
    parties: frozenset[str] = frozenset()
    standings: frozenset[str] = frozenset()
    importances: frozenset[str] = frozenset()
    layers: frozenset[str] = frozenset()
    as_of: date | None = None

    def restricts(self, kind: Filter) -> bool:
        """Tell whether a filter is in use."""
        return bool(getattr(self, kind))

    def without(self, *kinds: Filter) -> Self:
        """Give the same choice with some filters taken off."""
        return replace(self, **{kind: getattr(Selection(), kind) for kind in kinds})


@lru_cache(maxsize=8)  # a page asks several times, and many readers choose the same
def select(tables: Tables, selection: Selection) -> pd.DataFrame:
    """Choose rows of the event table, in its order."""
    return narrowed(tables.events, tables, selection)


def select_measures(tables: Tables, selection: Selection) -> pd.DataFrame:
    """Choose rows of the measure table, in its order."""
    return narrowed(measures_known(tables, selection.as_of), tables, reaching_on(tables, selection))


@lru_cache(maxsize=64)  # a page asks several times for one day, and playing comes back to the same days
def measures_known(tables: Tables, as_of: date | None) -> pd.DataFrame:
    """Give the measure table as far as it was public on the day: by the stages that were reached, and no other."""
    return (
        tables.measures
        if as_of is None
        else measures(tables.dossier, tables.stages[tables.stages["public"] <= pd.Timestamp(as_of)])
    )


def select_entries(tables: Tables, selection: Selection) -> pd.DataFrame:
    """Choose rows of the table of what was said to the contested questions, in its order."""
    return narrowed(tables.entries, tables, reaching_on(tables, selection))


def on_panel(measures_: pd.DataFrame, panel: str | None) -> pd.DataFrame:
    """Choose the measures of the track that is shown alone; all where none is."""
    return measures_[meets(measures_["lanes"], lambda lanes: panel in lanes)] if panel else measures_


def on_question(entries: pd.DataFrame, question: str | None) -> pd.DataFrame:
    """Choose the entries to the question that is shown alone; all where none is."""
    return entries[entries["question"] == question] if question else entries


def narrowed(table: pd.DataFrame, tables: Tables, selection: Selection) -> pd.DataFrame:
    """Choose the rows of a table that meet every filter."""
    return table[met_by(masks(table, tables, selection), table)]


def reaching_on(tables: Tables, selection: Selection) -> Selection:
    """Let a selection reach past the dossier's own window, in which every reader starts.

    What became of a measure and what was answered later belongs to it; a window that the reader chose is kept.
    """
    return selection.without(Filter.WINDOW) if selection.window == tables.window else selection


def not_yet_public(tables: Tables, selection: Selection) -> pd.DataFrame:
    """Choose the events that meet all else and had begun by the as-of day, but became public only later."""
    if not selection.as_of:
        return tables.events.iloc[:0]
    events = select(tables, selection.without(Filter.AS_OF))
    day = pd.Timestamp(selection.as_of)
    return events[(events["first"] <= day) & (events["public"] > day)]


def masks(table: pd.DataFrame, tables: Tables, selection: Selection) -> Mapping[Filter, pd.Series]:
    """Say for each filter in use which rows of a table meet it: one boolean a row."""
    found: dict[Filter, pd.Series] = {}
    for kind, column in SETS.items():
        chosen = getattr(selection, kind)
        if chosen:
            found[kind] = _series(meets(table[column], partial(_has_any, chosen)), table)
    if selection.window:
        start, end = np.datetime64(selection.window.start), np.datetime64(selection.window.end)
        first, last = table["first"].to_numpy(), table["last"].to_numpy()
        found[Filter.WINDOW] = _series((first <= end) & (np.isnat(last) | (last >= start)), table)
    if selection.as_of:
        found[Filter.AS_OF] = _series(table["public"].to_numpy() <= np.datetime64(selection.as_of), table)
    if selection.text.strip():
        search = (tables, fold(selection.text), selection.as_of)
        found[Filter.TEXT] = _series(_mentioning(*search) if table is tables.events else _mentions(table, *search), table)
    return found


def met_by(found: Mapping[Filter, pd.Series], table: pd.DataFrame, but: Filter | None = None) -> Rows:
    """Combine masks: which rows of a table meet every filter, one of them left out on request."""
    met = np.ones(len(table), dtype=bool)
    for kind, mask in found.items():
        if kind is not but:
            met &= mask.to_numpy()
    return met


def each(words: str | tuple[str, ...]) -> tuple[str, ...]:
    """Give the words of one row, be it a column of one word a row or of several."""
    return (words,) if isinstance(words, str) else words


# The filters that choose from a set of words, with the column that they are met in.
SETS: Mapping[Filter, str] = {
    Filter.TRACKS: "lanes",
    Filter.PARTIES: "acting",
    Filter.STANDINGS: "standing",
    Filter.IMPORTANCES: "importance",
    Filter.LAYERS: "layer",
}


def _series(mask: Rows, table: pd.DataFrame) -> pd.Series:
    return pd.Series(mask, index=table.index, copy=False)


def _has_any(chosen: frozenset[str], words: str | tuple[str, ...]) -> bool:
    return not chosen.isdisjoint(each(words))


@lru_cache(maxsize=8)  # a page asks several times, and goes on asking while other filters change
def _mentioning(tables: Tables, text: str, as_of: date | None) -> Rows:
    return _mentions(tables.events, tables, text, as_of)


def _mentions(table: pd.DataFrame, tables: Tables, text: str, as_of: date | None) -> Rows:
    """Apply the format's rule of searching.

    Every word stands somewhere in an event's label, title, summary, people's names, or in what became public later as far as the
    day lets it through; a word that is a term of the glossary also meets the term's other spellings.
    """
    wanted = [tables.spellings.get(word, (word,)) for word in text.split()]
    until = pd.Timestamp(as_of) if as_of else pd.Timestamp.max
    met = np.ones(len(table), dtype=bool)
    for spellings in wanted:
        told = meets(table["later_words"], partial(_tells, spellings, until))
        for spelling in spellings:
            told |= contain(table["words"], spelling)
        met &= told
    return met


def _tells(spellings: tuple[str, ...], until: pd.Timestamp, later: tuple[tuple[pd.Timestamp, str], ...]) -> bool:
    return any(spelling in text for day, text in later if day <= until for spelling in spellings)

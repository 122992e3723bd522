"""Counts: what is selected, and the figure beside every choice, equal a count made by plain loops over the YAML."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pandas as pd
import pytest

from dashboard.queries import counts
from dashboard.queries.address import words as choices
from dashboard.queries.selection import Filter, Selection, narrowed, select
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window
from tests import plain_count
from tests.record import harbour, tables

WINDOWS = [
    (date(2014, 7, 1), date(2017, 12, 31)),
    (date(1987, 12, 8), date(2019, 8, 18)),
    (date(2017, 11, 20), date(2017, 12, 31)),
    (date(2013, 5, 31), date(2013, 5, 31)),
    (date(2008, 12, 31), date(2011, 1, 1)),
    (date(2019, 8, 19), date(9999, 12, 31)),
    (date(1, 1, 1), date(1987, 12, 7)),
]
DAYS = [date(2014, 1, 28), date(2014, 1, 29), date(2015, 9, 1), date(2017, 12, 8), date(2018, 11, 16), date(2019, 1, 1)]
SEARCHES = ["novator", "Geneva", "class WEAPONS", "geneva TALKS", "SSC-8", "svc", "Pútin", "mk-41", "2017", "no-such-word"]

VALUES: Mapping[Filter, list[Any]] = {
    Filter.TRACKS: [{lane} for lane in tables().dossier.lane] + [{"diplomatic", "economic"}, {"findings", "military"}],
    Filter.TEXT: SEARCHES,
    Filter.WINDOW: WINDOWS,
    Filter.PARTIES: [{party} for party in tables().dossier.party] + [{"us", "nato"}],
    Filter.STANDINGS: [{"documented"}, {"asserted"}, {"disputed"}, {"asserted", "disputed"}],
    Filter.IMPORTANCES: [{"key"}, {"major"}, {"detail"}, {"key", "major"}],
    Filter.LAYERS: [{"background"}, {"core"}, {"context"}, {"aftermath"}, {"core", "context"}],
    Filter.AS_OF: DAYS,
}
PAIRS = list(combinations(Filter, 2))

# The words that an event has for each filter that chooses from a set of them, as the YAML gives them.
WORDS_OF: Mapping[Filter, Callable[[plain_count.Raw], Iterable[str]]] = {
    Filter.TRACKS: plain_count.lanes,
    Filter.PARTIES: plain_count.acting,
    Filter.STANDINGS: lambda event: [event["standing"]],
    Filter.IMPORTANCES: lambda event: [event["importance"]],
    Filter.LAYERS: lambda event: [event["layer"]],
}


def test_nothing_chosen_selects_the_whole_record() -> None:
    assert len(select(tables(), Selection())) == plain_count.count({}) == len(plain_count.raw("events"))


@pytest.mark.parametrize("kind", Filter)
def test_each_filter_alone_selects_as_many_as_the_plain_count(kind: Filter) -> None:
    for value in VALUES[kind]:
        _compare({kind: value})


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_each_pair_of_filters_selects_as_many_as_the_plain_count(one: Filter, other: Filter) -> None:
    for choice in _choices(one, other):
        _compare(choice)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_count_beside_a_choice_is_the_plain_count_under_all_other_filters(one: Filter, other: Filter) -> None:
    for choice in _choices(one, other):
        shown = counts.beside(tables().events, tables(), _selection(choice))
        assert {kind: dict(shown[kind]) for kind in WORDS_OF} == {kind: _plain_beside(kind, choice) for kind in WORDS_OF}, choice


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_filter_taken_off_leaves_the_plain_count_of_the_rest(one: Filter, other: Filter) -> None:
    for choice in _choices(one, other, few=3):
        freed = {kind: plain_count.count(_without(choice, kind)) for kind in choice}
        offered = counts.loosening(tables().events, tables(), _selection(choice))
        assert dict(offered) == {kind: number for kind, number in freed.items() if number}, choice
        assert list(offered.values()) == sorted(offered.values(), reverse=True)


def test_no_filter_that_would_help_nothing_is_offered() -> None:
    hopeless = Selection(text="no-such-word", standings=frozenset({"disputed"}), window=Window(date(1, 1, 1), date(2, 1, 1)))
    assert counts.loosening(tables().events, tables(), hopeless) == {}


def test_an_event_is_hidden_by_exactly_the_filters_that_it_does_not_meet() -> None:
    choice: dict[str, Any] = {
        Filter.TRACKS: {"economic"},
        Filter.WINDOW: WINDOWS[2],
        Filter.STANDINGS: {"documented"},
        Filter.TEXT: "entity",
    }
    for event in plain_count.raw("events"):
        unmet = {kind for kind in choice if not plain_count.meets(event, kind, choice)}
        assert set(counts.hiding(tables().events, tables(), _selection(choice), event["id"])) == unmet


def _compare(choice: plain_count.Choice) -> None:
    assert len(select(tables(), _selection(choice))) == plain_count.count(choice), choice


def _choices(one: Filter, other: Filter, few: int | None = None) -> Iterator[dict[str, Any]]:
    for first in VALUES[one][:few]:
        for second in VALUES[other][:few]:
            yield {one: first, other: second}


def _selection(choice: plain_count.Choice) -> Selection:
    as_chosen: Mapping[str, Callable[[Any], Any]] = {"window": lambda days: Window(*days), "text": str, "as_of": lambda day: day}
    return Selection(**{str(kind): as_chosen.get(kind, frozenset)(value) for kind, value in choice.items()})


def _without(choice: plain_count.Choice, kind: str) -> dict[str, Any]:
    return {name: value for name, value in choice.items() if name != kind}


def _plain_beside(kind: Filter, choice: plain_count.Choice) -> dict[str, int]:
    others = _without(choice, kind)
    found: dict[str, int] = {}
    for event in plain_count.raw("events"):
        if all(plain_count.meets(event, name, others) for name in others):
            for word in set(WORDS_OF[kind](event)):
                found[word] = found.get(word, 0) + 1
    return found


@pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
@pytest.mark.parametrize("name", ["events", "measures", "entries"])
@pytest.mark.parametrize("other", [Selection(), Selection(layers=frozenset({"core"}), as_of=date(2017, 12, 8))])
def test_the_count_beside_a_word_is_how_many_rows_of_any_table_it_would_leave(
    name: str, record: Tables, other: Selection
) -> None:
    table: pd.DataFrame = getattr(record, name)
    for kind, words in counts.beside(table, record, other).items():
        only: dict[str, dict[str, Any]] = {word: {kind: frozenset({word})} for word in choices(record)[kind]}
        left = {word: len(narrowed(table, record, replace(other, **chosen))) for word, chosen in only.items()}
        assert dict(words) == {word: count for word, count in left.items() if count}, kind


@pytest.mark.parametrize("name", ["measures", "entries"])
def test_a_filter_taken_off_measures_or_entries_leaves_what_the_rest_lets_through(name: str) -> None:
    table: pd.DataFrame = getattr(tables(), name)
    nothing = Selection(text="missile", parties=frozenset({"g7"}), as_of=date(2014, 12, 31))
    assert narrowed(table, tables(), nothing).empty
    offered = counts.loosening(table, tables(), nothing)
    freed = {kind: len(narrowed(table, tables(), nothing.without(kind))) for kind in Filter if nothing.restricts(kind)}
    assert dict(offered) == {kind: count for kind, count in freed.items() if count}
    assert Filter.PARTIES in offered

"""Selecting: what each filter lets through."""

from datetime import date

import pytest

from dashboard.queries.selection import Filter, Selection, masks, select
from dashboard.queries.tables import build
from dashboard.queries.windows import Window
from tests import builders
from tests.record import tables

FULL = Selection(
    tracks=frozenset({"a"}),
    text="word",
    window=Window(date(2014, 1, 1), date(2014, 12, 31)),
    parties=frozenset({"left"}),
    standings=frozenset({"documented"}),
    importances=frozenset({"key"}),
    layers=frozenset({"core"}),
    as_of=date(2015, 1, 1),
)


def _found(selection: Selection, *events: object, **given: object) -> list[str]:
    record = builders.dossier([builders.event(**event) for event in events], **given)  # type: ignore[arg-type]
    return list(select(build(record), selection).index)


@pytest.mark.parametrize("kind", Filter)
def test_each_filter_can_be_told_to_be_in_use_and_taken_off(kind: Filter) -> None:
    assert FULL.restricts(kind)
    assert not FULL.without(kind).restricts(kind)
    assert all(FULL.without(kind).restricts(other) for other in Filter if other is not kind)
    assert not Selection().restricts(kind)


@pytest.mark.parametrize("kind", Filter)
def test_each_filter_has_words_of_its_own(kind: Filter) -> None:
    assert kind.label.startswith("the ")
    assert len({other.label for other in Filter}) == len(Filter)


@pytest.mark.parametrize(
    ("day", "window", "is_in"),
    [
        ("2014-07", ("2014-07-31", "2014-08-31"), True),
        ("2014-07", ("2014-08-01", "2014-08-31"), False),
        ("2014", ("2014-12-31", "2015-01-31"), True),
        ("2014-07-29", ("2014-07-29", "2014-07-29"), True),
        ("2014-07-29", ("2014-07-30", "2014-08-30"), False),
        ("2014-07-29/2014-08-02", ("2014-07-31", "2014-07-31"), True),
        ("2014-07/..", ("9000-01-01", "9000-01-02"), True),
        ("2014-07/..", ("2014-06-01", "2014-06-30"), False),
        ("2014-07~", ("2014-08-01", "2014-08-31"), False),
    ],
)
def test_a_window_shows_what_may_have_happened_in_it(day: str, window: tuple[str, str], is_in: bool) -> None:  # noqa: FBT001 - a column of the table
    start, end = map(date.fromisoformat, window)
    assert bool(_found(Selection(window=Window(start, end)), {"date": day})) is is_in


@pytest.mark.parametrize(
    ("event", "day", "is_public"),
    [
        ({"date": "2014-07-29"}, "2014-07-29", True),
        ({"date": "2014-07-29"}, "2014-07-28", False),
        ({"date": "2014-07-29", "known": "2016-05"}, "2016-04-30", False),
        ({"date": "2014-07-29", "known": "2016-05"}, "2016-05-01", True),
        ({"date": "2014-07"}, "2014-07-01", True),
    ],
)
def test_as_of_a_day_shows_what_was_public_then(event: dict[str, str], day: str, is_public: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(_found(Selection(as_of=date.fromisoformat(day)), event)) is is_public


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"left"}, ["whole", "part"]),
        ({"left-office"}, ["part"]),
        ({"right"}, ["both"]),
        ({"right", "left"}, ["whole", "part", "both"]),
    ],
)
def test_a_party_acts_where_its_parts_act_and_not_the_other_way_round(chosen: set[str], found: list[str]) -> None:
    events = [
        {"id": "whole", "parties": ["left"]},
        {"id": "part", "parties": ["left-office"]},
        {"id": "both", "parties": ["other", "right"]},
    ]
    assert _found(Selection(parties=frozenset(chosen)), *events) == found


def test_events_of_any_chosen_lane_are_shown_and_the_spine_is_a_lane() -> None:
    events = [{"id": "none"}, {"id": "one", "tracks": ["a"]}, {"id": "two", "tracks": ["b", "a"]}]
    assert _found(Selection(tracks=frozenset({"spine"})), *events) == ["none"]
    assert _found(Selection(tracks=frozenset({"a"})), *events) == ["one", "two"]
    assert _found(Selection(tracks=frozenset({"b", "spine"})), *events) == ["none", "two"]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("ÉMILE zürich", True),
        ("emile", True),
        ("zuri", True),
        ("  zurich   talks ", True),
        ("talks bern", False),
        ("émile zurück", False),
        ("secretly", True),
        ("later than that", True),
        ("<script>", False),
        ("", True),
        ("   ", True),
    ],
)
def test_every_word_of_a_search_stands_somewhere_in_the_event(text: str, is_found: bool) -> None:  # noqa: FBT001 - a column of the table
    told = {
        "title": "Talks in Zürich",
        "summary": "Nothing came of that.",
        "people": ["person"],
        "later": [builders.later("2016-05", "They met secretly, later than said.")],
    }
    assert bool(_found(Selection(text=text), told, people=(builders.person(name="Émile Person"),))) is is_found


def test_a_later_note_is_searched_only_once_it_was_public() -> None:
    told = {"later": [builders.later("2016-05", "They met secretly.")]}
    assert _found(Selection(text="secretly", as_of=date(2016, 4, 30)), told) == []
    assert len(_found(Selection(text="secretly", as_of=date(2016, 5, 1)), told)) == 1


@pytest.mark.parametrize(
    ("text", "is_found"), [("svc", True), ("SVC", True), ("commission", True), ("panel", True), ("sv", False)]
)
def test_a_word_of_the_glossary_finds_the_other_spellings_of_its_term(text: str, is_found: bool) -> None:  # noqa: FBT001 - a column of the table
    told = {"title": "The Special Commission meets"}
    glossary = (builders.term(term="SVC", expansion="Special Commission", aliases=["panel"]),)
    assert bool(_found(Selection(text=text), told, glossary=glossary)) is is_found


def test_what_is_selected_keeps_the_order_of_the_table() -> None:
    shown = select(tables(), Selection(tracks=frozenset({"economic", "military"})))
    assert list(shown.index) == [name for name in tables().events.index if name in set(shown.index)]
    assert list(shown.columns) == list(tables().events.columns)


def test_only_filters_in_use_are_looked_at() -> None:
    assert masks(tables().events, tables(), Selection()) == {}
    assert set(masks(tables().events, tables(), Selection(text=" ", layers=frozenset({"core"})))) == {Filter.LAYERS}

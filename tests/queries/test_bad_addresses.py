"""Addresses that nobody should have typed: what is bad is dropped with a short notice, and nothing breaks."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.queries.address import LONGEST_TEXT, Address, read, start, write
from dashboard.queries.windows import Window
from tests.hostility.corpus import TEXTS, UNSENDABLE
from tests.record import tables

LONGEST_NOTICE = 200  # characters; two lines on a small screen
MOST_NOTICES = 2 * 16  # at most two for each parameter, however often it is given
SETS = ["tracks", "party", "standing", "importance", "layer"]
WORDS = ["event", "view", "type", "not_public", "panel", "measure", "question", "set", "seed"]
DAYS = ["from", "to", "as_of"]

HOSTILE = {**TEXTS, **UNSENDABLE}
BAD_DAYS = [
    "2017-02-30",
    "2017",
    "2017-13-01",
    "20170101",
    "0000-01-01",
    "10000-01-01",
    "-0001-01-01",
    "2017-01-01/2017-02-01",
    "2017-01-01~",
    "now",
]


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", [*SETS, *WORDS, *DAYS])
def test_a_bad_value_is_dropped_with_a_notice(name: str, value: str) -> None:
    address, notices = _is_harmless({name: [value]})
    assert address == start(tables())
    assert len(notices) == 1
    assert name in notices[0]


@pytest.mark.parametrize("day", BAD_DAYS)
@pytest.mark.parametrize("name", DAYS)
def test_a_bad_day_is_dropped_with_a_notice(name: str, day: str) -> None:
    address, notices = _is_harmless({name: [day]})
    assert address == start(tables())
    assert len(notices) == 1


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_search_is_searched_as_text_and_cut_to_a_length(value: str) -> None:
    address, _ = _is_harmless({"q": [value]})
    assert len(address.selection.text) <= LONGEST_TEXT
    assert address.selection.text.isprintable()


@pytest.mark.parametrize("name", [*SETS, *WORDS, *DAYS, "q"])
def test_ten_thousand_repeats_make_one_or_two_notices(name: str) -> None:
    assert 1 <= len(_is_harmless({name: ["economic"] * 10_000})[1]) <= 2
    assert 1 <= len(_is_harmless({name: [f"word{number}" for number in range(10_000)]})[1]) <= 2


def test_a_window_that_ends_before_it_begins_is_dropped_with_a_notice() -> None:
    address, notices = _is_harmless({"from": ["2017-12-01"], "to": ["2017-01-01"]})
    assert address == start(tables())
    assert notices == ("The address asks for 1 December 2017 to 1 January 2017, which ends before it begins; it was left out.",)


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "0001-12-31"), ("9999-01-01", "9999-12-31")])
def test_a_window_outside_the_record_is_kept_and_says_where_the_record_is(first: str, last: str) -> None:
    address, notices = _is_harmless({"from": [first], "to": [last]})
    assert address.selection.window == Window(date.fromisoformat(first), date.fromisoformat(last))
    assert notices == ("The record goes from 8 December 1987 to 18 August 2019.",)


@pytest.mark.parametrize(
    ("name", "day"), [("from", "0001-01-01"), ("to", "9999-12-31"), ("as_of", "0001-01-01"), ("as_of", "9999-12-31")]
)
def test_the_first_and_last_day_of_the_calendar_are_days_like_others(name: str, day: str) -> None:
    address, notices = _is_harmless({name: [day]})
    assert notices == ()
    assert write(address, tables()) == {name: [day]}


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*SETS, *WORDS, *DAYS, "q", "x"]), st.lists(st.text())))
def test_no_query_string_raises_and_no_notice_is_long(query: dict[str, list[str]]) -> None:
    _is_harmless(query)


def _is_harmless(query: Mapping[str, list[str]]) -> tuple[Address, tuple[str, ...]]:
    address, notices = read(query, tables())
    assert len(notices) <= MOST_NOTICES
    assert all(len(notice) <= LONGEST_NOTICE for notice in notices)
    assert all(notice.isprintable() for notice in notices)
    assert read(write(address, tables()), tables())[0] == address
    return address, notices

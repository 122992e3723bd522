"""What a reader means by what stands in the search field."""

from datetime import date

import pytest

from dashboard.queries.search import Wanted, interpret
from dashboard.queries.windows import Window

VALENTINE = date(2017, 2, 14)


@pytest.mark.parametrize("text", ["E41", "e41", "E 41", " e 41 ", "E041"])
def test_an_event_number_jumps_and_searches_nothing(text: str) -> None:
    wanted = interpret(text)
    assert wanted == Wanted(number=41)
    assert wanted.jumps


@pytest.mark.parametrize("text", ["41", " 41 "])
def test_a_bare_number_is_searched_and_offers_the_event_too(text: str) -> None:
    wanted = interpret(text)
    assert wanted == Wanted(words="41", number=41)
    assert not wanted.jumps


@pytest.mark.parametrize(
    "text",
    [
        "2017-02-14",
        "14 February 2017",
        "14 february 2017",
        "14 Feb 2017",
        "February 14, 2017",
        "February 14 2017",
        "Feb 14, 2017",
        "Feb 14 2017",
        "  14   February   2017 ",
    ],
)
def test_a_day_jumps_however_it_is_written(text: str) -> None:
    wanted = interpret(text)
    assert wanted == Wanted(days=Window(VALENTINE, VALENTINE))
    assert wanted.jumps


@pytest.mark.parametrize("text", ["2017-02", "February 2017", "Feb 2017", "feb 2017"])
def test_a_month_jumps_to_its_days(text: str) -> None:
    assert interpret(text) == Wanted(days=Window(date(2017, 2, 1), date(2017, 2, 28)))


@pytest.mark.parametrize(
    "text",
    [
        "geneva",
        "9M729",
        "SSC-8",
        "E41 geneva",
        "E",
        "E-41",
        "February",
        "14 February",
        "2017-13",
        "2017-02-30",
        "30 February 2017",
        "2017-2-14",
        "14.02.2017",
        "<b>E41</b>",
        "E4111111111111111111",
        "éclair 41",
    ],
)
def test_anything_else_is_words_to_search(text: str) -> None:
    wanted = interpret(text)
    assert wanted == Wanted(words=text)
    assert not wanted.jumps


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_field_wants_nothing(text: str) -> None:
    wanted = interpret(text)
    assert wanted == Wanted()
    assert not wanted.jumps

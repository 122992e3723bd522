"""Where a time axis is marked, and with what words."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries.ticks import LEAST_EMS, Tick, ticks
from dashboard.queries.windows import Window


def _window(start: str, end: str) -> Window:
    return Window(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("window", "width", "first"),
    [
        (
            _window("2017-12-08", "2017-12-15"),
            800,
            [("2017-12-08", "8 Dec", "2017"), ("2017-12-09", "9 Dec", "")],
        ),
        (
            _window("2017-12-30", "2018-01-03"),
            800,
            [("2017-12-30", "30 Dec", "2017"), ("2017-12-31", "31 Dec", ""), ("2018-01-01", "1 Jan", "2018")],
        ),
        (
            _window("2017-11-20", "2017-12-31"),
            400,
            [("2017-11-20", "20 Nov", "2017"), ("2017-11-27", "27 Nov", ""), ("2017-12-04", "4 Dec", "")],
        ),
        (
            _window("2014-07-01", "2017-12-31"),
            1280,
            [("2014-07-01", "Jul", "2014"), ("2014-10-01", "Oct", ""), ("2015-01-01", "Jan", "2015")],
        ),
        (
            _window("1987-12-08", "2019-08-18"),
            1280,
            [("1988-01-01", "1988", ""), ("1990-01-01", "1990", "")],
        ),
    ],
)
def test_an_axis_is_marked_in_steps_that_fit_the_window(window: Window, width: int, first: list[tuple[str, str, str]]) -> None:
    expected = [(date.fromisoformat(day), upper, lower) for day, upper, lower in first]
    found = [(tick.day, tick.upper, tick.lower) for tick in ticks(window, width / window.days)]
    assert found[: len(first)] == expected


def test_larger_type_leaves_more_room() -> None:
    window = _window("2014-07-01", "2017-12-31")
    assert len(ticks(window, 1.0, 24)) < len(ticks(window, 1.0, 6))


def test_the_end_of_the_last_month_is_marked_as_the_beginning_of_the_next() -> None:
    assert ticks(_window("2014-07-01", "2017-12-31"), 1.0)[-1] == Tick(date(2018, 1, 1), "Jan", "2018")


@given(st.dates(), st.dates(), st.integers(300, 2000))
def test_marks_are_in_order_with_room_for_their_words_in_any_window(one: date, other: date, width: int) -> None:
    window = Window(min(one, other), max(one, other))
    per_day = width / window.days
    marked = ticks(window, per_day)
    days = [tick.day for tick in marked]
    assert all(window.start <= day for day in days)
    assert all(tick.upper for tick in marked)
    least = LEAST_EMS * 12
    assert len(marked) <= width / least * 1.2 + 2
    # A step is counted in months of average length, so the shortest month may bring two marks a little nearer.
    assert all((later - earlier).days * per_day >= least * 0.9 for earlier, later in pairwise(days))


@pytest.mark.parametrize(
    "window", [_window("0001-01-01", "9999-12-31"), _window("9999-12-31", "9999-12-31"), _window("0001-01-01", "0001-01-01")]
)
def test_the_ends_of_the_calendar_are_marked_without_an_error(window: Window) -> None:
    assert len(ticks(window, 1000 / window.days)) < 30

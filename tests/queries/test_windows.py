"""Windows of time: their words, their cuts and the steps of the slider."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from dashboard.model.dates import EventDate
from dashboard.queries.windows import Window, containing, last_weeks, periods, short, steps, years
from tests.record import tables

DISPUTE = Window(date(2014, 7, 1), date(2017, 12, 31))


def _window(start: str, end: str) -> Window:
    return Window(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2017-01-01", "2017-12-31", "2017"),
        ("2015-01-01", "2017-12-31", "2015 to 2017"),
        ("2014-07-01", "2017-12-31", "July 2014 to December 2017"),
        ("2014-07-01", "2014-07-31", "July 2014"),
        ("2014-02-01", "2014-03-31", "February to March 2014"),
        ("2017-12-08", "2017-12-15", "8-15 December 2017"),
        ("2017-11-20", "2017-12-15", "20 November to 15 December 2017"),
        ("2017-12-08", "2017-12-08", "8 December 2017"),
        ("1987-12-08", "2019-08-18", "8 December 1987 to 18 August 2019"),
        ("2016-02-01", "2016-02-28", "1-28 February 2016"),
        ("0001-01-01", "0001-12-31", "1"),
        ("0001-01-01", "9999-12-31", "1 to 9999"),
    ],
)
def test_a_window_is_worded_as_shortly_as_it_is_exact(start: str, end: str, words: str) -> None:
    assert str(_window(start, end)) == words


def test_a_window_counts_both_its_ends() -> None:
    assert _window("2017-12-08", "2017-12-08").days == 1
    assert _window("2016-01-01", "2016-12-31").days == 366


def test_a_window_is_made_of_an_interval() -> None:
    assert Window.of(EventDate.parse("2014-07/2017-12")) == DISPUTE


@pytest.mark.parametrize(
    ("start", "end", "common"),
    [
        ("2014-07-01", "2017-12-31", ("2014-07-01", "2017-12-31")),
        ("2014-06-30", "2015-01-01", ("2014-07-01", "2015-01-01")),
        ("2017-12-31", "9999-12-31", ("2017-12-31", "2017-12-31")),
        ("2018-01-01", "2018-12-31", None),
    ],
)
def test_two_windows_have_the_days_in_common_that_both_hold(start: str, end: str, common: tuple[str, str] | None) -> None:
    assert DISPUTE.overlap(_window(start, end)) == (_window(*common) if common else None)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("0500-01-01", "2017-11-30", "January 500 to November 2017"),
        ("0001-01-01", "9999-12-31", "1 to 9999"),
        ("0999-05-02", "9999-12-30", "2 May 999 to 30 December 9999"),
    ],
)
def test_a_window_at_the_ends_of_the_calendar_is_put_into_words(start: str, end: str, words: str) -> None:
    assert str(_window(start, end)) == words


def test_playing_stops_at_the_end_of_the_calendar() -> None:
    assert steps(_window("9998-01-01", "9999-12-31"))[-1] == date.max


def test_the_years_of_a_window_make_it_up_and_are_cut_at_its_ends() -> None:
    cut = years(DISPUTE)
    assert list(cut) == ["2014", "2015", "2016", "2017"]
    assert cut["2014"] == _window("2014-07-01", "2014-12-31")
    assert cut["2015"] == _window("2015-01-01", "2015-12-31")
    assert sum(year.days for year in cut.values()) == DISPUTE.days


def test_the_last_weeks_are_six_and_never_begin_before_the_window() -> None:
    assert last_weeks(DISPUTE) == _window("2017-11-20", "2017-12-31")
    assert last_weeks(DISPUTE).days == 42
    short = _window("2017-12-24", "2017-12-31")
    assert last_weeks(short) == short


def test_the_steps_of_the_slider_leave_no_day_out_and_none_twice() -> None:
    cut = periods(tables().whole, tables().window)
    assert all(later.start - earlier.end == timedelta(days=1) for earlier, later in pairwise(cut))
    assert Window(cut[0].start, cut[-1].end).overlap(tables().whole) == tables().whole
    assert sum(DISPUTE.overlap(step) == step for step in cut) == 42
    assert all(step.days <= 31 for step in cut if DISPUTE.overlap(step) == step)
    assert all(step.start.month == 1 for step in cut if step.end < DISPUTE.start)


def test_the_slider_has_steps_even_where_the_record_is_its_window() -> None:
    cut = periods(DISPUTE, DISPUTE)
    assert cut[0] == _window("2014-01-01", "2014-06-30")
    assert cut[-1] == _window("2017-12-01", "2017-12-31")


@pytest.mark.parametrize(
    ("day", "start"),
    [("2014-07-15", "2014-07-01"), ("2016-02-29", "2016-02-01"), ("1900-01-01", "1987-01-01"), ("9999-12-31", "2019-01-01")],
)
def test_a_day_is_found_in_its_step_or_the_nearest(day: str, start: str) -> None:
    cut = periods(tables().whole, tables().window)
    assert containing(date.fromisoformat(day), cut).start == date.fromisoformat(start)


@pytest.mark.parametrize(
    ("window", "number", "first"),
    [
        (DISPUTE, 42, date(2014, 7, 31)),
        (_window("2017-11-20", "2017-12-31"), 6, date(2017, 11, 26)),
        (_window("2017-12-08", "2017-12-10"), 1, date(2017, 12, 10)),
        (_window("2017-12-08", "2017-12-08"), 1, date(2017, 12, 8)),
    ],
)
def test_playing_through_a_window_stops_in_order_and_at_its_end(window: Window, number: int, first: date) -> None:
    stops = steps(window)
    assert len(stops) == number
    assert (stops[0], stops[-1]) == (first, window.end)
    assert all(later > earlier for earlier, later in pairwise(stops))


def test_a_step_of_the_slider_is_named_shortly() -> None:
    assert short(_window("2014-07-01", "2014-07-31")) == "Jul 2014"
    assert short(_window("1987-01-01", "1987-12-31")) == "1987"
    assert short(_window("2014-01-01", "2014-06-30")) == "2014"


@pytest.mark.parametrize(
    ("others", "wanted"),
    [
        ((), (date(2015, 1, 1), date(2016, 1, 1))),
        (((date(2015, 2, 1), date(2015, 3, 1)),), (date(2015, 1, 1), date(2016, 1, 1))),
        (((date(2014, 2, 1), date(2015, 3, 1)),), (date(2014, 2, 1), date(2016, 1, 1))),
        (
            ((date(2013, 2, 1), date(2013, 3, 1)), (date(2018, 1, 1), date(2018, 1, 1))),
            (date(2013, 2, 1), date(2018, 1, 1)),
        ),
    ],
)
def test_a_window_is_widened_as_far_as_it_takes_to_hold_others_and_no_farther(
    others: tuple[tuple[date, date], ...], wanted: tuple[date, date]
) -> None:
    assert Window(date(2015, 1, 1), date(2016, 1, 1)).holding(*(Window(*other) for other in others)) == Window(*wanted)

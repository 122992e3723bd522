"""The stretch of time that a reader looks at, and the stretches offered to choose from."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

from dashboard.model.dates import EventDate, span_in_words

LAST_WEEKS = timedelta(weeks=6)
SHORT = 370  # days of a window that is played by weeks
DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, order=True)
class Window:
    """From one day to another, both within it."""

    start: date
    end: date

    @classmethod
    def of(cls, interval: EventDate) -> Self:
        """Take the first and last possible day of an interval that has both."""
        return cls(interval.earliest, interval.last_known)

    @property
    def days(self) -> int:
        """The number of days in it."""
        return (self.end - self.start).days + 1

    def overlap(self, other: Self) -> Self | None:
        """Find what both have in common, or None where they do not meet."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return type(self)(start, end) if start <= end else None

    def holding(self, *others: Self) -> Self:
        """Widen it as far as it takes to hold others whole."""
        all_ = (self, *others)
        return type(self)(min(one.start for one in all_), max(one.end for one in all_))

    def __str__(self) -> str:
        """Put it into words as shortly as they are exact: "2017", "July 2014 to December 2017", "8-15 December 2017"."""
        whole_months = self.start.day == 1 and self.end.day == _last_day(self.end)
        whole_years = whole_months and (self.start.month, self.end.month) == (1, 12)
        return span_in_words(self.start, self.end, "year" if whole_years else "month" if whole_months else "day")


def years(window: Window) -> dict[str, Window]:
    """Cut a window into its calendar years, each named by its number."""
    numbers = range(window.start.year, window.end.year + 1)
    return {str(year): Window(max(window.start, date(year, 1, 1)), min(window.end, date(year, 12, 31))) for year in numbers}


def last_weeks(window: Window) -> Window:
    """Take the last weeks of a window, where a dispute is often densest."""
    return Window(max(window.start, window.end - LAST_WEEKS + timedelta(days=1)), window.end)


@lru_cache(maxsize=64)
def steps(window: Window) -> tuple[date, ...]:
    """Give the days at which playing through a window stops: the ends of its months, or of its weeks where it is short."""
    if window.days > SHORT:
        return tuple(step.end for step in _steps(window.start, window.end, months=1))
    weeks = range(DAYS_OF_A_WEEK, window.days, DAYS_OF_A_WEEK)
    return (*(window.start + timedelta(days=days - 1) for days in weeks), window.end)


@lru_cache(maxsize=8)
def periods(whole: Window, window: Window) -> tuple[Window, ...]:
    """Cut the whole record into the steps of the two-handled slider: months inside the dossier's window, years outside it.

    Decades of background would otherwise leave no room for the months that matter.
    """
    first, last = date(whole.start.year, 1, 1), date(whole.end.year, 12, 31)
    before = _steps(first, window.start - timedelta(days=1), months=12)
    within = _steps(window.start, window.end, months=1)
    after = _steps(window.end + timedelta(days=1), last, months=12)
    return (*before, *within, *after)


def short(step: Window) -> str:
    """Write a step of the slider shortly: "Jul 2014", or "1987" for a year."""
    return str(step.start.year) if step.start.month != step.end.month else f"{step.start:%b %Y}"


def containing(day: date, steps: tuple[Window, ...]) -> Window:
    """Find the step that holds a day, or the nearest one."""
    return next((step for step in steps if day <= step.end), steps[-1])


def _steps(start: date, end: date, months: int) -> Iterator[Window]:
    while start <= end:
        month = (start.month - 1) // months * months + months
        stop = date(start.year, month, calendar.monthrange(start.year, month)[1])
        yield Window(start, min(stop, end))
        if stop >= end:
            return
        start = stop + timedelta(days=1)


def _last_day(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]

"""Where a time axis is marked, and with what words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.queries.windows import Window

STEPS_IN_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000, 24000)
STEPS_IN_DAYS = (1, 2, 7)
LEAST_EMS = 3.9  # between two marks of the axis, in its type size; room for "14 Sep"
_DAYS_IN_MONTH = 28  # the fewest
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True)
class Tick:
    """A mark of the axis with two lines of words; the second says the year where it begins, or else is empty."""

    day: date
    upper: str
    lower: str
    is_day: bool = False  # and not the first of a month or a year


def ticks(window: Window, pixels_per_day: float, size: float = 12) -> tuple[Tick, ...]:
    """Mark a window in steps of days, months or years that leave room for their words in type of so many pixels."""
    least = LEAST_EMS * size
    days = next((step for step in STEPS_IN_DAYS if step * pixels_per_day >= least), None)
    if days:
        return tuple(_named(_every_so_many_days(window, days), "day"))
    wide_enough = (step for step in STEPS_IN_MONTHS if step * _DAYS_IN_MONTH * pixels_per_day >= least)
    months = next(wide_enough, STEPS_IN_MONTHS[-1])
    return tuple(_named(_every_so_many_months(window, months), "year" if months >= _MONTHS_IN_YEAR else "month"))


def _every_so_many_days(window: Window, step: int) -> Iterator[date]:
    return (window.start + timedelta(days=days) for days in range(0, window.days, step))


def _every_so_many_months(window: Window, step: int) -> Iterator[date]:
    month = window.start.year * _MONTHS_IN_YEAR + window.start.month - 1
    month += -month % step
    while month // _MONTHS_IN_YEAR <= date.max.year:
        day = _first_of(month)
        if day - window.end > timedelta(days=1):  # the end of the last month is where the next begins
            return
        if day >= window.start:
            yield day
        month += step


def _first_of(month: int) -> date:
    return date(month // _MONTHS_IN_YEAR, month % _MONTHS_IN_YEAR + 1, 1)


def _named(days: Iterator[date], unit: str) -> Iterator[Tick]:
    said: int | None = None
    for day in days:
        upper = {"day": f"{day.day} {day:%b}", "month": f"{day:%b}", "year": str(day.year)}[unit]
        lower = str(day.year) if unit != "year" and day.year != said else ""
        said = day.year
        yield Tick(day, upper, lower, unit == "day")

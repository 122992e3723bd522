"""The stretches of time that a crowded timeline is cut into, each with a slide of its own."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from dashboard.exports.deck.placing import Placed, in_size, placed
from dashboard.exports.deck.type_sizes import LEAST
from dashboard.queries import windows
from dashboard.queries.address import Address
from dashboard.queries.selection import select
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window


@dataclass(frozen=True)
class Stretch:
    """A part of the time with what is shown of it."""

    window: Window
    events: pd.DataFrame
    placed: Placed


def stretches(tables: Tables, place: Address, width: int, height: int) -> tuple[Stretch, ...]:
    """Cut what is selected into years, and a year that is still crowded into halves and further.

    What lies before and after the dossier's own window stays together where it has room. Stretches without events are left out.
    """
    whole = place.selection.window or tables.whole
    own = tables.window
    outer = (Window(tables.whole.start, own.start - timedelta(days=1)), Window(own.end + timedelta(days=1), tables.whole.end))
    before, after = (part.overlap(whole) if part.start <= part.end else None for part in outer)
    inside = own.overlap(whole)
    parts = [before, *(windows.years(inside).values() if inside else ()), after]
    return tuple(found for part in parts if part for found in _uncrowded(part, tables, place, width, height))


def _uncrowded(window: Window, tables: Tables, place: Address, width: int, height: int) -> Iterator[Stretch]:
    here = replace(place, event=None, selection=replace(place.selection, window=window))
    events = select(tables, here.selection)
    if events.empty:
        return
    parts = _parts(window)
    if parts and not in_size(LEAST, events, tables, here, width, height).says_all:
        for part in parts:
            yield from _uncrowded(part, tables, place, width, height)
        return
    yield Stretch(window, events, placed(events, tables, here, width, height))


def _parts(window: Window) -> tuple[Window, ...]:
    """Cut years into years, and months into two halves; a month is whole."""
    years = tuple(windows.years(window).values())
    if len(years) > 1:
        return years
    first, last = window.start.month, window.end.month
    if first == last:
        return ()
    middle, year = (first + last) // 2, window.start.year
    end = date(year, middle, calendar.monthrange(year, middle)[1])
    return Window(window.start, end), Window(end + timedelta(days=1), window.end)

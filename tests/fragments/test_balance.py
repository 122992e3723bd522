"""How a selection is made up, as small charts: every bar with its number, and all adding up."""

import re
from datetime import date

import pandas as pd
import pytest

from dashboard.fragments import balance
from dashboard.queries import balance as shares
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window
from tests.fragments.reading import part, parts, read
from tests.record import harbour, tables

SELECTIONS = [
    Selection(),
    Selection(window=tables().window),
    Selection(tracks=frozenset({"economic"})),
    Selection(as_of=date(2015, 1, 1)),
    Selection(window=Window(date(2017, 1, 1), date(2017, 12, 31)), as_of=date(2017, 3, 31)),
    Selection(text="toll"),
]
each_record = pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
each_selection = pytest.mark.parametrize("selection", SELECTIONS, ids=range(len(SELECTIONS)))


def _charts(shown: pd.DataFrame, record: Tables, selection: Selection) -> str:
    return balance.charts(shown, record.dossier, selection.window or record.whole, selection.as_of)


def _numbers(html: str) -> list[int]:
    return [int(read(number).text) for number in parts(html, "span", "class", "number")]


@each_record
@each_selection
def test_the_bars_of_each_chart_add_up_to_its_last_line(record: Tables, selection: Selection) -> None:
    shown = select(record, selection)
    if shown.empty:
        return
    charts = parts(_charts(shown, record, selection), "section", "class", "bars")
    assert [read(parts(chart, "h3")[0]).text for chart in charts] == [
        "By side",
        "By who acts or speaks",
        "By its best source",
        "By year",
    ]
    for chart in charts:
        *bars, total = _numbers(chart)
        assert sum(bars) == total == len(shown)


@each_record
def test_each_bar_is_named_and_as_long_as_its_number(record: Tables) -> None:
    html = _charts(record.events, record, Selection())
    charts = (
        shares.by_side(record.events, record.dossier),
        shares.by_party(record.events, record.dossier),
        shares.by_rank(record.events, record.dossier),
        shares.by_year(record.events, record.dossier),
    )
    rows = [row for body in parts(html, "tbody") for row in parts(body, "tr")]
    told = [(share, max(one.count for one in chart)) for chart in charts for share in chart]
    for (share, most), row in zip(told, rows, strict=True):
        assert read(row).text == f"{share.label} {share.count}"
        assert re.findall(r"width: ([\d.]+)%", row) == [str(round(share.count / most * 100, 1))]


@each_record
@each_selection
def test_the_stretches_without_an_event_are_told_with_their_days(record: Tables, selection: Selection) -> None:
    shown = select(record, selection)
    if shown.empty:
        return
    within = selection.window or record.whole
    if selection.as_of:
        within = Window(within.start, max(min(within.end, selection.as_of), within.start))
    found = shares.stretches(shown, within)
    html = _charts(shown, record, selection)
    listed = [read(item).text for item in parts(html, "li")]
    assert listed == [f"{stretch} {stretch.days:,} days" for stretch in found]
    assert ("None of 90 days or more" in read(html).text) is (not found)


def test_as_of_a_day_no_stretch_or_year_goes_beyond_it() -> None:
    day = date(2016, 6, 30)
    shown = select(tables(), Selection(as_of=day))
    html = balance.charts(shown, tables().dossier, tables().whole, day)
    years = [int(year) for year in re.findall(r"\b\d{4}\b", read(html).text)]
    assert max(years) <= day.year


def test_an_as_of_day_before_the_window_leaves_one_day_of_it() -> None:
    shown = tables().events.iloc[:3]
    text = read(balance.charts(shown, tables().dossier, tables().window, date(2001, 1, 1))).text
    assert "None of 90 days or more within 1 July 2014." in text


@pytest.mark.parametrize(
    "window",
    [Window(date(2014, 7, 1), date.max), Window(date.min, date(2017, 12, 31)), Window(date.min, date.max)],
    ids=["to the last day", "from the first day", "all days"],
)
def test_a_window_that_goes_to_an_end_of_the_calendar_can_be_told(window: Window) -> None:
    html = balance.charts(select(tables(), Selection(window=window)), tables().dossier, window, None)
    assert part(html, "section", "class", "balance")

"""How a selection of events is made up: each way of counting puts every event into exactly one part."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model.dossier import Dossier
from dashboard.queries import balance
from dashboard.queries.balance import LONG, MOST_STRETCHES, Share, by_party, by_rank, by_side, by_year, stretches
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders, plain_count
from tests.record import harbour, tables

YEAR = Window(date(2015, 1, 1), date(2015, 12, 31))
AS_OF = [None, date(2014, 7, 29), date(2017, 1, 1), date(2017, 12, 8), date(2019, 8, 18)]
each_record = pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])


def _selections(record: Tables) -> Iterator[Selection]:
    dossier = record.dossier
    lanes = [frozenset(some) for count in range(len(dossier.lane) + 1) for some in combinations(dossier.lane, count)]
    standings = [frozenset[str](), *(frozenset({str(word)}) for word in dossier.standing)]
    importances = [frozenset[str](), frozenset({"key"}), frozenset({"detail"})]
    windows = [None, record.window, Window(date(2017, 12, 8), date(2017, 12, 8))]
    for tracks, standing, importance, window in product(lanes, standings, importances, windows):
        yield Selection(tracks=tracks, standings=standing, importances=importance, window=window)
    for party, as_of in product(dossier.party, AS_OF):
        yield Selection(parties=frozenset({party}), as_of=as_of)


def _parts(shown: pd.DataFrame, dossier: Dossier, as_of: date | None) -> list[tuple[Share, ...]]:
    return [by_side(shown, dossier), by_party(shown, dossier), by_rank(shown, dossier, as_of), by_year(shown, dossier)]


@each_record
def test_the_parts_of_every_selection_add_up_to_the_number_of_its_events(record: Tables) -> None:
    sizes = set()
    for selection in _selections(record):
        shown = select(record, selection)
        sizes.add(len(shown))
        for shares in _parts(shown, record.dossier, selection.as_of):
            assert sum(share.count for share in shares) == len(shown), selection
            assert len({share.label for share in shares}) == len(shares), selection
    assert len(sizes) > 10


@settings(deadline=None)
@given(st.integers(1, 40), st.integers(0, 1000), st.dates(builders.FIRST_DAY, builders.LAST_DAY))
def test_the_parts_of_any_record_add_up_to_the_number_of_its_events(count: int, seed: int, as_of: date) -> None:
    record = build(builders.many_events(count, seed))
    for selection in (Selection(), Selection(as_of=as_of), Selection(window=Window(as_of, as_of)), Selection(text="a")):
        shown = select(record, selection)
        for shares in _parts(shown, record.dossier, selection.as_of):
            assert sum(share.count for share in shares) == len(shown)


def _shares(*events: Mapping[str, object], **records: object) -> tuple[pd.DataFrame, Dossier]:
    found = [builders.event(**{"id": f"event-{number}", **event}) for number, event in enumerate(events)]
    dossier = builders.dossier(found, **records)
    return build(dossier).events, dossier


def test_who_acts_alone_is_counted_by_name_and_several_together_are_parts_of_their_own_at_the_end() -> None:
    acting = [
        ["right"],
        ["left"],
        ["right"],
        ["left", "left-office"],
        ["left", "right"],
        ["other", "right", "left"],
        ["left-office"],
    ]
    assert by_party(*_shares(*({"parties": parties} for parties in acting))) == (
        Share("The right party", 2),
        Share("The left party", 1),
        Share("The left party's office", 1),
        Share("Several, of more than one side", 2),
        Share("Several: Left", 1),
    )


@pytest.mark.parametrize(
    ("ranks", "as_of", "counts"),
    [
        (["primary"], None, (1, 0, 0)),
        (["press"], None, (0, 0, 1)),
        (["press", "reference"], None, (0, 1, 0)),
        (["press", "reference", "primary"], None, (1, 0, 0)),
        (["press", "later-primary"], None, (1, 0, 0)),
        (["press", "later-primary"], date(2016, 5, 1), (1, 0, 0)),
        (["press", "later-primary"], date(2016, 4, 30), (0, 0, 1)),
        (["later-primary"], date(2016, 4, 30), (0, 0, 0, 1)),
    ],
)
def test_an_event_is_counted_under_the_best_of_its_sources_that_had_been_issued(
    ranks: list[str], as_of: date | None, counts: tuple[int, ...]
) -> None:
    sources = (
        *(builders.source(id=rank, rank=rank) for rank in ("primary", "reference", "press")),
        builders.source(id="later-primary", rank="primary", issued="2016-05"),
    )
    shown, dossier = _shares({"sources": [{"id": rank} for rank in ranks]}, sources=sources)
    labels = (
        "A primary source, alone or with others",
        "A reference source, no primary one",
        "Press alone",
        "Only sources issued later",
    )
    assert by_rank(shown, dossier, as_of) == tuple(map(Share, labels, counts))


def test_years_without_any_event_are_told_together_and_none_is_left_out() -> None:
    days = ["2008?", "2011-02", "2011-03-04", "2012-12-31/2014-01-01", "2014-07-29"]
    assert by_year(*_shares(*({"date": day} for day in days))) == (
        Share("2008", 1),
        Share("2009 to 2010", 0),
        Share("2011", 2),
        Share("2012", 1),
        Share("2013", 0),
        Share("2014", 1),
    )


@each_record
def test_the_years_of_a_record_are_the_plain_count_of_its_first_possible_days(record: Tables) -> None:
    told = {share.label: share.count for share in by_year(record.events, record.dossier) if share.count}
    years = [event.date.earliest.year for event in record.dossier.events]
    assert told == {str(year): years.count(year) for year in sorted(set(years))}


def test_the_ranks_of_the_real_record_are_the_plain_count() -> None:
    ranks = {source["id"]: source["rank"] for source in plain_count.raw("sources")}
    cited = [{ranks[source["id"]] for source in event["sources"]} for event in plain_count.raw("events")]
    counts = [
        sum("primary" in some for some in cited),
        sum("reference" in some and "primary" not in some for some in cited),
        sum(some == {"press"} for some in cited),
    ]
    assert [share.count for share in by_rank(tables().events, tables().dossier)] == counts


def _stretches(within: Window, *days: str) -> tuple[Window, ...]:
    return stretches(_shares(*({"date": day} for day in days))[0], within)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (["2015-01-01", "2015-12-31"], [("2015-01-02", "2015-12-30")]),
        (["2015-07-01"], [("2015-07-02", "2015-12-31"), ("2015-01-01", "2015-06-30")]),
        (["2015-07"], [("2015-01-01", "2015-06-30"), ("2015-08-01", "2015-12-31")][::-1]),
        (["2015"], []),
        (["2014-06/2016-06"], []),
        (["2015-04/.."], [("2015-04-02", "2015-12-31"), ("2015-01-01", "2015-03-31")]),
        (["2014-01-01/..", "2016-03-01"], [("2015-01-01", "2015-12-31")]),
        (["2014-12/2015-02", "2015-11-20~"], [("2015-03-01", "2015-11-19")]),
        (["2015-01-01/2015-09-30", "2015-02-01"], [("2015-10-01", "2015-12-31")]),
        ([f"2015-{month:02}-01" for month in range(1, 13)], []),
    ],
)
def test_a_stretch_holds_no_possible_day_of_any_event_and_reaches_to_the_edges_of_the_window(
    days: list[str], found: list[tuple[str, str]]
) -> None:
    wanted = [Window(date.fromisoformat(start), date.fromisoformat(end)) for start, end in found]
    assert sorted(_stretches(YEAR, *days)) == sorted(wanted)


@pytest.mark.parametrize(("days", "is_told"), [(LONG - 1, False), (LONG, True)])
def test_only_a_long_stretch_is_told(days: int, is_told: bool) -> None:  # noqa: FBT001 - a column of the table
    start = date(2015, 1, 1)
    within = Window(start, start + timedelta(days=days))
    assert bool(_stretches(within, str(start))) is is_told
    assert bool(_stretches(within, str(within.end))) is is_told


def test_a_window_in_which_nothing_is_shown_is_one_stretch() -> None:
    assert _stretches(YEAR, "2013-05-31", "2017-12-08") == (YEAR,)


def test_a_window_that_goes_to_the_last_day_of_the_calendar_has_its_stretches_too() -> None:
    ever = Window(date(2015, 1, 1), date.max)
    assert _stretches(ever, "2015-01-01") == (Window(date(2015, 1, 2), date.max),)
    always = Window(date.min, date(2015, 1, 1))
    assert _stretches(always, "2015-01-01") == (Window(date.min, date(2014, 12, 31)),)


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(0, 1000), st.tuples(*[st.dates(date(1999, 1, 1), date(2010, 12, 31))] * 2))
def test_stretches_are_the_longest_there_are_and_free_of_every_event(count: int, seed: int, days: tuple[date, date]) -> None:
    within = Window(min(days), max(days))
    shown = build(builders.many_events(count, seed)).events
    found = stretches(shown, within)
    assert list(found) == sorted(found, key=lambda window: -window.days)
    assert len(found) == min(len(_free_runs(shown, within)), MOST_STRETCHES)
    assert set(found) <= set(_free_runs(shown, within))
    assert [window.days for window in found] == sorted((run.days for run in _free_runs(shown, within)), reverse=True)[
        :MOST_STRETCHES
    ]


def _free_runs(shown: pd.DataFrame, within: Window) -> list[Window]:
    """Find by walking day after day the runs of at least so many days that no event covers."""
    taken = set[date]()
    for first, last in zip(shown["first"], shown["last"], strict=True):
        end = first if pd.isna(last) else last
        taken |= {first.date() + timedelta(days=number) for number in range((end - first).days + 1)}
    runs: list[list[date]] = [[]]
    for number in range(within.days):
        day = within.start + timedelta(days=number)
        if day in taken:
            runs.append([])
        else:
            runs[-1].append(day)
    return [Window(run[0], run[-1]) for run in runs if len(run) >= LONG]


def test_nothing_shown_is_made_up_of_nothing() -> None:
    nothing = tables().events.iloc[:0]
    assert balance.by_party(nothing, tables().dossier) == balance.by_year(nothing, tables().dossier) == ()
    assert [share.count for share in by_rank(nothing, tables().dossier)] == [0, 0, 0]

"""The events before and after one in time, and the one nearest to a day."""

from datetime import date

import pytest

from dashboard.queries.neighbours import around, nearest
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders
from tests.record import tables


def on(day: date) -> Window:
    return Window(day, day)


def _table(*events: dict[str, object]) -> Tables:
    return build(builders.dossier([builders.event(**event) for event in events]))


def test_stepping_through_what_is_shown_meets_every_event_once_in_order() -> None:
    shown = select(tables(), Selection(tracks=frozenset({"economic"})))
    event: str | None = str(shown.index[0])
    met = []
    while event:
        met.append(event)
        event = around(shown, tables().events, event)[1]
    assert met == list(shown.index)


def test_the_first_has_nothing_before_it_and_the_last_nothing_after() -> None:
    events = tables().events
    assert around(events, events, str(events.index[0])) == (None, events.index[1])
    assert around(events, events, str(events.index[-1])) == (events.index[-2], None)


def test_an_event_outside_what_is_shown_still_has_its_neighbours_there() -> None:
    record = _table(
        {"id": "one", "date": "2014-01-01", "tracks": ["a"]},
        {"id": "two", "date": "2014-01-02"},
        {"id": "three", "date": "2014-01-03", "tracks": ["a"]},
    )
    shown = select(record, Selection(tracks=frozenset({"a"})))
    assert around(shown, record.events, "two") == ("one", "three")


def test_where_nothing_is_shown_there_is_no_neighbour_and_none_is_near() -> None:
    nothing = tables().events.iloc[:0]
    assert around(nothing, tables().events, str(tables().events.index[0])) == (None, None)
    assert nearest(nothing, on(date(2017, 1, 1))) is None


@pytest.mark.parametrize(
    ("day", "event"),
    [
        ("2014-01-01", "day"),
        ("2014-01-19", "day"),
        ("2014-01-22", "month"),
        ("2014-02-15", "month"),
        ("2014-02-10", "key"),
        ("2014-03-05", "month"),
        ("2014-09-29", "open"),
        ("2030-01-01", "open"),
        ("0001-01-01", "day"),
    ],
)
def test_the_nearest_event_is_the_one_whose_possible_days_are_nearest(day: str, event: str) -> None:
    record = _table(
        {"id": "day", "date": "2014-01-10", "importance": "detail"},
        {"id": "month", "date": "2014-02", "importance": "detail"},
        {"id": "key", "date": "2014-02-10", "importance": "key"},
        {"id": "open", "date": "2014-10/..", "importance": "detail"},
    )
    assert nearest(record.events, on(date.fromisoformat(day))) == event


def test_of_events_equally_near_the_first_in_time_is_taken() -> None:
    record = _table({"id": "early", "date": "2014-01-01"}, {"id": "late", "date": "2014-01-03"})
    assert nearest(record.events, on(date(2014, 1, 2))) == "early"

"""The order of time, in which events stand everywhere."""

import pytest

from dashboard.queries.chronology import IN_TIME, in_time, key, keys
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.record import harbour, tables


@pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
def test_the_keys_of_a_table_grow_in_its_order_and_are_those_of_its_events(record: Tables) -> None:
    found = keys(record.events).tolist()
    assert found == sorted(set(found))
    assert found == [key(record.dossier.event[name]) for name in record.events.index]


def test_keys_order_as_days_do_and_within_a_day_as_numbers_do() -> None:
    days = ["1969-12-31", "1970-01-01", "2014-07-29", "2014-07-29", "0001-01-01", "9999-12-31"]
    events = build(builders.dossier([builders.event(id=f"event-{at}", date=day) for at, day in enumerate(days)])).events
    shuffled = events.sample(frac=1, random_state=3)
    assert in_time(events) is events
    assert list(in_time(shuffled).index) == list(events.index)
    assert list(shuffled.index[keys(shuffled).argsort()]) == list(shuffled.sort_values(IN_TIME).index) == list(events.index)

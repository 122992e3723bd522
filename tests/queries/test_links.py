"""What an event answers and what answered it, with the days between."""

from datetime import date

import pytest

from dashboard.model.dates import EventDate
from dashboard.queries.links import answered_by, answers, between
from tests import builders, plain_count
from tests.record import dossier

CHARGE = builders.event(id="charge", date="2014-07-29")
DENIAL = builders.event(id="denial", date="2014-07-30", responds_to=[{"event": "charge", "grounds": "stated"}])
SECRET = builders.event(
    id="secret",
    date="2014-08",
    known="2016-05-01",
    responds_to=[{"event": "charge", "grounds": "inferred"}, {"event": "denial", "grounds": "stated"}],
)
RECORD = builders.dossier([CHARGE, DENIAL, SECRET])


def test_a_link_is_seen_from_both_its_ends() -> None:
    assert [(link.event.id, link.grounds, link.between) for link in answered_by(CHARGE, RECORD)] == [
        ("denial", "stated", "1 day later"),
        ("secret", "inferred", ""),
    ]
    assert [(link.event.id, link.grounds, link.between) for link in answers(SECRET, RECORD)] == [
        ("charge", "inferred", ""),
        ("denial", "stated", ""),
    ]
    assert answers(CHARGE, RECORD) == ()
    assert answered_by(SECRET, RECORD) == ()


def test_a_link_to_what_was_not_yet_public_is_left_out() -> None:
    day = date(2016, 4, 30)
    assert [link.event.id for link in answered_by(CHARGE, RECORD, day)] == ["denial"]
    assert [link.event.id for link in answered_by(CHARGE, RECORD, date(2016, 5, 1))] == ["denial", "secret"]
    assert answers(DENIAL, RECORD, date(2014, 7, 28)) == ()


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        ("2014-07-29", "2014-07-29", "the same day"),
        ("2014-07-29", "2014-07-30", "1 day later"),
        ("2014-07-29", "2017-12-08", "1,228 days later"),
        ("2016-02-28", "2016-03-01", "2 days later"),
        ("2014-07", "2014-08-30", ""),
        ("2014-07-29", "2014-08?", ""),
        ("2014-07-29~", "2014-08-01", ""),
        ("2014-07-29/2014-07-30", "2014-08-01", ""),
        ("2014-07-29", "2014-08/..", ""),
    ],
)
def test_the_days_between_are_counted_only_where_both_are_single_certain_days(earlier: str, later: str, words: str) -> None:
    assert between(EventDate.parse(earlier), EventDate.parse(later)) == words


def test_every_link_of_the_real_record_is_seen_from_both_ends() -> None:
    written = [(raw["id"], link["event"]) for raw in plain_count.raw("events") for link in raw.get("responds_to", [])]
    forwards = [(event.id, link.event.id) for event in dossier().events for link in answers(event, dossier())]
    backwards = [(link.event.id, event.id) for event in dossier().events for link in answered_by(event, dossier())]
    assert sorted(written) == sorted(forwards) == sorted(backwards)
    assert written

"""What an event answers and what answered it, with the days between, and the chain of both."""

from datetime import date

import pytest

from dashboard.model.dates import EventDate
from dashboard.model.dossier import Dossier
from dashboard.queries.links import answered_by, answers, between, chain
from tests import builders, plain_count
from tests.record import MONTH_ENDS, dossier, harbour

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


def _chain_of(name: str, record: Dossier, as_of: date | None = None) -> list[str]:
    return [one.event.id for one in chain(record.event[name], record, as_of)]


def _linked(*links: str) -> Dossier:
    """Build a record of events ``a`` to ``h``, a day after each other, of which "ba" says that b answers a."""
    answers: dict[str, list[dict[str, str]]] = {}
    for link in links:
        answers.setdefault(link[0], []).append({"event": link[1], "grounds": "stated"})
    days = enumerate("abcdefgh", start=1)
    return builders.dossier(
        [builders.event(id=name, date=f"2015-01-{day:02}", responds_to=answers.get(name, [])) for day, name in days]
    )


@pytest.mark.parametrize(
    ("links", "of", "found"),
    [
        (["ba", "cb", "dc"], "b", "abcd"),
        (["ba", "cb", "dc"], "d", "abcd"),
        (["ba", "ca", "db"], "b", "abd"),
        (["ba", "ca", "db"], "a", "abcd"),
        (["ca", "cb", "dc"], "c", "abcd"),
        (["ca", "cb", "dc"], "a", "acd"),
        (["ba", "ca", "db", "dc", "ed"], "d", "abcde"),
        (["ba"], "h", "h"),
        ([], "a", "a"),
    ],
)
def test_a_chain_goes_back_and_on_from_an_event_but_not_to_what_else_answered_on_the_way(
    links: list[str], of: str, found: str
) -> None:
    assert _chain_of(of, _linked(*links)) == list(found)


def test_a_chain_is_found_where_two_events_of_a_day_answer_each_other() -> None:
    record = _linked("ab", "ba", "cb")
    for name in "abc":
        assert _chain_of(name, record) == ["a", "b", "c"]


def test_events_of_one_day_stand_in_a_chain_in_order_of_number() -> None:
    events = [
        builders.event(id="third", number=3, date="2015-01-01"),
        builders.event(id="first", number=1, date="2015-01-01", responds_to=[{"event": "third", "grounds": "stated"}]),
        builders.event(id="second", number=2, date="2015-01-01", responds_to=[{"event": "first", "grounds": "stated"}]),
    ]
    assert _chain_of("first", builders.dossier(events)) == ["first", "second", "third"]


def test_a_chain_ends_where_the_next_event_was_not_yet_public() -> None:
    events = [
        builders.event(id="start", date="2014-01-01"),
        builders.event(id="secret", date="2014-02-01", known="2016-05-01", responds_to=[{"event": "start", "grounds": "stated"}]),
        builders.event(id="end", date="2014-03-01", responds_to=[{"event": "secret", "grounds": "stated"}]),
    ]
    record = builders.dossier(events)
    assert _chain_of("end", record, date(2016, 4, 30)) == ["end"]
    assert _chain_of("start", record, date(2016, 4, 30)) == ["start"]
    assert _chain_of("end", record, date(2016, 5, 1)) == ["start", "secret", "end"]


def _reachable(start: str, following: dict[str, set[str]]) -> set[str]:
    found, before = {start}, set[str]()
    while found != before:
        before, found = found, found.union(*(following.get(name, set()) for name in found))
    return found


@pytest.mark.parametrize("record", [dossier(), harbour().dossier], ids=["real", "invented"])
def test_every_chain_of_a_record_holds_what_its_links_reach_and_no_other(record: Dossier) -> None:
    back = {event.id: {response.event for response in event.responds_to} for event in record.events}
    on = {event.id: {other for other, answered in back.items() if event.id in answered} for event in record.events}
    for event in record.events:
        found = chain(event, record)
        names = [one.event.id for one in found]
        assert set(names) == _reachable(event.id, back) | _reachable(event.id, on)
        assert len(names) == len(set(names))
        order = [(one.event.date.earliest, one.event.number) for one in found]
        assert order == sorted(order)
        for one in found:
            assert {link.event.id for link in one.answers} == back[one.event.id] & set(names)


@pytest.mark.parametrize("day", MONTH_ENDS, ids=str)
def test_as_of_no_month_does_a_chain_hold_what_was_not_yet_public(day: date) -> None:
    for event in dossier().events:
        if event.public.by(day):
            found = chain(event, dossier(), day)
            assert event in [one.event for one in found]
            assert all(one.event.public.earliest <= day for one in found)
            assert all(link.event.public.earliest <= day for one in found for link in one.answers)

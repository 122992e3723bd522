"""The calendar, read back by a program of others: whole days, no day made up, one entry an event over all editions."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from dashboard.exports.calendar import calendar
from dashboard.exports.extract import Extract
from dashboard.queries.attribution import credit
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.exports.selections import WHOLE, extract, selected
from tests.record import harbour, tables

DATES = [
    ("2014-07-29", "2014-07-29", "2014-07-29", ""),
    ("2014-07", "2014-07-01", "2014-07-31", " (July 2014; the day is not known)"),
    ("2014", "2014-01-01", "2014-12-31", " (2014; the day is not known)"),
    ("2016-11-15/2016-11-16", "2016-11-15", "2016-11-16", " (15-16 November 2016)"),
    ("2016-02/2016-03", "2016-02-01", "2016-03-31", " (February to March 2016)"),
    ("2015-04~", "2015-04-01", "2015-04-30", " (about April 2015; the day is not known)"),
    ("2014-07-29?", "2014-07-29", "2014-07-29", " (29 July 2014 (uncertain); the day is not certain)"),
    ("2017-11-05/..", "2017-11-05", "2017-11-05", " (since 5 November 2017; no end is known)"),
    ("2017-11/..", "2017-11-01", "2017-11-30", " (since November 2017; no end is known)"),
]


def _entries(found: Extract) -> list[Any]:
    return list(Calendar.from_ical(calendar(found)).events)


@pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
def test_every_entry_takes_whole_days_and_nobody_s_time(record: Tables) -> None:
    for entry in _entries(extract({"from": ["1900-01-01"], "to": ["2100-01-01"]}, record)):
        assert [type(entry.decoded(name)) for name in ("dtstart", "dtend")] == [date, date]
        assert entry.decoded("dtstart") < entry.decoded("dtend")
        assert entry["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(("written", "first", "last", "words"), DATES)
def test_a_date_in_doubt_is_the_span_of_its_possible_days_with_its_words(written: str, first: str, last: str, words: str) -> None:
    record = build(builders.dossier([builders.event(id="told", title="Told", date=written)]))
    [entry] = _entries(extract({}, record))
    assert entry.decoded("dtstart").isoformat() == first
    assert (entry.decoded("dtend") - timedelta(days=1)).isoformat() == last
    assert entry["summary"] == f"E1 Told{words}"


def test_an_entry_keeps_its_identifier_over_editions_and_the_later_one_is_newer() -> None:
    editions = [("1", "2020-01-01", "Told"), ("2", "2021-05-04", "Told otherwise")]
    first, second = (
        _entries(extract({}, build(builders.dossier([event], front=builders.front(edition=edition, edited=day)))))[0]
        for edition, day, title in editions
        for event in [builders.event(id="told", title=title)]
    )
    assert first["uid"] == second["uid"] == "told@a-dispute"
    assert first.decoded("dtstamp") < second.decoded("dtstamp") == datetime(2021, 5, 4, tzinfo=UTC)


def test_identifiers_differ() -> None:
    names = [entry["uid"] for entry in _entries(extract(WHOLE))]
    assert len(names) == len(set(names)) == len(tables().events)


def test_an_entry_says_whose_word_it_is_and_what_it_rests_on() -> None:
    found = extract(WHOLE)
    for event, entry in zip(found.told(), _entries(found), strict=True):
        told = str(entry["description"])
        assert told.startswith(f"{event.date}. {credit(event, found.dossier)}.\n{event.summary}")
        assert told.endswith(f"E{event.number} in: {found.dossier.front.title}. {found.edition}.")
        assert len({line for line in told.splitlines() if line.startswith("Source: ")}) == len(found.citations(event))
        assert all(note.text in told for note in event.later)
        assert str(entry["url"]) == found.link(event.id)
        assert [str(lane) for lane in entry["categories"].cats] == [lane.title for lane in found.dossier.lanes_of(event)]


def test_the_calendar_says_what_it_is_of() -> None:
    found = selected("one track")
    read = Calendar.from_ical(calendar(found))
    for name in ("name", "x-wr-calname"):
        assert read[name] == found.dossier.front.title
    for name in ("description", "x-wr-caldesc"):
        assert read[name] == f"{found.sentence} {found.edition}."


def test_no_line_is_too_long_and_each_ends_as_it_has_to() -> None:
    content = calendar(extract(WHOLE))
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_text_ends_no_line_and_begins_no_other_entry() -> None:
    text = "a; b, c\\n\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:https://evil.example.org/"
    events = [builders.event(title=text[:80], summary=text)]
    [entry] = _entries(extract({}, build(builders.dossier(events))))
    assert entry.subcomponents == []
    assert "attach" not in entry
    assert text.replace("\r\n", "\n") in str(entry["description"]).replace("\r\n", "\n")


def test_without_the_site_no_entry_leads_there() -> None:
    assert all("url" not in entry for entry in _entries(extract(site="")))

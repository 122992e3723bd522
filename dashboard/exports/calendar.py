"""The events as a calendar, as RFC 5545 has it: whole days, a date in doubt as the span of its possible days."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from dashboard.exports import records
from dashboard.exports.extract import Extract
from dashboard.exports.names import slug
from dashboard.exports.records import CitationData, EventData
from dashboard.queries.text import on_one_line


def calendar(extract: Extract) -> bytes:
    """Write the events of an extract.

    The identifier of an entry is the event's id, so that a later edition changes it and does not add another.
    """
    front = extract.dossier.front
    told = Calendar()
    told.add("prodid", f"-//{on_one_line(front.title)}//Policy timeline//EN")
    told.add("version", "2.0")
    told.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):
        told.add(name, on_one_line(front.title))
    for name in ("description", "x-wr-caldesc"):
        told.add(name, on_one_line(f"{extract.sentence} {extract.edition}."))
    for one in records.events(extract):
        told.add_component(_entry(one, extract))
    written: bytes = told.to_ical()
    return written


def _entry(one: EventData, extract: Extract) -> CalendarEvent:
    entry = CalendarEvent()
    begun = extract.dossier.event[one.id].date.begun
    last = one.date.latest or begun  # no day is made up for an end that is not known
    doubt = f"; {one.date.doubt}" if one.date.doubt else ""
    words = "" if one.date.exact else f" ({one.date.words}{doubt})"
    entry.add("uid", f"{one.id}@{slug(extract.dossier.front.title)}")
    entry.add("dtstamp", datetime.combine(extract.dossier.front.edited.earliest, time(), UTC))
    entry.add("dtstart", one.date.earliest)
    entry.add("dtend", last + timedelta(days=1))  # the first day that is no longer part of it
    entry.add("summary", f"{one.number} {one.title}{words}")
    entry.add("description", "\n".join(_lines(one, extract)))
    entry.add("categories", list(one.lanes))
    entry.add("transp", "TRANSPARENT")  # it takes nobody's time
    if one.address:
        entry.add("url", one.address)
    return entry


def _lines(one: EventData, extract: Extract) -> list[str]:
    later = [f"Known later ({note.known.words}): {note.text}" for note in one.later]
    note = [one.date_note] if one.date_note else []
    return [
        f"{one.date.words}. {one.attribution}.",
        one.summary,
        *later,
        *note,
        *map(_source, one.all_sources),
        f"{one.number} in: {extract.dossier.front.title}. {extract.edition}.",
    ]


def _source(cited: CitationData) -> str:
    return f"Source: {cited.reference} {cited.url or ''}".rstrip()

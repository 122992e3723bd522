"""Tables for a spreadsheet, as RFC 4180 has them, with no cell that a spreadsheet would run."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from dashboard.exports import records
from dashboard.exports.extract import Extract
from dashboard.exports.records import CitationData, DateData, EventData, Exported, MeasureData, PositionData, SourceData

# What OWASP's page on CSV injection names as the beginnings of a formula, in full width too, and its remedy.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - a spreadsheet takes these for the others
_AS_TEXT = "'"
_MARK = "\ufeff"  # tells a spreadsheet that the letters are UTF-8
BETWEEN = " | "  # between several values of one cell

Row = Mapping[str, object]


def events(extract: Extract) -> bytes:
    """Write the events, one row each."""
    return _table([_event(one) for one in records.events(extract)], extract)


def measures(extract: Extract) -> bytes:
    """Write the measures, one row each."""
    return _table([_measure(one) for one in records.measures(extract)], extract)


def positions(extract: Extract) -> bytes:
    """Write the positions, one row each."""
    return _table([_position(one) for one in records.positions(extract)], extract)


def sources(extract: Extract) -> bytes:
    """Write the sources, one row each."""
    return _table([_source(one) for one in records.sources(extract)], extract)


def _event(one: EventData) -> Row:
    return {
        "number": one.number,
        **_date("date", one.date),
        "title": one.title,
        "attribution": one.attribution,
        "summary": one.summary,
        "known_later": BETWEEN.join(f"Known later ({note.known.words}): {note.text}" for note in one.later),
        "lanes": BETWEEN.join(one.lanes),
        **_plain(one, "standing", "importance", "kind", "layer"),
        "parties": BETWEEN.join(one.parties),
        "people": BETWEEN.join(one.people),
        "answers": BETWEEN.join(f"{answer.number} ({answer.grounds})" for answer in one.answers),
        "sources": _citations((*one.sources, *(cited for note in one.later for cited in note.sources))),
        "date_note": one.date_note,
        "public": one.public.written,
        **_plain(one, "label", "id", "address"),
    }


def _measure(one: MeasureData) -> Row:
    return {
        **_plain(one, "label", "title", "track", "by"),
        "stages": BETWEEN.join(f"{stage.stage}, {stage.date.words} ({stage.event})" for stage in one.stages),
        "stop_condition": one.stop_condition.words,
        "stop_condition_text": one.stop_condition.text,
        **_plain(one, "what", "aim", "basis", "limit"),
        "targets": BETWEEN.join(one.targets),
        "sources": _citations(one.sources),
        "stop_condition_sources": _citations(one.stop_condition.sources),
        "id": one.id,
    }


def _position(one: PositionData) -> Row:
    return {
        "question": one.question,
        **_date("date", one.date),
        **_plain(one, "attribution", "by", "kind", "says", "event", "replies_to"),
        "sources": _citations(one.sources),
        "id": one.id,
    }


def _source(one: SourceData) -> Row:
    plain = _plain(one, "reference", "title", "type", "rank", "language", "issued", "url", "note")
    return {**plain, "cited_by": BETWEEN.join(one.cited_by), "id": one.id}


def _plain(one: Exported, *fields: str) -> Row:
    return {field: getattr(one, field) for field in fields}


def _date(name: str, when: DateData) -> Row:
    return {
        name: when.written,
        f"{name}_words": when.words,
        "earliest": when.earliest,
        "latest": when.latest,
        "doubt": when.doubt,
    }


def _citations(cited: Iterable[CitationData]) -> str:
    return BETWEEN.join(f"{one.reference} {one.url}" if one.url else one.reference for one in cited)


def _table(rows: Sequence[Row], extract: Extract) -> bytes:
    told = {"selection": extract.sentence, "edition": extract.edition, "retrieved": extract.accessed.isoformat()}
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*(rows[0] if rows else ()), *told])
    writer.writerows([_cell(value) for value in (row | told).values()] for row in map(dict, rows))
    return (_MARK + text.getvalue()).encode()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"{_AS_TEXT}{text}" if text.startswith(_FORMULA) else text

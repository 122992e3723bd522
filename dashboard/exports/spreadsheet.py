"""Tables for a spreadsheet, as RFC 4180 has them, with no cell that a spreadsheet would run."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from operator import attrgetter
from typing import Any

from dashboard.exports import records
from dashboard.exports.extract import Extract
from dashboard.exports.records import CitationData, DateData, EventData, Exported, MeasureData, PositionData, SourceData

# What OWASP's page on CSV injection names as the beginnings of a formula, in full width too, and its remedy.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - a spreadsheet takes these for the others
_AS_TEXT = "'"
_MARK = "\ufeff"  # tells a spreadsheet that the letters are UTF-8
BETWEEN = " | "  # between several values of one cell


@dataclass(frozen=True)
class Column:
    """A column: what stands in it, as a function of the row's record, and what that is."""

    value: Callable[[Any], object]
    about: str


Columns = Mapping[str, Column]


def _plain(model: type[Exported], *fields: str) -> Columns:
    """Give columns that hold a field of the model as it stands."""
    return {field: Column(attrgetter(field), str(model.model_fields[field].description)) for field in fields}


def _dates(about: str) -> Columns:
    """Give the columns of the date of a row."""

    def part(of: str) -> Callable[[Any], object]:
        return attrgetter(f"date.{of}")

    told = DateData.model_fields
    return {"date": Column(part("written"), f"{about}. {told['written'].description}")} | {
        name: Column(part(of), str(told[of].description))
        for name, of in (("date_words", "words"), ("earliest", "earliest"), ("latest", "latest"), ("doubt", "doubt"))
    }


def _joined(model: type[Exported], field: str) -> Columns:
    """Give a column that holds the several values of a field."""
    return {field: Column(lambda one: BETWEEN.join(getattr(one, field)), str(model.model_fields[field].description))}


EVENTS: Columns = {
    **_plain(EventData, "number"),
    **_dates("When it happened"),
    **_plain(EventData, "title", "attribution", "summary"),
    "known_later": Column(
        lambda one: BETWEEN.join(f"Known later ({note.known.words}): {note.text}" for note in one.later),
        "What became public only afterwards, and when",
    ),
    **_joined(EventData, "lanes"),
    **_plain(EventData, "standing", "importance", "kind", "layer"),
    **_joined(EventData, "parties"),
    **_joined(EventData, "people"),
    "answers": Column(
        lambda one: BETWEEN.join(f"{answer.number} ({answer.grounds})" for answer in one.answers),
        "Earlier events that it answers, stated by a source or inferred by the editors",
    ),
    "sources": Column(lambda one: _citations(one.all_sources), "What it rests on, each with its place and address"),
    **_plain(EventData, "date_note"),
    "public": Column(attrgetter("public.written"), "When it became public, in EDTF"),
    **_plain(EventData, "label", "id", "address"),
}
MEASURES: Columns = {
    **_plain(MeasureData, "label", "title", "track", "by"),
    "stages": Column(
        lambda one: BETWEEN.join(f"{stage.stage}, {stage.date.words} ({stage.event})" for stage in one.stages),
        "How far it had come, with the events that moved it there",
    ),
    "stop_condition": Column(attrgetter("stop_condition.words"), "What sort of word there is of its end, and whose"),
    "stop_condition_text": Column(attrgetter("stop_condition.text"), "What was said or found of its end"),
    **_plain(MeasureData, "what", "aim", "basis", "limit"),
    **_joined(MeasureData, "targets"),
    "sources": Column(lambda one: _citations(one.sources), "What it rests on"),
    "stop_condition_sources": Column(lambda one: _citations(one.stop_condition.sources), "What the word of its end rests on"),
    **_plain(MeasureData, "id"),
}
POSITIONS: Columns = {
    **_plain(PositionData, "question"),
    **_dates("When the words became public"),
    **_plain(PositionData, "attribution", "by", "kind", "says", "event", "replies_to"),
    "sources": Column(lambda one: _citations(one.sources), "What it rests on"),
    **_plain(PositionData, "id"),
}
SOURCES: Columns = {
    **_plain(SourceData, "reference", "title", "type", "rank", "language", "issued", "url", "note"),
    **_joined(SourceData, "cited_by"),
    **_plain(SourceData, "id"),
}
OF_ALL: Mapping[str, str] = {
    "selection": "What was selected, in words",
    "edition": "The edition of the record with its day",
    "retrieved": "The day on which the table was made",
}


def events(extract: Extract) -> bytes:
    """Write the events, one row each."""
    return _table(EVENTS, records.events(extract), extract)


def measures(extract: Extract) -> bytes:
    """Write the measures, one row each."""
    return _table(MEASURES, records.measures(extract), extract)


def positions(extract: Extract) -> bytes:
    """Write the positions, one row each."""
    return _table(POSITIONS, records.positions(extract), extract)


def sources(extract: Extract) -> bytes:
    """Write the sources, one row each."""
    return _table(SOURCES, records.sources(extract), extract)


def _citations(cited: Iterable[CitationData]) -> str:
    return BETWEEN.join(f"{one.reference} {one.url}" if one.url else one.reference for one in cited)


def _table(columns: Columns, rows: Sequence[Exported], extract: Extract) -> bytes:
    told = [extract.sentence, extract.edition, extract.accessed.isoformat()]
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*columns, *OF_ALL])
    writer.writerows([_cell(value) for value in (*(column.value(row) for column in columns.values()), *told)] for row in rows)
    return (_MARK + text.getvalue()).encode()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"{_AS_TEXT}{text}" if text.startswith(_FORMULA) else text

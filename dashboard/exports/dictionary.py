"""The data dictionary of an extract, written from the models and the closed words."""

from collections.abc import Iterator
from enum import StrEnum

from dashboard.exports import records, spreadsheet
from dashboard.exports.data import Document, RecordData, SelectionData
from dashboard.exports.extract import Extract
from dashboard.exports.records import Exported
from dashboard.model import vocabulary
from dashboard.model.vocabulary import Word
from dashboard.queries.text import as_markdown

_PARTS: tuple[type[Exported], ...] = (
    Document,
    RecordData,
    SelectionData,
    records.EventData,
    records.MeasureData,
    records.PositionData,
    records.SourceData,
    records.DateData,
    records.CitationData,
    records.LaterData,
    records.AnswerData,
    records.StageData,
    records.StopData,
)
_WORDS: tuple[type[Word], ...] = (
    vocabulary.Standing,
    vocabulary.Importance,
    vocabulary.Layer,
    vocabulary.Kind,
    vocabulary.Grounds,
    vocabulary.Stage,
    vocabulary.EntryKind,
    vocabulary.Rank,
    vocabulary.SourceType,
)
_TABLES = {
    "timeline.csv": spreadsheet.EVENTS,
    "measures.csv": spreadsheet.MEASURES,
    "positions.csv": spreadsheet.POSITIONS,
    "sources.csv": spreadsheet.SOURCES,
}
_FILES = {
    "timeline.csv": "the events, one row each",
    "measures.csv": "the measures, one row each",
    "positions.csv": "what was said to the contested questions, one row each",
    "sources.csv": "the sources that the events rest on, one row each",
    "timeline.json": "all of these in one file; schema.json describes it",
    "schema.json": "the JSON Schema of timeline.json",
    "timeline.ics": "the events for a calendar",
    "timeline.ris, timeline.bib, timeline.csl.json": "events and sources for a reference manager",
}


def dictionary(extract: Extract, *, has_record: bool) -> str:
    """Write the dictionary as Markdown; ``has_record`` tells that the record's own files go with it."""
    return "\n".join(_lines(extract, has_record=has_record)) + "\n"


def _lines(extract: Extract, *, has_record: bool) -> Iterator[str]:
    front = extract.dossier.front
    about = f"{as_markdown(extract.subtitle)}. " if extract.subtitle else ""
    yield from (f"# {as_markdown(front.title)}", "", f"{about}{as_markdown(extract.edition)}.", "")
    yield from (as_markdown(extract.sentence) if extract.place.selection.text else extract.sentence, "")
    yield f"Retrieved on {extract.made}{f' from {extract.address}' if extract.address else ''}."
    yield from ("", "## Files", "", "| file | what |", "|---|---|")
    yield from (f"| {name} | {what} |" for name, what in _FILES.items())
    if has_record:
        yield "| record/ | the whole record as its editors keep it, in YAML |"
    yield ""
    yield "In the tables several values of one cell stand between upright strokes. A date has columns for how it is written,"
    yield "its words, its first and its last possible day. A cell that a spreadsheet would run begins with an apostrophe."
    for name, columns in _TABLES.items():
        yield from ("", f"## Columns of {name}", "", "| column | what |", "|---|---|")
        yield from (f"| {column} | {told.about} |" for column, told in columns.items())
        yield from (f"| {column} | {about_all} |" for column, about_all in spreadsheet.OF_ALL.items())
    for part in _PARTS:
        yield from ("", f"## {part.__name__.removesuffix('Data')}", "", str(part.__doc__), "", "| field | what |", "|---|---|")
        yield from (f"| {field.alias or name} | {field.description} |" for name, field in part.model_fields.items())
    for words in _WORDS:
        yield from ("", f"## Words: {_spaced(words)}", "", str(words.__doc__), "", "| word | meaning |", "|---|---|")
        yield from (f"| {word.value} | {word.meaning} |" for word in words)
    yield from ("", "## Standings in this record", "", "| word | title | meaning |", "|---|---|---|")
    yield from (f"| {told.id} | {as_markdown(told.title)} | {as_markdown(told.meaning)} |" for told in front.standings)


def _spaced(words: type[StrEnum]) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in words.__name__).strip()

"""Tables for a spreadsheet: as RFC 4180 has them, each row with its credit, and no cell that would be run."""

import re
from collections.abc import Callable
from io import BytesIO

import pandas as pd
import pytest

from dashboard.exports import records, spreadsheet
from dashboard.exports.extract import Extract
from dashboard.model.dossier import Dossier
from dashboard.queries.attribution import credit
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.exports import hostile
from tests.exports.readers import MARKED, rows
from tests.exports.selections import AS_OF, Query, extract, selected
from tests.record import harbour, tables

TABLES = [spreadsheet.events, spreadsheet.measures, spreadsheet.positions, spreadsheet.sources]
# What OWASP's page on CSV injection names: =, +, -, @, tab, carriage return, line feed, and their full-width forms.
BEGINNINGS = ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
QUOTED = re.compile(rb'"(?:[^"]|"")*"')

EVER: Query = {"from": ["1900-01-01"], "to": ["2100-01-01"]}

Table = Callable[[Extract], bytes]
each_record = pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)


@each_table
@each_record
def test_it_is_as_rfc_4180_has_it(table: Table, record: Tables) -> None:
    content = table(extract(record=record))
    assert content.startswith("\ufeff".encode())
    between = QUOTED.sub(b"", content.removeprefix("\ufeff".encode()))
    assert re.fullmatch(rb"(,+\r\n)+", between)  # every cell is quoted, every line ends as it has to
    assert len({line.count(b",") for line in between.split(b"\r\n")[:-1]}) == 1


@each_table
def test_another_program_reads_the_same_cells(table: Table) -> None:
    content = table(extract())
    read = pd.read_csv(BytesIO(content), dtype=str, keep_default_na=False, encoding=MARKED)
    assert read.to_dict("records") == rows(content)
    assert len(read) > 10


@pytest.mark.parametrize("text", ['He said "so", twice', '"', '""', "a\nb", "a, b; c", " | ", "İ “é” Ж 中", "a" * 40_000])
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    told = builders.event(summary=text, date_note=text)
    [row] = rows(spreadsheet.events(_of(builders.dossier([told]))))
    assert (row["summary"], row["date_note"]) == (told.summary, told.date_note)


@each_record
def test_a_row_tells_all_of_its_event(record: Tables) -> None:
    found = extract(EVER, record)
    told = rows(spreadsheet.events(found))
    for event, row in zip(found.told(), told, strict=True):
        assert (row["id"], row["number"], row["title"]) == (event.id, f"E{event.number}", event.title)
        assert (row["date"], row["date_words"], row["doubt"]) == (event.date.written, str(event.date), event.date.doubt)
        assert (row["earliest"], row["latest"]) == (str(event.date.earliest), str(event.date.latest or ""))
        assert row["address"] == found.link(event.id)
        assert all(note.text in row["known_later"] for note in event.later)
        assert all((citation.locator or "").removesuffix(".") in row["sources"] for citation in found.citations(event))
        assert all((found.source(citation).URL or "") in row["sources"] for citation in found.citations(event))


@pytest.mark.parametrize("query", [{}, {"as_of": ["2017-06-30"]}], ids=str)
def test_no_row_tells_what_happened_or_was_said_without_whose_word_it_is(query: Query) -> None:
    found = extract(query)
    for row in rows(spreadsheet.events(found)):
        assert row["attribution"] == credit(found.dossier.event[row["id"]], found.dossier)
    said = {one.id: one.attribution for one in records.positions(found)}
    assert {row["id"]: row["attribution"] for row in rows(spreadsheet.positions(found))} == said
    assert all(row["by"] for row in rows(spreadsheet.positions(found)))
    assert all(row["by"] and row["stop_condition"] for row in rows(spreadsheet.measures(found)))


@each_table
def test_every_row_says_what_was_selected_of_which_edition_and_when(table: Table) -> None:
    found = selected("one track")
    told = {(row["selection"], row["edition"], row["retrieved"]) for row in rows(table(found))}
    assert told == {(found.sentence, found.edition, "2026-11-27")}


@each_table
def test_a_table_without_rows_still_has_its_columns(table: Table) -> None:
    nothing = table(extract({"q": ["no such words anywhere"]}))
    assert nothing.splitlines() == table(extract()).splitlines()[:1]


@pytest.mark.parametrize("beginning", BEGINNINGS, ids=lambda letter: f"U+{ord(letter):04X}")
def test_no_cell_begins_as_a_formula_does(beginning: str) -> None:
    found = _of(hostile.dossier(f"{beginning}cmd|' /C calc'!A0"))
    cells = [cell for table in TABLES for row in rows(table(found)) for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(tuple(BEGINNINGS))] == []
    assert sum("calc" in cell for cell in cells) > 30


def test_what_looks_like_a_formula_further_in_is_left_as_it_was() -> None:
    told = builders.event(title="1 + 1 = 2", summary="a=b", date_note="'-1")
    [row] = rows(spreadsheet.events(_of(builders.dossier([told]))))
    assert (row["title"], row["summary"], row["date_note"]) == ("1 + 1 = 2", "a=b", "'-1")


def test_a_cell_that_is_made_safe_is_made_so_by_an_apostrophe_alone() -> None:
    [row] = rows(spreadsheet.events(_of(builders.dossier([builders.event(summary="=1+1")]))))
    assert row["summary"] == "'=1+1"


@pytest.mark.parametrize("name", AS_OF)
def test_as_of_a_day_no_date_note_and_no_words_of_the_editors_on_a_measure(name: str) -> None:
    found = selected(name)
    assert {row["date_note"] for row in rows(spreadsheet.events(found))} == {""}
    told = rows(spreadsheet.measures(found))
    assert all(not row[column] for row in told for column in ("title", "what", "aim", "basis", "limit", "targets"))


def _of(dossier: Dossier) -> Extract:
    return extract(EVER, build(dossier))

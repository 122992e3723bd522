"""The ZIP file: all data, a dictionary that explains every word of it, and the record itself as it is."""

import csv
import json
from datetime import datetime
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from markdown_it import MarkdownIt

from dashboard.exports import records
from dashboard.exports.archive import archive
from dashboard.exports.data import Document, RecordData, SelectionData
from dashboard.exports.records import Exported
from dashboard.model import vocabulary
from dashboard.queries.tables import build
from tests import builders
from tests.exports import hostile
from tests.exports.readers import MARKED, unpacked
from tests.exports.selections import extract, filled, selected
from tests.fragments import reading
from tests.record import FOLDER

MARKDOWN = MarkdownIt("commonmark").enable("table")  # with raw HTML, as most readers of Markdown have it
TABLES = ["timeline.csv", "measures.csv", "positions.csv", "sources.csv"]
NAMES = [
    "README.md",
    *TABLES,
    "timeline.json",
    "schema.json",
    "timeline.ics",
    "timeline.ris",
    "timeline.bib",
    "timeline.csl.json",
]
MODELS: list[type[Exported]] = [
    Document,
    RecordData,
    SelectionData,
    *(part for part in vars(records).values() if isinstance(part, type) and issubclass(part, Exported) and part is not Exported),
]
WORDS = [vocabulary.Standing, vocabulary.Importance, vocabulary.Layer, vocabulary.Kind, vocabulary.Stage, vocabulary.Rank]


def _readme() -> str:
    return unpacked(filled("zip", "one track"))["README.md"].decode()


def test_the_names_are_those_that_the_dictionary_lists() -> None:
    files = unpacked(filled("zip", "one track"))
    assert [name for name in files if not name.startswith("record/")] == NAMES
    assert [name for name in NAMES[1:] if name not in files["README.md"].decode()] == []


@pytest.mark.parametrize("kind", ["csv", "json", "ics", "ris", "bib"])
def test_what_is_inside_is_what_can_be_had_by_itself(kind: str) -> None:
    assert unpacked(filled("zip", "one track"))[f"timeline.{kind}"] == filled(kind, "one track")


def test_the_record_is_inside_byte_by_byte() -> None:
    files = unpacked(filled("zip", "one track"))
    inside = {name.removeprefix("record/"): content for name, content in files.items() if name.startswith("record/")}
    assert inside == {file.name: file.read_bytes() for file in FOLDER.glob("*.yaml")}
    assert len(inside) == 9
    assert "| record/ |" in _readme()


def test_as_of_a_day_the_record_is_not_inside_and_not_spoken_of() -> None:
    files = unpacked(filled("zip", "as of a day"))
    assert list(files) == NAMES
    assert "record/" not in files["README.md"].decode()


def test_where_the_folder_is_not_known_there_is_no_record() -> None:
    assert list(unpacked(archive(extract({}, build(builders.dossier()))))) == NAMES


@pytest.mark.parametrize("table", TABLES)
def test_the_dictionary_explains_every_column(table: str) -> None:
    header = next(csv.reader(StringIO(unpacked(filled("zip", "one track"))[table].decode(MARKED))))
    assert [column for column in header if f"| {column} |" not in _readme()] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_dictionary_explains_every_field(model: type[Exported]) -> None:
    part = _readme().partition(f"\n## {model.__name__.removesuffix('Data')}\n")[2].partition("\n## ")[0]
    names = [field.alias or name for name, field in model.model_fields.items()]
    assert [name for name in names if f"| {name} | " not in part] == []
    assert part.count("\n| ") == len(names) + 1


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_the_dictionary_explains_every_word(words: type[vocabulary.Word]) -> None:
    assert [word for word in words if f"| {word.value} | {word.meaning} |" not in _readme()] == []


def test_no_word_of_the_data_is_left_without_its_meaning() -> None:
    told = json.loads(filled("json", "nothing chosen"))
    used = {event[name] for event in told["events"] for name in ("standing", "importance", "layer", "kind")}
    used |= {stage["stage"] for measure in told["measures"] for stage in measure["stages"]}
    used |= {answer["grounds"] for event in told["events"] for answer in event["answers"]}
    used |= {position["kind"] for position in told["positions"]}
    used |= {source[name] for source in told["sources"] for name in ("rank", "type")}
    assert [word for word in used if f"| {word} | " not in _readme()] == []


def test_the_dictionary_says_what_was_selected_of_which_edition_when_and_where() -> None:
    found = selected("one track")
    for part in (found.sentence, found.edition, found.made, found.address, found.dossier.front.title):
        assert part in _readme()
    unknown = unpacked(archive(extract(site="")))["README.md"].decode()
    assert f"Retrieved on {found.made}.\n" in unknown


def test_its_files_are_of_the_day_of_the_edition_and_can_be_read_by_all() -> None:
    edited = selected("one track").dossier.front.edited.earliest
    with ZipFile(BytesIO(filled("zip", "one track"))) as packed:
        assert {datetime(*info.date_time).date() for info in packed.infolist()} == {edited}  # noqa: DTZ001 - a ZIP has no zone
        assert {info.external_attr >> 16 & 0o777 for info in packed.infolist()} == {0o644}
        assert not any(name.startswith("/") or ".." in name for name in packed.namelist())


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](https://evil.example.org/)", "a | b"]
)
def test_text_of_the_record_is_no_markup_in_the_dictionary(text: str) -> None:
    record = build(hostile.dossier(text))
    html = MARKDOWN.render(unpacked(archive(extract({}, record)))["README.md"].decode())
    found = reading.read(html)
    assert {"script", "a", "img"}.isdisjoint(found.tags)
    assert found.text.count(text) >= 2 + 6  # title and subtitle, and what three standings are called and mean


def test_a_search_is_no_markup_in_the_dictionary() -> None:
    record = build(builders.dossier([builders.event(title="<b>bold</b>")]))
    html = MARKDOWN.render(unpacked(archive(extract({"q": ["<b>bold</b>"]}, record)))["README.md"].decode())
    assert "b" not in reading.read(html).tags

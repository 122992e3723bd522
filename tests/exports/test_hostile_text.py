"""Text of the record that would be something else, in every kind of file: it stays text, and the file opens."""

import gzip
import json
import re
from base64 import b64decode
from functools import cache
from io import BytesIO

import pytest
from pptx import Presentation

from dashboard.exports.kinds import KINDS
from dashboard.exports.makers import MAKERS
from dashboard.exports.options import Options
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.exports import hostile
from tests.exports.readers import READERS, rows, strings, unpacked
from tests.exports.selections import extract
from tests.fragments import reading

TEXTS = {
    "markup": "</script></style></title><x-live onload=alert(1)>&amp; ]]> --> {{ 7 * 7 }}",
    "quotes": "\"'` onload='alert(1)' \\\" </x-live>",
    "a formula": '=HYPERLINK("https://evil.example.org";"x")',
    "control characters": "a\x00b\x07c\x0bd\x0ce\x1bf\x7fg\x85h\u2028i\ufffe",
    "right to left": "\u202eevil\u202c \u2066x\u2069 \u200f\ufeff",
    "a very long word": "x" * 300,
    "signs": "😀 é e\u0301 İ ß 中文 عربي",
    "lines": "a\r\nEND:VEVENT\r\nTY  - GEN\r\n\r\n@misc{x,}\n# head",
}

each_text = pytest.mark.parametrize("name", TEXTS)
EVER = {"from": ["1900-01-01"], "to": ["2100-01-01"]}


@cache
def _record(name: str) -> Tables:
    return build(hostile.dossier(TEXTS[name]))


@cache
def _made(kind: str, name: str) -> bytes:
    return MAKERS[KINDS[kind].file](extract(EVER, _record(name)), Options())


@each_text
@pytest.mark.parametrize("kind", READERS)
def test_the_file_opens_and_holds_every_event(kind: str, name: str) -> None:
    found = READERS[kind](_made(kind, name))
    events = extract(EVER, _record(name)).told()
    assert set(found.events) in ({event.id for event in events}, {f"E{event.number}" for event in events})
    assert len(found.events) == len(events)


@each_text
@pytest.mark.parametrize("kind", ["csv", "json"])
def test_data_give_the_text_back_letter_by_letter(kind: str, name: str) -> None:
    event = extract(EVER, _record(name)).told()[0]
    content = _made(kind, name)
    told = rows(content)[0]["summary"].removeprefix("'") if kind == "csv" else json.loads(content)["events"][0]["summary"]
    assert told == event.summary


@each_text
@pytest.mark.parametrize("kind", ["handout", "html"])
def test_no_text_becomes_a_tag_or_an_attribute_of_a_page(kind: str, name: str) -> None:
    html = _made(kind, name).decode()
    assert "x-live" not in reading.read(html).tags
    assert _counted(html) == _counted(_made(kind, "signs").decode())
    assert "7 * 7" in html or name != "markup"


@each_text
def test_no_text_becomes_a_tag_in_what_the_one_file_unpacks(name: str) -> None:
    [packed] = re.findall('<script type="application/gzip" id="parts">([^<]*)<', _made("html", name).decode())
    parts = list(strings(json.loads(gzip.decompress(b64decode(packed)))))
    assert len(parts) > 10
    assert [part for part in parts if "x-live" in reading.read(part).tags] == []


@each_text
def test_no_slide_has_a_link_that_is_none_of_the_web(name: str) -> None:
    read = Presentation(BytesIO(_made("pptx", name)))
    links = [link.target_ref for slide in read.slides for link in slide.part.rels.values() if link.is_external]
    assert [link for link in links if not link.startswith(("https://", "http://"))] == []


@each_text
def test_a_picture_has_no_element_but_those_that_it_draws(name: str) -> None:
    tags = set(re.findall(r"<([A-Za-z][\w:-]*)", _made("svg", name).decode()))
    assert tags <= {"svg", "title", "desc", "style", "rect", "path", "line", "text", "g", "ellipse", "circle"}


@each_text
def test_the_zip_opens_and_holds_the_same_files(name: str) -> None:
    files = unpacked(_made("zip", name))
    assert len(files) == 11
    assert all(files.values())


def _counted(html: str) -> list[str]:
    return re.findall("<(?:script|style|iframe|object|embed|base)", html)


# Not CSV, whose cells Python reads up to 131,072 letters only, and not slides, which are measured letter by letter.
@pytest.mark.parametrize("kind", [kind for kind in READERS if kind not in ("csv", "pptx", "zip")])
def test_a_text_of_a_megabyte_is_taken_as_it_is(kind: str) -> None:
    text = "<x-live> " * 120_000
    record = build(builders.dossier([builders.event(summary=text)], sources=(builders.source(note=text),)))
    found = READERS[kind](MAKERS[KINDS[kind].file](extract(EVER, record), Options()))
    assert len(found.events) == 1


@pytest.mark.parametrize("kind", ["handout", "html"])
def test_a_text_of_a_megabyte_is_no_markup(kind: str) -> None:
    record = build(builders.dossier([builders.event(summary="<x-live> " * 120_000)]))
    assert b"<x-live" not in MAKERS[KINDS[kind].file](extract(EVER, record), Options())

"""Files that readers take away, read back by programs of others: which events are in them, and all their words."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import rispy
from icalendar import Calendar
from pptx import Presentation
from pybtex.database import parse_string

from dashboard.exports.bibliography import EVENT
from tests.fragments import reading
from tests.fragments.reading import plain

MARKED = "utf-8-sig"  # with the mark that tells a spreadsheet what the letters are
_DRAWN = re.compile(r"^(?:\+\d+ )?((?:E\d+ ?)+)(?: mark)?$")  # the name of a mark, or of a cluster
_ESCAPED = re.compile(r"\\([#$%&_])")  # signs of the record that LaTeX takes for its own
_OUTLINED = "Not public until"
_TOLD = re.compile(r'<article class="told"[^>]* data-event="([^"]+)"')


@dataclass(frozen=True)
class Found:
    """What a file holds: the events by id or number, and all its words in one line."""

    events: list[str]
    words: str


def rows(content: bytes) -> list[dict[str, str]]:
    """Read a table."""
    return list(csv.DictReader(StringIO(content.decode(MARKED), newline=""), strict=True))


def of_csv(content: bytes) -> Found:
    """Read a table of events."""
    read = rows(content)
    return Found([row["id"] for row in read], plain(" ".join(cell for row in read for cell in row.values())))


def of_json(content: bytes) -> Found:
    """Read an extract as JSON."""
    read = json.loads(content)
    return Found([event["id"] for event in read["events"]], plain(" ".join(strings(read))))


def of_calendar(content: bytes) -> Found:
    """Read a calendar."""
    read = Calendar.from_ical(content)
    told = [str(value) for part in (read, *read.events) for _, value in part.property_items(recursive=False)]
    return Found([str(entry["uid"]).partition("@")[0] for entry in read.events], plain(" ".join(told)))


def of_ris(content: bytes) -> Found:
    """Read records for a reference manager."""
    read = rispy.loads(content.decode())
    return Found(_events(record["id"] for record in read), plain(" ".join(strings(read))))


def of_bibtex(content: bytes) -> Found:
    """Read entries for LaTeX, as it prints them."""
    read = parse_string(content.decode(), "bibtex").entries
    told = " ".join(field for entry in read.values() for field in entry.fields.values())
    return Found(_events(read), plain(_ESCAPED.sub(r"\1", told.replace("{}", ""))))


def of_csl(content: bytes) -> Found:
    """Read items for programs that cite."""
    read = json.loads(content)
    return Found(_events(item["id"] for item in read), plain(" ".join(strings(read))))


def of_handout(content: bytes) -> Found:
    """Read a handout."""
    html = content.decode()
    return Found(_TOLD.findall(html), reading.read(html).text)


def of_picture(content: bytes) -> Found:
    """Read a drawing: the events are those that it describes as shown, the words those that it draws or says of a mark."""
    read = ET.fromstring(content)  # noqa: S314 - it is our own
    [told] = [one.text or "" for one in read if one.tag.endswith("desc")]
    numbers = [line.partition(".")[0] for line in told.splitlines()[1:] if _OUTLINED not in line]
    drawn = (part.text or "" for part in read.iter() if not part.tag.endswith("style"))
    return Found(numbers, plain(" ".join(drawn)))


def of_deck(content: bytes) -> Found:
    """Read slides: the events are those that the slides of the timeline draw, in order of their numbers."""
    read = Presentation(BytesIO(content))
    drawn: set[str] = set()
    words: list[str] = []
    for slide in read.slides:
        shapes = list(_shapes(slide.shapes))
        if slide.shapes.title is not None and slide.shapes.title.text.startswith("Timeline"):
            names = filter(None, (_DRAWN.match(shape.name) for shape in shapes))
            drawn.update(number for name in names for number in name[1].split())
        words += [text for shape in shapes for text in _texts(shape)]
        words += [slide.notes_slide.notes_text_frame.text] if slide.has_notes_slide else []
    return Found(sorted(drawn, key=by_number), plain(" ".join(words)))


def of_one_file(content: bytes) -> Found:
    """Read what the one file says by itself; its events are its script's business."""
    return Found([], reading.read(content.decode()).text)


READERS: Mapping[str, Callable[[bytes], Found]] = {
    "csv": of_csv,
    "json": of_json,
    "ics": of_calendar,
    "ris": of_ris,
    "bib": of_bibtex,
    "csl": of_csl,
    "handout": of_handout,
    "svg": of_picture,
    "pptx": of_deck,
}


def by_number(number: str) -> int:
    """Put numbers of events in order: "E9" before "E10"."""
    return int(number[1:])


def unpacked(content: bytes) -> dict[str, bytes]:
    """Read a ZIP file."""
    with ZipFile(BytesIO(content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def strings(value: Any) -> Iterator[str]:
    """Give all texts and numbers inside a value, as JSON nests them."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif value is not None:
        yield str(value)


def _events(names: Any) -> list[str]:
    return [name.removeprefix(EVENT) for name in names if name.startswith(EVENT)]


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)


def _texts(shape: Any) -> Iterator[str]:
    if shape.has_text_frame:
        yield shape.text_frame.text
    if getattr(shape, "has_table", False):
        yield from (cell.text for row in shape.table.rows for cell in row.cells)

"""One files of the records that tests are about, each written once a test run, and what is packed into them."""

import gzip
import json
import re
from base64 import b64decode
from datetime import date
from functools import cache
from typing import Any

from dashboard.exports.extract import Extract
from dashboard.exports.onefile.document import one_file
from dashboard.model.dossier import Dossier
from dashboard.queries import address
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.record import harbour, tables

DAY = date(2026, 11, 27)
SITE = "https://timeline.example.org/"
AS_OF = date(2017, 3, 1)
EARLY = {"as_of": [AS_OF.isoformat()]}
OWN_WINDOW = {"tracks": ["findings"], "from": ["2016-03-01"], "to": ["2017-06-15"], "q": ["missile"]}
HOSTILE = "</script><img src=x onerror=alert(1)>\"' onload=x {{ x }} &amp;"
PACKED = re.compile(r'<script type="application/gzip" id="(\w+)">([^<]*)</script>')


def extract(record: Tables, query: dict[str, list[str]] | None = None, site: str = "") -> Extract:
    """Extract what a query string names; nothing chosen without one."""
    place = address.read(query, record)[0] if query else address.start(record)
    return Extract(record, place, DAY, site)


@cache
def whole() -> bytes:
    """Write the real record with nothing chosen."""
    return one_file(extract(tables()))


@cache
def early() -> bytes:
    """Write the real record as of a day, from a site whose address is known."""
    return one_file(extract(tables(), EARLY, SITE))


@cache
def own_window() -> bytes:
    """Write the real record opening at a window of its own, with a track and a search."""
    return one_file(extract(tables(), OWN_WINDOW))


@cache
def invented() -> bytes:
    """Write the invented record."""
    return one_file(extract(harbour()))


@cache
def hostile() -> bytes:
    """Write a record that is full of markup, and of what the file itself uses as signs."""
    return one_file(extract(build(hostile_dossier())))


@cache
def crowded() -> bytes:
    """Write a record of two lanes that are each as crowded on the same days."""
    days = [f"2015-06-{day:02}" for day in range(1, 31)]
    events = [
        builders.event(id=f"{day}-{lane}-{number}", date=day, label=f"{lane} {number} with a long label on it", tracks=[lane])
        for day in days
        for lane in "ab"
        for number in range(2)
    ]
    return one_file(extract(build(builders.dossier(events))))


def unpacked(file: bytes) -> dict[str, Any]:
    """Unpack both payloads of a file: ``record`` and ``parts``."""
    return {name: json.loads(gzip.decompress(b64decode(packed))) for name, packed in PACKED.findall(file.decode())}


def hostile_dossier() -> Dossier:
    """Build a record with markup in every text that a reader sees; its labels begin as the file's own colours do."""
    text, cited = HOSTILE, [{"id": "paper", "locator": HOSTILE}]
    later = [builders.later("2015", text)]
    told = builders.event(
        id="2014-07-29-told", title=text[:80], label="§ 12 <b>&amp;", summary=text, date_note=text, later=later, sources=cited,
        tracks=["a", "b"],
    )  # fmt: skip
    numbered = builders.event(id="2015-02-01-numbered", date="2015-02-01", label="§0 constructor", title="#fff", tracks=["a"])
    stop = {"text": text, "standing": "stated", "by": "left", "date": "2014-07-29", "sources": cited}
    stages = [{"stage": "announced", "event": told.id}]
    scene = builders.scene(title=text[:44], message=text[:90], notes=text, event=told.id)
    return builders.dossier(
        [told, numbered],
        front=builders.front(title=text, subtitle=text, about=text, method=text),
        measures=(builders.measure(label=text[:34], title=text, what=text, stages=stages, stop_condition=stop),),
        positions=(
            builders.contested_question(question=text, entries=[builders.entry(says=text, event=told.id, sources=cited)]),
        ),
        briefs=(builders.brief(title=text, audience=text, scenes=[scene]),),
        sources=(builders.source(title=text, note=text),),
    )

"""Decks read back as a colleague opens them: the slides, the shapes in reading order, the numbers of events."""

import io
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pptx
from pptx.oxml.ns import qn
from pptx.presentation import Presentation

from dashboard.exports.deck.document import deck
from dashboard.exports.deck.ratio import Ratio
from dashboard.exports.extract import Extract
from dashboard.queries.address import Address
from dashboard.queries.selection import Selection
from dashboard.queries.tables import Tables

MADE = date(2026, 11, 27)
SITE = "https://timeline.example/"
_MARK, _CLUSTER = re.compile(r"E(\d+) mark"), re.compile(r"\+\d+ (E\d+(?: E\d+)*)")


def extract(tables: Tables, selection: Selection | None = None, site: str = SITE) -> Extract:
    """Take a selection; without one, the dossier's own window."""
    return Extract(tables, Address(selection or Selection(window=tables.window)), MADE, site)


@cache
def made(tables: Tables, selection: Selection | None = None, ratio: Ratio = Ratio.WIDE, brief: str | None = None) -> bytes:
    """Make a deck, once a test run."""
    return deck(extract(tables, selection), ratio=ratio, brief=brief)


def opened(
    tables: Tables, selection: Selection | None = None, ratio: Ratio = Ratio.WIDE, brief: str | None = None
) -> Presentation:
    """Make a deck and open it."""
    return pptx.Presentation(io.BytesIO(made(tables, selection, ratio, brief)))


def title(slide: Any) -> str:
    """Give a slide's title."""
    return str(slide.shapes.title.text_frame.text)


def timelines(presentation: Presentation) -> list[Any]:
    """Give the slides that show the timeline."""
    return [slide for slide in presentation.slides if title(slide).startswith("Timeline")]


def events(slide: Any) -> set[int]:
    """Give the numbers of the events that a slide shows, counted ones included."""
    names = [shape.name for shape in slide.shapes]
    marks = {int(found[1]) for name in names if (found := _MARK.fullmatch(name))}
    counted = [found[1] for name in names if (found := _CLUSTER.fullmatch(name))]
    return marks | {int(number[1:]) for numbers in counted for number in numbers.split()}


def properties(slide: Any) -> Iterator[Any]:
    """Give what each shape of a slide says of itself, those within groups too."""
    tree = slide.shapes._spTree  # noqa: SLF001 - the library has no public way to read alternative texts
    yield from (
        found for found in tree.iter(qn("p:cNvPr")) if found.getparent().getparent() is not tree or found.get("id") != "1"
    )


def texts(presentation: Presentation) -> str:
    """Give all that a deck says: on its slides, in its notes and in its alternative texts."""
    found = []
    for slide in presentation.slides:
        for part in (slide, slide.notes_slide):
            found += [node.text or "" for node in part._element.iter(qn("a:t"))]  # noqa: SLF001 - as above
        found += [properties_.get("descr", "") for properties_ in properties(slide)]
    return "\n".join(found)


def addresses(slide: Any) -> set[str]:
    """Give the addresses that a slide leads to."""
    return {relation.target_ref for relation in slide.part.rels.values() if relation.is_external}

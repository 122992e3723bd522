"""LibreOffice opens the decks: nothing is cut, nothing lies over another, nothing leaves its page."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pptx
import pytest

from dashboard.exports.deck import geometry
from dashboard.exports.deck.document import deck
from dashboard.exports.deck.ratio import Ratio
from dashboard.queries.selection import Selection
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.exports import office
from tests.exports.decks import extract
from tests.exports.office import Sheet
from tests.exports.test_deck import SELECTIONS
from tests.record import dossier, harbour, tables

POINT = 12700  # of the file's own unit
NEAR = 2.0  # points by which a word may seem to leave its box, its slant and its accents counted


@pytest.fixture(scope="module")
def soffice() -> str:
    """Give a LibreOffice; where changes are checked there must be one."""
    found = office.find()
    if not found:
        pytest.skip(office.ADVICE)
    return found


def wordy() -> Tables:
    long = "Some quite ordinary words that go on and on, as words do. " * 60
    events = [
        builders.event(
            id=f"event-{number}",
            date=f"2014-{number + 7:02}-01",
            label="A label of thirty-four characters.",
            title="A title that is as long as a title may be, with eighty characters, no more here",
            summary=long,
            importance="key",
            tracks=["a"],
            standing="disputed",
        )
        for number in range(1, 4)
    ]
    stop = {"text": f'"{long}"', "standing": "stated", "by": "left", "date": "2014-09", "sources": builders.CITED}
    stages = [{"stage": "announced", "event": "event-1"}]
    measures = tuple(
        builders.measure(id=f"measure-{order}", order=order, stages=stages, stop_condition=stop) for order in range(1, 5)
    )
    front = builders.front(title="The title of a dispute that has a good many words " * 4, subtitle=long)
    return build(builders.dossier(events, measures=measures, front=front, sources=(builders.source(title=long),)))


DECKS: dict[str, tuple[Callable[[], Tables], Selection, Ratio, str | None]] = {
    "the window": (tables, SELECTIONS["the window"], Ratio.WIDE, None),
    "the window, 4:3": (tables, SELECTIONS["the window"], Ratio.STANDARD, None),
    "economic of 2017": (tables, SELECTIONS["economic of 2017"], Ratio.STANDARD, None),
    "another dossier": (harbour, Selection(), Ratio.WIDE, None),
    "long texts": (wordy, Selection(), Ratio.STANDARD, None),
    **{brief.id: (tables, Selection(), Ratio.WIDE, brief.id) for brief in dossier().briefs},
}


@pytest.mark.parametrize("name", DECKS)
def test_a_deck_is_printed_as_it_was_made(name: str, soffice: str) -> None:
    table, selection, ratio, brief = DECKS[name]
    made = deck(extract(table(), selection), ratio=ratio, brief=brief)
    slides = list(pptx.Presentation(io.BytesIO(made)).slides)
    printed = office.sheets(soffice, made)
    assert len(printed) == len(slides)
    wrong = [words for slide, sheet in zip(slides, printed, strict=True) for words in (*_cut(slide, sheet), *_outside(sheet))]
    assert wrong == []


def _cut(slide: Any, sheet: Sheet) -> Iterator[str]:
    """Name the labels whose box does not hold exactly their words."""
    for shape in slide.shapes:
        if not shape.name.endswith(" label"):
            continue
        left, top = shape.left / POINT, shape.top / POINT
        right, bottom = left + shape.width / POINT, top + shape.height / POINT
        inside = [
            word
            for word in sheet.words
            if left - NEAR <= (word.left + word.right) / 2 <= right + NEAR and top < (word.top + word.bottom) / 2 < bottom
        ]
        said = "".join(word.text for word in sorted(inside, key=lambda word: word.left))
        if said != "".join(shape.text_frame.text.split()):
            yield f"{shape.name}: '{shape.text_frame.text}' is printed as '{said}'"
        if inside and (min(word.left for word in inside) < left - NEAR or max(word.right for word in inside) > right + NEAR):
            yield f"{shape.name}: '{said}' is wider than its box"


def _outside(sheet: Sheet) -> Iterator[str]:
    """Name the words that leave the page, or that run into the foot."""
    foot = geometry.FOOT_TOP * 0.75
    for word in sheet.words:
        if word.left < 0 or word.right > sheet.width or word.top < 0 or word.bottom > sheet.height:
            yield f"'{word.text}' leaves the page"
        if word.top < foot < word.bottom - NEAR:
            yield f"'{word.text}' runs into the foot"
    above = max((word.bottom for word in sheet.words if (word.top + word.bottom) / 2 < foot), default=0)
    if above > foot + NEAR:
        yield "the text runs into the foot"

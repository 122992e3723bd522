"""What shapes, fills, sizes and lines of the timeline mean, drawn as they are drawn there."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE

from dashboard.exports.deck import frame, geometry, marks
from dashboard.exports.deck.geometry import MARGIN, POINT
from dashboard.exports.deck.library import Shapes
from dashboard.exports.deck.passages import Passage, Run, heading
from dashboard.exports.deck.shapes import Box, box, line, named, set_frame, text
from dashboard.exports.deck.slides import Deck, numbered, write
from dashboard.exports.deck.template import Layout
from dashboard.exports.deck.wording import plain
from dashboard.exports.extract import Extract
from dashboard.figures.theme import LIGHT
from dashboard.model.dates import in_words
from dashboard.model.dossier import Lane
from dashboard.model.vocabulary import Glyph, Importance
from dashboard.queries import public
from dashboard.queries.text import listed

SIGN, SIZE, GAP = 56, 16, 5  # pixels of the column of signs, of a sign, and between two entries
Sign = Callable[[Shapes, float, float], None]  # draws round a point
Entry = tuple[Passage, Sign | None]


def legend(deck: Deck, extract: Extract) -> None:
    """Add the legend, in as many slides as it takes."""
    wide = deck.ratio.inner - SIGN
    pages: list[list[tuple[Entry, float]]] = [[]]
    top = float(geometry.BODY_TOP)
    for passage, sign in _entries(extract):
        high = passage.height(wide / POINT) * POINT + GAP
        if top + high > geometry.BODY_BOTTOM and pages[-1]:
            pages.append([])
            top = geometry.BODY_TOP
        pages[-1].append(((passage, sign), top))
        top += high
    for at, page in enumerate(pages, start=1):
        notes = ["".join(run.text for run in passage.runs) for (passage, _), _ in page]
        slide = deck.begin(Layout.FIGURE, numbered("How to read the timeline", at, len(pages)), notes)
        for (passage, sign), y in page:
            _add(slide.shapes, passage, sign, y, wide)


def _add(shapes: Shapes, passage: Passage, sign: Sign | None, top: float, wide: float) -> None:
    top += passage.before * POINT
    passage = replace(passage, before=0)
    if sign:
        sign(shapes, MARGIN + SIGN / 2 - 8, top + passage.size * POINT * 0.6)
    left = MARGIN + (SIGN if sign else 0)
    told = shapes.add_textbox(*map(geometry.emu, (left, top, wide, passage.height(wide / POINT) * POINT)))
    told.name = "Meaning" if sign else "Heading"
    set_frame(told.text_frame, wrap=True)
    write(told.text_frame, [passage])


def _entries(extract: Extract) -> Iterator[Entry]:
    front, as_of = extract.dossier.front, extract.as_of
    yield heading("Lane, by shape and colour"), None
    for lane in front.lanes:
        yield _say(f"{lane.title}.", getattr(lane, "question", lane.description)), _mark(lane, Glyph.FILLED)
    yield heading("Standing, by fill"), None
    for words in front.standings:
        yield _say(f"{words.title}.", words.meaning), _mark(front.spine, words.glyph)
    yield heading("And also"), None
    weights = listed(importance.value for importance in Importance)
    yield _say("Size.", f"The larger a mark, the more weight the event carries: {weights}."), None
    yield _say("Soft bar.", "Some day within it."), _bar(front.spine, soft=True)
    yield _say("Even bar.", "All through it; a point at its end: no end is known."), _bar(front.spine, soft=False)
    yield _say("+3.", "Three events for which there is no room; later slides look closer."), _badge
    grounds = "Leads to what an event answers: solid where a source says so, dashed where the editors do."
    yield _say("Line between marks.", grounds), _line(None)
    review = public.review(extract.dossier, as_of)
    if review:
        yield _say("Dotted line.", f"{review.label}, {review.date}."), _line(MSO_LINE.ROUND_DOT)
    if as_of:
        yield _say("Upright line.", f"The as-of day, {in_words(as_of)}: what became public later is left out."), _line(None)


def _say(word: str, text_: str) -> Passage:
    return Passage((Run(f"{plain(word)} ", bold=True), Run(plain(text_))), 14, 0)


def _mark(lane: Lane, glyph: Glyph) -> Sign:
    def sign(shapes: Shapes, x: float, y: float) -> None:
        at = marks.frame(lane.symbol, x, y, SIZE)
        marks.mark(shapes, lane.symbol, glyph, at, LIGHT.of(lane), "Sign", f"{lane.symbol.meaning}, {glyph.meaning}")

    return sign


def _bar(lane: Lane, *, soft: bool) -> Sign:
    def sign(shapes: Shapes, x: float, y: float) -> None:
        kind = MSO_SHAPE.RECTANGLE if soft else MSO_SHAPE.PENTAGON
        shape = named(
            box(shapes, kind, Box(x - 18, y - 4, 36, 8), LIGHT.of(lane)), "Sign", "a soft bar" if soft else "an even bar"
        )
        if soft:
            shape.fill.gradient()
            shape.fill.gradient_angle = 0
            frame.set_stops(shape, ((0, LIGHT.background), (50, LIGHT.of(lane)), (100, LIGHT.background)))

    return sign


def _badge(shapes: Shapes, x: float, y: float) -> None:
    at = Box(x - 15, y - 10, 30, 20)
    named(box(shapes, MSO_SHAPE.ROUNDED_RECTANGLE, at, LIGHT.background, LIGHT.muted), "Sign", "a box with a count")
    text(shapes, at, "+3", 12, LIGHT.ink, bold=True, align="center").name = "Sign"


def _line(dash: MSO_LINE | None) -> Sign:
    def sign(shapes: Shapes, x: float, y: float) -> None:
        named(line(shapes, (x - 18, y, x + 18, y), LIGHT.muted, 1.5, dash=dash), "Sign", "a line")

    return sign

"""What each side says to a contested question, in two columns of text boxes."""

from collections.abc import Iterable

from pptx.enum.shapes import MSO_SHAPE

from dashboard.exports.deck import geometry
from dashboard.exports.deck.geometry import POINT
from dashboard.exports.deck.library import Shapes
from dashboard.exports.deck.measure import NOTHING
from dashboard.exports.deck.passages import SMALL, Passage, Run, say
from dashboard.exports.deck.room import Room
from dashboard.exports.deck.shapes import Box, box, named, set_frame, text
from dashboard.exports.deck.slides import write
from dashboard.exports.deck.wording import plain
from dashboard.figures.theme import LIGHT
from dashboard.model.dossier import Dossier
from dashboard.model.sources import Citation
from dashboard.queries import attribution, exchanges, public, stage_fit
from dashboard.queries.exchanges import Exchange, Turn
from dashboard.queries.scenes import Told
from dashboard.queries.selection import Selection, select_entries
from dashboard.queries.tables import Tables
from dashboard.queries.text import counted

GAP, INSET, APART, EDGE = 32, 12, 12, 3  # pixels between columns, before words, between entries, and of the upright before one
HEAD = 30  # pixels of the question, and of the sides' names
STEP = 16  # pixels by which the stage is asked for less


def draw(shapes: Shapes, told: Told, tables: Tables, room: Room) -> list[tuple[str, Citation]]:
    """Draw the exchange that a scene shows, as much of it as there is room for; give what its entries rest on."""
    dossier, selection = tables.dossier, told.place.selection
    # A scene is about the whole question: of its view only the day and the window narrow what was said to it.
    shown = select_entries(tables, Selection(window=selection.window, as_of=selection.as_of))
    found = exchanges.of_questions(shown, dossier, told.place.question, selection.as_of)
    if not found:
        text(shapes, Box(room.left, room.top, room.width, HEAD), NOTHING, 14, LIGHT.muted).name = "Words"
        return []
    exchange, top = found[0], room.top
    if exchange.question.question != told.message:
        asked = plain(exchange.question.question)
        text(shapes, Box(room.left, top, room.width, HEAD), asked, 16, LIGHT.ink, bold=True).name = "Question"
        top += HEAD + 6
    column = (room.width - GAP) / 2
    cards = _cards(exchange, dossier, column)
    kept = _fitting(exchange, told.place.event, cards, column, room.bottom - top - HEAD - 24)
    for at, side in enumerate(exchanges.facing(dossier)):
        left, below = room.left + at * (column + GAP), top
        if side:
            text(shapes, Box(left, below, column, HEAD), side.title, 14, LIGHT.ink, bold=True).name = plain(f"Side: {side.title}")
        below += HEAD
        for turn in kept:
            if stage_fit.is_left(turn) is (at == 0):
                below = _card(shapes, turn, cards[turn.entry.id], Box(left, below, column, 0), is_told=_is_told(turn, told))
    more = len(exchange.turns) - len(kept)
    if more:
        words = f"{counted(more, 'more position')} on this question in the record."
        text(shapes, Box(room.left, room.bottom - 20, room.width, 20), words, SMALL, LIGHT.muted).name = "More"
    return [(attribution.words_of(turn.entry, dossier), cited) for turn in kept for cited in _sources(turn, told, dossier)]


def _is_told(turn: Turn, told: Told) -> bool:
    return bool(told.place.event) and turn.entry.event == told.place.event


def _sources(turn: Turn, told: Told, dossier: Dossier) -> tuple[Citation, ...]:
    return public.citations(turn.entry.sources, dossier.source, told.place.selection.as_of)


def _cards(exchange: Exchange, dossier: Dossier, column: float) -> dict[str, tuple[list[Passage], float]]:
    """Word each entry, with the pixels that it takes."""
    found = {}
    for turn in exchange.turns:
        passages = list(_words(turn, dossier))
        found[turn.entry.id] = (passages, sum(one.height((column - INSET) / POINT) for one in passages) * POINT)
    return found


def _words(turn: Turn, dossier: Dossier) -> Iterable[Passage]:
    entry = turn.entry
    third = f", third party: {turn.side.title}" if turn.third else ""
    number = f" (E{turn.event.number})" if turn.event else ""
    said = attribution.words_of(entry, dossier)
    yield Passage((Run(plain(said), bold=True), Run(f"   {plain(f'{entry.date}{number}{third}')}")), SMALL, 0)
    yield say(plain(entry.says), size=SMALL, before=2)
    if turn.answers:
        after = f"; {turn.after}" if turn.after else ""
        yield say(plain(f"Answers {dossier.party[turn.answers.by].short}, {turn.answers.date}{after}"), size=SMALL, before=2)


def _fitting(
    exchange: Exchange, event: str | None, cards: dict[str, tuple[list[Passage], float]], column: float, high: float
) -> tuple[Turn, ...]:
    """Choose the entries that fit, as the stage does; it counts on other type, so it is asked for less and less."""
    for asked in range(round(high * 2), 0, -STEP):
        kept = stage_fit.turns(exchange, event, column * 2 + GAP, asked)
        sides = [[cards[turn.entry.id][1] + APART for turn in kept if stage_fit.is_left(turn) is left] for left in (True, False)]
        if max(map(sum, sides)) <= high + APART:
            return kept
    return ()


def _card(shapes: Shapes, turn: Turn, card: tuple[list[Passage], float], at: Box, *, is_told: bool) -> float:
    passages, high = card
    edge = Box(at.left, at.top, EDGE, high)
    named(box(shapes, MSO_SHAPE.RECTANGLE, edge, LIGHT.ink if is_told else LIGHT.rule), f"Edge of {turn.entry.id}")
    shape = shapes.add_textbox(*map(geometry.emu, (at.left + INSET, at.top, at.width - INSET, high)))
    shape.name = turn.entry.id
    set_frame(shape.text_frame, wrap=True)
    write(shape.text_frame, passages)
    return at.top + high + APART

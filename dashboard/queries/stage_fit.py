"""What of an exchange has room on a slide: the entries that the scene is about first, then those nearest to them."""

from dashboard.model.vocabulary import Place
from dashboard.queries import typesetting
from dashboard.queries.exchanges import Exchange, Turn
from dashboard.queries.typesetting import SEMIBOLD

# Pixels of the card of an entry on a slide; the styles of the stage set the same.
BETWEEN_COLUMNS, PADDING, TEXT, LINE, NOTE_LINE, GAP = 32, 26, 18, 24, 22, 10
QUESTION = 78  # pixels that the question and the sides' names take


def is_left(turn: Turn) -> bool:
    """Tell whether an entry stands in the left column; who stands between the sides does so too, marked as a third party."""
    return turn.side.place is not Place.RIGHT


def turns(exchange: Exchange, event: str | None, width: float, height: float) -> tuple[Turn, ...]:
    """Choose the entries that fit, in order of time.

    Those said at the event come first, then what they answer and what answers them, then the others by how near they stand to
    one of these. Heights are estimated from the measured width of the words, a line more than they need.
    """
    column = (width - BETWEEN_COLUMNS) / 2
    free = {True: height - QUESTION, False: height - QUESTION}
    kept: list[Turn] = []
    for turn in _by_weight(exchange, event):
        tall = _height(turn, column - PADDING)
        if tall <= free[is_left(turn)]:
            free[is_left(turn)] -= tall + GAP
            kept.append(turn)
    return tuple(sorted(kept, key=lambda turn: turn.row))


def _by_weight(exchange: Exchange, event: str | None) -> list[Turn]:
    told = {turn.entry.id for turn in exchange.turns if event and turn.entry.event == event}
    claims = {turn.answers.id for turn in exchange.turns if turn.entry.id in told and turn.answers}
    replies = {turn.entry.id for turn in exchange.turns if turn.answers and turn.answers.id in told}
    rows = [turn.row for turn in exchange.turns if turn.entry.id in told] or [0]

    def weight(turn: Turn) -> tuple[int, int]:
        rank = 0 if turn.entry.id in told else 1 if turn.entry.id in claims | replies else 2
        return rank, min(abs(turn.row - row) for row in rows)

    return sorted(exchange.turns, key=weight)


def _height(turn: Turn, width: float) -> float:
    says = _lines(turn.entry.says, width, TEXT)
    heading = _lines(f"Counter-claim: {turn.party.name}", width, TEXT, SEMIBOLD)
    notes = 1 + bool(turn.answers)
    return PADDING + (says + heading) * LINE + notes * NOTE_LINE


def _lines(text: str, width: float, size: float, weight: int = typesetting.REGULAR) -> int:
    lines, at = 1, 0.0
    for word in text.split():
        wide = typesetting.width(word + " ", size, weight)
        if at + wide > width:
            lines, at = lines + 1, 0.0
        at += wide
    return lines

"""Running text: runs and passages, how many lines they take, and how they are cut to what a slide holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.exports.deck.metrics import LINE, width

BODY, SMALL = 14, 12  # points; the least of anything to be read
WHOLE = 6  # lines of a passage that is never cut
SURPLUS = 1.02  # by which a line is taken to be wider than measured: other programs round otherwise


@dataclass(frozen=True)
class Run:
    """A piece of text in one look, with the address that it leads to."""

    text: str
    bold: bool = False
    link: str = ""


@dataclass(frozen=True)
class Passage:
    """A paragraph, with the points of its size and of the room above it; a heading stays with what follows it."""

    runs: tuple[Run, ...]
    size: float = BODY
    before: float = 6
    heading: bool = False

    def height(self, wide: float) -> float:
        """Give the points that it takes in a column so many points wide."""
        return self.before + len(lines(self, wide)) * self.size * LINE


def say(text: str, *, bold: bool = False, size: float = BODY, before: float = 6) -> Passage:
    """Make a passage of one run."""
    return Passage((Run(text, bold),), size, before)


def heading(text: str, size: float = BODY) -> Passage:
    """Make a heading."""
    return Passage((Run(text, bold=True),), size, 12, heading=True)


def lines(passage: Passage, wide: float) -> tuple[tuple[Run, ...], ...]:
    """Break a passage into lines as a column so many points wide does; at least one."""
    found: list[list[Run]] = [[]]
    at = 0.0
    for piece in _pieces(passage, wide):
        takes = width(piece.text, passage.size, bold=piece.bold) * SURPLUS
        if found[-1] and at + width(piece.text.rstrip(), passage.size, bold=piece.bold) * SURPLUS > wide:
            found.append([])
            at = 0.0
        found[-1].append(piece)
        at += takes
    return tuple(tuple(_joined(line)) for line in found)


def pages(passages: Iterable[Passage], wide: float, high: float) -> tuple[tuple[Passage, ...], ...]:
    """Deal passages out to pages of so many points; what is longer than the room left is cut between two lines."""
    found: list[list[Passage]] = [[]]
    waiting = list(passages)[::-1]
    room = high
    while waiting:
        passage = waiting.pop()
        if not found[-1]:
            passage = replace(passage, before=0)
        takes = passage.height(wide)
        follows = waiting[-1].before + waiting[-1].size * LINE if passage.heading and waiting else 0
        if takes + follows <= room:
            found[-1].append(passage)
            room -= takes
            continue
        first, rest = _cut(passage, wide, room if not passage.heading else 0)
        if first:
            found[-1].append(first)
        elif not found[-1]:  # higher than a page though it is never cut: let it stand
            found[-1].append(passage)
            rest = None
        waiting += [rest] if rest else []
        if waiting:
            found.append([])
            room = high
    return tuple(tuple(page) for page in found)


def _cut(passage: Passage, wide: float, room: float) -> tuple[Passage | None, Passage | None]:
    broken = lines(passage, wide)
    fitting = int((room - passage.before) // (passage.size * LINE))
    if fitting < 1 or len(broken) <= WHOLE:
        return None, passage
    first, rest = broken[:fitting], broken[fitting:]
    return _of(passage, first), _of(replace(passage, before=0), rest) if rest else None


def _of(passage: Passage, broken: Sequence[tuple[Run, ...]]) -> Passage:
    return replace(passage, runs=tuple(_joined([run for line in broken for run in line])))


def _pieces(passage: Passage, wide: float) -> Iterator[Run]:
    """Take the runs apart into words with the space after each; a word wider than the column into what fits."""
    for run in passage.runs:
        for word in run.text.replace(" ", " \0").split("\0"):
            piece = word
            while width(piece, passage.size, bold=run.bold) * SURPLUS > wide and len(piece) > 1:
                most = next(
                    at
                    for at in range(len(piece) - 1, 0, -1)
                    if at == 1 or width(piece[:at], passage.size, bold=run.bold) * SURPLUS <= wide
                )
                yield replace(run, text=piece[:most])
                piece = piece[most:]
            if piece:
                yield replace(run, text=piece)


def _joined(pieces: Iterable[Run]) -> Iterator[Run]:
    held: Run | None = None
    for piece in pieces:
        if held and (held.bold, held.link) == (piece.bold, piece.link):
            held = replace(held, text=held.text + piece.text)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held

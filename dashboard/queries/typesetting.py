"""The type that labels are set in, and how wide a text is in it."""

from dataclasses import astuple, dataclass
from functools import cache, lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import Self

from PIL import ImageFont

FONT = Path(__file__).parent / "fonts" / "source-sans.woff2"
REGULAR, SEMIBOLD = 400, 600
_EM = 100  # measured at this many pixels, so that hinting and rounding do not show


@dataclass(frozen=True)
class TypeSize:
    """The sizes of one figure, in pixels: text, rows and marks grow together."""

    title: int = 15
    axis: int = 12
    label: int = 13
    key_label: int = 14
    row: int = 20
    key_mark: int = 16
    major_mark: int = 13
    detail_mark: int = 11

    def larger(self, by: float) -> Self:
        """Give the same sizes so many times as large."""
        return type(self)(*(round(size * by) for size in astuple(self)))

    def mark(self, importance: str) -> int:
        """Give the diameter of a mark."""
        return {"key": self.key_mark, "major": self.major_mark}.get(importance, self.detail_mark)

    def text(self, importance: str) -> tuple[int, int]:
        """Give size and weight of a label."""
        return (self.key_label, SEMIBOLD) if importance == "key" else (self.label, REGULAR)


NORMAL = TypeSize()
LARGE = TypeSize(title=20, axis=16, label=18, key_label=19, row=28, key_mark=21, major_mark=17, detail_mark=15)  # for rooms
# For a slide of 720 pixels' height, which a screen of 1080 shows half as large again: no type below 24 pixels there.
STAGE = TypeSize(title=18, axis=16, label=16, key_label=17, row=23, key_mark=19, major_mark=16, detail_mark=14)


@lru_cache(maxsize=65536)
def width(text: str, size: float, weight: int = REGULAR) -> float:
    """Measure how many pixels a line of text takes; what breaks a line or can't be seen counts as a space."""
    line = text if text.isprintable() else "".join(letter if letter.isprintable() else " " for letter in text)
    return sum(_advance(*pair, weight) for pair in zip_longest(line, line[1:], fillvalue="")) * size / _EM


@lru_cache(maxsize=65536)
def _advance(letter: str, following: str, weight: int) -> float:
    """Measure how far a letter moves what follows it: kerning is a matter of two neighbours, and few pairs make up all texts."""
    font = _font(weight)
    return float(font.getlength(letter + following) - font.getlength(following))


@cache
def _font(weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FONT, _EM)
    font.set_variation_by_axes([weight])  # the file opens at its thinnest
    font.getlength("À")  # its first answer to a composed letter is a little off, and no later one
    return font

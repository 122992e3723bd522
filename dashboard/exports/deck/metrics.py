"""How wide a text is in the deck's font.

A deck is shown where our own fonts are missing, so it is set in Arial, which everyone has or has a font of the same widths for
(Helvetica, Liberation Sans, Arimo). The widths are those of the font's tables, in thousandths of its size.
"""

import unicodedata
from functools import lru_cache

FONT = "Arial"
LINE = 1.2  # of a line, in sizes; the font itself asks for 1.15
_FIRST = 32  # the code of the space, with which both tables begin

# fmt: off
_REGULAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
    500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)
_BOLD = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
    556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278,
    556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
)
_OTHERS = {
    "\u2018": 278, "\u2019": 278, "\u201c": 500, "\u201d": 500, "\u2013": 556,  # quotation marks and the short dash
    "«": 556, "»": 556, "§": 556, "€": 556, "·": 333, "°": 400, "•": 350,
}
# fmt: on
_WIDEST = 1100  # of any other letter, as far as no better is known


@lru_cache(maxsize=65536)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Measure how wide a line of text is, in the unit of its size; letters that the tables lack count as the widest."""
    return sum(_of_letter(letter, bold=bold) for letter in text) * size / 1000


def _of_letter(letter: str, *, bold: bool) -> int:
    table = _BOLD if bold else _REGULAR
    if letter in _OTHERS:
        return _OTHERS[letter]
    parts = unicodedata.normalize("NFKD", letter)
    base, marks = parts[0], parts[1:]
    if all(unicodedata.combining(mark) for mark in marks) and 0 <= ord(base) - _FIRST < len(table):
        # A hook beside its letter, as in a Czech d, and a long i take a little more than the letter alone.
        return table[ord(base) - _FIRST] + 60 * bool(marks)
    return 0 if unicodedata.combining(base) else _WIDEST

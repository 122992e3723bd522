"""The type of a timeline on a slide: what is drawn, and what placement has to measure so that nothing is cut.

Placement measures in the font of the site. A text is wider in the deck's, so placement is given sizes that are larger by as much
as the text that grows the most does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from dashboard.exports.deck import metrics
from dashboard.exports.deck.geometry import POINT
from dashboard.queries import typesetting
from dashboard.queries.typesetting import REGULAR, SEMIBOLD, TypeSize

POINTS = (14.0, 12.0, 10.5, 9.0)  # of a label, the largest that has room
LEAST = POINTS[-1]
TITLES, AXIS = 1.15, 0.95  # times a label's size
SURPLUS = 1.02  # other programs round otherwise
_EM = 100.0
_ALWAYS = ("As of 0123456789 days later", "the same day", "+0123456789")


@dataclass(frozen=True)
class Growth:
    """How many times as wide as in the site's font a text may be in the deck's."""

    regular: float
    bold: float

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Growth":
        """Find the growth of the text that grows the most."""
        found = [*_ALWAYS, *texts]
        return cls(*(max(_growth(text, bold=bold) for text in found) * SURPLUS for bold in (False, True)))


@dataclass(frozen=True)
class DeckType:
    """The points in which a timeline is drawn, and the sizes that it is placed with."""

    label: float
    placed: TypeSize

    @property
    def title(self) -> float:
        """Points of a lane's title."""
        return round(self.label * TITLES * 2) / 2

    @property
    def axis(self) -> float:
        """Points of the axis, no less than the least."""
        return max(round(self.label * AXIS * 2) / 2, LEAST)


def of_points(points: float, growth: Growth) -> DeckType:
    """Give the type of a size."""
    pixels = points * POINT
    drawn = DeckType(points, TypeSize())
    placed = TypeSize(
        title=ceil(drawn.title * POINT * growth.bold),
        axis=ceil(drawn.axis * POINT),
        label=ceil(pixels * max(growth.regular, growth.bold)),
        key_label=ceil(pixels * growth.bold),
        row=round(pixels * 1.45),
        key_mark=round(pixels * 1.1),
        major_mark=round(pixels * 0.95),
        detail_mark=round(pixels * 0.8),
    )
    return DeckType(points, placed)


def _growth(text: str, *, bold: bool) -> float:
    before = typesetting.width(text, _EM, SEMIBOLD if bold else REGULAR)
    return max(metrics.width(text, _EM, bold=bold) / before, 1.0) if before else 1.0

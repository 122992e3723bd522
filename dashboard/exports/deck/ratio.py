"""The shapes that a slide can have."""

from enum import StrEnum

from dashboard.exports.deck.geometry import MARGIN


class Ratio(StrEnum):
    """The shape of a slide; both are as high."""

    WIDE = "16:9"
    STANDARD = "4:3"

    @property
    def width(self) -> int:
        """Pixels of the whole slide."""
        return 1280 if self is Ratio.WIDE else 960

    @property
    def inner(self) -> int:
        """Pixels between its margins."""
        return self.width - 2 * MARGIN

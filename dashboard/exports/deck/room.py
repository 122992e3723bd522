"""Room on a slide."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    """A part of a slide that something may fill, in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """The pixel where it ends."""
        return self.top + self.height

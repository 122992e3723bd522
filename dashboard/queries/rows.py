"""The rows of one lane, and which stretches of them are taken."""

from bisect import bisect_left, insort
from dataclasses import dataclass

from dashboard.queries.layout import APART, Canvas


@dataclass(frozen=True)
class Space:
    """What a lane has to offer."""

    canvas: Canvas
    title_width: float
    most_rows: int
    walls: tuple[float, ...]

    def rows(self) -> "Rows":
        """Open the rows for marks, empty but for the lane's title at the start of the first."""
        return Rows(float(self.canvas.width), self.walls, [[(0.0, self.title_width)], *([] for _ in range(self.most_rows - 1))])

    def strip(self) -> "Rows":
        """Open the one row below them, for what they have no room for."""
        return Rows(float(self.canvas.width), self.walls, [[]])


@dataclass
class Rows:
    """The taken stretches of each row, sorted."""

    edge: float
    walls: tuple[float, ...]
    taken: list[list[tuple[float, float]]]

    def crosses(self, start: float, end: float) -> bool:
        """Tell whether a line goes through a stretch."""
        return any(start < wall < end for wall in self.walls)

    def first_free(self, start: float, end: float) -> int | None:
        """Find the highest row where a stretch inside the plot is free."""
        if start < 0 or end > self.edge:
            return None
        for row, taken in enumerate(self.taken):  # sorted, and none of them meet
            at = bisect_left(taken, (start, start))
            if (at == 0 or taken[at - 1][1] <= start) and (at == len(taken) or taken[at][0] >= end):
                return row
        return None

    def take(self, row: int, start: float, end: float) -> None:
        """Take a stretch, with the room that keeps others apart from it."""
        insort(self.taken[row], (start - APART, end + APART))

    def give_back(self, row: int, start: float, end: float) -> None:
        """Give back a stretch that was taken."""
        self.taken[row].remove((start - APART, end + APART))

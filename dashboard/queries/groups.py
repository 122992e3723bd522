"""Events that are counted together where there is no room for their marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np

from dashboard.queries import typesetting
from dashboard.queries.layout import APART, Band, Canvas, Cluster
from dashboard.queries.names import Positions
from dashboard.queries.spots import Measured
from dashboard.queries.typesetting import SEMIBOLD

BADGE = 12.0  # pixels that a cluster's box is wider than its count


@dataclass(frozen=True)
class Group:
    """Events that are counted together, from one to another in order of their pixels."""

    start: int
    end: int
    x: float
    half: float
    events: Positions = field(default_factory=lambda: np.array([], dtype=np.intp))  # in order of time

    @property
    def box(self) -> tuple[float, float]:
        """The pixels from which and to which their count takes room."""
        return self.x - self.half, self.x + self.half

    def meets(self, other: "Group") -> bool:
        """Tell whether the count of others would come too near."""
        return self.x + self.half + APART > other.x - other.half

    def cluster(self, band: Band, measured: Measured) -> Cluster:
        """Give the cluster that they have become in their lane."""
        ids, window = measured.ids(self.events), measured.window(self.events)
        return Cluster(band.lane, ids, band.rows, self.x, band.y(band.rows), *self.box, window)


def gather(outside: Positions, measured: Measured) -> list[Group]:
    """Count together what stands together: first what shares a few pixels, then what would overlap."""
    if not len(outside):
        return []
    pixels = (measured.x[outside] // BADGE).astype(np.int16)
    by_pixels = np.argsort(pixels, kind="stable")  # which takes numbers as short as these without comparing them
    outside, edges = outside[by_pixels], np.flatnonzero(np.diff(pixels[by_pixels])) + 1
    ends = [0, *edges.tolist(), len(outside)]
    sums = dict(zip(ends, [0.0, *np.cumsum(measured.x[outside])[np.array(ends[1:]) - 1].tolist()], strict=True))
    groups: list[Group] = []
    for start, end in pairwise(ends):
        group = _group(start, end, sums, measured.canvas)
        while groups and groups[-1].meets(group):
            group = _group(groups.pop().start, end, sums, measured.canvas)
        groups.append(group)
    return [replace(group, events=np.sort(outside[group.start : group.end], kind="stable")) for group in groups]


def _group(start: int, end: int, sums: Mapping[int, float], canvas: Canvas) -> Group:
    """Count some events together in the middle of them; ``sums`` adds up the pixels of all before each end."""
    half = (typesetting.width(f"+{end - start}", canvas.type.label, SEMIBOLD) + BADGE) / 2
    middle = (sums[end] - sums[start]) / (end - start)
    return Group(start, end, min(max(middle, half), canvas.width - half), half)

"""The timeline placed and drawn beforehand: for every set of lanes, every window offered and three widths.

The page only chooses among these and leaves out what is not selected, so that placement is written once. Colours stand as
numbers of a palette, each with its colour in both themes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations
from typing import Any

from dashboard.exports.extract import Extract
from dashboard.figures import theme, timeline
from dashboard.figures.targets import box
from dashboard.figures.view import Room, View, view
from dashboard.queries.address import Address
from dashboard.queries.selection import Selection, select
from dashboard.queries.windows import Window

WIDTHS = (360, 1024, 1600)  # pixels; the page takes the widest that fits
MOST_LANES = 5  # of which every set is drawn; of more only all of them, and the page leaves out the others' events
COLOR = "color"


@dataclass
class Palette:
    """The pairs of colours that the figures use, light and dark, in the order of their numbers."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def merged(self, light: Any, dark: Any, *, is_color: bool = False) -> Any:  # noqa: ANN401 - whatever a figure holds
        """Make one figure of two that differ in their colours only: all that stands under a name that ends with "color"."""
        if isinstance(light, dict):
            return {key: self.merged(value, dark[key], is_color=key.endswith(COLOR)) for key, value in light.items()}
        if isinstance(light, list):
            return [self.merged(one, other, is_color=is_color) for one, other in zip(light, dark, strict=True)]
        return self.numbers.setdefault((light, dark), len(self.numbers)) if is_color else light

    def pairs(self) -> list[tuple[str, str]]:
        """List the colours by number."""
        return list(self.numbers)


def placed(extract: Extract, windows: Mapping[str, Window], palette: Palette) -> dict[str, Any]:
    """Place and draw the events that are public on the extract's day; by "lanes window width" as the page names them."""
    known = select(extract.tables, Selection(as_of=extract.as_of))
    numbers = {str(name): number for number, name in enumerate(known.index)}
    found = {}
    for lanes in lane_sets(tuple(extract.dossier.lane)):
        for name, window in windows.items():
            chosen = frozenset() if len(lanes) == len(extract.dossier.lane) else frozenset(lanes)
            place = Address(Selection(tracks=chosen, window=window, as_of=extract.as_of))
            shown = select(extract.tables, place.selection)
            for width in WIDTHS:
                seen = view(shown, shown.iloc[:0], extract.tables, place, Room(width))
                found[f"{','.join(lanes)} {name} {width}"] = _one(seen, extract, numbers, palette)
    return found


def lane_sets(lanes: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """List the sets of lanes that are drawn; all of them come last."""
    if len(lanes) > MOST_LANES:
        return [lanes]
    return chain.from_iterable(combinations(lanes, size) for size in range(1, len(lanes) + 1))


def _one(seen: View, extract: Extract, numbers: Mapping[str, int], palette: Palette) -> dict[str, Any]:
    lanes, tall = list(extract.dossier.lane), seen.layout.canvas.type.row
    return {
        "figure": palette.merged(seen.draw(theme.LIGHT), seen.draw(theme.DARK)),
        "top": timeline.axis_height(seen.layout),
        "marks": [
            [numbers[mark.id], lanes.index(mark.lane), *box(*mark.reach, mark.y, tall).values(), mark.size, round(mark.x, 1)]
            for mark in seen.layout.marks
        ],
        "clusters": [
            [
                [numbers[name] for name in one.ids],
                lanes.index(one.lane),
                *box(one.from_x, one.to_x, one.y, tall).values(),
                one.window.start.isoformat(),
                one.window.end.isoformat(),
            ]
            for one in seen.layout.clusters
        ],
    }

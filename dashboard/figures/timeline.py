"""The swimlane chart: a placed timeline into a Plotly figure.

The axes count pixels, so that what placement kept free is free on the screen too.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby
from typing import Any

from dashboard.figures import shapes
from dashboard.figures.marks import left_half, outline, plotly_size
from dashboard.figures.theme import FONT_FAMILY, Theme, mixed
from dashboard.model.dossier import Lane
from dashboard.model.vocabulary import Glyph
from dashboard.queries import typesetting
from dashboard.queries.connections import Connection
from dashboard.queries.layout import MARGIN, PADDING, Layout, Mark
from dashboard.queries.ticks import Tick, ticks
from dashboard.queries.typesetting import SEMIBOLD

FOOT = 2  # pixels below the lanes, and as many lines of words as there are days marked
BAR = 5  # height of a span, in pixels
OUTLINE = 1.75
SPAN_OPACITY = 0.8  # of a lasting span, and of the middle of a doubtful one
JOIN = 0.55  # how much of the muted ink the line takes that joins the marks of one event


@dataclass(frozen=True)
class Line:
    """A day marked by a line from top to bottom, with its words below; ``dash`` as Plotly names it."""

    day: date
    words: str
    dash: str


@dataclass(frozen=True)
class Look:
    """How a dossier's timeline is drawn: its lanes by id, the fill for each standing, the theme."""

    lanes: Mapping[str, Lane]
    glyphs: Mapping[str, Glyph]
    theme: Theme


def draw(
    layout: Layout,
    standings: Mapping[str, str],
    look: Look,
    *,
    chosen: str | None = None,
    ghosts: Collection[str] = (),
    lines: Iterable[Line] = (),
    connections: Iterable[Connection] = (),
) -> dict[str, Any]:
    """Draw a placed timeline as the data and layout that plotly.js takes.

    Plotly's own objects are left out: making and checking them takes longer than all the rest of a page. A test checks it.

    ``standings`` gives the standing of each event, ``ghosts`` names the events that were not yet public, ``lines`` the days to
    mark. Every mark and label carries its event's id as ``customdata``, every shape of an event its id as ``name``.
    """
    drawn = _Drawing(layout, standings, look, frozenset(ghosts), tuple(connections), _within(layout, lines))
    return {
        "data": drawn.traces(),
        "layout": drawn.frame()
        | {"shapes": drawn.shapes(chosen), "annotations": [*drawn.titles(), *drawn.feet(), *drawn.days_between()]},
    }


def axis_height(layout: Layout) -> int:
    """Give the height of the two-line axis above the lanes in pixels."""
    return round(layout.canvas.type.axis * 3) + 8


def height(layout: Layout, lines: Iterable[Line]) -> int:
    """Give the height of the whole figure in pixels, with the words of the days that are marked in its window."""
    return round(layout.height) + axis_height(layout) + _foot(layout, _within(layout, lines))


def _within(layout: Layout, lines: Iterable[Line]) -> tuple[Line, ...]:
    window = layout.canvas.window
    return tuple(line for line in lines if window.start <= line.day <= window.end)


def _foot(layout: Layout, lines: Collection[Line]) -> int:
    return FOOT + layout.canvas.type.row * len(lines)


@dataclass(frozen=True)
class _Drawing:
    layout: Layout
    standings: Mapping[str, str]
    look: Look
    ghosts: frozenset[str]
    connections: tuple[Connection, ...]
    lines: tuple[Line, ...]

    def traces(self) -> list[dict[str, Any]]:
        marks = [self._marks(lane, [mark for mark in self.layout.marks if mark.lane == lane]) for lane in self._lanes()]
        labels = [self._labels(side) for side in ("right", "left")]
        return [*marks, *labels, self._cluster_counts()]

    def shapes(self, chosen: str | None) -> list[dict[str, Any]]:
        theme, layout = self.look.theme, self.layout
        marks = layout.marks
        return [
            *(shapes.stripe(band, self.look.lanes[band.lane], layout, theme) for band in layout.bands),
            *shapes.fades(layout, theme),
            shapes.uprights(self._tick_xs(), layout.height, theme.rule),
            *(shapes.upright(self._line_x(line), 0, layout.height, theme.muted, 1.5, line.dash) for line in self.lines),
            *self._joins(),
            *(shapes.connection(one, theme) for one in self.connections),
            *(shape for mark in marks for shape in self._span(mark)),
            *(self._half(mark) for mark in marks if self._glyph(mark) == Glyph.HALF),
            *(self._dashed(mark) for mark in marks if mark.id in self.ghosts),
            *(shapes.ring(mark, theme) for mark in marks if mark.id == chosen),
            *(shapes.badge(cluster, layout.canvas.type.row, theme) for cluster in layout.clusters),
        ]

    def frame(self) -> dict[str, Any]:
        layout, theme = self.layout, self.look.theme
        axis: dict[str, Any] = {"fixedrange": True, "showgrid": False, "zeroline": False, "showline": False}
        marked = self._ticks()
        return {
            "template": {},
            "width": layout.canvas.width,
            "height": height(layout, self.lines),
            "margin": {"l": 0, "r": 0, "t": axis_height(layout), "b": _foot(layout, self.lines), "pad": 0},
            "paper_bgcolor": theme.background,
            "plot_bgcolor": theme.background,
            "font": {"family": FONT_FAMILY, "color": theme.ink, "size": layout.canvas.type.label},
            "showlegend": False,
            "dragmode": False,
            "hovermode": False,
            "uirevision": "timeline",
            "xaxis": axis
            | {
                "range": [0, layout.canvas.width],
                "side": "top",
                "tickmode": "array",
                "tickvals": list(self._tick_xs()),
                "ticktext": [f"{tick.upper}<br>{tick.lower or ' '}" for tick in marked],
                "tickfont": {"size": layout.canvas.type.axis, "color": theme.muted},
                "ticklabeloverflow": "allow",
                "ticks": "outside",
                "ticklen": 3,
                "tickcolor": theme.background,
            },
            "yaxis": axis | {"range": [layout.height, 0], "showticklabels": False},
        }

    def titles(self) -> list[dict[str, Any]]:
        size = self.layout.canvas.type.title
        return [
            {
                "x": MARGIN / 2,
                "y": band.top + PADDING + band.row / 2,
                "xanchor": "left",
                "yanchor": "middle",
                "showarrow": False,
                "borderpad": 0,
                "text": _plain(self.look.lanes[band.lane].title),
                "font": {"size": size, "color": self._color(band.lane), "weight": SEMIBOLD},
            }
            for band in self.layout.bands
        ]

    def feet(self) -> list[dict[str, Any]]:
        return [self._foot_words(line, at) for at, line in enumerate(self.lines)]

    def days_between(self) -> list[dict[str, Any]]:
        """Write the days between an event and its response beside their link; no trace, so that opening an event changes none."""
        return [
            {
                "x": round(one.words_from - 1, 1),  # within the pixel of border that every annotation has
                "xanchor": "left",
                "y": round(one.words_y, 1),
                "yanchor": "middle",
                "showarrow": False,
                "borderpad": 0,
                "text": _plain(one.words),
                "font": {"size": self.layout.canvas.type.label, "color": self.look.theme.ink},
            }
            for one in self.connections
            if one.words
        ]

    def _foot_words(self, line: Line, at: int) -> dict[str, Any]:
        canvas = self.layout.canvas
        x, half = self._line_x(line), typesetting.width(line.words, canvas.type.label) / 2
        below = FOOT + (at + 0.5) * canvas.type.row
        return {
            "x": x,
            "xanchor": "right" if x + half > canvas.width else "left" if x < half else "center",
            "y": -below / self.layout.height,
            "yref": "paper",
            "yanchor": "middle",
            "showarrow": False,
            "borderpad": 0,
            "text": _plain(line.words),
            "font": {"size": canvas.type.label, "color": self.look.theme.muted},
        }

    def _lanes(self) -> list[str]:
        return [band.lane for band in self.layout.bands]

    def _color(self, lane: str) -> str:
        return self.look.theme.of(self.look.lanes[lane])

    def _ink(self, mark: Mark) -> str:
        return self.look.theme.muted if mark.id in self.ghosts else self._color(mark.lane)

    def _glyph(self, mark: Mark) -> Glyph:
        return Glyph.HOLLOW if mark.id in self.ghosts else self.look.glyphs[self.standings[mark.id]]

    def _tick_xs(self) -> Iterator[float]:
        canvas = self.layout.canvas
        # A mark stands in the middle of its day, and so does the day's tick; a month's or a year's stands where it begins.
        return (round(canvas.middle(tick.day) if tick.is_day else canvas.x(tick.day), 1) for tick in self._ticks())

    def _ticks(self) -> tuple[Tick, ...]:
        canvas = self.layout.canvas
        return ticks(canvas.window, canvas.per_day, canvas.type.axis)

    def _line_x(self, line: Line) -> float:
        return self.layout.canvas.middle(line.day)

    def _marks(self, lane: str, marks: list[Mark]) -> dict[str, Any]:
        symbol = self.look.lanes[lane].symbol
        return {
            "type": "scatter",
            "name": _plain(self.look.lanes[lane].title),
            "x": [round(mark.x, 1) for mark in marks],
            "y": [round(mark.y, 1) for mark in marks],
            "customdata": [mark.id for mark in marks],
            "mode": "markers",
            "hoverinfo": "none",
            "marker": {
                "symbol": symbol.value,
                "size": [plotly_size(symbol, mark.size) for mark in marks],
                "color": [self._ink(mark) if self._glyph(mark) == Glyph.FILLED else self.look.theme.background for mark in marks],
                "opacity": 1,
                "line": {
                    "color": [self._ink(mark) for mark in marks],
                    "width": [0 if mark.id in self.ghosts else OUTLINE for mark in marks],  # its outline is dashed, below
                },
            },
        }

    def _labels(self, side: str) -> dict[str, Any]:
        marks = [mark for mark in self.layout.marks if mark.side == side]
        fonts = [self.layout.canvas.type.text(mark.importance) for mark in marks]
        theme = self.look.theme
        return {
            "type": "scatter",
            "name": f"labels on the {side}",
            "x": [round(mark.label_from if side == "right" else mark.label_to, 1) for mark in marks],
            "y": [round(mark.y, 1) for mark in marks],
            "text": [_plain(mark.label) for mark in marks],
            "customdata": [mark.id for mark in marks],
            "mode": "text",
            "textposition": f"middle {side}",
            "hoverinfo": "skip",
            "textfont": {
                "color": [theme.muted if mark.id in self.ghosts else theme.ink for mark in marks],
                "size": [size for size, _ in fonts],
                "weight": [weight for _, weight in fonts],
            },
        }

    def _cluster_counts(self) -> dict[str, Any]:
        clusters = self.layout.clusters
        return {
            "type": "scatter",
            "name": "clusters",
            "x": [round(one.x, 1) for one in clusters],
            "y": [round(one.y, 1) for one in clusters],
            "text": [_plain(one.label) for one in clusters],
            "mode": "text",
            "textposition": "middle center",
            "hoverinfo": "skip",
            "textfont": {"color": self.look.theme.ink, "size": self.layout.canvas.type.label, "weight": SEMIBOLD},
        }

    def _joins(self) -> Iterator[dict[str, Any]]:
        color = mixed(self.look.theme.muted, self.look.theme.background, JOIN)
        for name, same in groupby(sorted(self.layout.marks, key=lambda mark: mark.id), key=lambda mark: mark.id):
            ys = [(mark.y, mark.x) for mark in same]
            if len(ys) > 1:
                yield shapes.upright(ys[0][1], min(ys)[0], max(ys)[0], color) | {"name": name}

    def _span(self, mark: Mark) -> Iterator[dict[str, Any]]:
        found = () if mark.id in self.ghosts else shapes.span(mark, self._ink(mark), BAR, SPAN_OPACITY)
        return (shape | {"name": mark.id} for shape in found)

    def _dashed(self, mark: Mark) -> dict[str, Any]:
        path = outline(self.look.lanes[mark.lane].symbol, mark.x, mark.y, mark.size)
        return {
            "type": "path",
            "path": path,
            "line": {"color": self._ink(mark), "width": OUTLINE, "dash": "2px,2px"},
            "layer": "above",
            "name": mark.id,
        }

    def _half(self, mark: Mark) -> dict[str, Any]:
        path = left_half(self.look.lanes[mark.lane].symbol, mark.x, mark.y, mark.size)
        drawn = {"type": "path", "path": path, "fillcolor": self._ink(mark), "line": {"width": 0}, "layer": "above"}
        return drawn | {"name": mark.id}


def _plain(text: str) -> str:
    # Plotly reads a few tags and entities in text; quotation marks it leaves alone.
    return escape(text, quote=False)

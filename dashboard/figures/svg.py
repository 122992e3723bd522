"""A figure as SVG with real text: the same drawing that plotly.js makes of it, for paper and files.

All that is drawn is read from the figure, so that the two drawings can't differ. What a figure of ours never has is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

from dashboard.figures.marks import SHARE, outline
from dashboard.model.vocabulary import Symbol

LINE = 1.3  # lines of a text lie so many times its size apart
BASELINE = 0.25  # of the size that a text's baseline lies below its middle
TITLE_BASELINE = 0.35  # and that of an annotation, which Plotly centres by its box, in whole pixels
BORDER = {"left": 1, "center": 0, "right": -1}  # pixels of the invisible border that an annotation stands within
ON_AXIS = 0.4  # of the size that the baseline of an axis label keeps from its tick, and a pixel
DASHES = {"solid": 0, "dot": 1}  # by name: how many times its own width, or 3 pixels, a dash is long
LEAST_DASH = 3
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_SIDES = {"middle right": "start", "middle left": "end", "middle center": "middle"}

_XML = {0x9, 0xA, 0xD, *range(0x20, 0xD800), *range(0xE000, 0xFFFE)}
_KNOWN = {
    "trace": "type name x y customdata mode hoverinfo marker text textposition textfont",
    "marker": "symbol size color opacity line",
    "shape": "type name x0 x1 y0 y1 path fillcolor line layer opacity",
    "line": "color width dash",
    "annotation": "x y yref xanchor yanchor showarrow borderpad text font",
    "font": "family color size weight",
    "layout": "template width height margin paper_bgcolor plot_bgcolor font showlegend dragmode hovermode uirevision xaxis yaxis "
    "shapes annotations",
}


def as_svg(figure: Mapping[str, Any], title: str, words: Mapping[str, str] | None = None) -> str:
    """Draw a figure as an SVG element of its own size; ``words`` says what a mark tells when it is pointed at, by its event's id.

    Raises ValueError where the figure has something that this drawing does not know.
    """
    return ET.tostring(element(figure, title, words), encoding="unicode")


def element(figure: Mapping[str, Any], title: str, words: Mapping[str, str] | None = None) -> ET.Element:
    """Draw a figure as an element, to be put into a larger one."""
    layout = _checked("layout", figure["layout"])
    drawing = _Drawing(layout, words or {})
    root = svg(layout["width"], layout["height"], title)
    add(root, "rect", width=layout["width"], height=layout["height"], fill=layout["paper_bgcolor"])
    plot = drawing.plot(root)
    shapes = [_checked("shape", shape) for shape in layout["shapes"]]
    for shape in shapes:
        if shape["layer"] == "below":
            _shape(plot, shape)
    for trace in figure["data"]:
        drawing.trace(plot, _checked("trace", trace))
    for shape in shapes:
        if shape["layer"] == "above":
            _shape(plot, shape)
    drawing.ticks(root)
    for annotation in layout["annotations"]:
        drawing.annotation(root, _checked("annotation", annotation))
    return root


def svg(width: float, height: float, title: str) -> ET.Element:
    """Begin a picture of so many pixels that is read aloud as its title."""
    sizes = {"width": number(width), "height": number(height), "viewBox": f"0 0 {number(width)} {number(height)}"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **sizes, "role": "img"})
    add(root, "title", title)
    return root


def add(parent: ET.Element, tag: str, text: str = "", **attributes: object) -> ET.Element:
    """Add an element; of an attribute's name the underlines become hyphens, and one of None is left out."""
    written = {
        name.replace("_", "-"): number(value) if isinstance(value, int | float) else clean(str(value))
        for name, value in attributes.items()
        if value is not None
    }
    made = ET.SubElement(parent, tag, written)
    made.text = clean(text) or None
    return made


def number(value: float) -> str:
    """Write a number shortly."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def clean(text: str) -> str:
    """Leave out of a text what no XML may hold."""
    return "".join(letter for letter in text if ord(letter) in _XML or ord(letter) > 0xFFFF)  # noqa: PLR2004 - of the first plane


@dataclass(frozen=True)
class _Drawing:
    layout: Mapping[str, Any]
    words: Mapping[str, str]

    @property
    def top(self) -> float:
        return float(self.layout["margin"]["t"])

    @property
    def range(self) -> tuple[float, float]:
        """Give the pixels that the axes count."""
        (left, wide), (high, low) = self.layout["xaxis"]["range"], self.layout["yaxis"]["range"]
        if left or low:
            message = f"axes from {left} and {low}; this drawing knows axes that count pixels from 0"
            raise ValueError(message)
        return wide, high

    def plot(self, root: ET.Element) -> ET.Element:
        """Add the ground of the plot, which cuts what reaches over its edge."""
        wide, high = self.range
        margin = self.layout["margin"]
        height = self.layout["height"] - margin["t"] - margin["b"]
        width = self.layout["width"] - margin["l"] - margin["r"]
        box = {"x": margin["l"], "y": margin["t"], "width": width, "height": height}
        return add(root, "svg", **box, viewBox=f"0 0 {number(wide)} {number(high)}", preserveAspectRatio="none")

    def trace(self, plot: ET.Element, trace: Mapping[str, Any]) -> None:
        """Draw marks or texts."""
        if trace["type"] != "scatter" or trace["mode"] not in ("markers", "text"):
            message = f"a trace of {trace['type']} {trace['mode']}; this drawing knows marks and texts"
            raise ValueError(message)
        draw = self._mark if trace["mode"] == "markers" else self._text
        for at in range(len(trace["x"])):
            draw(plot, trace, at)

    def ticks(self, root: ET.Element) -> None:
        """Write the two lines over each tick of the axis, the lower one next to it."""
        axis = self.layout["xaxis"]
        size = axis["tickfont"]["size"]
        low = self.top - axis["ticklen"] - ON_AXIS * size - 1
        for x, words in zip(axis["tickvals"], axis["ticktext"], strict=True):
            lines = _lines(words)
            for at, line in enumerate(reversed(lines)):
                if line.strip():
                    self._write(root, line, x, low - at * LINE * size, "middle", axis["tickfont"])

    def annotation(self, root: ET.Element, annotation: Mapping[str, Any]) -> None:
        """Write a title in the plot, or words below it."""
        wanted = {"yanchor": "middle", "showarrow": False, "borderpad": 0}
        if any(annotation[name] != value for name, value in wanted.items()):
            message = f"the annotation {annotation['text']!r}; this drawing knows those without arrow and border, by their middle"
            raise ValueError(message)
        _, high = self.range
        y = (1 - annotation["y"]) * high if annotation.get("yref") == "paper" else annotation["y"]
        [line] = _lines(annotation["text"])
        side, font = annotation["xanchor"], annotation["font"]
        below = self.top + y + round(TITLE_BASELINE * font["size"])
        self._write(root, line, annotation["x"] + BORDER[side], below, ANCHORS[side], font)

    def _mark(self, plot: ET.Element, trace: Mapping[str, Any], at: int) -> None:
        marker = _checked("marker", trace["marker"])
        symbol = Symbol(marker["symbol"])
        path = outline(symbol, trace["x"][at], trace["y"][at], marker["size"][at] / SHARE[symbol])
        width = marker["line"]["width"][at]
        stroke = {"stroke": marker["line"]["color"][at], "stroke_width": width} if width else {}
        event = trace["customdata"][at]
        made = add(plot, "path", d=path, fill=marker["color"][at], data_event=event, **stroke)
        if event in self.words:
            add(made, "title", self.words[event])

    def _text(self, plot: ET.Element, trace: Mapping[str, Any], at: int) -> None:
        font = {name: value[at] if isinstance(value, list) else value for name, value in trace["textfont"].items()}
        [line] = _lines(trace["text"][at])
        y = trace["y"][at] + BASELINE * font["size"]
        self._write(plot, line, trace["x"][at], y, _SIDES[trace["textposition"]], font)

    def _write(self, parent: ET.Element, line: str, x: float, y: float, anchor: str, given: Mapping[str, Any]) -> None:
        font = _checked("font", {**self.layout["font"], **given})
        look = {"fill": font["color"], "font_family": font["family"], "font_size": font["size"]}
        placed = {"x": x, "y": y, "text_anchor": None if anchor == "start" else anchor}
        add(parent, "text", line, **placed, **look, font_weight=font.get("weight"))


def _shape(plot: ET.Element, shape: Mapping[str, Any]) -> None:
    line = _checked("line", shape["line"])
    stroke = {"stroke": line["color"], "stroke_width": line["width"], "stroke_dasharray": _dash(line)} if line["width"] else {}
    look = {"fill": shape.get("fillcolor", "none"), "opacity": shape.get("opacity"), **stroke}
    if shape["type"] == "path":
        add(plot, "path", d=shape["path"], **look)
        return
    x0, x1, y0, y1 = (shape[name] for name in ("x0", "x1", "y0", "y1"))
    if shape["type"] == "line":
        add(plot, "line", x1=x0, y1=y0, x2=x1, y2=y1, **look)
    elif shape["type"] == "rect":
        add(plot, "rect", x=min(x0, x1), y=min(y0, y1), width=abs(x1 - x0), height=abs(y1 - y0), **look)
    elif shape["type"] == "circle":
        middle = {"cx": (x0 + x1) / 2, "cy": (y0 + y1) / 2, "rx": abs(x1 - x0) / 2, "ry": abs(y1 - y0) / 2}
        add(plot, "ellipse", **middle, **look)
    else:
        message = f"a shape of type {shape['type']}; this drawing knows path, line, rect and circle"
        raise ValueError(message)


def _dash(line: Mapping[str, Any]) -> str | None:
    dash = line.get("dash", "solid")
    if dash not in DASHES:
        return ",".join(number(float(part.removesuffix("px"))) for part in dash.split(","))
    long = DASHES[dash] * max(line["width"], LEAST_DASH)
    return f"{number(long)},{number(long)}" if long else None


def _lines(text: str) -> list[str]:
    """Read a text as Plotly does: lines parted by a tag, and else no tags."""
    parts = text.split("<br>")
    if any("<" in part for part in parts):
        message = f"the text {text!r} has a tag; this drawing knows line breaks alone"
        raise ValueError(message)
    return [unescape(part) for part in parts]


def _checked(what: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
    more = sorted(_unknown(what, given))
    if more:
        message = f"{what} has {', '.join(more)}; this drawing knows {', '.join(_KNOWN[what].split())}"
        raise ValueError(message)
    return given


def _unknown(what: str, given: Mapping[str, Any]) -> Iterator[str]:
    return (name for name in given if name not in _KNOWN[what].split())

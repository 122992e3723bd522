"""The shapes of a slide: boxes, lines of text, lines, connectors; all lengths in pixels of the slide."""

from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.exports.deck.geometry import POINT, emu
from dashboard.exports.deck.library import Frame, Shape, Shapes, child
from dashboard.exports.deck.metrics import width
from dashboard.exports.deck.wording import plain

_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
SIDES = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}


@dataclass(frozen=True)
class Box:
    """A place on a slide."""

    left: float
    top: float
    width: float
    height: float


def rgb(color: str) -> RGBColor:
    """Read a colour written as #rrggbb."""
    return RGBColor(*bytes.fromhex(color[1:]))  # type: ignore[no-untyped-call]


def named(shape: Shape, name: str, alt: str = "") -> Shape:
    """Name a shape; give it an alternative text, or mark it as decoration where there is none."""
    properties = next(shape.element.iter(qn("p:cNvPr")))
    properties.set("name", plain(name))
    if alt:
        properties.set("descr", plain(alt))
    else:
        extension = child(child(properties, "a:extLst"), "a:ext", uri=_DECORATIVE_URI)
        extension.append(parse_xml(f'<adec:decorative xmlns:adec="{_DECORATIVE}" val="1"/>'))
    return shape


def box(shapes: Shapes, kind: MSO_SHAPE, at: Box, fill: str | None, line: str | None = None, thick: float = 1) -> Shape:
    """Draw a shape, filled and outlined or neither; without shadow or text of its own."""
    shape = shapes.add_shape(kind, emu(at.left), emu(at.top), emu(at.width), emu(at.height))
    style = shape.element.find(qn("p:style"))
    if style is not None:
        shape.element.remove(style)
    paint(shape, fill, line, thick)
    return shape


def paint(shape: Shape, fill: str | None, line: str | None = None, thick: float = 1) -> None:
    """Fill and outline a shape; the outline in pixels."""
    if fill:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(fill)
    else:
        shape.fill.background()
    if line:
        shape.line.color.rgb = rgb(line)
        shape.line.width = emu(thick)
    else:
        shape.line.fill.background()


def text(
    shapes: Shapes, at: Box, words: str, points: float, color: str, *, bold: bool = False, align: str = "left", wrap: bool = False
) -> Shape:
    """Write text into a box of its own without margins; a line that does not wrap gets a box as wide as itself.

    A program that centres what does not wrap then finds no room to do so.
    """
    if not wrap:
        at = _close(at, width(plain(words), points, bold=bold) * POINT + 1, align)
    shape = shapes.add_textbox(emu(at.left), emu(at.top), emu(at.width), emu(at.height))
    frame = shape.text_frame
    set_frame(frame, wrap=wrap)
    frame.vertical_anchor = MSO_ANCHOR.TOP if wrap else MSO_ANCHOR.MIDDLE
    write_line(frame, words, points, color, bold=bold, align=align)
    return shape


def _close(at: Box, wide: float, align: str) -> Box:
    left = {"left": 0.0, "center": (at.width - wide) / 2, "right": at.width - wide}[align]
    return Box(at.left + left, at.top, wide, at.height)


def write_line(frame: Frame, words: str, points: float, color: str, *, bold: bool = False, align: str = "left") -> None:
    """Write the one line of a frame."""
    paragraph = frame.paragraphs[0]
    paragraph.alignment = SIDES[align]
    run = paragraph.add_run()
    run.text = plain(words)
    run.font.size, run.font.bold = Pt(points), bold
    run.font.color.rgb = rgb(color)


def set_frame(frame: Frame, *, wrap: bool) -> None:
    """Take the margins off a frame."""
    frame.word_wrap = wrap
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def line(
    shapes: Shapes, ends: tuple[float, float, float, float], color: str, thick: float = 1, *, dash: MSO_LINE | None = None
) -> Shape:
    """Draw a straight line from one point to another: x, y, x, y."""
    drawn = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(emu, ends))
    style = drawn.element.find(qn("p:style"))
    if style is not None:
        drawn.element.remove(style)
    drawn.line.color.rgb = rgb(color)
    drawn.line.width = emu(thick)
    if dash:
        drawn.line.dash_style = dash
    return drawn


def glue(connector: Shape, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Glue a connector to two shapes, each given by its id and the number of the place on its outline."""
    properties = connector.element.find(f".//{qn('p:cNvCxnSpPr')}")
    for tag, (name, site) in (("a:stCxn", start), ("a:endCxn", end)):
        child(properties, tag, id=str(name), idx=str(site))

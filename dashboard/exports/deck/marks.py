"""The marks of events as shapes: a lane's symbol, filled as the standing says."""

from collections.abc import Mapping

from pptx.enum.shapes import MSO_SHAPE
from pptx.shapes.shapetree import SlideShapes

from dashboard.exports.deck.geometry import emu
from dashboard.exports.deck.library import Shape, Shapes
from dashboard.exports.deck.shapes import Box, box, named, paint
from dashboard.figures.marks import plotly_size
from dashboard.figures.theme import LIGHT
from dashboard.model.vocabulary import Glyph, Symbol

OUTLINE = 1.75  # pixels
_FROM, _TO = 54.0, 162.0  # from bottom to top by the left: 90 and 270 degrees, in sixty-thousandths and those by 100,000
_KINDS = {
    Symbol.CIRCLE: MSO_SHAPE.OVAL,
    Symbol.SQUARE: MSO_SHAPE.RECTANGLE,
    Symbol.DIAMOND: MSO_SHAPE.DIAMOND,
    Symbol.TRIANGLE_UP: MSO_SHAPE.ISOSCELES_TRIANGLE,
}
# The places on a shape's outline where a connector is glued, by their numbers in the drawing format's presets.
TOP: Mapping[Symbol, int] = dict.fromkeys(Symbol, 0)
BOTTOM: Mapping[Symbol, int] = {Symbol.CIRCLE: 4, Symbol.SQUARE: 2, Symbol.DIAMOND: 2, Symbol.TRIANGLE_UP: 3}


def frame(symbol: Symbol, x: float, y: float, size: float) -> Box:
    """Give the box that a mark of a size takes round a point."""
    half = plotly_size(symbol, size) / 2
    if symbol is Symbol.DIAMOND:
        half *= 1.3
    if symbol is Symbol.TRIANGLE_UP:
        across = half * 2 / 3**0.5
        return Box(x - across, y - half, 2 * across, 1.5 * half)
    return Box(x - half, y - half, 2 * half, 2 * half)


def mark(shapes: Shapes, symbol: Symbol, glyph: Glyph, at: Box, color: str, name: str, alt: str) -> Shape:
    """Draw a mark; a half-filled one is a group of its outline and its left half. Give the shape to glue connectors to."""
    if glyph is not Glyph.HALF:
        drawn = box(shapes, _KINDS[symbol], at, color if glyph is Glyph.FILLED else LIGHT.background, color, OUTLINE)
        return named(drawn, name, alt)
    group = named(shapes.add_group_shape(), name, alt)
    outline = named(box(group.shapes, _KINDS[symbol], at, LIGHT.background, color, OUTLINE), f"{name}, outline")
    named(_left_half(group.shapes, symbol, at, color), f"{name}, half")
    if isinstance(shapes, SlideShapes):
        shapes.turbo_add_enabled = True  # it counts on from the last id that it knows of
    return outline


def _left_half(shapes: Shapes, symbol: Symbol, at: Box, color: str) -> Shape:
    if symbol is Symbol.CIRCLE:
        half = box(shapes, MSO_SHAPE.CHORD, at, color)
        half.adjustments[0], half.adjustments[1] = _FROM, _TO
        return half
    middle, bottom = at.left + at.width / 2, at.top + at.height
    corners = {
        Symbol.SQUARE: [(middle, at.top), (at.left, at.top), (at.left, bottom), (middle, bottom)],
        Symbol.DIAMOND: [(middle, at.top), (at.left, at.top + at.height / 2), (middle, bottom)],
        Symbol.TRIANGLE_UP: [(middle, at.top), (at.left, bottom), (middle, bottom)],
    }[symbol]
    (x, y), *others = [(emu(a), emu(b)) for a, b in corners]
    builder = shapes.build_freeform(x, y, scale=1.0)
    builder.add_line_segments(others, close=True)
    half = builder.convert_to_shape()
    half.element.remove(half.element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}style"))
    paint(half, color)
    return half

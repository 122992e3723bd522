"""Connectors between boxes: straight beside one another, with a step from one row to the next."""

from pptx.oxml.ns import qn

from dashboard.exports.deck.geometry import EMU
from dashboard.exports.deck.library import Shape, Shapes
from dashboard.exports.deck.shapes import glue, line, named
from dashboard.figures.theme import LIGHT

TOP, LEFT, BOTTOM, RIGHT = range(4)  # the places on a rectangle's outline where a connector is glued
WIDTH = 1.25  # pixels


def join(shapes: Shapes, one: Shape, other: Shape, *, sideways: bool = False) -> Shape:
    """Join a box to the one at its right, or to one below."""
    if sideways:
        ends = (one.left + one.width, one.top + one.height // 2, other.left, other.top + other.height // 2)
    else:
        ends = (one.left + one.width // 2, one.top + one.height, other.left + other.width // 2, other.top)
    x0, y0, x1, y1 = (end / EMU for end in ends)
    drawn = named(line(shapes, (x0, y0, x1, y1), LIGHT.muted, WIDTH), f"{one.name} to {other.name}")
    if not sideways and abs(x1 - x0) >= 1:
        _step(drawn, ends)
    glue(drawn, (one.shape_id, RIGHT if sideways else BOTTOM), (other.shape_id, LEFT if sideways else TOP))
    return drawn


def _step(connector: Shape, ends: tuple[int, int, int, int]) -> None:
    """Let a connector go down, across and down again.

    The format's own step goes across first; turned by a quarter, and mirrored where it leads to the right, it goes down first.
    """
    x0, y0, x1, y1 = ends
    wide, high = y1 - y0, abs(x1 - x0)  # before it is turned
    frame = connector.element.find(f".//{qn('a:xfrm')}")
    frame.attrib.clear()
    frame.set("rot", "16200000" if x1 > x0 else "5400000")
    if x1 > x0:
        frame.set("flipH", "1")
    for name, value in (("x", (x0 + x1 - wide) // 2), ("y", (y0 + y1 - high) // 2)):
        frame.find(qn("a:off")).set(name, str(value))
    frame.find(qn("a:ext")).set("cx", str(wide))
    frame.find(qn("a:ext")).set("cy", str(high))
    connector.element.find(f".//{qn('a:prstGeom')}").set("prst", "bentConnector3")

"""Response links between marks, as connectors that stay glued when a mark is moved."""

from collections.abc import Iterable
from itertools import product

from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn

from dashboard.exports.deck import marks
from dashboard.exports.deck.frame import Figure
from dashboard.exports.deck.geometry import EMU
from dashboard.exports.deck.library import Shape, child
from dashboard.exports.deck.shapes import Box, glue, line, named, text
from dashboard.figures.theme import LIGHT, mixed
from dashboard.model.dossier import Dossier
from dashboard.model.vocabulary import Grounds
from dashboard.queries.connections import Answer, connect
from dashboard.queries.layout import Mark
from dashboard.queries.links import answers, between

WIDTH = 1.25  # pixels
_JOIN = 0.55  # how much of the muted ink the lines take that are not of a chosen event
_LOW = 9  # pixels by which a link within a row hangs below it


def among(events: Iterable[str], dossier: Dossier) -> tuple[Answer, ...]:
    """List the links from one of some events to another."""
    names = list(events)
    return tuple(
        Answer(link.event.id, name, link.grounds, between(link.event.date, dossier.event[name].date))
        for name in names
        for link in answers(dossier.event[name], dossier)
        if link.event.id in names
    )


def draw(figure: Figure, links: Iterable[Answer], chosen: str | None, anchor: Shape) -> None:
    """Draw links between the marks that stand nearest; those of a chosen event with the days between where there is room."""
    found: dict[str, list[Mark]] = {}
    for mark in figure.placed.view.layout.marks:
        found.setdefault(mark.id, []).append(mark)
    drawn = [link for link in links if link.earlier in found and link.later in found]
    for link in drawn:
        one, other = min(
            product(found[link.earlier], found[link.later]), key=lambda pair: (abs(pair[0].y - pair[1].y), pair[0].y)
        )
        dossier = figure.dossier
        numbers = [f"E{dossier.event[name].number}" for name in (link.later, link.earlier)]
        words = f"{numbers[0]} answers {numbers[1]}, {link.grounds}{f', {link.words}' if link.words else ''}."
        color = LIGHT.muted if chosen else mixed(LIGHT.muted, LIGHT.background, _JOIN)
        connector = _connect(figure, one, other, color, anchor)
        connector.line.dash_style = MSO_LINE.DASH if link.grounds is Grounds.INFERRED else None
        named(connector, f"{numbers[0]} answers {numbers[1]}", words)
    if chosen:
        _write_days(figure, drawn, chosen)


def join(figure: Figure, upper: Mark, lower: Mark, words: str, anchor: Shape) -> None:
    """Join two marks of one event."""
    connector = _connect(figure, upper, lower, mixed(LIGHT.muted, LIGHT.background, _JOIN), anchor)
    named(connector, f"E{figure.dossier.event[upper.id].number} join", words)


def _write_days(figure: Figure, drawn: Iterable[Answer], chosen: str) -> None:
    layout, sizes = figure.placed.view.layout, figure.placed.type
    titles = {band.lane: figure.dossier.lane[band.lane].title for band in layout.bands}
    for one in connect(chosen, drawn, layout, titles):
        if one.words:
            row = sizes.placed.row
            at = Box(figure.left + one.words_from, figure.plot + one.words_y - row / 2, one.words_to - one.words_from, row)
            text(figure.shapes, at, one.words, sizes.label, LIGHT.muted).name = "Days between"


def _connect(figure: Figure, one: Mark, other: Mark, color: str, anchor: Shape) -> Shape:
    """Draw a connector between two marks, from below the upper to above the lower; within a row it hangs below."""
    level = one.y == other.y
    sites = []
    for mark, is_upper in ((one, one.y < other.y), (other, other.y < one.y)):
        symbol = figure.dossier.lane[mark.lane].symbol
        at = marks.frame(symbol, figure.left + mark.x, figure.plot + mark.y, mark.size)
        down = level or is_upper
        site = (marks.BOTTOM if down else marks.TOP)[symbol]
        sites.append(
            (figure.glued[mark.id, mark.lane].shape_id, site, at.left + at.width / 2, at.top + (at.height if down else 0))
        )
    (start, start_site, x0, y0), (end, end_site, x1, y1) = sites
    connector = line(figure.shapes, (x0, y0, x1, y1), color, WIDTH)
    if level:
        _hang(connector, x0, max(y0, y1), x1)
    glue(connector, (start, start_site), (end, end_site))
    anchor.element.addnext(connector.element)
    return connector


def _hang(connector: Shape, x0: float, y: float, x1: float) -> None:
    """Bend a connector between two points of one height so that it hangs below both.

    PowerPoint writes such a one as a curve of next to no height, turned by a quarter, whose bend is a multiple of that height.
    """
    wide, high = abs(x1 - x0) * EMU, 12700
    frame = connector.element.find(f".//{qn('a:xfrm')}")
    frame.attrib.clear()
    frame.set("rot", "16200000")
    frame.set("flipH", "1")
    if x1 < x0:
        frame.set("flipV", "1")
    middle = (x0 + x1) / 2 * EMU
    frame.find(qn("a:off")).set("x", str(round(middle - high / 2)))
    frame.find(qn("a:off")).set("y", str(round(y * EMU - wide / 2)))
    frame.find(qn("a:ext")).set("cx", str(high))
    frame.find(qn("a:ext")).set("cy", str(round(wide)))
    shape = connector.element.find(f".//{qn('a:prstGeom')}")
    shape.set("prst", "curvedConnector3")
    values = shape.find(qn("a:avLst"))
    if values is None:
        values = child(shape, "a:avLst")
    child(values, "a:gd", name="adj1", fmla=f"val {round(_LOW * EMU / high * 100000)}")

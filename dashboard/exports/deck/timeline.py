"""A placed timeline as native shapes, each mark and label with its event's number in its name."""

from collections.abc import Iterable
from itertools import groupby, pairwise

from pptx.enum.shapes import MSO_SHAPE

from dashboard.exports.deck import frame, marks, response_links
from dashboard.exports.deck.frame import Figure
from dashboard.exports.deck.library import Shape, Shapes
from dashboard.exports.deck.placing import Placed
from dashboard.exports.deck.shapes import Box, box, named, paint, set_frame, text, write_line
from dashboard.figures.theme import LIGHT
from dashboard.figures.words import of_mark
from dashboard.model.dossier import Dossier
from dashboard.queries.attribution import credit
from dashboard.queries.connections import Answer
from dashboard.queries.layout import Cluster, Mark
from dashboard.queries.text import counted, listed

BAR = 5  # pixels of a span's height


def draw(
    shapes: Shapes,
    placed: Placed,
    dossier: Dossier,
    left: float,
    top: float,
    *,
    links: Iterable[Answer] = (),
    chosen: str | None = None,
) -> None:
    """Draw a timeline with response links between its marks, and a ring round the chosen event.

    What is read aloud comes in order of time: lanes, days marked, then each event's mark and label, and what is counted.
    """
    figure = Figure(shapes, placed, dossier, left, top)
    frame.lanes(figure)
    frame.axis(figure)
    frame.days(figure)
    anchor = shapes[len(shapes) - 1]  # lines lie on the lanes and under all that is to be read
    frame.titles(figure)
    places = {str(name): at for at, name in enumerate(placed.view.events.index, start=1)}
    found = sorted(placed.view.layout.marks, key=lambda mark: (places[mark.id], mark.y))
    for mark in found:
        _span(figure, mark)
    for mark in found:
        _mark(figure, mark, of_mark(mark.id, mark.lane, places[mark.id], len(places), dossier), ringed=mark.id == chosen)
        _label(figure, mark)
    for cluster in placed.view.layout.clusters:
        _cluster(figure, cluster)
    response_links.draw(figure, links, chosen, anchor)
    _joins(figure, found, anchor)


def ids(events: Iterable[str], dossier: Dossier) -> str:
    """Write the numbers of events: "E3 E5"."""
    return " ".join(f"E{dossier.event[name].number}" for name in events)


def told(events: Iterable[str], dossier: Dossier) -> str:
    """Name events with their dates and by whose word they are known."""
    found = (dossier.event[name] for name in events)
    return "; ".join(f"E{one.number}, {one.date}, {one.label} ({credit(one, dossier, short=True)})" for one in found)


def _span(figure: Figure, mark: Mark) -> None:
    wide = mark.to_x - mark.from_x
    if wide <= mark.size:
        return
    lane = figure.dossier.lane[mark.lane]
    number = figure.dossier.event[mark.id].number
    kind = MSO_SHAPE.PENTAGON if mark.open_end else MSO_SHAPE.RECTANGLE
    tall = BAR * (2 if mark.open_end else 1)
    at = Box(figure.left + mark.from_x, figure.plot + mark.y - tall / 2, wide, tall)
    color, paper = LIGHT.of(lane), LIGHT.stripe(lane)
    bar = named(box(figure.shapes, kind, at, color), f"E{number} span")
    if mark.throughout:
        return
    bar.fill.gradient()
    bar.fill.gradient_angle = 0
    frame.set_stops(bar, ((0, paper), (50, color), (100, paper)))


def _mark(figure: Figure, mark: Mark, alt: str, *, ringed: bool) -> None:
    event, lane = figure.dossier.event[mark.id], figure.dossier.lane[mark.lane]
    x, y = figure.left + mark.x, figure.plot + mark.y
    if ringed:
        radius = mark.size / 2 + 4
        at = Box(x - radius, y - radius, 2 * radius, 2 * radius)
        named(box(figure.shapes, MSO_SHAPE.OVAL, at, LIGHT.background, LIGHT.ink, marks.OUTLINE), f"E{event.number} ring")
    glyph = figure.dossier.standing[event.standing].glyph
    at = marks.frame(lane.symbol, x, y, mark.size)
    drawn = marks.mark(figure.shapes, lane.symbol, glyph, at, LIGHT.of(lane), f"E{event.number} mark", alt)
    figure.glued[mark.id, mark.lane] = drawn


def _label(figure: Figure, mark: Mark) -> None:
    event, sizes = figure.dossier.event[mark.id], figure.placed.type
    found = (mark.label_from, mark.label_to) if mark.side else figure.placed.on_span(mark)
    if not found:
        return
    row = sizes.placed.row
    at = Box(figure.left + found[0], figure.plot + mark.y - row / 2, found[1] - found[0], row)
    align = {"right": "left", "left": "right", "": "center"}[mark.side]
    shape = text(figure.shapes, at, mark.label, sizes.label, LIGHT.ink, bold=mark.importance == "key", align=align)
    shape.name = f"E{event.number} label"
    if not mark.side:  # it covers its own span
        paint(shape, LIGHT.stripe(figure.dossier.lane[mark.lane]))


def _cluster(figure: Figure, cluster: Cluster) -> None:
    dossier, row = figure.dossier, figure.placed.type.placed.row
    at = Box(figure.left + cluster.from_x, figure.plot + cluster.y - row / 2 + 1.5, cluster.to_x - cluster.from_x, row - 3)
    lane = dossier.lane[cluster.lane].title
    alt = f"{counted(len(cluster.ids), 'more event')} in {lane}, {cluster.window}: {told(cluster.ids, dossier)}."
    shape = named(
        box(figure.shapes, MSO_SHAPE.ROUNDED_RECTANGLE, at, LIGHT.background, LIGHT.muted),
        f"{cluster.label} {ids(cluster.ids, dossier)}",
        alt,
    )
    set_frame(shape.text_frame, wrap=False)
    write_line(shape.text_frame, cluster.label, figure.placed.type.label, LIGHT.ink, bold=True, align="center")


def _joins(figure: Figure, found: list[Mark], anchor: Shape) -> None:
    """Join the marks of an event that stands in several lanes."""
    for name, same in groupby(sorted(found, key=lambda mark: (mark.id, mark.y)), key=lambda mark: mark.id):
        lanes = list(same)
        for upper, lower in pairwise(lanes):
            titles = listed(figure.dossier.lane[mark.lane].title for mark in (upper, lower))
            words = f"Joins the marks of E{figure.dossier.event[name].number} in {titles}."
            response_links.join(figure, upper, lower, words, anchor)

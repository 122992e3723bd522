"""The lives of a track's measures as bars: the thicker, the further each had come."""

from collections.abc import Mapping

from pptx.enum.shapes import MSO_SHAPE

from dashboard.exports.deck import frame, geometry
from dashboard.exports.deck.geometry import POINT
from dashboard.exports.deck.library import Shapes
from dashboard.exports.deck.metrics import LINE
from dashboard.exports.deck.passages import SMALL, Passage, say
from dashboard.exports.deck.room import Room
from dashboard.exports.deck.shapes import Box, box, line, named, set_frame, text
from dashboard.exports.deck.slides import write
from dashboard.exports.deck.wording import plain
from dashboard.figures.theme import LIGHT
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import Stage
from dashboard.queries import attribution, lives, public
from dashboard.queries.lives import DrawnLife, Step
from dashboard.queries.scenes import Told
from dashboard.queries.selection import select_measures
from dashboard.queries.tables import Tables
from dashboard.queries.text import counted

THICK: Mapping[Stage, float] = dict(zip(Stage, (3, 6, 9, 12, 16, 22), strict=True))  # pixels, as on the stage
NAMES, ENDS, GAP = 0.2, 0.34, 20  # shares of the width for names and for what would end each; pixels between columns
PADDING = 9  # pixels above and below a row's words


def draw(shapes: Shapes, told: Told, tables: Tables, room: Room) -> list[tuple[str, Citation]]:
    """Draw the measures of the track that a scene shows; give what their stop conditions rest on."""
    dossier, as_of = tables.dossier, told.place.selection.as_of
    time = lives.drawn_time(tables)
    found = [
        lives.drawn(one, time, as_of)
        for one in lives.of_measures(select_measures(tables, told.place.selection), dossier, as_of)
        if told.place.panel in (None, one.measure.track)
    ]
    names, ends = room.width * NAMES, room.width * ENDS
    bars = Room(room.left + names + GAP, room.top, room.width - names - ends - 2 * GAP, room.height)
    top = _heads(shapes, room, ends)
    rows = [(one, _passages(one, told, tables)) for one in found]
    shown, bottom = [], room.bottom - SMALL * LINE * POINT
    for one, (name, end) in rows:
        high = max(name.height(names / POINT), end.height(ends / POINT)) * POINT + 2 * PADDING
        if top + high > (room.bottom if one is found[-1] else bottom):
            break
        _row(shapes, one, (name, end), Room(room.left, top, room.width, high), bars, ends, tables)
        shown.append(one)
        top += high
    if len(shown) < len(found):
        words = f"and {counted(len(found) - len(shown), 'more measure')}"
        text(shapes, Box(room.left, top, room.width, 20), words, SMALL, LIGHT.muted).name = "More"
    _years(shapes, bars, top, lives.years(time))
    return [
        (one.life.measure.label, cited)
        for one in shown
        if public.is_stated(one.life.measure.stop_condition, as_of)
        for cited in public.citations(one.life.measure.stop_condition.sources, dossier.source, as_of)
    ]


def _passages(one: DrawnLife, told: Told, tables: Tables) -> tuple[Passage, Passage]:
    measure = one.life.measure
    end = attribution.stop(measure.stop_condition, tables.dossier, told.place.selection.as_of, short=True)
    name = say(plain(measure.label), bold=True, size=SMALL, before=0)
    return name, say(plain(end), size=SMALL, before=0)


def _heads(shapes: Shapes, room: Room, ends: float) -> float:
    high = SMALL * LINE * POINT
    for left, words in ((room.left, "Measure"), (room.left + room.width - ends, "What would end it")):
        text(shapes, Box(left, room.top, 200, high), words, SMALL, LIGHT.muted, bold=True).name = plain(f"Head: {words}")
    named(line(shapes, (room.left, room.top + high + 6, room.left + room.width, room.top + high + 6), LIGHT.muted), "Rule")
    return room.top + high + 8


def _row(
    shapes: Shapes, one: DrawnLife, words: tuple[Passage, Passage], row: Room, bars: Room, ends: float, tables: Tables
) -> None:
    measure = one.life.measure
    for left, wide, passage, what in (
        (row.left, bars.left - row.left - GAP, words[0], "name"),
        (row.left + row.width - ends, ends, words[1], "end"),
    ):
        high = passage.height(wide / POINT) * POINT
        shape = shapes.add_textbox(*map(geometry.emu, (left, row.top + (row.height - high) / 2, wide, high)))
        shape.name = plain(f"{measure.label}, {what}")
        set_frame(shape.text_frame, wrap=True)
        write(shape.text_frame, [passage])
    color = LIGHT.of(tables.dossier.lane[measure.track])
    middle = row.top + row.height / 2
    for step in one.steps:
        _step(shapes, step, measure.label, bars, middle, color)
    if one.open_end:
        at = Box(bars.left + bars.width * one.steps[-1].end / 100, middle - 11, 11, 22)
        named(box(shapes, MSO_SHAPE.ISOSCELES_TRIANGLE, _turned(at), color), "It went on").rotation = 90
    named(line(shapes, (row.left, row.bottom, row.left + row.width, row.bottom), LIGHT.rule), "Rule")


def _turned(at: Box) -> Box:
    """Give the box of a shape that fills another once it is turned by a quarter."""
    return Box(at.left + (at.width - at.height) / 2, at.top + (at.height - at.width) / 2, at.height, at.width)


def _step(shapes: Shapes, step: Step, label: str, bars: Room, middle: float, color: str) -> None:
    stage, thick = step.reached.stage, THICK[step.reached.stage]
    start = bars.left + bars.width * step.start / 100
    wide = 3 if stage is Stage.ENDED else max(bars.width * (step.end - step.start) / 100, 3)
    alt = f"{label}: {stage.label}, {step.reached.date} (E{step.reached.event.number})"
    shape = named(box(shapes, MSO_SHAPE.RECTANGLE, Box(start, middle - thick / 2, wide, thick), color), alt, alt)
    soft = round((step.certain - step.start) / (step.end - step.start) * 100) if step.end > step.start else 0
    if soft:
        shape.fill.gradient()
        shape.fill.gradient_angle = 0
        frame.set_stops(shape, ((0, LIGHT.background), (soft, color), (100, color)))


def _years(shapes: Shapes, bars: Room, bottom: float, years: tuple[tuple[int, float], ...]) -> None:
    high = SMALL * LINE * POINT
    free = bars.left - 1
    for year, at in years:
        x = bars.left + bars.width * at / 100
        drawn = named(line(shapes, (x, bars.top + high + 8, x, bottom), LIGHT.rule), f"{year} begins")
        shapes._spTree.insert(2, drawn.element)  # noqa: SLF001 - under all else, for which the library has no public way
        if x - 20 > free and x + 20 < bars.left + bars.width + GAP:
            text(shapes, Box(x - 20, bars.top, 40, high), str(year), SMALL, LIGHT.muted, align="center").name = plain(
                f"Year {year}"
            )
            free = x + 20

"""One measure on a slide: its life at the left, what would end it at the right."""

from pptx.enum.shapes import MSO_SHAPE

from dashboard.exports.deck import geometry
from dashboard.exports.deck.fitting import fitted
from dashboard.exports.deck.geometry import POINT
from dashboard.exports.deck.library import Shapes
from dashboard.exports.deck.passages import Passage, Run, heading, say
from dashboard.exports.deck.room import Room
from dashboard.exports.deck.shapes import Box, box, named, set_frame
from dashboard.exports.deck.slides import write
from dashboard.exports.deck.wording import plain
from dashboard.figures.theme import LIGHT, mixed
from dashboard.model.sources import Citation
from dashboard.queries import attribution, lives, public
from dashboard.queries.citations import reference
from dashboard.queries.lives import Life
from dashboard.queries.scenes import Told
from dashboard.queries.tables import Tables
from dashboard.queries.text import stopped

NOTHING = "Nothing of this was public or is selected."
GAP, INSET, EDGE = 40, 18, 4  # pixels between the halves, within the right one, and of its upright
_SHADE = 0.05  # of the ink, behind what would end it


def draw(shapes: Shapes, told: Told, tables: Tables, room: Room) -> list[tuple[str, Citation]]:
    """Draw the measure that a scene is about; give what its stop condition rests on."""
    dossier, as_of = tables.dossier, told.place.selection.as_of
    known = lives.of_measures(tables.measures, dossier, as_of)
    one = next((one for one in known if one.measure.id == told.place.measure), None)
    if not one:
        _write(shapes, Box(room.left, room.top, room.width, 40), [say(NOTHING)], "Words")
        return []
    half = (room.width - GAP) / 2
    _write(
        shapes,
        Box(room.left, room.top, half, room.height),
        fitted(_life(one, told, tables), half / POINT, room.height / POINT),
        "Life",
    )
    left, inner = room.left + half + GAP, half - 2 * INSET
    passages = fitted(_stop(one, told, tables), inner / POINT, (room.height - 2 * INSET) / POINT)
    high = sum(passage.height(inner / POINT) for passage in passages) * POINT + 2 * INSET
    ground = Box(left, room.top, half, high)
    named(box(shapes, MSO_SHAPE.RECTANGLE, ground, mixed(LIGHT.ink, LIGHT.background, _SHADE)), "Ground of the stop condition")
    named(box(shapes, MSO_SHAPE.RECTANGLE, Box(left, room.top, EDGE, high), LIGHT.ink), "Edge of the stop condition")
    _write(shapes, Box(left + INSET, room.top + INSET, inner, high - 2 * INSET), passages, "What would end it")
    return [(one.measure.label, cited) for cited in _stop_sources(one, told, tables)]


def _life(one: Life, told: Told, tables: Tables) -> list[Passage]:
    dossier, as_of = tables.dossier, told.place.selection.as_of
    measure = one.measure
    name = measure.label if as_of else measure.title
    found = [] if name in told.message else [say(plain(name), bold=True, size=18, before=0)]
    found.append(say(plain(f"{dossier.lane[measure.track].title}. By {stopped(dossier.party[measure.by].name)}")))
    for reached in one.stages:
        words = f"   {reached.date} (E{reached.event.number})"
        found.append(Passage((Run(reached.stage.label, bold=True), Run(words)), before=6))
    for word, text in (("Aim.", measure.aim), ("Limit.", measure.limit)):
        if text and not as_of:
            found.append(Passage((Run(f"{word} ", bold=True), Run(plain(text))), before=10))
    return found


def _stop(one: Life, told: Told, tables: Tables) -> list[Passage]:
    dossier, as_of = tables.dossier, told.place.selection.as_of
    stop = one.measure.stop_condition
    found = [heading("What would end it", 18)]
    if public.is_stated(stop, as_of):
        by = f" by {dossier.party[stop.by].name}" if stop.by else ""
        found.append(say(plain(f"{attribution.stop_in_words(stop, as_of)}{by}, {stop.date}."), bold=True))
        found.append(say(plain(stop.text)))
        found += [
            say(plain(f"Source: {reference(dossier.source[cited.id], cited.locator)}"), size=12, before=8)
            for cited in _stop_sources(one, told, tables)
        ]
        return found
    found.append(say(plain(stopped(attribution.stop(stop, dossier, as_of))), bold=True))
    if not stop.date and not as_of:
        found.append(say(plain(stop.text)))
    return found


def _stop_sources(one: Life, told: Told, tables: Tables) -> tuple[Citation, ...]:
    stop, as_of = one.measure.stop_condition, told.place.selection.as_of
    if stop.date and not public.is_stated(stop, as_of):
        return ()
    return public.citations(stop.sources, tables.dossier.source, as_of)


def _write(shapes: Shapes, at: Box, passages: list[Passage], name: str) -> None:
    shape = shapes.add_textbox(*map(geometry.emu, (at.left, at.top, at.width, at.height)))
    shape.name = name
    set_frame(shape.text_frame, wrap=True)
    write(shape.text_frame, [Passage(one.runs, one.size, 0 if first == 0 else one.before) for first, one in enumerate(passages)])

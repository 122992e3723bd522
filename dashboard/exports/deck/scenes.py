"""The scenes of a brief, each on one slide as the stage shows it, with its notes as speaker notes."""

from collections.abc import Iterable
from dataclasses import replace

from pptx.slide import Slide

from dashboard.exports.deck import geometry, lives_chart, measure, positions
from dashboard.exports.deck.geometry import MARGIN, POINT
from dashboard.exports.deck.passages import Passage, Run, say
from dashboard.exports.deck.placing import placed
from dashboard.exports.deck.references import Cited
from dashboard.exports.deck.room import Room
from dashboard.exports.deck.shapes import rgb, set_frame
from dashboard.exports.deck.slides import Deck, write
from dashboard.exports.deck.template import SCENE_BODY_TOP, Layout, message_size
from dashboard.exports.deck.timeline import draw
from dashboard.exports.deck.type_sizes import POINTS
from dashboard.exports.deck.wording import plain, unmarked
from dashboard.exports.extract import Extract
from dashboard.figures.theme import LIGHT
from dashboard.model.events import Event
from dashboard.model.record import suggest
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import PageName
from dashboard.queries import links, public
from dashboard.queries.attribution import credit
from dashboard.queries.citations import reference
from dashboard.queries.scenes import Talk, Told, of_brief
from dashboard.queries.selection import select
from dashboard.queries.tables import Tables
from dashboard.queries.text import counted, listed, stopped

ROOM = (18.0, 16.0, *POINTS)  # points of labels: a room reads from afar
FOOT_POINTS = 11  # of the source line, which is for reading afterwards
NO_NOTES = "No notes."
_Rests = list[tuple[str, Citation]]  # what rests on a source, and the place in it


def named(brief: str, extract: Extract) -> Talk:
    """Give the brief of a name.

    Raises ValueError where the record has no such brief, or where the extract is as of a day.
    """
    briefs = {one.id: one for one in extract.dossier.briefs}
    if brief not in briefs:
        message = f"'{brief}' is not a brief; {suggest(brief, tuple(briefs))}"
        raise ValueError(message)
    if extract.as_of:
        message = "the scenes of a brief have days of their own; leave the as-of day out"
        raise ValueError(message)
    return of_brief(briefs[brief])


def add(deck: Deck, talk: Talk, tables: Tables) -> Cited:
    """Add a slide for each scene; give the sources of what the scenes open."""
    rests: _Rests = []
    for told in talk.scenes:
        rests += _scene(deck, told, tables)
    found: dict[str, dict[tuple[str, str | None], None]] = {}
    for name, citation in rests:
        found.setdefault(citation.id, {})[name, citation.locator] = None
    order = [source.id for source in tables.dossier.sources]
    return {source: tuple(found[source]) for source in sorted(found, key=order.index)}


def _scene(deck: Deck, told: Told, tables: Tables) -> _Rests:
    dossier, as_of = tables.dossier, told.place.selection.as_of
    event = dossier.event[told.place.event] if told.place.event else None
    number = f"E{event.number}" if event else ""
    slide = deck.begin(Layout.SCENE, told.title, unmarked(told.notes) or [NO_NOTES], number)
    message = slide.placeholders[1]
    write(message.text_frame, [say(plain(told.message), size=message_size(deck.ratio), before=0)])
    foot = _foot(event, told, tables) if event else []
    high = sum(passage.height(deck.ratio.inner / POINT) for passage in foot) * POINT
    bottom = geometry.FOOT_TOP - 6 - high
    room = Room(MARGIN, SCENE_BODY_TOP, deck.ratio.inner, bottom - 12 - SCENE_BODY_TOP)
    rests: _Rests = []
    if event:
        rests += [(number, cited) for cited in public.citations(event.sources, dossier.source, as_of)]
    if told.page is PageName.RESPONSES and told.place.measure:
        rests += measure.draw(slide.shapes, told, tables, room)
    elif told.page is PageName.RESPONSES:
        rests += lives_chart.draw(slide.shapes, told, tables, room)
    elif told.page is PageName.POSITIONS:
        rests += positions.draw(slide.shapes, told, tables, room)
    else:
        _timeline(slide, told, tables, room)
    _write_foot(slide, foot, bottom, deck.ratio.inner)
    return rests


def _timeline(slide: Slide, told: Told, tables: Tables, room: Room) -> None:
    event, place = told.place.event, replace(told.place, ghosts=False)
    shown = select(tables, place.selection)
    width, height = int(room.width), int(room.height)
    found = placed(shown, tables, place, width, height, points=ROOM)
    if event and event not in {mark.id for mark in found.view.layout.marks}:
        found = placed(shown, tables, place, width, height, foremost=event, points=ROOM)
    dossier = tables.dossier
    drawn = links.to_draw(dossier.event[event], dossier, place.selection.as_of) if event else ()
    draw(slide.shapes, found, dossier, room.left, room.top, links=drawn, chosen=event)


def _foot(event: Event, told: Told, tables: Tables) -> list[Passage]:
    """Say what the open event is, by whose word, and where it stands."""
    dossier = tables.dossier
    parties = listed(dossier.party[party].short for party in event.parties)
    said = f"{event.date}   {stopped(event.label)} {stopped(parties)} {stopped(credit(event, dossier, short=True))}"
    lines = [Passage((Run(f"E{event.number}", bold=True), Run(f"   {plain(said)}")), FOOT_POINTS, 0)]
    sources = public.citations(event.sources, dossier.source, told.place.selection.as_of)
    if sources:
        first = reference(dossier.source[sources[0].id], sources[0].locator)
        more = f" And {counted(len(sources) - 1, 'more source')}." if len(sources) > 1 else ""
        lines.append(say(plain(f"Source: {first}{more}"), size=FOOT_POINTS, before=2))
    return lines


def _write_foot(slide: Slide, foot: Iterable[Passage], top: float, wide: float) -> None:
    passages = list(foot)
    if not passages:
        return
    shape = slide.shapes.add_textbox(*map(geometry.emu, (MARGIN, top, wide, geometry.FOOT_TOP - 6 - top)))
    shape.name = "Event and source"
    set_frame(shape.text_frame, wrap=True)
    write(shape.text_frame, passages)
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.color.rgb = rgb(LIGHT.muted)

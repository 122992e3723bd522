"""The slides of the timeline: the whole at once, and where that is crowded, a slide for each stretch of it."""

from dataclasses import replace

from dashboard.exports.deck import geometry, response_links
from dashboard.exports.deck.placing import Placed, placed
from dashboard.exports.deck.slides import Deck
from dashboard.exports.deck.stretches import stretches
from dashboard.exports.deck.template import Layout
from dashboard.exports.deck.timeline import draw, told
from dashboard.exports.extract import Extract
from dashboard.model.vocabulary import Importance
from dashboard.queries.connections import Answer

TOP = 104  # pixels; an axis has its own room above
FEW = 12  # links that a slide still bears


def timeline(deck: Deck, extract: Extract) -> None:
    """Add the timeline, in one slide where all of it can be said there."""
    place = replace(extract.place, event=None, ghosts=False)
    width, height = deck.ratio.inner, geometry.BODY_BOTTOM - TOP
    whole = placed(extract.events, extract.tables, place, width, height)
    _add(deck, extract, "Timeline", whole)
    if whole.says_all:
        return
    for part in stretches(extract.tables, place, width, height):
        _add(deck, extract, f"Timeline, {part.window}", part.placed)


def _add(deck: Deck, extract: Extract, title: str, found: Placed) -> None:
    events = [str(name) for name in found.view.events.index]
    sentence = extract.sentence if title == "Timeline" else f"{len(events)} of the events shown."
    notes = [sentence, *(f"{told([name], extract.dossier)}." for name in events)]
    slide = deck.begin(Layout.FIGURE, title, notes)
    links = _few(response_links.among(events, extract.dossier), extract)
    draw(slide.shapes, found, extract.dossier, geometry.MARGIN, TOP, links=links)


def _few(links: tuple[Answer, ...], extract: Extract) -> tuple[Answer, ...]:
    """Keep all links where they are few, or else those between the events that carry the story."""
    event = extract.dossier.event
    if len(links) <= FEW:
        return links
    keys = {Importance.KEY}
    return tuple(link for link in links if {event[link.earlier].importance, event[link.later].importance} <= keys)

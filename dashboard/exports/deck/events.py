"""The key events, each on a slide of its own with its credit, what it answers and its sources."""

from collections.abc import Iterator

from dashboard.exports.deck import geometry, marks
from dashboard.exports.deck.links_out import opening
from dashboard.exports.deck.passages import SMALL, Passage, Run, heading, say
from dashboard.exports.deck.slides import Deck
from dashboard.exports.deck.wording import paragraphs, plain
from dashboard.exports.extract import Extract
from dashboard.figures.theme import LIGHT
from dashboard.model.events import Event
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import Importance
from dashboard.queries import links, public
from dashboard.queries.attribution import credit
from dashboard.queries.citations import of_event, reference
from dashboard.queries.links import Link
from dashboard.queries.text import listed, stopped

MARK, APART = 20, 38  # pixels of the mark beside the text, and of the column that it stands in


def key_events(deck: Deck, extract: Extract) -> None:
    """Add a slide for each key event among those selected."""
    for event in extract.told():
        if event.importance is Importance.KEY:
            _event(deck, extract, event)


def _event(deck: Deck, extract: Extract, event: Event) -> None:
    slides = deck.flow(event.title, list(_passages(event, extract)), list(_notes(event, extract)), f"E{event.number}", APART)
    dossier = extract.dossier
    standing = dossier.standing[event.standing]
    for at, lane in enumerate(dossier.lanes_of(event)):
        place = marks.frame(lane.symbol, geometry.MARGIN + MARK * 0.7, geometry.BODY_TOP + 10 + at * MARK * 1.6, MARK)
        alt = f"{lane.title}. {standing.title}: {standing.meaning}."
        marks.mark(slides[0].shapes, lane.symbol, standing.glyph, place, LIGHT.of(lane), f"E{event.number} mark", alt)


def _passages(event: Event, extract: Extract) -> Iterator[Passage]:
    dossier, as_of = extract.dossier, extract.as_of
    exact = f" ({event.date.doubt})" if event.date.doubt else ""
    where = listed(lane.title for lane in dossier.lanes_of(event))
    link = extract.link(event.id)
    yield Passage((Run(f"E{event.number}", bold=True, link=plain(link)), Run(f"   {event.date}{exact}   {plain(where)}")))
    yield say(plain(stopped(credit(event, dossier))), bold=True)
    for paragraph in paragraphs(event.summary):
        yield say(paragraph, before=8)
    for note in public.later(event, as_of):
        yield Passage((Run(f"Known later, from {note.known}. ", bold=True), Run(plain(note.text))))
    if event.known:
        yield say(f"Became public: {event.known}.")
    for title, found in _links(event, extract):
        yield heading(title)
        for one in found:
            yield say(plain(_linked(one, extract)), size=SMALL, before=2)
    yield heading("Sources")
    for cited in extract.citations(event):
        yield _source(cited, extract)


def _links(event: Event, extract: Extract) -> Iterator[tuple[str, tuple[Link, ...]]]:
    told = {
        "What it answers": links.answers(event, extract.dossier, extract.as_of),
        "What answered it": links.answered_by(event, extract.dossier, extract.as_of),
    }
    return ((title, found) for title, found in told.items() if found)


def _linked(link: Link, extract: Extract) -> str:
    other = link.event
    after = f", {link.between}" if link.between else ""
    return f"E{other.number}, {other.date}{after}: {other.label} ({credit(other, extract.dossier, short=True)}); {link.grounds}"


def _source(cited: Citation, extract: Extract) -> Passage:
    source = extract.source(cited)
    return Passage((Run(plain(reference(source, cited.locator))), *opening(source)), SMALL, 3)


def _notes(event: Event, extract: Extract) -> Iterator[str]:
    dossier = extract.dossier
    yield f"E{event.number}, {event.date}. {event.title}."
    yield stopped(credit(event, dossier))
    yield from paragraphs(event.summary)
    yield f"Who acts: {listed(dossier.party[party].name for party in event.parties)}."
    if event.date_note and not extract.as_of:  # a remark on the date may name what became known later
        yield f"On the date: {event.date_note}"
    for cited in extract.citations(event):
        yield f"Source: {reference(extract.source(cited), cited.locator)}"
    yield of_event(event, dossier, extract.link(event.id), extract.accessed)

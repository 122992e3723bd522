"""One event in full."""

from collections.abc import Iterable, Iterator
from datetime import date

from dashboard.fragments import notebook
from dashboard.fragments.links import Here, Links
from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.measures import Measure
from dashboard.model.vocabulary import Grounds, Stage
from dashboard.queries import attribution, citations, offices, public, terms
from dashboard.queries import links as responses


def in_full(
    event: Event, dossier: Dossier, links: Links, as_of: date | None, hidden_by: Iterable[str], accessed: date | None = None
) -> str:
    """Write everything that the record knows of an event, as far as it was public on the day.

    ``accessed`` is the day on which it is read, for its citation.
    """
    later = public.later(event, as_of)
    found = terms.public(dossier, as_of)
    return render(
        "detail.html",
        dossier=dossier,
        event=event,
        here=links.event,
        there=links.measure,
        chain=responses.chain(event, dossier, as_of),
        hidden_by=list(hidden_by),
        lanes=dossier.lanes_of(event),
        glyph=dossier.standing[event.standing].glyph,
        standing=dossier.standing[event.standing],
        credit=attribution.credit(event, dossier),
        later=later,
        as_of=as_of,
        sources=public.citations(event.sources, dossier.source, as_of),
        later_sources=[public.citations(note.sources, dossier.source, as_of) for note in later],
        parties=[dossier.party[party].name for party in event.parties],
        people=[(dossier.person[name], offices.held(dossier.person[name], event.date)) for name in event.people],
        answers=responses.answers(event, dossier, as_of),
        answered_by=responses.answered_by(event, dossier, as_of),
        all_grounds=tuple(Grounds),
        measures=list(_measures(event, dossier, as_of)),
        note=notebook.of_event(event, dossier, links.event(event.id)),
        citation=citations.of_event(event, dossier, accessed=accessed),
        terms=found,
        terms_of_title=_only_in_title(event, found, dossier),
    )


def neighbours(previous: Event | None, following: Event | None, here: Here) -> str:
    """Write the way to the previous and the next of the events shown."""
    return render("neighbours.html", previous=previous, next=following, here=here)


def _only_in_title(event: Event, found: terms.Finder, dossier: Dossier) -> list[str]:
    """Give the terms that stand in the title and not in the summary, by their names."""
    told = {use.term for use in found.uses(event.summary)}
    names = {term.id: term.term for term in dossier.glossary}
    return [names[use.term] for use in found.first_uses(event.title) if use.term not in told]


def _measures(event: Event, dossier: Dossier, as_of: date | None) -> Iterator[tuple[Measure, Stage]]:
    if not event.public.by(as_of):
        return
    for measure in dossier.measures:
        for stage in measure.stages:
            if stage.event == event.id:
                yield measure, stage.stage

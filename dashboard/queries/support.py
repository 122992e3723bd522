"""How thinly events are supported: which rest on one source only, and which on the press alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Rank
from dashboard.queries import public


@dataclass(frozen=True)
class Support:
    """Events in their order: those that rest on one source, and those that rest on press reports alone."""

    one_source: tuple[Event, ...]
    press_only: tuple[Event, ...]


def thin(events: Iterable[Event], dossier: Dossier, as_of: date | None) -> Support:
    """Find the events that are thinly supported, by the sources of the event itself that had been issued by the day."""
    one, press = [], []
    for event in events:
        cited = {citation.id for citation in public.citations(event.sources, dossier.source, as_of)}
        if len(cited) == 1:
            one.append(event)
        if cited and {dossier.source[name].rank for name in cited} == {Rank.PRESS}:
            press.append(event)
    return Support(tuple(one), tuple(press))


def cited(events: Iterable[Event], dossier: Dossier, as_of: date | None) -> frozenset[str]:
    """Give the ids of the sources of events themselves."""
    found = (public.citations(event.sources, dossier.source, as_of) for event in events)
    return frozenset(citation.id for citations in found for citation in citations)


def resting_on(events: Iterable[Event], dossier: Dossier, as_of: date | None) -> frozenset[str]:
    """Give the ids of all sources that events rest on, those of what became known of them later included."""
    all_ = tuple(events)
    later = (note.sources for event in all_ for note in public.later(event, as_of))
    told = (citation.id for sources in later for citation in public.citations(sources, dossier.source, as_of))
    return cited(all_, dossier, as_of) | frozenset(told)

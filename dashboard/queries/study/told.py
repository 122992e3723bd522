"""What settles a question that was made, in words and in passages."""

from collections.abc import Iterable
from datetime import date

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.sources import Citation
from dashboard.queries import attribution, public
from dashboard.queries.text import stopped


def happened(events: Iterable[Event], dossier: Dossier) -> str:
    """Say of each event when it was, what it was and by whose word."""
    return " ".join(_told(str(event.date), event, dossier) for event in events)


def became_public(events: Iterable[Event], dossier: Dossier) -> str:
    """Say of each event when it became public, of what day it is, what it was and by whose word."""
    return " ".join(
        _told(f"{event.public}, of {event.date}" if event.known else str(event.date), event, dossier) for event in events
    )


def passages(events: Iterable[Event], dossier: Dossier, as_of: date | None) -> tuple[Citation, ...]:
    """Give the passages that events rest on, each once, as far as they had been published by the day."""
    cited = dict.fromkeys(citation for event in events for citation in event.sources)
    return public.citations(tuple(cited), dossier.source, as_of)


def _told(when: str, event: Event, dossier: Dossier) -> str:
    return f"{when[:1].upper()}{when[1:]}: {stopped(event.title)} {stopped(attribution.credit(event, dossier))}"

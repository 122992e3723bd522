"""What was public on a day."""

from collections.abc import Mapping
from datetime import date

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event, Later
from dashboard.model.measures import StopCondition
from dashboard.model.sources import Citation, Source


def later(event: Event, as_of: date | None) -> tuple[Later, ...]:
    """Give what became public after an event, as far as it was public on the day."""
    return tuple(note for note in event.later if note.known.by(as_of))


def citations(cited: tuple[Citation, ...], sources: Mapping[str, Source], as_of: date | None) -> tuple[Citation, ...]:
    """Give the citations of sources that had been issued by the day; one without a date is taken to have been."""
    return tuple(citation for citation in cited if _issued_by(sources[citation.id], as_of))


def _issued_by(source: Source, as_of: date | None) -> bool:
    return source.issued is None or source.issued.by(as_of)


def review(dossier: Dossier, as_of: date | None) -> Event | None:
    """Give the review of the dossier's strategy, where it has one that was public on the day."""
    strategy = dossier.front.strategy
    event = dossier.event[strategy.review] if strategy else None
    return event if event and event.public.by(as_of) else None


def is_stated(stop: StopCondition, day: date | None) -> bool:
    """Tell whether a stop condition had been stated by a day."""
    return stop.date is not None and stop.date.by(day)

"""The response as one: what was found, what the review concluded, what it aims at and by which tracks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.model.dossier import Aim, Dossier, Passage, Track
from dashboard.model.events import Event
from dashboard.model.sources import Source
from dashboard.queries import lives, public
from dashboard.queries.lives import Life


@dataclass(frozen=True)
class Purpose:
    """An aim with the passage that states it and the document that the passage is in."""

    aim: Aim
    passage: Passage | None
    document: Source | None


@dataclass(frozen=True)
class Branch:
    """A track of the response: the event that announced it, where it was public, and its measures."""

    track: Track
    announcement: Event | None
    lives: tuple[Life, ...]


@dataclass(frozen=True)
class IntegratedResponse:
    """The whole, from the finding to the tracks; before the review was public it has neither review nor aims."""

    finding: Event
    review: Event | None
    purposes: tuple[Purpose, ...]
    branches: tuple[Branch, ...]


def integrated(dossier: Dossier, measures: Iterable[Life], as_of: date | None) -> IntegratedResponse | None:
    """Put the dossier's strategy together as far as it was public on the day, with the measures given.

    None where the dossier has no strategy, or where its finding was not public yet.
    """
    strategy = dossier.front.strategy
    if not strategy or not dossier.event[strategy.finding].public.by(as_of):
        return None
    announced = {track: dossier.event[event] for track, event in strategy.tracks.items()}
    branches = tuple(
        Branch(track, _public(announced.get(track.id), as_of), found) for track, found in lives.by_track(measures, dossier)
    )
    review = public.review(dossier, as_of)
    purposes = tuple(_purpose(aim, dossier) for aim in strategy.aims) if review else ()
    return IntegratedResponse(dossier.event[strategy.finding], review, purposes, branches)


def _public(event: Event | None, as_of: date | None) -> Event | None:
    return event if event and event.public.by(as_of) else None


def _purpose(aim: Aim, dossier: Dossier) -> Purpose:
    document = dossier.front.key_document
    if not document:
        return Purpose(aim, None, None)
    passage = next((passage for passage in document.passages if passage.locator == aim.locator), None)
    return Purpose(aim, passage, dossier.source[document.source])

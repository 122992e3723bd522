"""What is certain of the order of events."""

from dashboard.model.dates import EventDate
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event


def is_certain(date: EventDate) -> bool:
    """Tell whether first and last possible day are known without the source's own doubt."""
    return not (date.open_end or date.about or date.uncertain)


def follows(later: EventDate, earlier: EventDate) -> bool:
    """Tell whether one date surely comes after another: its first possible day after the other's last."""
    return is_certain(later) and is_certain(earlier) and later.earliest > earlier.last_known


def are_apart(one: EventDate, other: EventDate) -> bool:
    """Tell whether it is certain which of two dates came first."""
    return follows(one, other) or follows(other, one)


def are_linked(one: Event, other: Event, dossier: Dossier) -> bool:
    """Tell whether sense alone would say which of two events came first.

    One answers the other, be it over others between, or both are steps in the life of one measure.
    """
    return one.id in _answered(other, dossier) or other.id in _answered(one, dossier) or _share_a_measure(one, other, dossier)


def _share_a_measure(one: Event, other: Event, dossier: Dossier) -> bool:
    lives = ([stage.event for stage in measure.stages] for measure in dossier.measures)
    return any(one.id in events and other.id in events for events in lives)


def _answered(event: Event, dossier: Dossier) -> frozenset[str]:
    found: set[str] = set()
    new = {response.event for response in event.responds_to}
    while new:
        found |= new
        new = {response.event for name in new for response in dossier.event[name].responds_to} - found
    return frozenset(found)

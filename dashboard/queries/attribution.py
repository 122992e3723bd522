"""The credit that no claim travels without."""

from collections.abc import Iterable

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Standing
from dashboard.queries.text import listed


def credit(event: Event, dossier: Dossier, *, short: bool = False) -> str:
    """Say how far an event is agreed and by whose word: "Disputed: asserted by one party, denied by another"."""
    title = dossier.standing[event.standing].title
    if event.standing is Standing.DOCUMENTED:
        return title
    asserted = f"asserted by {_names(event.asserted_by, dossier, short=short)}"
    if event.standing is Standing.ASSERTED:
        # "Asserted: asserted by" would stammer.
        return f"{title}{asserted.removeprefix('asserted')}" if title.casefold() == "asserted" else f"{title}: {asserted}"
    return f"{title}: {asserted}, denied by {_names(event.disputed_by, dossier, short=short)}"


def _names(parties: Iterable[str], dossier: Dossier, *, short: bool) -> str:
    return listed(dossier.party[party].short if short else dossier.party[party].name for party in parties)

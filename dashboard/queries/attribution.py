"""The credit that no claim travels without."""

from collections.abc import Iterable
from datetime import date

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.measures import StopCondition
from dashboard.model.positions import Entry
from dashboard.model.vocabulary import Standing, StopStanding
from dashboard.queries.public import is_stated
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


def in_brief(event: Event, dossier: Dossier) -> str:
    """Say in as few words as can be how far an event is agreed and who asserts it: "Disputed (one party)"."""
    title = dossier.standing[event.standing].title
    return f"{title} ({_names(event.asserted_by, dossier, short=True)})" if event.asserted_by else title


def words_of(entry: Entry, dossier: Dossier) -> str:
    """Say what an entry of a contested question is and whose: "Reply: a party"."""
    return f"{entry.kind.label}: {dossier.party[entry.by].name}"


def stop(condition: StopCondition, dossier: Dossier, day: date | None, *, short: bool = False) -> str:
    """Say in short what was known on a day of a measure's end, and by whose word."""
    if condition.by is None or not is_stated(condition, day):
        return stop_in_words(condition, day)
    party = dossier.party[condition.by]
    by = f"{party.short if short else party.name}, {condition.date}"
    said = f"“{found}” ({by})" if (found := quoted(condition.text)) else by
    return f"{stop_in_words(condition, day)}: {said}"


def stop_in_words(condition: StopCondition, day: date | None) -> str:
    """Say what sort of word there was on a day of a measure's end."""
    if condition.date is None:
        return "No stop condition stated"
    if not is_stated(condition, day):
        return "No stop condition stated by then"
    independent = condition.standing is StopStanding.INDEPENDENT
    return "Said not to depend on compliance" if independent else "Stop condition stated"


def quoted(text: str) -> str:
    """Give the longest quotation in a text, or nothing where it has none."""
    return max(text.split('"')[1::2], key=len, default="")


def _names(parties: Iterable[str], dossier: Dossier, *, short: bool) -> str:
    return listed(dossier.party[party].short if short else dossier.party[party].name for party in parties)

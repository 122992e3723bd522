"""Rules of contested questions: that both sides speak, in order, about as much, and to each other."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from dashboard.loading.problems import Breach
from dashboard.model.dossier import Dossier
from dashboard.model.positions import ContestedQuestion, Entry
from dashboard.model.vocabulary import Place

MOST_TIMES = 1.5  # how much longer one side's entries may be than the other's, in the mean


def are_questions(dossier: Dossier) -> Iterator[Breach]:
    """Find questions without a question mark."""
    for at, question in enumerate(dossier.positions):
        if not question.question.endswith("?"):
            yield Breach("positions", (at, "question"), 'does not end with "?"; write it as a question')


def entries_stand_in_order(dossier: Dossier) -> Iterator[Breach]:
    """Find entries that certainly came before the one above them."""
    for at, question in enumerate(dossier.positions):
        for index, (above, below) in enumerate(pairwise(question.entries), start=1):
            if below.date.latest and below.date.latest < above.date.earliest:
                message = f"{below.date} is before {above.date}, the date of {above.id} above it; move it up"
                yield Breach("positions", (at, "entries", index, "date"), message)


def both_sides_speak(dossier: Dossier) -> Iterator[Breach]:
    """Find questions to which nobody on the left or nobody on the right speaks."""
    for at, question in enumerate(dossier.positions):
        said = _said(question, dossier)
        for place in (Place.LEFT, Place.RIGHT):
            if place not in said:
                message = f"nobody on the {place} speaks; add what a party of that side says, or that it is silent"
                yield Breach("positions", (at, "entries"), message)


def both_sides_speak_about_as_much(dossier: Dossier) -> Iterator[Breach]:
    """Warn where one side's entries are much longer than the other's."""
    for at, question in enumerate(dossier.positions):
        said = _said(question, dossier)
        if Place.LEFT not in said or Place.RIGHT not in said:
            continue
        means = {place: sum(map(len, said[place])) / len(said[place]) for place in (Place.LEFT, Place.RIGHT)}
        longer, shorter = sorted(means, key=means.__getitem__, reverse=True)
        if means[longer] > MOST_TIMES * means[shorter]:
            told = f"have {means[longer]:.0f} characters in the mean, those on the {shorter} {means[shorter]:.0f}"
            message = f"those on the {longer} {told}; let one be at most {MOST_TIMES} times the other"
            yield Breach("positions", (at, "entries"), message, warning=True)


def replies_answer_another_side(dossier: Dossier) -> Iterator[Breach]:
    """Find replies to what stands below them, in another question, or on their own side."""
    for at, question in enumerate(dossier.positions):
        for index, entry in enumerate(question.entries):
            message = _wrong_reply(entry, question.entries[:index], dossier)
            if entry.replies_to and message:
                yield Breach("positions", (at, "entries", index, "replies_to"), message)


def events_are_not_later_than_entries(dossier: Dossier) -> Iterator[Breach]:
    """Find entries that name an event that came only after them."""
    for at, question in enumerate(dossier.positions):
        for index, entry in enumerate(question.entries):
            event = dossier.event.get(entry.event) if entry.event else None
            if event and event.date.earliest > entry.date.last_known and not entry.date.open_end:
                message = f"E{event.number} came on {event.date}, later than the entry ({entry.date}); name an earlier event"
                yield Breach("positions", (at, "entries", index, "event"), message)


def _wrong_reply(entry: Entry, above: tuple[Entry, ...], dossier: Dossier) -> str:
    answered = next((other for other in above if other.id == entry.replies_to), None)
    if answered is None:
        return f"{entry.replies_to} does not stand above this entry in its question; name an earlier entry of the same question"
    if dossier.party[answered.by].side == dossier.party[entry.by].side:
        return f"{answered.id} is of the same side; name an entry of another side, or choose another kind"
    return ""


def _said(question: ContestedQuestion, dossier: Dossier) -> Mapping[Place, list[str]]:
    places = {side.id: side.place for side in dossier.front.sides}
    found: dict[Place, list[str]] = {}
    for entry in question.entries:
        found.setdefault(places[dossier.party[entry.by].side], []).append(entry.says)
    return found

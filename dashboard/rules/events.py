"""Rules of events: their ids and numbers, their layer, their credit and what they answer."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dashboard.loading.problems import Breach
from dashboard.model.dates import in_words
from dashboard.model.dossier import Dossier
from dashboard.model.vocabulary import Importance, Layer, Standing
from dashboard.rules.order import BLOCKS

MOST_KEY = 20  # about fifteen
FEWEST_SOURCES = 2  # of a disputed event

_NOT = re.compile(r"\bnot\b", re.IGNORECASE)


def ids_begin_with_the_date(dossier: Dossier) -> Iterator[Breach]:
    """Find events whose id does not begin with their date, as far as that is known."""
    for at, event in enumerate(dossier.events):
        start = event.date.written.partition("/")[0].rstrip("~?%")
        if not event.id.startswith(f"{start}-"):
            yield Breach("events", (at, "id"), f"does not begin with the date; begin it with {start}-")


def numbers_have_no_gap(dossier: Dossier) -> Iterator[Breach]:
    """Find the numbers after which one is missing."""
    places = {event.number: at for at, event in enumerate(dossier.events)}
    for before, number in pairwise((0, *sorted(places))):
        if number > before + 1:
            message = f"follows {before}, and {before + 1} is missing; number the events 1, 2, 3 ... without a gap"
            yield Breach("events", (places[number], "number"), message)


def layers_fit_window_and_cutoff(dossier: Dossier) -> Iterator[Breach]:
    """Find events whose layer is not that of their date."""
    window, cutoff = dossier.front.window, dossier.front.cutoff
    reasons = {
        Layer.BACKGROUND: f"it ends before the window, which begins on {in_words(window.earliest)}",
        Layer.AFTERMATH: f"it begins after the cutoff, {cutoff}",
        Layer.CORE: "it lies in the window",
    }
    for at, event in enumerate(dossier.events):
        ended = event.date.latest is not None and event.date.latest < window.earliest
        begins_after = event.date.earliest > cutoff.last_known
        right = Layer.BACKGROUND if ended else Layer.AFTERMATH if begins_after else Layer.CORE
        if BLOCKS[event.layer] != BLOCKS[right]:
            words = " or ".join(layer for layer, block in BLOCKS.items() if block == BLOCKS[right])
            message = f"'{event.layer}' does not fit {event.date}: {reasons[right]}; write {words}"
            yield Breach("events", (at, "layer"), message)


def context_says_that_it_is_not_of_the_dispute(dossier: Dossier) -> Iterator[Breach]:
    """Find events of the context whose summary has no "not"."""
    for at, event in enumerate(dossier.events):
        if event.layer is Layer.CONTEXT and not _NOT.search(event.summary):
            message = 'does not say that the event is not part of the dispute; say so with "not", or choose the layer core'
            yield Breach("events", (at, "summary"), message)


def few_are_key(dossier: Dossier) -> Iterator[Breach]:
    """Warn where so many events are key that none stands out."""
    found = [at for at, event in enumerate(dossier.events) if event.importance is Importance.KEY]
    if len(found) > MOST_KEY:
        message = f"{len(found)} events are key; let about fifteen be, and call the others major"
        yield Breach("events", (found[-1], "importance"), message, warning=True)


def disputed_ones_have_two_sources(dossier: Dossier) -> Iterator[Breach]:
    """Find disputed events that rest on one source without a word on why."""
    for at, event in enumerate(dossier.events):
        if event.standing is Standing.DISPUTED and len(event.sources) < FEWEST_SOURCES and not event.date_note:
            message = "has one source, and the event is disputed; cite two, or say in date_note why there is one"
            yield Breach("events", (at, "sources"), message)


def answer_what_was_before(dossier: Dossier) -> Iterator[Breach]:
    """Find events that answer themselves, one event twice, or one that began only later."""
    for at, event in enumerate(dossier.events):
        seen: set[str] = set()
        for index, response in enumerate(event.responds_to):
            other, place = dossier.event.get(response.event), (at, "responds_to", index, "event")
            if response.event == event.id:
                yield Breach("events", place, "an event does not answer itself; name an earlier one")
            elif response.event in seen:
                yield Breach("events", place, f"{response.event} is answered twice; name it once")
            elif other and other.date.earliest > event.date.begun:
                message = f"E{other.number} came on {other.date}, later than this event, {event.date}; name an earlier one"
                yield Breach("events", place, message)
            seen.add(response.event)

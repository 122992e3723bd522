"""Rules of what was public when: ``known``, ``later``, and words that nobody could have written yet."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dashboard.loading.problems import Breach
from dashboard.model.dossier import Dossier
from dashboard.model.events import Later

# A year stands alone: not in a larger number, a name or a sum. A fiscal year is a name, and so is the number of a bill.
_YEAR = re.compile(r"(?<![\w,.$€£/])(?<![A-Za-z]-)(?P<year>(?:1[5-9]|20)\d\d)(?=s?\b)(?![,.]\d|%)")
_BEFORE = 30  # characters before a year that may tell that it is none
_NO_YEAR = re.compile(r"(?i:\b(?:fiscal(?: years?)?|section|sec\.|no\.|number|resolution|bill|page|p\.))\s+$")


def known_differs_from_date(dossier: Dossier) -> Iterator[Breach]:
    """Find a ``known`` that only says the date again."""
    for at, event in enumerate(dossier.events):
        if event.known and event.known == event.date:
            yield Breach("events", (at, "known"), "is the date again; leave it out where the event was public at once")


def later_stands_oldest_first(dossier: Dossier) -> Iterator[Breach]:
    """Find notes on what became public later that stand below a newer one."""
    for at, event in enumerate(dossier.events):
        for index, (above, below) in enumerate(pairwise(event.later), start=1):
            if below.known.earliest < above.known.earliest:
                message = f"{below.known} is before {above.known}, which stands above it; put the oldest first"
                yield Breach("events", (at, "later", index, "known"), message)


def later_is_after_the_event_was_public(dossier: Dossier) -> Iterator[Breach]:
    """Find notes of a day on which the event was not public yet, or became so."""
    for at, event in enumerate(dossier.events):
        for index, note in enumerate(event.later):
            if note.known.latest and note.known.latest <= event.public.earliest:
                message = f"{note.known} is not after {event.public}, when the event was public; write it into the summary"
                yield Breach("events", (at, "later", index, "known"), message)


def later_has_a_source_of_its_day(dossier: Dossier) -> Iterator[Breach]:
    """Find notes whose sources were all issued before the day on which it is said to have become public."""
    for at, event in enumerate(dossier.events):
        for index, note in enumerate(event.later):
            if _is_older(note, dossier):
                message = f"all were issued before {note.known}; cite the one that made it public, or give its day"
                yield Breach("events", (at, "later", index, "sources"), message)


def no_year_is_later_than_the_event(dossier: Dossier) -> Iterator[Breach]:
    """Find years in an event's words that are later than the one in which it was public."""
    for at, event in enumerate(dossier.events):
        for field in () if event.public.open_end else ("label", "title", "summary"):
            wrong = next((year for year in _years(getattr(event, field)) if year > event.public.last_known.year), None)
            if wrong:
                message = f"names {wrong}, later than the event was public ({event.public}); tell what came later under later"
                yield Breach("events", (at, field), message)


def _years(text: str) -> Iterator[int]:
    for found in _YEAR.finditer(text):
        if not _NO_YEAR.search(text[max(found.start() - _BEFORE, 0) : found.start()]):
            yield int(found["year"])


def _is_older(note: Later, dossier: Dossier) -> bool:
    issued = [source.issued if (source := dossier.source.get(citation.id)) else None for citation in note.sources]
    return all(day and day.latest and day.latest < note.known.earliest for day in issued)

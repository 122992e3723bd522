"""What a reader's notebook takes down of a thing on the page: enough to know it again, to cite it and to come back to it.

The notebook itself is kept by the reader's browser alone. Texts are those that stand on the page already, so that as of a day
nothing of later days goes into it.
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.positions import ContestedQuestion, Entry
from dashboard.model.sources import Source
from dashboard.queries import attribution, citations, csl
from dashboard.queries.lives import Life


@dataclass(frozen=True)
class Note:
    """A thing as ``note_button`` of ``parts.html`` hands it to the notebook; every field is plain text."""

    kind: str  # event, measure, position or source
    id: str
    number: str  # as "E41"; nothing where the thing has none
    title: str
    credit: str  # whose word it is, or who acts
    date: str  # in words
    citation: str
    address: str  # relative to the page
    record: str  # the dossier and its edition


def of_event(event: Event, dossier: Dossier, address: str) -> Note:
    """Take down an event."""
    return Note(
        "event",
        event.id,
        csl.number(event),
        event.title,
        attribution.credit(event, dossier),
        str(event.date),
        citations.of_event(event, dossier),
        address,
        _record(dossier),
    )


def of_measure(life: Life, dossier: Dossier, address: str, as_of: date | None) -> Note:
    """Take down a measure with the stage that it had reached; its full title may tell of days after the as-of day."""
    measure, present = life.measure, f"{life.present.stage.label}, {life.present.date}"
    title = measure.label if as_of else measure.title
    place = f"measure by {dossier.party[measure.by].name} ({present})"
    return Note(
        "measure",
        measure.id,
        "",
        title,
        f"By {dossier.party[measure.by].name}",
        present,
        citations.of_part(title, place, dossier),
        address,
        _record(dossier),
    )


def of_entry(entry: Entry, question: ContestedQuestion, dossier: Dossier, as_of: date | None) -> Note:
    """Take down what one party said to a contested question."""
    query = urlencode({"question": question.id} | ({"as_of": as_of.isoformat()} if as_of else {}))
    place = f"{attribution.words_of(entry, dossier)} ({entry.date})"
    return Note(
        "position",
        entry.id,
        "",
        entry.says,
        f"{attribution.words_of(entry, dossier)}, on “{question.question}”",
        str(entry.date),
        citations.of_part(question.question, place, dossier),
        f"./positions?{query}#entry-{entry.id}",
        _record(dossier),
    )


def of_source(source: Source, dossier: Dossier, address: str = "") -> Note:
    """Take down a source; it is cited with its own address."""
    return Note(
        "source",
        source.id,
        "",
        source.title,
        ", ".join(str(name) for name in source.author) or source.publisher or "",
        str(source.issued or ""),
        citations.in_full(source),
        address or f"./sources#source-{source.id}",
        _record(dossier),
    )


def _record(dossier: Dossier) -> str:
    return f"{dossier.front.title}, edition {dossier.front.edition}, {dossier.front.edited}"

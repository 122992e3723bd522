"""The texts of each record in which a term may stand, as far as they were public on a day."""

from collections.abc import Iterator
from datetime import date

from dashboard.model.events import Event
from dashboard.model.measures import Measure
from dashboard.model.positions import ContestedQuestion
from dashboard.queries import public


def of_event(event: Event, as_of: date | None) -> Iterator[str]:
    """Give the title of an event and what runs below it; a remark on its date may name what became known later."""
    yield event.title
    yield event.summary
    if event.date_note and as_of is None:
        yield event.date_note
    yield from (note.text for note in public.later(event, as_of))


def of_measure(measure: Measure) -> Iterator[str]:
    """Give the title of a measure and what runs below it."""
    yield from filter(None, (measure.title, measure.what, measure.aim, measure.basis, measure.limit))
    yield from measure.targets
    yield measure.stop_condition.text


def of_question(question: ContestedQuestion, as_of: date | None) -> Iterator[str]:
    """Give a contested question, its summary, and what is said to it; nothing where nobody had spoken to it by the day."""
    said = [entry.says for entry in question.entries if entry.date.by(as_of)]
    if said:
        yield from (question.question, *([] if as_of else [question.summary]), *said)

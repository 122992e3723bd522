"""Where in the record each term of the glossary is used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.model.events import Event
from dashboard.model.measures import Measure
from dashboard.model.positions import ContestedQuestion
from dashboard.queries import lives, terms, texts
from dashboard.queries.tables import Tables


@dataclass(frozen=True)
class Usage:
    """The events, measures and contested questions whose texts use a term."""

    events: tuple[Event, ...]
    measures: tuple[Measure, ...]
    questions: tuple[ContestedQuestion, ...]


@lru_cache(maxsize=64)
def of_terms(tables: Tables, as_of: date | None = None) -> Mapping[str, Usage]:
    """Find the uses of every term by its id, in what was public on the day; a term may have none."""
    dossier = tables.dossier
    finder = terms.of_glossary(dossier.glossary)

    def used(texts_: Iterable[str]) -> frozenset[str]:
        return frozenset(use.term for text in texts_ for use in finder.uses(text))

    events = [(event, used(texts.of_event(event, as_of))) for event in dossier.events if event.public.by(as_of)]
    measures = [
        (measure, used(texts.of_measure(measure))) for measure in dossier.measures if lives.life(measure, dossier, as_of).stages
    ]
    questions = [(question, used(texts.of_question(question, as_of))) for question in dossier.positions]
    return {
        term.id: Usage(
            tuple(event for event, found in events if term.id in found),
            tuple(measure for measure, found in measures if term.id in found),
            tuple(question for question, found in questions if term.id in found),
        )
        for term in dossier.glossary
    }

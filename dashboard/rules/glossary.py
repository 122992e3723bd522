"""Rules of the glossary."""

from collections.abc import Iterator

from dashboard.loading.problems import Breach
from dashboard.model.dossier import Dossier
from dashboard.model.glossary import Term
from dashboard.queries.text import fold
from dashboard.rules.parts import Place


def no_spelling_belongs_to_two_terms(dossier: Dossier) -> Iterator[Breach]:
    """Find spellings, case and accents ignored, that another term has already."""
    owner: dict[str, str] = {}
    for at, term in enumerate(dossier.glossary):
        for place, spelling in _spellings(term):
            first = owner.setdefault(fold(spelling), term.id)
            if first != term.id:
                yield Breach(
                    "glossary", (at, *place), f"'{spelling}' belongs to the term {first} already; give it to one of the two"
                )


def _spellings(term: Term) -> Iterator[tuple[Place, str]]:
    yield ("term",), term.term
    if term.expansion:
        yield ("expansion",), term.expansion
    yield from ((("aliases", index), alias) for index, alias in enumerate(term.aliases))

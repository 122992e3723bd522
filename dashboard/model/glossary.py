"""One term of the glossary."""

from typing import Annotated

from pydantic import Field

from dashboard.model.record import Id, Record, TermId, Text
from dashboard.model.sources import Citation


class Term(Record):
    """A term with its other spellings, which are linked and searched alike."""

    id: Id
    term: Text
    expansion: Text | None = None
    aliases: tuple[Text, ...] = ()
    definition: Text
    see_also: tuple[TermId, ...] = ()
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]

    @property
    def spellings(self) -> tuple[str, ...]:
        """All spellings of the term, its own first."""
        return tuple(filter(None, (self.term, self.expansion, *self.aliases)))

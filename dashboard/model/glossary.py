"""One term of the glossary."""

from pydantic import Field

from dashboard.model.record import Id, Record, TermId, Text
from dashboard.model.sources import AtLeastOneCitation


class Term(Record):
    """A term with its other spellings, which are linked and searched alike."""

    id: Id = Field(description="Its name in the files; never changed once published")
    term: Text = Field(description="The term as it is linked in texts")
    expansion: Text | None = Field(default=None, description="What it stands for, where it is short for something")
    aliases: tuple[Text, ...] = Field(
        default=(), description="Other spellings that are linked and searched alike; no spelling belongs to two terms"
    )
    definition: Text = Field(description="What it means, in the editors' own words")
    see_also: tuple[TermId, ...] = Field(default=(), description="Other terms that help")
    sources: AtLeastOneCitation = Field(description="What the definition rests on")

    @property
    def spellings(self) -> tuple[str, ...]:
        """All spellings of the term, its own first."""
        return tuple(filter(None, (self.term, self.expansion, *self.aliases)))

"""What an export is made of: the selected rows, with what has to go with them wherever they go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import urlencode

import pandas as pd

from dashboard.model.dates import in_words
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.sources import Citation, Source
from dashboard.queries import address, public
from dashboard.queries.address import Address
from dashboard.queries.selection import (
    Selection,
    measures_known,
    narrowed,
    on_panel,
    on_question,
    select,
    select_entries,
    select_measures,
)
from dashboard.queries.sentence import describe
from dashboard.queries.tables import Tables
from dashboard.queries.text import counted


@dataclass(frozen=True)
class Extract:
    """The rows of a place in the dashboard, with their sentence, edition and addresses.

    ``site`` is the address of the site with a slash at its end, or "" where it is not known; then no link leads there.
    ``accessed`` is the day on which it was made, ``folder`` where the record's files are. One event that is taken ``alone`` has
    with it the measures that it moved and the positions that were said at it.
    """

    tables: Tables
    place: Address
    accessed: date
    site: str = ""
    folder: Path | None = None
    alone: str | None = None

    @property
    def dossier(self) -> Dossier:
        """The record."""
        return self.tables.dossier

    @property
    def as_of(self) -> date | None:
        """The day as of which it is, if it is of one: nothing that became public later is in it."""
        return self.place.selection.as_of

    @cached_property
    def events(self) -> pd.DataFrame:
        """The selected rows of the event table, in order of time."""
        return self.tables.events.loc[[self.alone]] if self.alone else select(self.tables, self.place.selection)

    @cached_property
    def measures(self) -> pd.DataFrame:
        """The selected rows of the measure table, in the record's order."""
        if self.alone:
            stages = self.tables.stages
            moved = set(stages.loc[stages["event"] == self.alone, "measure"])
            known = measures_known(self.tables, self.as_of)
            return known[known.index.isin(moved)]
        return on_panel(select_measures(self.tables, self.place.selection), self.place.panel)

    @cached_property
    def entries(self) -> pd.DataFrame:
        """The selected rows of the table of positions, in the record's order."""
        if self.alone:
            at = {entry.id for question in self.dossier.positions for entry in question.entries if entry.event == self.alone}
            known = narrowed(self.tables.entries, self.tables, Selection(as_of=self.as_of))
            return known[known.index.isin(at)]
        return on_question(select_entries(self.tables, self.place.selection), self.place.question)

    @cached_property
    def sentence(self) -> str:
        """What is in it, as the page says it."""
        if self.alone:
            number = address.number_of(self.alone, self.tables)
            return f"{number} alone, of {counted(len(self.tables.events), 'event')}."
        return describe(len(self.events), self.tables, self.place.selection)

    @property
    def subtitle(self) -> str:
        """The record's subtitle; none as of a day, since it may tell of later ones."""
        return "" if self.as_of else self.dossier.front.subtitle

    @property
    def edition(self) -> str:
        """The record's edition with its day: "Edition 1, 23 November 2026"."""
        front = self.dossier.front
        return f"Edition {front.edition}, {front.edited}"

    @property
    def made(self) -> str:
        """The day on which it was made, in words."""
        return in_words(self.accessed)

    @cached_property
    def sources(self) -> Mapping[str, tuple[tuple[Event, Citation], ...]]:
        """For each source that the events rest on, by id in the record's order: the events with the place that each cites.

        As of a day, only sources issued by then.
        """
        found: dict[str, list[tuple[Event, Citation]]] = {source.id: [] for source in self.dossier.sources}
        for event in self.told():
            for citation in self.citations(event):
                found[citation.id].append((event, citation))
        return {name: tuple(cited) for name, cited in found.items() if cited}

    def told(self) -> tuple[Event, ...]:
        """Give the records of the events, in order of time."""
        return tuple(self.dossier.event[str(name)] for name in self.events.index)

    def citations(self, event: Event) -> tuple[Citation, ...]:
        """Give what an event rests on, what became known of it later included, as far as it was issued by the day."""
        later = (citation for note in public.later(event, self.as_of) for citation in note.sources)
        cited = dict.fromkeys((*event.sources, *later))
        return public.citations(tuple(cited), self.dossier.source, self.as_of)

    def source(self, citation: Citation) -> Source:
        """Give the source that a citation points into."""
        return self.dossier.source[citation.id]

    @property
    def query(self) -> Mapping[str, list[str]]:
        """The parameters of the place, without the open event where it is not all there is."""
        return address.write(replace(self.place, event=self.alone), self.tables)

    @property
    def address(self) -> str:
        """The full address that shows the same in the site, or ""."""
        return self._at(self.query)

    def link(self, event: str) -> str:
        """Give the full address that opens an event among the others, or ""."""
        return self._at(address.write(replace(self.place, event=event), self.tables))

    def _at(self, query: Mapping[str, list[str]]) -> str:
        words = urlencode(query, doseq=True)
        return self.site and (f"{self.site}?{words}" if words else self.site)

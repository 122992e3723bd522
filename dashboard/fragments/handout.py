"""The parts of a printed document: everything in the open, and the sources as numbered notes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

import pandas as pd

from dashboard.fragments.rendering import markdown, render
from dashboard.model.dates import in_words
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.measures import StopCondition
from dashboard.model.sources import Citation, Source
from dashboard.model.vocabulary import Rank, Stage
from dashboard.queries import attribution, exchanges, links, lives, public
from dashboard.queries.scenes import of_brief
from dashboard.queries.strategy import integrated
from dashboard.queries.tables import Tables

Resting = tuple[tuple[Event, str], ...]  # events with the places that they cite


class Footnotes:
    """The sources of a document, numbered in the order in which it comes to them."""

    def __init__(self, dossier: Dossier, as_of: date | None) -> None:
        """Begin without any."""
        self._dossier, self._as_of = dossier, as_of
        self._numbers: dict[str, int] = {}

    def cite(self, cited: tuple[Citation, ...]) -> list[tuple[int, str]]:
        """Give each of some citations its number and its place in the source; as of a day only sources issued by then."""
        kept = public.citations(cited, self._dossier.source, self._as_of)
        return [(self._numbers.setdefault(one.id, len(self._numbers) + 1), one.locator or "") for one in kept]

    @property
    def sources(self) -> tuple[tuple[int, Source], ...]:
        """The sources that were cited, with their numbers."""
        return tuple((number, self._dossier.source[name]) for name, number in self._numbers.items())


@dataclass(frozen=True)
class Sheet:
    """What the parts of one document share: the record, the day, the events that are told in it, and its notes."""

    tables: Tables
    as_of: date | None
    told: tuple[Event, ...]
    footnotes: Footnotes

    @property
    def dossier(self) -> Dossier:
        """The record."""
        return self.tables.dossier

    @property
    def day(self) -> str:
        """The as-of day in words, or nothing."""
        return in_words(self.as_of) if self.as_of else ""

    @cached_property
    def names(self) -> frozenset[str]:
        """The ids of the events that are told in it."""
        return frozenset(event.id for event in self.told)

    def credit(self, event: Event) -> str:
        """Give the credit of an event in full."""
        return attribution.credit(event, self.dossier)

    def answers(self, event: Event) -> tuple[links.Link, ...]:
        """List what an event answers."""
        return links.answers(event, self.dossier, self.as_of)

    def answered_by(self, event: Event) -> tuple[links.Link, ...]:
        """List what answered an event."""
        return links.answered_by(event, self.dossier, self.as_of)

    def later(self, event: Event) -> list[tuple[str, str, tuple[Citation, ...]]]:
        """List what became known after an event: the day, the text and its sources."""
        return [(str(note.known), str(note.text), note.sources) for note in public.later(event, self.as_of)]

    def left_out(self, cited: tuple[Citation, ...]) -> int:
        """Count the sources that were issued after the day."""
        return len(cited) - len(public.citations(cited, self.dossier.source, self.as_of))

    def is_stated(self, stop: StopCondition) -> bool:
        """Tell whether a stop condition had been stated by the day."""
        return public.is_stated(stop, self.as_of)

    def stop_in_words(self, stop: StopCondition) -> str:
        """Say what sort of word there was of a measure's end."""
        return attribution.stop_in_words(stop, self.as_of)

    def stop(self, stop: StopCondition) -> str:
        """Say in short what was known of a measure's end, and by whose word."""
        return attribution.stop(stop, self.dossier, self.as_of, short=True)


@dataclass(frozen=True)
class Figure:
    """A drawn timeline, with what it shows where it is a part of the whole."""

    svg: str
    of: str = ""


def timeline(sheet: Sheet, figures: Iterable[Figure]) -> str:
    """Write the timeline: the figures, what their marks mean, and every event under its year."""
    years = [(year, list(events)) for year, events in groupby(sheet.told, key=lambda event: event.date.earliest.year)]
    return render("handout_timeline.html", sheet=sheet, figures=list(figures), years=years)


def responses(sheet: Sheet, measures: pd.DataFrame, panel: str | None = None) -> str:
    """Write the responses: strategy, lives of the measures, and each measure in full; a track that is alone by itself."""
    found = lives.of_measures(measures, sheet.dossier, sheet.as_of)
    time = lives.drawn_time(sheet.tables)
    tracks = [
        (track, [lives.drawn(one, time, sheet.as_of) for one in of_track])
        for track, of_track in lives.by_track(found, sheet.dossier)
        if panel in (None, track.id)
    ]
    return render(
        "handout_responses.html",
        sheet=sheet,
        whole=None if panel else integrated(sheet.dossier, found, sheet.as_of),
        tracks=tracks,
        years=lives.years(time),
        stages=tuple(Stage),
    )


def positions(sheet: Sheet, entries: pd.DataFrame) -> str:
    """Write what was said to each contested question, one entry below the other."""
    return render(
        "handout_positions.html",
        sheet=sheet,
        exchanges=exchanges.of_questions(entries, sheet.dossier, None, sheet.as_of),
        words_of=lambda entry: attribution.words_of(entry, sheet.dossier),
    )


def sources(sheet: Sheet, resting: dict[str, Resting]) -> str:
    """Write the sources by rank, each with the events that rest on it and the places that they cite."""
    ranks = [
        (rank, [(source, resting[source.id]) for source in sheet.dossier.sources if source.rank is rank and source.id in resting])
        for rank in Rank
    ]
    front = sheet.dossier.front
    about = [] if sheet.as_of else [("About this record", markdown(front.about)), ("How it is made", markdown(front.method))]
    return render("handout_sources.html", sheet=sheet, ranks=[(rank, found) for rank, found in ranks if found], about=about)


def briefs(sheet: Sheet) -> str:
    """Write the briefs scene by scene, with their notes; as of a day only what each is, since they tell of later days."""
    told = [
        (brief, of_brief(brief).seconds, [(scene, markdown(scene.notes), _event(scene.event, sheet)) for scene in brief.scenes])
        for brief in sheet.dossier.briefs
    ]
    return render("handout_briefs.html", sheet=sheet, briefs=told)


def notes(sheet: Sheet, resting: dict[str, Resting] | None = None) -> str:
    """Write the numbered sources that the parts before have cited, with their addresses spelled out."""
    return render("handout_notes.html", sheet=sheet, resting=resting or {})


def _event(name: str | None, sheet: Sheet) -> Event | None:
    return sheet.dossier.event[name] if name else None

"""The response panels in short: what each track asks and aims at, where its measures stood, and its latest events."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.fragments.events import latest_on
from dashboard.fragments.links import Links
from dashboard.fragments.rendering import render
from dashboard.model.dates import in_words
from dashboard.model.dossier import Dossier, Track
from dashboard.model.events import Event
from dashboard.queries import attribution, lives, terms
from dashboard.queries.lives import Life
from dashboard.queries.tables import Tables


@dataclass(frozen=True)
class Line:
    """A measure with the stage that it had reached."""

    life: Life
    by: str
    stop: str  # what is known of its end, in short


@dataclass(frozen=True)
class Panel:
    """One response track as a panel shows it."""

    track: Track
    lines: tuple[Line, ...]
    latest: tuple[Event, ...]
    has_measures: bool  # in the record, whatever the day


def all_tracks(shown: pd.DataFrame, tables: Tables, links: Links, day: date, as_of: date | None = None) -> str:
    """Write the panels side by side: measures as of the day, events out of those shown; as of a day no term is explained."""
    reached = lives.of_measures(tables.measures, tables.dossier, day)
    panels = [_panel(track, found, shown, tables.dossier, day) for track, found in lives.by_track(reached, tables.dossier)]
    return render(
        "panels.html",
        panels=panels,
        has_measures=bool(tables.dossier.measures),
        here=links.event,
        there=links.measure,
        day=in_words(day),
        terms=terms.public(tables.dossier, as_of),
        spine=tables.dossier.front.spine.title,
    )


def _panel(track: Track, measures: tuple[Life, ...], shown: pd.DataFrame, dossier: Dossier, day: date) -> Panel:
    lines = tuple(
        Line(one, dossier.party[one.measure.by].name, attribution.stop(one.measure.stop_condition, dossier, day))
        for one in measures
    )
    has_measures = any(measure.track == track.id for measure in dossier.measures)
    return Panel(track, lines, latest_on(track.id, shown, dossier)[0], has_measures)

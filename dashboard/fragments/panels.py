"""The response panels: what each track asks and aims at, its measures, and its latest events."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.fragments.events import Here
from dashboard.fragments.rendering import render
from dashboard.model.dates import in_words
from dashboard.model.dossier import Dossier, Track
from dashboard.model.events import Event
from dashboard.model.measures import Measure, StopCondition
from dashboard.model.vocabulary import Stage, StopStanding
from dashboard.queries import public
from dashboard.queries.tables import Tables

LATEST = 5  # events a panel names


@dataclass(frozen=True)
class MeasureLine:
    """A measure with the stage that it had reached."""

    measure: Measure
    stage: Stage
    date: str
    event: Event
    by: str
    stop: str  # what is known of its end, in short


@dataclass(frozen=True)
class Panel:
    """One response track as a panel shows it."""

    track: Track
    measures: tuple[MeasureLine, ...]
    latest: tuple[Event, ...]


def all_tracks(shown: pd.DataFrame, tables: Tables, here: Here, day: date) -> str:
    """Write the panels side by side: measures as of the day, events out of those shown."""
    reached = public.stages(tables, day)
    present = reached.groupby("measure", observed=True).tail(1).sort_values("order")
    panels = [_panel(track, shown, present, tables.dossier, day) for track in tables.dossier.front.tracks]
    return render("panels.html", panels=panels, here=here, day=in_words(day), spine=tables.dossier.front.spine.title)


def _panel(track: Track, shown: pd.DataFrame, present: pd.DataFrame, dossier: Dossier, day: date) -> Panel:
    measures = {measure.id: measure for measure in dossier.measures}
    rows = present[present["track"] == track.id]
    columns = (rows[name].astype("str") for name in ("measure", "stage", "date", "event"))
    lines = tuple(
        _line(measures[measure], Stage(stage), when, dossier.event[event], dossier, day)
        for measure, stage, when, event in zip(*columns, strict=True)
    )
    on_track = [track.id in lanes for lanes in shown["lanes"]]
    latest = shown[on_track].index[-LATEST:][::-1]
    return Panel(track, lines, tuple(dossier.event[str(name)] for name in latest))


def _line(measure: Measure, stage: Stage, when: str, event: Event, dossier: Dossier, day: date) -> MeasureLine:
    return MeasureLine(
        measure, stage, when, event, dossier.party[measure.by].name, stop_in_short(measure.stop_condition, dossier, day)
    )


def stop_in_short(stop: StopCondition, dossier: Dossier, day: date) -> str:
    """Say what was known on a day of a measure's end, and by whose word."""
    if not public.is_stated(stop, day) or stop.by is None:
        return "No stop condition stated."
    by = f"{dossier.party[stop.by].name}, {stop.date}"
    independent = stop.standing is StopStanding.INDEPENDENT
    return f"Said not to depend on compliance ({by})." if independent else f"Stop condition stated ({by})."

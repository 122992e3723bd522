"""The measures and their stages as tables."""

from typing import Any

import pandas as pd

from dashboard.model.dossier import Dossier
from dashboard.model.measures import Measure
from dashboard.model.vocabulary import Stage
from dashboard.queries.columns import DAYS, FILTERED, day, held_once, ordered, with_wholes
from dashboard.queries.text import fold


def measures(dossier: Dossier, stages: pd.DataFrame) -> pd.DataFrame:
    """Tabulate the measures that have one of the stages given: one row each, track by track in the record's order, by id.

    A measure stands where any of these stages' events does. It begins with the first of them, and is over where it has ended.
    What the editors say of it is public from the day of their edition.
    """
    lives = dict(iter(stages.groupby("measure")))
    rows = [_row(measure, lives[measure.id], dossier) for measure in dossier.measures if measure.id in lives]
    table = pd.DataFrame(rows, columns=["id", *FILTERED, "at"]).astype(DAYS).set_index("id")
    return held_once(table.sort_values("at").drop(columns="at"))


def _row(measure: Measure, stages: pd.DataFrame, dossier: Dossier) -> dict[str, object]:
    events = [dossier.event[str(name)] for name in stages["event"]]
    ended = stages[stages["stage"] == Stage.ENDED.value]
    tracks = [track.id for track in dossier.front.tracks]
    told = [measure.title, measure.what, measure.aim, measure.basis, measure.limit, *measure.targets]
    stop, edition = measure.stop_condition, day(dossier.front.edited.earliest)
    return {
        "id": measure.id,
        "lanes": (measure.track,),
        "acting": with_wholes([measure.by], dossier),
        "standing": tuple(event.standing.value for event in events),
        "importance": tuple(event.importance.value for event in events),
        "layer": tuple(event.layer.value for event in events),
        "first": stages["first"].min(),
        "last": ended["last"].iloc[0] if len(ended) else pd.NaT,
        "public": stages["public"].min(),
        "words": fold(measure.label),
        "later_words": (
            (edition, "\n".join(fold(text) for text in told if text)),
            (day(stop.date.earliest) if stop.date else edition, fold(stop.text)),
        ),
        "at": (tracks.index(measure.track), measure.order),
    }


def stages(dossier: Dossier) -> pd.DataFrame:
    """Tabulate the stages of all measures: one row each, in order of its life."""
    rows = []
    for measure in dossier.measures:
        for stage in measure.stages:
            event = dossier.event[stage.event]
            when = stage.date or event.date
            public = max(when.earliest, event.public.earliest)
            rows.append(
                {
                    "measure": measure.id,
                    "track": measure.track,
                    "order": measure.order,
                    "stage": stage.stage.value,
                    "event": stage.event,
                    "date": str(when),
                    "first": day(when.earliest),
                    "last": day(when.latest),
                    "public": day(public),
                }
            )
    columns = ("measure", "track", "order", "stage", "event", "date", "first", "last", "public")
    texts = dict.fromkeys(("measure", "track", "event", "date"), "str")
    types: dict[str, Any] = {
        **texts,
        "order": "int64",
        "stage": ordered(Stage),
        "first": "datetime64[us]",
        "last": "datetime64[us]",
        "public": "datetime64[us]",
    }
    return pd.DataFrame(rows, columns=list(columns)).astype(types).sort_values(["track", "order", "stage"], ignore_index=True)

"""The measures and their stages as tables."""

from typing import Any

import pandas as pd

from dashboard.model.dossier import Dossier
from dashboard.model.measures import Measure
from dashboard.model.vocabulary import Stage
from dashboard.queries.columns import DAYS, FILTERED, day, ordered, with_wholes
from dashboard.queries.text import fold


def measures(dossier: Dossier, stages: pd.DataFrame) -> pd.DataFrame:
    """Tabulate the measures: one row each, track by track in the record's order, indexed by id.

    A measure stands where any of its stages' events does. It begins with its first stage, and is over where it has ended.
    """
    lives = dict(iter(stages.groupby("measure")))
    rows = [_row(measure, lives[measure.id], dossier) for measure in dossier.measures]
    table = pd.DataFrame(rows, columns=["id", *FILTERED, "at"]).astype(DAYS).set_index("id")
    return table.sort_values("at").drop(columns="at")


def _row(measure: Measure, stages: pd.DataFrame, dossier: Dossier) -> dict[str, object]:
    events = [dossier.event[stage.event] for stage in measure.stages]
    ended = [stage.date or dossier.event[stage.event].date for stage in measure.stages if stage.stage is Stage.ENDED]
    tracks = [track.id for track in dossier.front.tracks]
    told = [measure.label, measure.title, measure.what, measure.aim, measure.basis, measure.limit, *measure.targets]
    stop = measure.stop_condition
    return {
        "id": measure.id,
        "lanes": (measure.track,),
        "acting": with_wholes([measure.by], dossier),
        "standing": tuple(event.standing.value for event in events),
        "importance": tuple(event.importance.value for event in events),
        "layer": tuple(event.layer.value for event in events),
        "first": stages["first"].min(),
        "last": day(ended[0].latest) if ended else pd.NaT,
        "public": stages["public"].min(),
        "words": "\n".join(fold(text) for text in told if text),
        "later_words": (
            (day((stop.date or dossier.front.edited).earliest), fold(stop.text)),
        ),  # a remark of ours is the edition's
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
                    "public": day(public),
                }
            )
    columns = ("measure", "track", "order", "stage", "event", "date", "first", "public")
    texts = dict.fromkeys(("measure", "track", "event", "date"), "str")
    types: dict[str, Any] = {
        **texts,
        "order": "int64",
        "stage": ordered(Stage),
        "first": "datetime64[us]",
        "public": "datetime64[us]",
    }
    return pd.DataFrame(rows, columns=list(columns)).astype(types).sort_values(["track", "order", "stage"], ignore_index=True)

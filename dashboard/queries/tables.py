"""The record as tidy pandas tables, built once a record.

Figures, lists, counts and sentences take these tables and nothing else, so what they show can't differ.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Importance, Kind, Layer, Stage, Standing
from dashboard.queries.text import fold
from dashboard.queries.windows import Window

IN_TIME = ["first", "number"]  # the order of events everywhere


@dataclass(frozen=True)
class Tables:
    """What the pages are drawn from.

    ``events``: one row an event, in order of time, indexed by id. ``first`` and ``last`` are its possible days (``last`` is NaT
    where the end is open), ``public`` the first possible day on which it was public; ``lanes`` is a tuple and ``lane`` the first
    of them; ``acting`` holds the parties with those they are part of; ``words`` is the text that is searched, folded, and
    ``later_words`` the same for what became public afterwards, each with its day.

    ``stages``: one row a stage of a measure, in order of its life, with the first possible day on which it was public.

    ``spellings``: for a folded word that is a term of the glossary, all folded spellings of the term.

    ``window`` is the dossier's own, ``whole`` covers every event.
    """

    dossier: Dossier
    events: pd.DataFrame
    stages: pd.DataFrame
    spellings: Mapping[str, tuple[str, ...]]
    window: Window
    whole: Window


def build(dossier: Dossier) -> Tables:
    """Tabulate a dossier."""
    events = _events(dossier)
    window = Window.of(dossier.front.window)
    days = [window.start, window.end]
    days += [day for event in dossier.events for day in (event.date.earliest, event.date.last_known)]
    return Tables(dossier, events, _stages(dossier), _spellings(dossier), window, Window(min(days), max(days)))


def ordered(words: type[StrEnum] | Iterable[str]) -> pd.CategoricalDtype:
    """Give the type of a column whose values have an order."""
    return pd.CategoricalDtype([str(word) for word in words], ordered=True)


def by_lane(events: pd.DataFrame) -> pd.DataFrame:
    """Give an event on two lanes two rows: one row a mark, ``lane`` an ordered categorical, indexed by id still."""
    lanes = events["lane"].dtype
    return events.drop(columns="lane").explode("lanes").rename(columns={"lanes": "lane"}).astype({"lane": lanes})


def _events(dossier: Dossier) -> pd.DataFrame:
    answers: dict[str, list[str]] = {}
    for event in dossier.events:
        for response in event.responds_to:
            answers.setdefault(response.event, []).append(event.id)
    rows = [_row(event, dossier, tuple(answers.get(event.id, ()))) for event in dossier.events]
    types: dict[str, Any] = {
        "number": "int64",
        "first": "datetime64[us]",
        "last": "datetime64[us]",
        "public": "datetime64[us]",
        "lane": ordered(dossier.lane),
        "kind": ordered(Kind),
        "layer": ordered(Layer),
        "importance": ordered(Importance),
        "standing": ordered(Standing),
    }
    table = pd.DataFrame(rows).astype(types).set_index("id")
    return table.sort_values(IN_TIME)


def _row(event: Event, dossier: Dossier, answered_by: tuple[str, ...]) -> dict[str, object]:
    lanes = _in_order(event.tracks, dossier) or (dossier.front.spine.id,)
    people = (dossier.person[person].name for person in event.people)
    return {
        "id": event.id,
        "number": event.number,
        "date": str(event.date),
        "first": _day(event.date.earliest),
        "last": _day(event.date.latest),
        "exact": event.date.exact,
        "throughout": event.date.throughout,
        "known": str(event.known or ""),
        "public": _day(event.public.earliest),
        "label": event.label,
        "title": event.title,
        "summary": event.summary,
        "lane": lanes[0],
        "lanes": lanes,
        "kind": event.kind.value,
        "layer": event.layer.value,
        "importance": event.importance.value,
        "standing": event.standing.value,
        "parties": event.parties,
        "acting": _with_wholes(event.parties, dossier),
        "asserted_by": event.asserted_by,
        "disputed_by": event.disputed_by,
        "responds_to": tuple(response.event for response in event.responds_to),
        "answered_by": answered_by,
        "sources": tuple(citation.id for citation in event.sources),
        "words": "\n".join(map(fold, (event.label, event.title, event.summary, *people))),
        "later_words": tuple((_day(later.known.earliest), fold(later.text)) for later in event.later),
    }


def _in_order(tracks: tuple[str, ...], dossier: Dossier) -> tuple[str, ...]:
    return tuple(lane for lane in dossier.lane if lane in tracks)


def _with_wholes(parties: tuple[str, ...], dossier: Dossier) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in parties:
        party: str | None = name
        while party and party not in found:
            found[party] = None
            party = dossier.party[party].part_of
    return tuple(found)


def _stages(dossier: Dossier) -> pd.DataFrame:
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
                    "first": _day(when.earliest),
                    "public": _day(public),
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


def _spellings(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for term in dossier.glossary:
        spellings = tuple(fold(spelling) for spelling in term.spellings)
        for spelling in spellings:
            if " " not in spelling:  # a spelling of two words is no word that a reader could search
                found[spelling] = tuple(dict.fromkeys((*found.get(spelling, ()), *spellings)))
    return found


def _day(day: date | None) -> pd.Timestamp:
    return pd.Timestamp(day) if day else pd.NaT  # type: ignore[return-value]

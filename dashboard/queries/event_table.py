"""The event table, which drives every page."""

from typing import Any

import pandas as pd

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Importance, Kind, Layer, Standing
from dashboard.queries.chronology import IN_TIME
from dashboard.queries.columns import day, once, ordered, with_wholes
from dashboard.queries.text import fold

TEXTS = ("date", "known", "label", "title", "summary")
TUPLES = ("lanes", "parties", "acting", "asserted_by", "disputed_by", "responds_to", "answered_by", "sources", "later_words")


def events(dossier: Dossier) -> pd.DataFrame:
    """Tabulate the events: one row each, in order of time, indexed by id."""
    rows = [_row(event, dossier) for event in dossier.events]
    types: dict[str, Any] = {
        "number": "int64",
        "exact": bool,
        "throughout": bool,
        "first": "datetime64[us]",
        "last": "datetime64[us]",
        "public": "datetime64[us]",
        "lane": ordered(dossier.lane),
        "kind": ordered(Kind),
        "layer": ordered(Layer),
        "importance": ordered(Importance),
        "standing": ordered(Standing),
    }
    table = pd.DataFrame(rows, dtype=object).astype(types)
    columns = {column: once(table[column]) for column in (*TEXTS, *TUPLES)}
    return table.assign(**columns, words=once(table["words"], searched=True)).set_index("id").sort_values(IN_TIME)


def _row(event: Event, dossier: Dossier) -> dict[str, object]:
    lanes = tuple(lane.id for lane in dossier.lanes_of(event))
    people = (dossier.person[person].name for person in event.people)
    return {
        "id": event.id,
        "number": event.number,
        "date": str(event.date),
        "first": day(event.date.earliest),
        "last": day(event.date.latest),
        "exact": event.date.exact,
        "throughout": event.date.throughout,
        "known": str(event.known or ""),
        "public": day(event.public.earliest),
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
        "acting": with_wholes(event.parties, dossier),
        "asserted_by": event.asserted_by,
        "disputed_by": event.disputed_by,
        "responds_to": tuple(response.event for response in event.responds_to),
        "answered_by": tuple(answer.id for answer in dossier.answered_by.get(event.id, ())),
        "sources": tuple(citation.id for citation in event.sources),
        "words": "\n".join(map(fold, (event.label, event.title, event.summary, *people))),
        "later_words": tuple((day(later.known.earliest), fold(later.text)) for later in event.later),
    }

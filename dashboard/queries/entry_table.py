"""What was said to the contested questions, as a table."""

import pandas as pd

from dashboard.model.dossier import Dossier
from dashboard.model.positions import ContestedQuestion, Entry
from dashboard.queries.columns import DAYS, FILTERED, day, held_once, with_wholes
from dashboard.queries.text import fold


def entries(dossier: Dossier) -> pd.DataFrame:
    """Tabulate the entries: one row each, question by question in order of time, indexed by id.

    An entry stands where its event does; one without an event stands on no lane and has no standing of its own.
    """
    rows = [_row(entry, question, dossier) for question in dossier.positions for entry in question.entries]
    return held_once(pd.DataFrame(rows, columns=["id", "question", *FILTERED]).astype(DAYS)).set_index("id")


def _row(entry: Entry, question: ContestedQuestion, dossier: Dossier) -> dict[str, object]:
    event = dossier.event[entry.event] if entry.event else None
    return {
        "id": entry.id,
        "question": question.id,
        "lanes": tuple(lane.id for lane in dossier.lanes_of(event)) if event else (),
        "acting": with_wholes([entry.by], dossier),
        "standing": (event.standing.value,) if event else (),
        "importance": (event.importance.value,) if event else (),
        "layer": (event.layer.value,) if event else (),
        "first": day(entry.date.earliest),
        "last": day(entry.date.latest),
        "public": day(entry.date.earliest),
        "words": "\n".join(map(fold, (question.question, entry.says, dossier.party[entry.by].name))),
        "later_words": ((day(event.public.earliest), fold(f"{event.label} {event.title}")),) if event else (),
    }

"""The sources that a selection rests on."""

from datetime import date

import pandas as pd

from dashboard.fragments.links import Here
from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Rank
from dashboard.queries import public


def of_events(shown: pd.DataFrame, dossier: Dossier, here: Here, as_of: date | None = None) -> str:
    """Write the sources of the shown events by rank, each with the events that rest on it, as far as public on the day."""
    resting: dict[str, list[Event]] = {}
    for name in shown.index:
        event = dossier.event[str(name)]
        cited = [event.sources, *(note.sources for note in public.later(event, as_of))]
        for source in dict.fromkeys(one.id for some in cited for one in public.citations(some, dossier.source, as_of)):
            resting.setdefault(source, []).append(event)
    ranks = [
        (rank, [(source, resting[source.id]) for source in dossier.sources if source.rank is rank and source.id in resting])
        for rank in Rank
    ]
    return render("sources.html", ranks=[(rank, sources) for rank, sources in ranks if sources], here=here)

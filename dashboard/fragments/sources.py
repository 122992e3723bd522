"""The sources that a selection rests on."""

import pandas as pd

from dashboard.fragments.events import Here
from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import Rank


def of_events(shown: pd.DataFrame, dossier: Dossier, here: Here) -> str:
    """Write the sources of the shown events by rank, each with the events that rest on it."""
    resting: dict[str, list[Event]] = {}
    for name, sources in shown["sources"].items():
        for source in sources:
            resting.setdefault(source, []).append(dossier.event[str(name)])
    ranks = [
        (rank, [(source, resting[source.id]) for source in dossier.sources if source.rank is rank and source.id in resting])
        for rank in Rank
    ]
    return render("sources.html", ranks=[(rank, sources) for rank, sources in ranks if sources], here=here)

"""The sources of the record, each with everything that rests on it, and the events that are thinly supported."""

from collections import Counter
from datetime import date

import pandas as pd

from dashboard.fragments import notebook
from dashboard.fragments.links import Here, Links
from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.model.vocabulary import Rank
from dashboard.queries import resting, support
from dashboard.queries.address import LONGEST_TEXT
from dashboard.queries.tables import Tables


def every(tables: Tables, links: Links, as_of: date | None, forms: tuple[str, ...] = ()) -> str:
    """Write every source by rank with what rests on it, as far as public on the day; ``forms`` are further ones to copy."""
    dossier = tables.dossier
    rests = resting.by_source(tables, as_of)
    thin = support.thin((event for event in dossier.events if event.public.by(as_of)), dossier, as_of)
    by_rank = [
        (rank, [(dossier.source[name], rests[name]) for name in rests if dossier.source[name].rank is rank]) for rank in Rank
    ]
    return render(
        "sources.html",
        as_of=as_of,
        ranks=[(rank, found) for rank, found in by_rank if found],
        one_source=support.cited(thin.one_source, dossier, as_of),
        press_only=support.cited(thin.press_only, dossier, as_of),
        links=links,
        forms=forms,
        note_of=lambda source: notebook.of_source(source, dossier),
    )


def sift(tables: Tables, as_of: date | None) -> str:
    """Write the controls that narrow the list of sources."""
    found = [tables.dossier.source[name] for name in resting.by_source(tables, as_of)]
    ranks, languages = Counter(source.rank for source in found), Counter(source.language for source in found)
    return render(
        "sift.html",
        ranks=[(rank, ranks[rank]) for rank in Rank if ranks[rank]],
        languages=sorted(languages.items(), key=lambda pair: (-pair[1], pair[0])),
        longest=LONGEST_TEXT,
        about="Every source of the record, with all that rests on it"
        + (" and was public by the day; those issued later are left out." if as_of else "."),
    )


def thin(shown: pd.DataFrame, dossier: Dossier, here: Here, as_of: date | None) -> str:
    """Write which of the shown events have one source only, and which rest on the press alone."""
    events = [dossier.event[str(name)] for name in shown.index]
    return render("thin.html", support=support.thin(events, dossier, as_of), total=len(events), here=here, as_of=as_of)

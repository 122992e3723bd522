"""Questions made from the events selected, which need no author; each is provable from the record."""

from datetime import date

import pandas as pd

from dashboard.queries.study.making import Making
from dashboard.queries.study.placing import standing, track
from dashboard.queries.study.posed import Posed
from dashboard.queries.study.shuffled import seeded
from dashboard.queries.study.timing import before, order
from dashboard.queries.tables import Tables

MANY = 12  # questions of a set


def made(shown: pd.DataFrame, tables: Tables, as_of: date | None, seed: int) -> tuple[Posed, ...]:
    """Make questions of all kinds that the events shown allow, by turns; none where they allow none.

    No event stands in two of them, as the explanation of one would tell the answer to the other. An event whose title would tell
    the answer is not asked about, and neither is what would have the same answer for every event left.
    """
    events = tuple(tables.dossier.event[str(name)] for name in shown.index)
    making = Making(events, tables.dossier, as_of, seed, seeded("made", seed))
    found: list[Posed] = []
    kinds = [order, track, before, standing]
    while kinds and len(found) < MANY:
        for make in tuple(kinds):
            question = make(making)
            if question is None:
                kinds.remove(make)  # what is left of the events allows no more of it
            else:
                found.append(question)
                making = making.without(question.events)
    return tuple(found[:MANY])

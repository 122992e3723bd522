"""The record as tidy pandas tables, built once a record.

Figures, lists, counts and sentences take these tables and nothing else, so what they show can't differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.model.dossier import Dossier
from dashboard.queries.entry_table import entries
from dashboard.queries.event_table import events
from dashboard.queries.measure_table import measures, stages
from dashboard.queries.text import fold
from dashboard.queries.windows import Window


@dataclass(frozen=True, eq=False)
class Tables:
    """What the pages are drawn from; ``columns`` says what all tables have in common.

    ``events``: one row an event, in order of time, indexed by id. ``lane`` is the first of its lanes.

    ``measures``: one row a measure, in the record's order, indexed by id.

    ``stages``: one row a stage of a measure, in order of its life, with the first possible day on which it was public.

    ``entries``: one row an entry of a contested question, in the record's order, indexed by id.

    ``named``: the id of each event by its number as readers see it ("E41"), and by itself.

    ``spellings``: for a folded word that is a term of the glossary, all folded spellings of the term.

    ``window`` is the dossier's own, ``whole`` covers every event.
    """

    dossier: Dossier
    events: pd.DataFrame
    measures: pd.DataFrame
    stages: pd.DataFrame
    entries: pd.DataFrame
    named: Mapping[str, str]
    spellings: Mapping[str, tuple[str, ...]]
    window: Window
    whole: Window


def build(dossier: Dossier) -> Tables:
    """Tabulate a dossier."""
    window = Window.of(dossier.front.window)
    days = [window.start, window.end]
    days += [day for event in dossier.events for day in (event.date.earliest, event.date.last_known)]
    lives = stages(dossier)
    return Tables(
        dossier,
        events(dossier),
        measures(dossier, lives),
        lives,
        entries(dossier),
        {name: event.id for event in dossier.events for name in (f"E{event.number}", event.id)},
        _spellings(dossier),
        window,
        Window(min(days), max(days)),
    )


def _spellings(dossier: Dossier) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for term in dossier.glossary:
        spellings = tuple(fold(spelling) for spelling in term.spellings)
        for spelling in spellings:
            if " " not in spelling:  # a spelling of two words is no word that a reader could search
                found[spelling] = tuple(dict.fromkeys((*found.get(spelling, ()), *spellings)))
    return found

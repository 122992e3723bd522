"""The events as a list and as a table, in the same order and the same words."""

from dataclasses import dataclass
from itertools import groupby

import numpy as np
import pandas as pd

from dashboard.fragments.links import Here
from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier, Lane
from dashboard.model.events import Event
from dashboard.model.vocabulary import Glyph
from dashboard.queries.attribution import credit
from dashboard.queries.chronology import IN_TIME
from dashboard.queries.columns import meets

LATEST = 5  # events of a track that its panel names
ALL = slice(None)


@dataclass(frozen=True)
class Row:
    """What a line of the list or the table says of an event."""

    event: Event
    lanes: tuple[Lane, ...]
    glyph: Glyph
    credit: str
    parties: tuple[str, ...]
    not_public_until: str  # where it is shown though it was not public on the as-of day


def as_list(
    shown: pd.DataFrame,
    dossier: Dossier,
    here: Here,
    chosen: str | None,
    ghosts: pd.DataFrame | None = None,
    part: slice = ALL,
) -> str:
    """Write the shown events, or a part of them, under headings by year."""
    rows = _rows(shown, dossier, ghosts, part)
    years = [(year, list(of_year)) for year, of_year in groupby(rows, key=lambda row: row.event.date.earliest.year)]
    return render("list.html", years=years, here=here, chosen=chosen)


def as_table(
    shown: pd.DataFrame,
    dossier: Dossier,
    here: Here,
    chosen: str | None,
    ghosts: pd.DataFrame | None = None,
    part: slice = ALL,
) -> str:
    """Write the shown events, or a part of them, as a table, one row each."""
    return render("table.html", rows=_rows(shown, dossier, ghosts, part), here=here, chosen=chosen)


def latest_on(track: str, shown: pd.DataFrame, dossier: Dossier) -> tuple[tuple[Event, ...], int]:
    """Give the latest of the shown events of a track, the last first, and how many it has in all."""
    rows = np.flatnonzero(meets(shown["lanes"], lambda lanes: track in lanes))
    return tuple(dossier.event[str(name)] for name in shown.index[rows[-LATEST:][::-1]]), len(rows)


def _rows(shown: pd.DataFrame, dossier: Dossier, ghosts: pd.DataFrame | None, part: slice) -> list[Row]:
    hidden = set() if ghosts is None else set(ghosts.index)
    events = pd.concat([shown, ghosts]).sort_values(IN_TIME) if hidden else shown
    return [_row(dossier.event[str(name)], dossier, not_public=name in hidden) for name in events.index[part]]


def _row(event: Event, dossier: Dossier, *, not_public: bool) -> Row:
    parties = tuple(dossier.party[party].short for party in event.parties)
    glyph = dossier.standing[event.standing].glyph
    until = str(event.public) if not_public else ""
    return Row(event, dossier.lanes_of(event), glyph, credit(event, dossier, short=True), parties, until)

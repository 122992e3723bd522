"""The response panels under the timeline."""

import pandas as pd

from dashboard.fragments import panels
from dashboard.queries.tables import Tables
from dashboard.ui import place, reader


def show(shown: pd.DataFrame, tables: Tables) -> None:
    """Draw a panel for each response track.

    Measures stand as of the day that was chosen, or else at the dossier's cutoff, or at the window's end where that is later.
    """
    selection = place.selected()
    cutoff = tables.dossier.front.cutoff.last_known
    day = selection.as_of or max(cutoff, (selection.window or tables.whole).end)
    reader.show("panels", panels.all_tracks(shown, tables, place.links(tables), day, selection.as_of))

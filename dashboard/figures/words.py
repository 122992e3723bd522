"""The figure in words: what each mark and cluster says when it is pointed at or read aloud."""

import pandas as pd

from dashboard.model.dossier import Dossier
from dashboard.queries.attribution import credit
from dashboard.queries.lanes import Layout
from dashboard.queries.text import counted
from dashboard.queries.windows import Window


def of_mark(event: str, lane: str, place: int, shown: int, dossier: Dossier) -> str:
    """Say an event as its mark shows it: "Event 14 of 42: 29 July 2014, U.S. declares a violation. Findings. Disputed: ..."."""
    told = dossier.event[event]
    return (
        f"Event {place} of {shown}: {told.date}, {told.label}. {dossier.lane[lane].title}. {credit(told, dossier, short=True)}."
    )


def of_cluster(ids: tuple[str, ...], lane: str, window: Window, dossier: Dossier) -> str:
    """Say what a cluster holds and where it opens."""
    return f"{counted(len(ids), 'more event')} in {dossier.lane[lane].title}, {window}. Choose to look closer."


def of_figure(layout: Layout, events: pd.DataFrame, dossier: Dossier) -> str:
    """Say what the chart is."""
    lanes = len(layout.bands)
    return (
        f"Timeline of {counted(len(events), 'event')} on {counted(lanes, 'lane')}, {layout.canvas.window}. {dossier.front.title}."
    )

"""The figure in words: what each mark and cluster says when it is pointed at or read aloud."""

from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.queries.attribution import credit
from dashboard.queries.layout import Cluster, Layout
from dashboard.queries.text import counted


def of_mark(event: str, lane: str, place: int, shown: int, dossier: Dossier) -> str:
    """Say an event as its mark shows it: "Event 14 of 42: 29 July 2014, A declares a breach. Findings. Disputed: ..."."""
    told = dossier.event[event]
    return (
        f"Event {place} of {shown}: {told.date}, {told.label}. {dossier.lane[lane].title}. {credit(told, dossier, short=True)}."
    )


def in_full(event: Event, dossier: Dossier) -> str:
    """Say an event when it is pointed at: its whole title, with date and credit."""
    return f"{event.date}. {event.title}. {credit(event, dossier, short=True)}."


def of_cluster(cluster: Cluster, dossier: Dossier) -> str:
    """Say what a cluster holds and where it opens."""
    lane = dossier.lane[cluster.lane].title
    return f"{counted(len(cluster.ids), 'more event')} in {lane}, {cluster.window}. Choose to look closer."


def of_figure(layout: Layout, shown: int, dossier: Dossier) -> str:
    """Say what the chart is."""
    lanes = counted(len(layout.bands), "lane")
    return f"Timeline of {counted(shown, 'event')} on {lanes}, {layout.canvas.window}. {dossier.front.title}."

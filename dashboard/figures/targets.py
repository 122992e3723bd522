"""What can be pointed at in the timeline: the box of each mark with its label and of each cluster, with its words."""

from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd

from dashboard.figures import words
from dashboard.model.dossier import Dossier
from dashboard.queries.chronology import key, keys
from dashboard.queries.layout import Cluster, Layout, Mark


def targets(layout: Layout, events: pd.DataFrame, dossier: Dossier, ghosts: Collection[str] = ()) -> list[dict[str, Any]]:
    """List the targets in order of time, and from top to bottom within an event; boxes in pixels of the plot.

    ``ghosts`` names the events that were not yet public.
    """
    order = _order([*(mark.id for mark in layout.marks), *(cluster.ids[0] for cluster in layout.clusters)], events, dossier)
    tall = layout.canvas.type.row
    found = [
        *(_of_mark(mark, order[mark.id], len(events), tall, dossier) for mark in layout.marks),
        *(_of_cluster(cluster, order[cluster.ids[0]], tall, dossier) for cluster in layout.clusters),
    ]
    for target in found:
        if target.get("id") in ghosts:
            until = f" Not public until {dossier.event[target['id']].public}."
            target["words"], target["tip"] = target["words"] + until, target["tip"] + until
    return sorted(found, key=lambda target: (target["order"], target["y"]))


def box(start: float, end: float, middle: float, tall: float) -> dict[str, float]:
    """Give the box of a target as its left and upper edge, width and height, in pixels of the plot."""
    return {"x": round(start, 1), "y": round(middle - tall / 2, 1), "w": round(end - start, 1), "h": tall}


def _order(names: list[str], events: pd.DataFrame, dossier: Dossier) -> dict[str, int]:
    """Give the place of some events among all that are shown, counted from 1."""
    places = np.searchsorted(keys(events), [key(dossier.event[name]) for name in names]) + 1
    return dict(zip(names, places.tolist(), strict=True))


def _of_mark(mark: Mark, order: int, shown: int, tall: int, dossier: Dossier) -> dict[str, Any]:
    return {
        "id": mark.id,
        "lane": mark.lane,
        "year": dossier.event[mark.id].date.earliest.year,
        "order": order,
        "words": words.of_mark(mark.id, mark.lane, order, shown, dossier),
        "tip": words.in_full(dossier.event[mark.id], dossier),
        **box(*mark.reach, mark.y, tall),
    }


def _of_cluster(cluster: Cluster, order: int, tall: int, dossier: Dossier) -> dict[str, Any]:
    said = words.of_cluster(cluster, dossier)
    return {
        "lane": cluster.lane,
        "year": cluster.window.start.year,
        "order": order,
        "words": said,
        "tip": said,
        "from": cluster.window.start.isoformat(),
        "to": cluster.window.end.isoformat(),
        **box(cluster.from_x, cluster.to_x, cluster.y, tall),
    }

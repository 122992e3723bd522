"""What shapes, fills, sizes and lines of the timeline mean."""

from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.model.vocabulary import Importance


def legend(dossier: Dossier) -> str:
    """Write the legend of a dossier's timeline."""
    strategy = dossier.front.strategy
    return render(
        "legend.html",
        lanes=[
            {
                "id": lane.id,
                "title": lane.title,
                "description": lane.description,
                "symbol": lane.symbol,
                "question": getattr(lane, "question", ""),
            }
            for lane in dossier.front.lanes
        ],
        standings=dossier.front.standings,
        importances=[importance.value for importance in Importance],
        review=dossier.event[strategy.review] if strategy else None,
    )

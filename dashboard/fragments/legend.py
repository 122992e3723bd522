"""What shapes, fills, sizes and lines of the timeline mean."""

from datetime import date

from dashboard.fragments.rendering import render
from dashboard.model.dates import in_words
from dashboard.model.dossier import Dossier
from dashboard.model.vocabulary import Importance
from dashboard.queries import public


def legend(dossier: Dossier, as_of: date | None = None, *, ghosts: bool = False) -> str:
    """Write the legend of a dossier's timeline, as far as it was public on the day."""
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
        as_of=in_words(as_of) if as_of else "",
        ghosts=ghosts,
        review=public.review(dossier, as_of),
    )


def in_short(dossier: Dossier) -> str:
    """Write the legend on one line, for under the timeline."""
    return render("in_short.html", lane=dossier.front.spine, standings=dossier.front.standings)


def keys() -> str:
    """Write the keys that work while the timeline has the focus."""
    return render("keys.html", keys=KEYS)


KEYS = (
    ("←  →", "previous and next event in time"),
    ("↑  ↓", "the lane above and below"),
    ("Page Up, Page Down", "a year back, a year on"),
    ("Home, End", "the first and the last event"),
    ("Enter, Space", "open the event, or look closer at a group"),
    ("Esc", "close the event, from the chart or from the event itself"),
    ("?", "this list"),
)

"""The documents of a talk: the stage that the room sees, and the presenter's window."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dashboard.figures.theme import mixed
from dashboard.fragments.rendering import render
from dashboard.fragments.stage import THEMES, Slide
from dashboard.model.dossier import Dossier
from dashboard.queries.scenes import Talk

STAGE, PRESENTER = "stage", "presenter"
ROLES = (STAGE, PRESENTER)

KEYS = (
    ("Page Down, →, Space, Enter", "next scene"),
    ("Page Up, ←, Shift Space, Backspace", "scene before"),
    ("Home, End", "first and last scene"),
    ("B, full stop", "blank the screen, and back"),
    ("F, F5", "full screen"),
    ("G, or digits, then Enter", "go to a scene"),
    ("N", "open the presenter window"),
    ("?", "this list"),
    ("Esc", "leave full screen, then the stage"),
)


@dataclass(frozen=True)
class Assets:
    """The addresses of what the documents load."""

    styles: str
    stage: str
    plot: str
    plotly: str


@dataclass(frozen=True)
class Ways:
    """The addresses that lead on: to the stage, to the presenter's window, out of the talk, and to a slide of what was found."""

    stage: str
    presenter: str
    leave: str
    find: str


@dataclass(frozen=True)
class Opening:
    """How a window of a talk opens: in which role, at which scene (from 0), paired by which word, in full screen or not."""

    role: str
    at: int
    pair: str
    full: bool


def document(
    talk: Talk,
    slides: Sequence[Slide],
    explore: Sequence[str],
    opening: Opening,
    ways: Ways,
    assets: Assets | None,
    dossier: Dossier,
) -> str:
    """Write the document of one window; ``explore`` gives for each scene the address of the page with the same view.

    Without ``assets`` it has comments where whoever opens it puts styles and scripts.
    """
    scenes = [
        {"title": slide.title, "message": told.message, "seconds": slide.seconds, "explore": way, "figures": slide.figures}
        for slide, told, way in zip(slides, talk.scenes, explore, strict=True)
    ]
    data = asdict(opening) | {
        "talk": talk.id,
        "title": talk.title,
        "scenes": scenes,
        "plotly": assets.plotly if assets else "",
        "find": ways.find,
        "leave": ways.leave,
    }
    return render(
        "talk.html",
        talk=talk,
        slides=slides,
        role=opening.role,
        looks=THEMES,
        shades=[mixed(look.ink, look.background, 0.05) for look in THEMES],
        lanes=dossier.front.lanes,
        assets=assets,
        stage_link=ways.stage,
        presenter_link=ways.presenter,
        leave=ways.leave,
        keys=KEYS,
        data=in_script(data),
    )


def in_script(data: Mapping[str, Any]) -> str:
    """Write JSON so that no text in it can end the script that it stands in."""
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")

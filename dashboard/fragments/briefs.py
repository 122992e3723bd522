"""The briefs to choose from."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.fragments.rendering import render
from dashboard.model.briefs import Brief
from dashboard.queries.scenes import MOST_SCENES, SECONDS, of_brief

TalkLink = Callable[..., str]  # a talk's id (and presenter, scene and full) into the address of a window of it


@dataclass(frozen=True)
class Selected:
    """What "present this selection" would present."""

    sentence: str
    events: int
    stage: str
    presenter: str


def choice(briefs: tuple[Brief, ...], link: TalkLink, selected: Selected | None) -> str:
    """Write the briefs of the record with their scenes, and the offer to present what is selected."""
    seconds = {brief.id: of_brief(brief).seconds for brief in briefs}
    return render("briefs.html", briefs=briefs, seconds=seconds, link=link, selected=selected, most=MOST_SCENES, each=SECONDS)

"""Study: the sets to choose from, and questions with what settles them; which answers are right is told to the script."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.queries import attribution, public
from dashboard.queries.study.posed import Kind, Posed
from dashboard.queries.study.sets import StudySet

LATEST = 5  # events that a reader is shown before saying what came next
MOST_PASSAGES = 4  # that stand open below an answer
TASKS: Mapping[Kind, str] = {
    Kind.CHOICE: "Choose one answer.",
    Kind.STANDING: "Choose one answer.",
    Kind.TRACK: "Choose one lane.",
    Kind.BEFORE: "Choose one answer.",
    Kind.NEXT: "Say what came next; then see what did.",
    Kind.ORDER: "Put them in order of time, the earliest first.",
    Kind.MATCH: "Choose the partner of each.",
}


@dataclass(frozen=True)
class StudyLinks:
    """How links are written: to the page with a set or without, to an event among those of its question, to a day's timeline."""

    page: Callable[[str | None], str]
    event: Callable[[str, Sequence[str]], str]
    day: Callable[[date], str]


def choice(sets: Iterable[tuple[StudySet, Sequence[Posed]]], dossier: Dossier, links: StudyLinks, as_of: date | None) -> str:
    """Write the sets under what those of one level are about, each with the questions that it holds now."""
    groups = [
        (made, about, list(found)) for (made, about), found in groupby(sets, key=lambda pair: (pair[0].made, pair[0].about))
    ]
    written = [(about, found) for made, about, found in groups if not made]
    return render(
        "study_sets.html",
        written=written,
        made=[pair for made, _, found in groups if made for pair in found],
        lane=lambda set_: dossier.lane.get(set_.id.rpartition("-")[0]),
        links=links,
        as_of=as_of,
    )


def head(set_: StudySet, seed: int, links: StudyLinks, link: str, as_of: date | None) -> str:
    """Write what stands above the questions of a set; ``link`` is the address that gives others the same ones."""
    return render("study_head.html", set=set_, seed=seed, links=links, link=link, as_of=as_of)


def none_of(set_: StudySet, as_of: date | None) -> str:
    """Say that a set has no question under what is selected."""
    return render("study_none.html", set=set_, as_of=as_of)


def asked(
    posed: Posed, place: tuple[int, int], dossier: Dossier, links: StudyLinks, as_of: date | None, latest: Sequence[Event] = ()
) -> dict[str, Any]:
    """Give a question to the script: how it is asked, what is right, what is told then.

    ``place`` is its number and of how many, ``latest`` the last events that were public before what is asked came.
    """
    cited = public.citations(posed.sources, dossier.source, as_of)
    events = [dossier.event[event] for event in posed.events]
    return {
        "id": posed.id,
        "kind": posed.kind.value,
        "prompt": posed.prompt,
        "answer": [str(option) for option in posed.answer],
        "labels": {str(option.id): option.label for option in (*posed.options, *posed.partners)},
        "asked": render(
            "study_question.html",
            posed=posed,
            number=place[0],
            of=place[1],
            task=TASKS[posed.kind],
            latest=latest,
            links=links,
            credit=lambda event: attribution.credit(event, dossier, short=True),
        ),
        "told": render("study_told.html", posed=posed),
        "settled": render(
            "study_settled.html",
            posed=posed,
            events=[(event, dossier.lanes_of(event), dossier.standing[event.standing].glyph) for event in events],
            sources=[(dossier.source[citation.id], citation.locator) for citation in cited],
            credit=lambda event: attribution.credit(event, dossier, short=True),
            links=links,
            most=MOST_PASSAGES,
        ),
    }

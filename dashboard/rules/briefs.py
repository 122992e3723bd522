"""Rules of briefs: what their scenes show, how long they take, and what the speaker is told."""

import re
from collections.abc import Iterator

from dashboard.loading.problems import Breach
from dashboard.model.briefs import Scene
from dashboard.model.dossier import Dossier
from dashboard.model.vocabulary import PageName
from dashboard.queries.scenes import of_brief, selection_of
from dashboard.queries.selection import Selection, measures_known, select, select_entries
from dashboard.queries.tables import Tables, build
from dashboard.queries.text import counted, listed

LEAST_SHOWN = 2  # events of a scene
CLOSE = 0.15  # by how much the scenes' seconds may differ from the brief's minutes
FEWEST_WORDS, MOST_WORDS = 40, 110  # of the notes of a scene
MARKS = ("**Say.**", "**Remember.**", "**If asked**")

_NUMBER = re.compile(r"\bE(\d{1,9})\b")
_WORD = re.compile(r"\S*\w\S*")


def times_add_up(dossier: Dossier) -> Iterator[Breach]:
    """Find briefs whose scenes take another time than planned."""
    for at, brief in enumerate(dossier.briefs):
        seconds, planned = of_brief(brief).seconds, brief.minutes * 60
        if abs(seconds - planned) > CLOSE * planned:
            message = f"the scenes take {seconds} s and the brief {planned} s; let them differ by at most {CLOSE:.0%}"
            yield Breach("briefs", (at, "minutes"), message)


def scenes_show_what_they_open(dossier: Dossier) -> Iterator[Breach]:
    """Find scenes that show too little, or not the event that they open."""
    tables = build(dossier)
    for at, brief in enumerate(dossier.briefs):
        for index, scene in enumerate(brief.scenes):
            yield from (Breach("briefs", (at, "scenes", index, field), message) for field, message in _wrong_with(scene, tables))


def notes_tell_the_speaker(dossier: Dossier) -> Iterator[Breach]:
    """Find notes that are too short or too long, or lack one of their three parts."""
    for at, brief in enumerate(dossier.briefs):
        for index, scene in enumerate(brief.scenes):
            place = (at, "scenes", index, "notes")
            words = len(_WORD.findall(scene.notes))
            if not FEWEST_WORDS <= words <= MOST_WORDS:
                yield Breach("briefs", place, f"has {counted(words, 'word')}; use {FEWEST_WORDS} to {MOST_WORDS}")
            missing = [mark for mark in MARKS if mark not in scene.notes]
            if missing:
                yield Breach("briefs", place, f"lacks {listed(missing)}; write what to say, to remember and if asked")


def notes_name_events(dossier: Dossier) -> Iterator[Breach]:
    """Find numbers of events in notes that no event has."""
    known = {event.number for event in dossier.events}
    for at, brief in enumerate(dossier.briefs):
        for index, scene in enumerate(brief.scenes):
            for number in dict.fromkeys(int(found) for found in _NUMBER.findall(scene.notes)):
                if number not in known:
                    message = f"E{number} is not an event; choose from E1 to E{max(known)}"
                    yield Breach("briefs", (at, "scenes", index, "notes"), message)


def _wrong_with(scene: Scene, tables: Tables) -> Iterator[tuple[str, str]]:
    shown = select(tables, selection_of(scene.view)).index
    if len(shown) < LEAST_SHOWN:
        yield "view", f"shows {counted(len(shown), 'event')}; let it select at least {LEAST_SHOWN}"
    if scene.page is not PageName.TIMELINE and not _has_something(scene, tables):
        yield "view", f"shows nothing of what the page {scene.page} opens; let its window and its day hold some of it"
    if scene.event is None:
        return
    number = tables.dossier.event[scene.event].number
    if scene.event not in shown:
        yield "event", f"E{number} is not among the events that the view selects; widen the view or open another event"
    stages = {stage.event for measure in tables.dossier.measures if measure.id == scene.measure for stage in measure.stages}
    if scene.measure and scene.event not in stages:
        yield "event", f"E{number} is no stage of the measure {scene.measure}; open an event of one of its stages"
    entries = (entry for question in tables.dossier.positions if question.id == scene.question for entry in question.entries)
    if scene.question and scene.event not in {entry.event for entry in entries}:
        yield "event", f"E{number} is the event of no entry of {scene.question}; open an event of one of its entries"


def _has_something(scene: Scene, tables: Tables) -> bool:
    view = selection_of(scene.view)
    if scene.page is PageName.RESPONSES:
        known = measures_known(tables, view.as_of)
        return any(name == scene.measure or scene.track in lanes for name, lanes in known["lanes"].items())
    said = select_entries(tables, Selection(window=view.window, as_of=view.as_of))
    return scene.question in set(said["question"])

"""A brief as the scenes that a room sees: each a place in the dashboard, a sentence, notes and seconds."""

from dataclasses import dataclass

from dashboard.model.briefs import Brief, Scene, View
from dashboard.model.vocabulary import PageName
from dashboard.queries.address import Address
from dashboard.queries.selection import Selection, select, select_entries, select_measures
from dashboard.queries.sentence import describe, of_entries, of_measures
from dashboard.queries.tables import Tables
from dashboard.queries.text import as_markdown
from dashboard.queries.windows import Window

SECONDS = 45  # for an event of a selection that is presented
MOST_SCENES = 40  # of a selection that is presented; more is no talk


@dataclass(frozen=True)
class Told:
    """A scene as it is told; ``notes`` are Markdown."""

    title: str
    message: str
    notes: str
    seconds: int
    page: PageName
    place: Address


@dataclass(frozen=True)
class Talk:
    """What is told to a room, scene by scene."""

    id: str
    title: str
    scenes: tuple[Told, ...]

    @property
    def seconds(self) -> int:
        """How long it takes as planned."""
        return sum(scene.seconds for scene in self.scenes)


def of_brief(brief: Brief) -> Talk:
    """Tell a brief of the record."""
    return Talk(brief.id, brief.title, tuple(_told(scene) for scene in brief.scenes))


def of_selection(tables: Tables, place: Address, name: str) -> Talk:
    """Tell the events of a selection one by one, each in what is selected, with its summary as notes; the first ones of many."""
    events = (tables.dossier.event[str(event)] for event in select(tables, place.selection).index[:MOST_SCENES])
    scenes = tuple(
        Told(
            event.label,
            f"{event.title}.",
            as_markdown(event.summary),
            SECONDS,
            PageName.TIMELINE,
            Address(place.selection, event.id),
        )
        for event in events
    )
    return Talk(name, "The selected events", scenes)


def of_place(tables: Tables, place: Address, page: PageName) -> Told:
    """Tell what is seen from a place, as one scene."""
    return Told(tables.dossier.front.title, _sentence(tables, place, page), "", 0, page, place)


def selection_of(view: View) -> Selection:
    """Give what a view selects."""
    return Selection(
        tracks=frozenset(view.tracks),
        window=Window.of(view.window) if view.window else None,
        as_of=view.as_of.earliest if view.as_of else None,
        text=view.q or "",
        layers=frozenset(view.layers),
    )


def _told(scene: Scene) -> Told:
    place = Address(selection_of(scene.view), scene.event, panel=scene.track, measure=scene.measure, question=scene.question)
    return Told(scene.title, scene.message, scene.notes, scene.seconds, scene.page, place)


def _sentence(tables: Tables, place: Address, page: PageName) -> str:
    dossier, selection = tables.dossier, place.selection
    if page is PageName.POSITIONS:
        asked = next((str(question.question) for question in dossier.positions if question.id == place.question), "")
        return asked or of_entries(len(select_entries(tables, selection)), tables, selection)
    if page is PageName.RESPONSES and place.measure:
        measure = next(measure for measure in dossier.measures if measure.id == place.measure)
        return measure.label if selection.as_of else f"{measure.title}."  # a title may tell of later days
    if page is PageName.RESPONSES:
        asked = next((str(track.question) for track in dossier.front.tracks if track.id == place.panel), "")
        return asked or of_measures(len(select_measures(tables, selection)), tables, selection)
    if place.event:
        return f"{dossier.event[place.event].title}."
    return describe(len(select(tables, selection)), tables, selection)

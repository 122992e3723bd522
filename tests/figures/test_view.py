"""The timeline as it is seen from a place: placed for a room of some height, and drawn."""

from datetime import date

import pytest

from dashboard.figures.theme import DARK, LIGHT, Theme
from dashboard.figures.view import Room, View, view
from dashboard.fragments.stage import HEIGHT, WIDTH
from dashboard.model.vocabulary import PageName
from dashboard.queries.address import Address
from dashboard.queries.scenes import Told, of_brief
from dashboard.queries.selection import Selection, not_yet_public, select
from dashboard.queries.tables import Tables, build
from dashboard.queries.typesetting import LARGE, NORMAL, STAGE, TypeSize
from dashboard.queries.windows import Window
from tests import builders
from tests.queries.placements import by_lane
from tests.record import harbour, tables

ROOM = Room(WIDTH, STAGE, HEIGHT)
EARLY = date(2015, 6, 1)
SCENES = [
    (record, scene)
    for record in (tables(), harbour())
    for brief in record.dossier.briefs
    for scene in of_brief(brief).scenes
    if scene.page is PageName.TIMELINE
]
each_scene = pytest.mark.parametrize(("record", "scene"), SCENES, ids=[scene.title for _, scene in SCENES])


def _view(record: Tables, place: Address, room: Room = ROOM, foremost: str | None = None) -> View:
    """Place what is seen from a place, with what was not yet public where it asks for that."""
    selection = place.selection
    ghosts = not_yet_public(record, selection) if place.ghosts else record.events.iloc[:0]
    return view(select(record, selection), ghosts, record, place, room, foremost)


def _height(found: View, theme: Theme = LIGHT) -> int:
    height: int = found.draw(theme)["layout"]["height"]
    return height


def _placed(found: View) -> set[tuple[str, str]]:
    """Name the events that stand on each lane, as marks or counted in a cluster."""
    marks = {(mark.id, mark.lane) for mark in found.layout.marks}
    return marks | {(name, cluster.lane) for cluster in found.layout.clusters for name in cluster.ids}


@each_scene
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_timeline_of_a_scene_keeps_within_the_height_of_a_slide(record: Tables, scene: Told, theme: Theme) -> None:
    assert _height(_view(record, scene.place), theme) <= HEIGHT


@each_scene
def test_the_foremost_event_is_a_mark_of_its_own(record: Tables, scene: Told) -> None:
    found = _view(record, scene.place, foremost=scene.place.event)
    assert scene.place.event in {mark.id for mark in found.layout.marks}
    drawn = {name for trace in found.draw(LIGHT)["data"] if trace["mode"] == "markers" for name in trace["customdata"]}
    assert scene.place.event in drawn


@pytest.mark.parametrize("count", [1, 2, 12, 60, 400])
@pytest.mark.parametrize("size", [NORMAL, LARGE, STAGE, STAGE.larger(1.5)], ids=["normal", "large", "stage", "larger"])
def test_any_number_of_events_keeps_within_the_height_and_none_vanishes(count: int, size: TypeSize) -> None:
    record = build(builders.many_events(count, seed=count))
    found = _view(record, Address(Selection()), Room(WIDTH, size, HEIGHT))
    assert _height(found) <= HEIGHT
    assert {name for name, _ in _placed(found)} == set(record.events.index)


@pytest.mark.parametrize("height", [360, 456, 600, 800])
def test_a_lower_room_is_kept_to_with_the_words_of_marked_days_too(height: int) -> None:
    place = Address(Selection(as_of=date(2017, 12, 31), window=Window(date(2014, 1, 1), date(2018, 12, 31))), ghosts=True)
    assert _height(_view(tables(), place, Room(1200, STAGE, height))) <= height


def test_without_a_height_the_lanes_take_what_they_need() -> None:
    place = Address(Selection())
    free, held = _view(tables(), place, Room(1200, STAGE)), _view(tables(), place)
    assert _height(free) > _height(held)
    assert len([mark for mark in free.layout.marks if mark.side]) > len([mark for mark in held.layout.marks if mark.side])


def test_a_room_that_is_high_enough_changes_nothing() -> None:
    place = Address(Selection(window=Window(date(2014, 7, 1), date(2014, 12, 31))))
    assert _view(tables(), place, Room(1200, NORMAL, 4000)).layout == _view(tables(), place, Room(1200, NORMAL)).layout


def test_only_the_chosen_lanes_are_drawn() -> None:
    found = _view(tables(), Address(Selection(tracks=frozenset({"economic", "military"}))))
    assert {band.lane for band in found.layout.bands} == {"economic", "military"}
    assert {lane for _, lane in _placed(found)} == {"economic", "military"}


def test_every_event_shown_stands_on_each_of_its_lanes() -> None:
    found = _view(tables(), Address(Selection()), Room(1200, NORMAL))
    lanes = by_lane(select(tables(), Selection()))["lane"]
    assert _placed(found) == {(str(event), str(lane)) for event, lane in lanes.items()}


def test_what_was_not_yet_public_is_drawn_only_where_it_is_asked_for() -> None:
    selection = Selection(as_of=EARLY, window=Window(date(2014, 1, 1), date(2015, 12, 31)))
    without, outlined = _view(tables(), Address(selection)), _view(tables(), Address(selection, ghosts=True))
    assert without.ghosts == frozenset()
    assert outlined.ghosts == set(map(str, not_yet_public(tables(), selection).index))
    assert outlined.ghosts
    assert {name for name, _ in _placed(outlined)} - {name for name, _ in _placed(without)} == outlined.ghosts


def test_the_day_and_the_review_are_marked_by_lines_that_name_them() -> None:
    late, early = date(2017, 12, 31), EARLY
    assert len(_view(tables(), Address(Selection())).lines) == 1
    found = {day: [line.words for line in _view(tables(), Address(Selection(as_of=day))).lines] for day in (late, early)}
    assert found[late][-1] == "As of 31 December 2017"
    assert len(found[late]) == 2
    assert found[early] == ["As of 1 June 2015"]


def test_a_view_without_any_event_is_drawn_and_keeps_to_the_height() -> None:
    found = _view(tables(), Address(Selection(text="nothing-like-it")))
    assert _placed(found) == set()
    assert _height(found) <= HEIGHT

"""A brief as the scenes that a room sees, and a selection as such."""

import re
from datetime import date
from html import unescape

import pytest

from dashboard.fragments.rendering import markdown
from dashboard.model.briefs import Brief, View
from dashboard.model.vocabulary import Importance, Layer, PageName
from dashboard.queries import address
from dashboard.queries.address import Address
from dashboard.queries.scenes import MOST_SCENES, SECONDS, Talk, of_brief, of_selection, selection_of
from dashboard.queries.selection import Selection, select
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders
from tests.record import harbour, tables

FIRST, SECOND, LONE = "2014-07-29-event", "2014-07-30-event", "2016-01-01-event"
RECORDS = {"real": tables(), "invented": harbour()}
PATHS = {PageName.TIMELINE: "", PageName.RESPONSES: "responses", PageName.POSITIONS: "positions"}
BRIEFS = [(record, brief) for record in RECORDS.values() for brief in record.dossier.briefs]
each_brief = pytest.mark.parametrize(("record", "brief"), BRIEFS, ids=[brief.id for _, brief in BRIEFS])


@each_brief
def test_a_brief_is_told_scene_by_scene_as_it_is_written(record: Tables, brief: Brief) -> None:
    talk = of_brief(brief)
    assert (talk.id, talk.title, len(talk.scenes)) == (brief.id, brief.title, len(brief.scenes))
    for told, scene in zip(talk.scenes, brief.scenes, strict=True):
        assert (told.title, told.message, told.notes, told.seconds) == (scene.title, scene.message, scene.notes, scene.seconds)
        assert (told.page, told.place.event) == (scene.page, scene.event)
        assert (told.place.panel, told.place.measure, told.place.question) == (scene.track, scene.measure, scene.question)
        assert set(select(record, told.place.selection).index) >= {scene.event}


@each_brief
def test_the_address_of_a_scene_leads_to_the_same_view(record: Tables, brief: Brief) -> None:
    for told in of_brief(brief).scenes:
        place, notices = address.read(address.write(told.place.on(PATHS[told.page]), record), record)
        assert notices == ()
        assert list(select(record, place.selection).index) == list(select(record, told.place.selection).index)
        assert (place.event, place.panel, place.measure, place.question) == (
            told.place.event,
            told.place.panel,
            told.place.measure,
            told.place.question,
        )


@each_brief
def test_a_talk_takes_the_seconds_of_its_scenes(record: Tables, brief: Brief) -> None:
    assert record.dossier.briefs
    assert of_brief(brief).seconds == sum(scene.seconds for scene in brief.scenes)
    assert Talk("empty", "Empty", ()).seconds == 0


@pytest.mark.parametrize(
    ("written", "selected"),
    [
        ({}, Selection()),
        ({"tracks": ["spine", "a"]}, Selection(tracks=frozenset({"spine", "a"}))),
        ({"window": "2014-07/2015-02"}, Selection(window=Window(date(2014, 7, 1), date(2015, 2, 28)))),
        ({"window": "2014-07-29/2014-07-29"}, Selection(window=Window(date(2014, 7, 29), date(2014, 7, 29)))),
        ({"as_of": "2016-02-29"}, Selection(as_of=date(2016, 2, 29))),
        ({"q": "a word"}, Selection(text="a word")),
        ({"layers": ["core", "aftermath"]}, Selection(layers=frozenset({Layer.CORE, Layer.AFTERMATH}))),
    ],
    ids=lambda case: str(case) if isinstance(case, dict) else "",
)
def test_a_view_selects_what_it_names_and_restricts_nothing_else(written: dict[str, object], selected: Selection) -> None:
    view = View.model_validate(written, context={"lane": ("spine", "a"), "track": ("a",)})
    assert selection_of(view) == selected


def test_a_selection_is_told_event_by_event_in_order_of_time() -> None:
    place = Address(Selection(tracks=frozenset({"economic"}), window=Window(date(2016, 1, 1), date(2017, 12, 31))))
    talk = of_selection(tables(), place, "chosen")
    chosen = [tables().dossier.event[str(name)] for name in select(tables(), place.selection).index]
    assert talk.id == "chosen"
    assert [told.place.event for told in talk.scenes] == [event.id for event in chosen]
    assert [event.date.earliest for event in chosen] == sorted(event.date.earliest for event in chosen)
    for told, event in zip(talk.scenes, chosen, strict=True):
        assert (told.title, told.notes, told.seconds) == (event.label, told.notes, SECONDS)
        assert unescape(re.sub(r"</?p>", "", markdown(told.notes))).strip() == event.summary
        assert told.message == f"{event.title}."
        assert (told.page, told.place.selection) == (PageName.TIMELINE, place.selection)


def test_every_event_of_the_record_can_be_presented_in_one_sentence() -> None:
    for event in tables().dossier.events:
        day = Address(Selection(window=Window(event.date.earliest, event.date.earliest)))
        [told] = [told for told in of_selection(tables(), day, "one").scenes if told.place.event == event.id]
        assert told.message.endswith(".")
        assert not told.message.endswith(("..", "?.", "!."))


def test_a_selection_of_many_events_is_told_by_its_first() -> None:
    record = build(builders.many_events(MOST_SCENES + 40, seed=7))
    talk = of_selection(record, Address(Selection()), "many")
    assert [told.place.event for told in talk.scenes] == list(select(record, Selection()).index[:MOST_SCENES])


def test_a_selection_of_no_event_has_no_scene() -> None:
    assert of_selection(tables(), Address(Selection(text="nothing-like-it")), "none").scenes == ()


def test_a_selection_as_of_a_day_tells_nothing_that_became_public_later() -> None:
    day = date(2014, 8, 1)
    place = Address(Selection(as_of=day, importances=frozenset(Importance)))
    told = of_selection(tables(), place, "early").scenes
    assert told
    for scene in told:
        event = tables().dossier.event[str(scene.place.event)]
        assert (event.known or event.date).earliest <= day
        assert scene.place.selection.as_of == day
        assert not any(later.text in scene.notes for later in event.later)

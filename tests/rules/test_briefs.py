"""The rules that scenes and their briefs are held to."""

from typing import Any

import pytest

from dashboard.loading.problems import Breach
from dashboard.queries.tables import Tables, build
from dashboard.rules import briefs
from tests import builders
from tests.record import harbour, tables

FIRST, SECOND, LONE = "2014-07-29-event", "2014-07-30-event", "2016-01-01-event"
RECORDS = {"real": tables(), "invented": harbour()}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_the_briefs_that_we_ship_break_no_rule(record: Tables) -> None:
    assert record.dossier.briefs
    assert list(briefs.scenes_show_what_they_open(record.dossier)) == []


def test_a_scene_that_shows_the_whole_record_breaks_no_rule() -> None:
    assert _breaches(builders.scene(event=FIRST)) == []


@pytest.mark.parametrize(
    ("tracks", "count"),
    [(["b"], "0 events"), (["a"], "1 event")],
)
def test_a_scene_that_shows_fewer_than_two_events_breaks_a_rule(tracks: list[str], count: str) -> None:
    view = {"tracks": tracks}
    assert _breaches(builders.scene(view=view)) == [
        Breach("briefs", (0, "scenes", 0, "view"), f"shows {count}; let it select at least 2")
    ]


def test_a_scene_that_opens_an_event_outside_its_view_breaks_a_rule() -> None:
    [breach] = _breaches(builders.scene(event=LONE, view={"tracks": ["spine"]}))
    assert breach == Breach(
        "briefs",
        (0, "scenes", 0, "event"),
        "E3 is not among the events that the view selects; widen the view or open another event",
    )


def test_a_scene_on_a_measure_opens_an_event_of_one_of_its_stages() -> None:
    on = {"page": "responses", "measure": "measure"}
    assert _breaches(builders.scene(event=FIRST, **on)) == []
    assert _breaches(builders.scene(**on)) == []
    [breach] = _breaches(builders.scene(event=SECOND, **on))
    assert breach.place == (0, "scenes", 0, "event")
    assert breach.message == "E2 is no stage of the measure measure; open an event of one of its stages"


def test_a_scene_on_a_question_opens_an_event_of_one_of_its_entries() -> None:
    on = {"page": "positions", "question": "question"}
    assert _breaches(builders.scene(event=FIRST, **on)) == []
    assert _breaches(builders.scene(**on)) == []
    [breach] = _breaches(builders.scene(event=SECOND, **on))
    assert breach.place == (0, "scenes", 0, "event")
    assert breach.message == "E2 is the event of no entry of question; open an event of one of its entries"


@pytest.mark.parametrize("seconds", [51, 60, 69])
def test_scenes_may_take_a_little_more_or_less_than_their_brief(seconds: int) -> None:
    assert _breaches(builders.scene(seconds=seconds)) == []


@pytest.mark.parametrize("seconds", [1, 50, 70, 600])
def test_scenes_whose_time_does_not_add_up_break_a_rule(seconds: int) -> None:
    assert _breaches(builders.scene(seconds=seconds)) == [
        Breach("briefs", (0, "minutes"), f"the scenes take {seconds} s and the brief 60 s; let them differ by at most 15%")
    ]


def test_every_breach_is_found_and_placed_in_its_scene() -> None:
    wrong = builders.scene(id="wrong", event=LONE, view={"tracks": ["b"]}, seconds=200)
    found = _breaches(builders.scene(), wrong)
    assert [breach.place for breach in found] == [
        (0, "minutes"),
        (0, "scenes", 1, "view"),
        (0, "scenes", 1, "event"),
    ]


def _tables(*told: dict[str, object], minutes: int = 1, **given: Any) -> Tables:
    """Build a record of three events, a measure and a question, with one brief of these scenes."""
    events = [builders.event(id=name, date=name[:10], tracks=["a"] if name == LONE else []) for name in (FIRST, SECOND, LONE)]
    question = builders.contested_question(
        entries=[
            builders.entry(event=FIRST),
            builders.entry(id="reply", date="2014-07-30", by="right", kind="reply", replies_to="entry"),
        ]
    )
    brief = builders.brief(minutes=minutes, scenes=list(told) or [builders.scene()])
    records: dict[str, Any] = {
        "measures": (builders.measure(stages=[{"stage": "announced", "event": FIRST}]),),
        "positions": (question,),
        "briefs": (brief,),
    }
    return build(builders.dossier(events, **records | given))


def _breaches(*told: dict[str, object], minutes: int = 1) -> list[Breach]:
    dossier = _tables(*told, minutes=minutes).dossier
    return [*briefs.times_add_up(dossier), *briefs.scenes_show_what_they_open(dossier)]

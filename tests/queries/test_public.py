"""What was public on a day."""

from datetime import date

import pytest

from dashboard.model.measures import StopCondition
from dashboard.queries import public
from dashboard.queries.tables import Tables, build
from tests import builders, plain_count
from tests.record import dossier, tables

NOTED = builders.event(later=[builders.later("2016-05", "First."), builders.later("2018-11-16", "Second.")])


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        (None, ["First.", "Second."]),
        (date(2016, 4, 30), []),
        (date(2016, 5, 1), ["First."]),
        (date(2018, 11, 15), ["First."]),
        (date(2018, 11, 16), ["First.", "Second."]),
    ],
)
def test_a_later_note_is_given_from_the_first_day_on_which_it_may_have_been_public(day: date | None, texts: list[str]) -> None:
    assert [note.text for note in public.later(NOTED, day)] == texts


def test_no_note_of_the_real_record_is_given_before_its_day() -> None:
    for raw in plain_count.raw("events"):
        for note in raw.get("later", []):
            day = plain_count.span(note["known"]).first
            given = public.later(dossier().event[raw["id"]], day)
            assert all(one.known.earliest <= day for one in given)
            assert note["known"] in [one.known.written for one in given]


def _measure_of(*stages: dict[str, str]) -> Tables:
    events = [
        builders.event(id="idea", date="2014-07-29"),
        builders.event(id="law", date="2015-01-10", known="2015-03-01"),
        builders.event(id="end", date="2016"),
    ]
    return build(builders.dossier(events, measures=(builders.measure(stages=list(stages)),)))


@pytest.mark.parametrize(
    ("day", "reached"),
    [
        ("2014-07-28", []),
        ("2014-07-29", ["considered"]),
        ("2015-02-28", ["considered"]),
        ("2015-03-01", ["considered", "authorized"]),
        ("2016-01-01", ["considered", "authorized", "ended"]),
    ],
)
def test_a_stage_counts_once_it_was_reached_and_public(day: str, reached: list[str]) -> None:
    record = _measure_of(
        {"stage": "considered", "event": "idea"}, {"stage": "authorized", "event": "law"}, {"stage": "ended", "event": "end"}
    )
    assert list(public.stages(record, date.fromisoformat(day))["stage"]) == reached


def test_a_stage_with_a_date_of_its_own_is_reached_then_and_not_with_its_event() -> None:
    record = _measure_of({"stage": "in-force", "event": "idea", "date": "2014-09-01"})
    assert public.stages(record, date(2014, 8, 31)).empty
    assert list(public.stages(record, date(2014, 9, 1))["date"]) == ["1 September 2014"]


def test_the_stages_of_the_real_record_all_come_to_light_in_the_end() -> None:
    stages = [stage for measure in plain_count.raw("measures") for stage in measure["stages"]]
    assert len(public.stages(tables(), date.max)) == len(stages)
    assert public.stages(tables(), date.min).empty


@pytest.mark.parametrize(
    ("given", "day", "stated"),
    [("2017-12-08", None, True), ("2017-12-08", "2017-12-07", False), ("2017-12-08", "2017-12-08", True), (None, None, False)],
)
def test_a_stop_condition_is_stated_from_its_day_on(given: str | None, day: str | None, stated: bool) -> None:  # noqa: FBT001 - a column of the table
    stop = StopCondition.model_validate(
        {"text": "Full compliance.", "standing": "stated", "sources": builders.CITED} | ({"date": given} if given else {})
    )
    assert public.is_stated(stop, date.fromisoformat(day) if day else None) is stated

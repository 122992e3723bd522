"""What was public on a day."""

from datetime import date

import pytest

from dashboard.model.measures import StopCondition
from dashboard.queries import public
from tests import builders, plain_count
from tests.record import dossier

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


@pytest.mark.parametrize(
    ("given", "day", "stated"),
    [("2017-12-08", None, True), ("2017-12-08", "2017-12-07", False), ("2017-12-08", "2017-12-08", True), (None, None, False)],
)
def test_a_stop_condition_is_stated_from_its_day_on(given: str | None, day: str | None, stated: bool) -> None:  # noqa: FBT001 - a column of the table
    stop = StopCondition.model_validate(
        {"text": "Full compliance.", "standing": "none-stated", "sources": builders.CITED}
        | ({"standing": "stated", "by": "left", "date": given} if given else {})
    )
    assert public.is_stated(stop, date.fromisoformat(day) if day else None) is stated

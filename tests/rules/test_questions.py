"""How study questions are spread, on as many as it takes."""

import pytest

from dashboard.rules import questions
from tests import builders

TEXTS = ["one", "two", "three", "four"]


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([], []),
        ([1], []),
        ([1, 2], []),
        ([1, 2, 3], []),
        ([1, 1, 2], ["2 of 3 right answers stand in place 1"]),
        ([1, 1, 2, 2], []),
        ([1, 2, 3, 4, 1, 2, 3, 4], []),
        ([1, 2, 3, 1, 2, 3, 1, 2], ["0 of 8 right answers stand in place 4"]),
        ([4, 4, 4, 4, 4, 1, 2, 3], ["5 of 8 right answers stand in place 4"]),
    ],
)
def test_right_answers_are_spread_over_the_four_places(places: list[int], told: list[str]) -> None:
    asked = [
        builders.study_question(id=f"q-{at}", prompt=f"Q{at}?", options=TEXTS, answer=TEXTS[place - 1])
        for at, place in enumerate(places)
    ]
    found = list(questions.right_answers_are_spread(builders.dossier(questions=tuple(asked))))
    assert [breach.message.partition(";")[0] for breach in found] == told
    assert all(breach.warning for breach in found)


def test_days_that_are_the_same_put_no_event_first() -> None:
    dates = ("2015-01-01", "2015-01-02", "2015-01-02", "2015-01-03")
    events = [
        builders.event(id=name, number=at + 1, date=date) for at, (name, date) in enumerate(zip("abcd", dates, strict=True))
    ]
    asked = builders.study_question(kind="order", options=["d", "c", "b", "a"], answer=list("abcd"), events=list("abcd"))
    [breach] = questions.orders_are_certain(builders.dossier(events, questions=(asked,)))
    assert (breach.place, breach.message) == (
        (0, "answer", 2),
        "E3 (2 January 2015) was on the same day as E2 above it; order them from earliest to latest",
    )

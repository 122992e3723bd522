"""The order of events in their file, and parties in theirs, as the rules see them without a file."""

import pytest

from dashboard.loading.problems import Breach
from dashboard.rules import events, front, order
from tests import builders


@pytest.mark.parametrize(
    "dates",
    [
        ("2014-08-01", "2014-08-01"),
        ("2014-08-10", "2014-08"),  # some day in the month may be later
        ("2014-08", "2014-08-10"),
        ("2014", "2014-03"),
        ("2014-08/..", "2014-09"),
    ],
)
def test_dates_that_may_be_in_order_are(dates: tuple[str, str]) -> None:
    given = [builders.event(id=f"e-{at}", number=at + 1, date=date) for at, date in enumerate(dates)]
    assert list(order.events_stand_in_order(builders.dossier(given))) == []


def test_an_event_under_the_heading_of_a_later_layer_is_told() -> None:
    given = [
        builders.event(id="core", number=1, date="2015-01-01"),
        builders.event(id="old", number=2, date="2010-01-01", layer="background"),
        builders.event(id="next", number=3, date="2015-02-01"),
    ]
    assert list(order.events_stand_in_order(builders.dossier(given))) == [
        Breach("events", (1, "layer"), "is background and stands among core and context; it belongs before E1", beside=(0,))
    ]


DAYS = [f"2015-{month:02}-01" for month in range(1, 13)]
EARLY = "1 November 2015 stands too early in the file; it belongs after E10"
LATE = "1 February 2015 stands too late in the file; it belongs after E1"


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([11, *range(1, 11), 12], [(0, EARLY)]),
        ([1, *range(3, 12), 2, 12], [(10, LATE)]),
        ([11, 1, *range(3, 11), 2, 12], [(0, EARLY), (10, LATE)]),
        ([*range(1, 10), 11, 10, 12], [(9, EARLY)]),  # of two that could be it the newer
    ],
)
def test_the_fewest_misplaced_events_are_told_with_where_they_belong(numbers: list[int], told: list[tuple[int, str]]) -> None:
    given = [builders.event(id=f"e-{number}", number=number, date=DAYS[number - 1]) for number in numbers]
    breaches = list(order.events_stand_in_order(builders.dossier(given)))
    assert [(breach.place[0], breach.message) for breach in breaches] == told
    assert [f"E{numbers[int(breach.beside[0])]}" for breach in breaches] == [message.split()[-1] for _, message in told]


def test_an_event_does_not_answer_itself_nor_one_event_twice() -> None:
    answers = [{"event": "b", "grounds": "stated"}, {"event": "b", "grounds": "inferred"}]
    given = [
        builders.event(id="a", number=1, date="2015-01-01", responds_to=[{"event": "a", "grounds": "stated"}]),
        builders.event(id="b", number=2, date="2015-01-02"),
        builders.event(id="c", number=3, date="2015-01-03", responds_to=answers),
    ]
    assert [(breach.place, breach.message) for breach in events.answer_what_was_before(builders.dossier(given))] == [
        ((0, "responds_to", 0, "event"), "an event does not answer itself; name an earlier one"),
        ((2, "responds_to", 1, "event"), "b is answered twice; name it once"),
    ]


def test_every_party_of_a_ring_is_told_and_none_beside_it() -> None:
    above = {"a": "b", "b": "c", "c": "a", "d": "a", "e": "f", "f": None}
    parties = [
        {"id": name, "name": name, "short": name, "side": "left"} | ({"part_of": over} if over else {})
        for name, over in above.items()
    ]
    breaches = front.no_party_is_part_of_itself(builders.dossier(front=builders.front(parties=parties)))
    assert [breach.place for breach in breaches] == [("parties", at, "part_of") for at in range(3)]

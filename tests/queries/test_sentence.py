"""The one sentence that says what is shown."""

from datetime import date

import pytest

from dashboard.queries.selection import Selection, select
from dashboard.queries.sentence import describe
from dashboard.queries.tables import build
from dashboard.queries.windows import Window
from tests import builders, plain_count
from tests.record import tables

DISPUTE = Window(date(2014, 7, 1), date(2017, 12, 31))


@pytest.mark.parametrize(
    ("selection", "sentence"),
    [
        (Selection(), "Showing 42 of 132 events."),
        (
            Selection(tracks=frozenset({"economic", "diplomatic"}), window=DISPUTE, text="Geneva"),
            "Showing 42 of 132 events: diplomatic and economic, July 2014 to December 2017, mentioning Geneva.",
        ),
        (Selection(tracks=frozenset({"findings"})), "Showing 42 of 132 events: findings and positions."),
        (
            Selection(tracks=frozenset({"findings", "diplomatic", "military", "economic"})),
            "Showing 42 of 132 events: findings and positions, diplomatic, military and economic.",
        ),
        (Selection(parties=frozenset({"nato"})), "Showing 42 of 132 events: acts of North Atlantic Treaty Organization."),
        (
            Selection(parties=frozenset({"russia", "us"}), standings=frozenset({"disputed", "asserted"})),
            "Showing 42 of 132 events: acts of United States or Russian Federation, asserted or disputed.",
        ),
        (
            Selection(importances=frozenset({"major", "key"}), layers=frozenset({"core"})),
            "Showing 42 of 132 events: key or major events only, core only.",
        ),
        (
            Selection(window=Window(date(2017, 12, 8), date(2017, 12, 15)), as_of=date(2017, 12, 9)),
            "Showing 42 of 132 events: 8-15 December 2017, as public on 9 December 2017.",
        ),
    ],
)
def test_the_sentence_says_every_choice_in_the_same_order(selection: Selection, sentence: str) -> None:
    assert describe(42, tables(), selection) == sentence


def test_the_sentence_of_the_real_selection_holds_its_real_count() -> None:
    selection = Selection(tracks=frozenset({"economic", "diplomatic"}), window=DISPUTE, text="Geneva")
    counted = plain_count.count({"tracks": selection.tracks, "window": (DISPUTE.start, DISPUTE.end), "text": "Geneva"})
    said = describe(len(select(tables(), selection)), tables(), selection)
    assert said == f"Showing {counted} of 132 events: diplomatic and economic, July 2014 to December 2017, mentioning Geneva."


def test_the_sentence_counts_one_and_thousands_as_readers_write_them() -> None:
    assert describe(1, build(builders.dossier()), Selection()) == "Showing 1 of 1 event."
    many = build(builders.dossier([builders.event(id=f"event-{number}") for number in range(1228)]))
    assert describe(1100, many, Selection()) == "Showing 1,100 of 1,228 events."


def test_an_abbreviation_keeps_its_capitals_in_the_sentence() -> None:
    front = builders.front(tracks=[builders.track("a", title="NATO talks"), builders.track("b", title="Trade")])
    said = describe(0, build(builders.dossier(front=front)), Selection(tracks=frozenset({"a", "b"})))
    assert said == "Showing 0 of 1 event: NATO talks and trade."


def test_what_is_shown_though_not_yet_public_is_counted_apart() -> None:
    said = describe(42, tables(), Selection(as_of=date(2017, 12, 9)), 3)
    assert said == "Showing 42 of 132 events: as public on 9 December 2017, and 3 not yet public in outline."


def test_a_word_that_the_record_does_not_have_is_not_repeated() -> None:
    assert describe(0, tables(), Selection(tracks=frozenset({"naval"}))) == "Showing 0 of 132 events."

"""The one sentence that says what is shown."""

from datetime import date

import pytest

from dashboard.queries.selection import Selection, select
from dashboard.queries.sentence import describe, of_entries, of_measures
from dashboard.queries.tables import build
from dashboard.queries.windows import Window
from tests import builders, plain_count
from tests.record import harbour, tables

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


@pytest.mark.parametrize(
    ("selection", "panel", "sentence"),
    [
        (Selection(), None, "Showing 7 of 24 measures."),
        (Selection(window=DISPUTE), None, "Showing 7 of 24 measures."),
        (Selection(window=DISPUTE), "military", "Showing 7 of 24 measures: military alone."),
        (
            Selection(tracks=frozenset({"economic"}), text="firms", as_of=date(2017, 12, 9)),
            "economic",
            "Showing 7 of 24 measures: economic alone, economic, mentioning firms, as public on 9 December 2017.",
        ),
        (
            Selection(parties=frozenset({"us-state", "us-congress"}), window=Window(date(2017, 1, 1), date(2017, 12, 31))),
            None,
            "Showing 7 of 24 measures: 2017, by U.S. Department of State or U.S. Congress.",
        ),
        (Selection(standings=frozenset({"disputed"})), None, "Showing 7 of 24 measures: disputed."),
    ],
)
def test_the_sentence_of_measures_says_every_choice_and_the_track_that_stands_alone(
    selection: Selection, panel: str | None, sentence: str
) -> None:
    assert of_measures(7, tables(), selection, panel) == sentence


ALL_POSITIONS = "Showing 9 of 97 positions on 10 contested questions"
QUESTION = "Has Russia produced and deployed the missile?"


@pytest.mark.parametrize(
    ("selection", "question", "sentence"),
    [
        (Selection(), None, f"{ALL_POSITIONS}."),
        (Selection(window=DISPUTE), None, f"{ALL_POSITIONS}."),
        (
            Selection(window=DISPUTE),
            "production-and-deployment",
            f"{ALL_POSITIONS}: to “{QUESTION}”.",
        ),
        (
            Selection(parties=frozenset({"russia"}), text="battalions", as_of=date(2017, 12, 9)),
            "production-and-deployment",
            f"{ALL_POSITIONS}: to “{QUESTION}”, by Russian Federation, mentioning battalions, as public on 9 December 2017.",
        ),
        (
            Selection(window=Window(date(2014, 1, 1), date(2014, 12, 31))),
            None,
            f"{ALL_POSITIONS}: 2014.",
        ),
    ],
)
def test_the_sentence_of_positions_says_every_choice_and_the_question_that_stands_alone(
    selection: Selection, question: str | None, sentence: str
) -> None:
    assert of_entries(9, tables(), selection, question) == sentence


def test_the_sentences_count_one_measure_position_and_question_as_readers_write_them() -> None:
    measure = builders.measure(stages=[{"stage": "announced", "event": "told"}])
    question = builders.contested_question(entries=[builders.entry()])
    record = build(builders.dossier([builders.event(id="told")], measures=(measure,), positions=(question,)))
    assert of_measures(1, record, Selection()) == "Showing 1 of 1 measure."
    assert of_entries(0, record, Selection()) == "Showing 0 of 1 position on 1 contested question."
    bare = build(builders.dossier())
    assert of_measures(0, bare, Selection()) == "This record has no measures."
    assert of_entries(0, bare, Selection()) == "This record has no contested questions."


def test_the_sentences_of_the_invented_record_are_in_its_own_words() -> None:
    assert of_measures(2, harbour(), Selection(window=harbour().window), "talks") == "Showing 2 of 2 measures: talks alone."
    assert of_entries(4, harbour(), Selection(parties=frozenset({"brackwater"}))) == (
        "Showing 4 of 4 positions on 1 contested question: by Town of Brackwater."
    )

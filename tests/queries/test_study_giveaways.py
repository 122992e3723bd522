"""What would tell an answer, and order by a seed."""

from collections.abc import Sequence
from itertools import pairwise, permutations

import pytest

from dashboard.model.dates import EventDate
from dashboard.queries.study import giveaways
from dashboard.queries.study.certain import are_apart, are_linked, follows
from dashboard.queries.study.posed import Kind, Posed
from dashboard.queries.study.shuffled import alike, arranged, seeded, shuffled
from tests import builders, record

KINDS = dict(zip("abcd", (Kind.CHOICE, Kind.ORDER, Kind.MATCH, Kind.STANDING), strict=True))


@pytest.mark.parametrize(
    "title",
    [
        "The 2015 report repeats it", "A law of the 1990s", "Talks in May", "A session on Monday", "The 31st session",
        "Second talks",
        "They meet again", "The last letter", "They meet, and then not for years", "Talks begin", "The treaty ends",
        "After the talks",
        "Not fielded yet", "A new missile", "Renewed talks", "Early research", "Its fifth and final session",
        "The talks' anniversary", "An autumn visit",
        "A council repeals the toll", "Talks on Dec. 3",
    ],
)  # fmt: skip
def test_a_title_tells_when_it_was_by_a_date_an_ordinal_or_a_word_of_sequence(title: str) -> None:
    assert giveaways.of_time(title)


@pytest.mark.parametrize(
    "title",
    ["They may meet", "2,692 missiles are gone", "Section 1290 becomes law", "Bills against it", "The mayor marches", "A friend",
     "The 9M729 flies 480 km", "An endorsement", "A renowned pilot", "$58 million are asked for"],
)  # fmt: skip
def test_other_words_tell_no_time(title: str) -> None:
    assert not giveaways.of_time(title)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Military options are weighed", True), ("A military's view", True), ("Diplomats meet", True),
        ("The economy shrinks", True),
        ("A finding is read out", True), ("A letter is sent", False), ("The mill and the pond", False), ("Dip and dive", False),
    ],
)  # fmt: skip
def test_a_title_tells_the_lane_by_a_word_of_its_title_in_any_form(title: str, told: bool) -> None:  # noqa: FBT001 - a case's outcome
    assert giveaways.of_lane(title, record.dossier()) is told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("A party denies it", True), ("A first denial", True), ("The disputed missile", True), ("By one account", True),
        ("Counter-claims are made", True), ("It rejects the report", True), ("A document", True),
        ("The charge is unfounded", True),
        ("A letter is sent", False), ("The denizens meet", False), ("Officials say so", False),
    ],
)  # fmt: skip
def test_a_title_tells_the_standing_by_words_for_it(title: str, told: bool) -> None:  # noqa: FBT001 - a case's outcome
    assert giveaways.of_standing(title, record.dossier()) is told


def test_a_dossiers_own_words_for_a_standing_tell_it() -> None:
    assert giveaways.of_standing("It is told of a ferry", record.harbour().dossier)
    assert not giveaways.of_standing("It is told of a ferry", record.dossier())


@pytest.mark.parametrize(("one", "other", "told"), [("ab", "abcde", True), ("abcde", "ab", True), ("ab", "abcd", False)])
def test_a_title_stands_out_by_twice_the_length(one: str, other: str, told: bool) -> None:  # noqa: FBT001 - a case's outcome
    assert giveaways.of_length(one, other) is told


@pytest.mark.parametrize(
    ("later", "earlier", "sure"),
    [
        ("2014-07-30", "2014-07-29", True), ("2014-07-29", "2014-07-29", False), ("2014-07-29", "2014-07-30", False),
        ("2014-08", "2014-07-31", True), ("2014-07", "2014-07-29", False), ("2014-08-01", "2014-07-01/2014-07-31", True),
        ("2014-07-31", "2014-07-01/2014-07-31", False), ("2015", "2014", True), ("2015-04~", "2014", False),
        ("2015", "2014?", False),
        ("2015", "2014/..", False), ("2015/..", "2014", False),
    ],
)  # fmt: skip
def test_one_date_follows_another_only_where_it_is_certain(later: str, earlier: str, sure: bool) -> None:  # noqa: FBT001 - an outcome
    assert follows(EventDate.parse(later), EventDate.parse(earlier)) is sure
    assert are_apart(EventDate.parse(earlier), EventDate.parse(later)) is (
        sure or follows(EventDate.parse(earlier), EventDate.parse(later))
    )


def test_an_answer_is_linked_to_what_it_answers_over_others_between() -> None:
    first, second, third, alone = (
        builders.event(date=f"2014-07-{day}", responds_to=answers)
        for day, answers in (
            (10, []),
            (11, [{"event": "2014-07-10-event", "grounds": "stated"}]),
            (12, [{"event": "2014-07-11-event", "grounds": "inferred"}]),
            (13, []),
        )
    )
    dossier = builders.dossier([first, second, third, alone])
    assert are_linked(first, third, dossier)
    assert are_linked(third, first, dossier)
    assert not are_linked(first, alone, dossier)


def question(name: str, kind: str, events: str) -> Posed:
    return Posed(name, KINDS[kind], 1, "Which?", (), (), (), "So.", tuple(events), ())


def same_in_a_row(kinds: Sequence[str]) -> int:
    return sum(one == other for one, other in pairwise(kinds))


@pytest.mark.parametrize("kinds", ["ab", "aab", "aaab", "aaabb", "aabbc", "aaaabc", "abcd", "aabbccd", "aaaa", "a", ""])
@pytest.mark.parametrize("seed", range(5))
def test_kinds_alternate_as_far_as_their_numbers_allow(kinds: str, seed: int) -> None:
    questions = [question(f"{place}", kind, f"{place}") for place, kind in enumerate(kinds)]
    found = arranged(questions, seeded(seed))
    assert sorted(one.id for one in found) == sorted(one.id for one in questions)
    best = min(same_in_a_row(order) for order in set(permutations(kinds)))
    assert same_in_a_row([one.kind for one in found]) == best


@pytest.mark.parametrize("seed", range(20))
def test_two_of_a_kind_with_a_shared_event_are_kept_apart(seed: int) -> None:
    events = ("xy", "yz", "x", "z", "v", "w", "u")
    found = arranged([question(name, "a", name) for name in events], seeded(seed))
    assert len(found) == len(events)
    assert not any(alike(one, other) for one, other in pairwise(found))


def test_shuffling_never_gives_the_order_that_is_shunned() -> None:
    assert {shuffled("ab", seeded(seed), but="ab") for seed in range(30)} == {("b", "a")}
    assert shuffled("a", seeded(1), but="a") == ("a",)
    assert shuffled("aa", seeded(1), but="aa") == ("a", "a")
    assert shuffled("", seeded(1)) == ()

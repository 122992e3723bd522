"""The sets of study questions, and the record's own questions as they are put."""

import re
from collections import Counter
from datetime import date
from itertools import combinations, pairwise

import pytest

from dashboard.model.questions import Choice, Match, Order, StudyQuestion
from dashboard.queries.selection import Selection
from dashboard.queries.study.posed import Posed
from dashboard.queries.study.sets import StudySet, posed, sets
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders, record

BOTH = pytest.mark.parametrize("tables", [record.tables(), record.harbour()], ids=["record", "harbour"])
SEEDS = range(6)


def by_id(name: str, seed: int, tables: Tables, selection: Selection | None = None) -> dict[str, Posed]:
    return {question.id: question for question in posed(name, seed, tables, selection or Selection())}


def every(tables: Tables, seed: int = 1) -> dict[str, Posed]:
    """Put every question of a record."""
    return {name: question for level in (1, 2, 3) for name, question in by_id(f"all-{level}", seed, tables).items()}


def label(question: Posed, of: str) -> str:
    return next(option.label for option in (*question.options, *question.partners) if option.id == of)


@BOTH
def test_every_question_of_the_record_is_put_with_its_own_words_and_answer(tables: Tables) -> None:
    put = every(tables)
    assert set(put) == {question.id for question in tables.dossier.questions}
    for asked in tables.dossier.questions:
        question = put[asked.id]
        assert (question.kind, question.level, question.prompt) == (asked.kind, asked.level, asked.prompt)
        assert (question.explanation, question.events, question.sources) == (asked.explanation, asked.events, asked.sources)
        assert question.as_of is None
        assert _answer(question, asked) == _right(asked)


def _answer(question: Posed, asked: StudyQuestion) -> object:
    if isinstance(asked, Choice):
        return [label(question, name) for name in question.answer]
    if isinstance(asked, Match):
        return {option.label: label(question, name) for option, name in zip(question.options, question.answer, strict=True)}
    return list(question.answer)


def _right(asked: StudyQuestion) -> object:
    if isinstance(asked, Match):
        return {pair.left: pair.right for pair in asked.answer}
    return list(asked.answer) if isinstance(asked, Order) else [asked.answer]


@BOTH
def test_a_question_shows_all_its_options_each_once(tables: Tables) -> None:
    for question in every(tables).values():
        shown = (*question.options, *question.partners)
        assert len({option.id for option in question.options}) == len(question.options)
        assert len({option.label for option in shown}) == len(shown)
        assert set(question.answer) <= {option.id for option in question.partners or question.options}


@BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_no_order_and_no_match_is_shown_already_solved(tables: Tables, seed: int) -> None:
    for question in every(tables, seed).values():
        if question.kind == "order":
            assert tuple(option.id for option in question.options) != question.answer
        if question.kind == "match":
            assert tuple(option.id for option in question.partners) != question.answer


def test_the_place_of_the_right_choice_is_left_to_chance() -> None:
    places: Counter[int] = Counter()
    for seed in SEEDS:
        choices = (question for question in every(record.tables(), seed).values() if question.kind == "choice")
        places.update([option.id for option in question.options].index(question.answer[0]) for question in choices)
    assert min(places[place] for place in range(4)) > 0.5 * places.total() / 4


@BOTH
def test_a_question_belongs_to_the_lanes_of_its_events_and_to_the_set_of_all(tables: Tables) -> None:
    dossier = tables.dossier
    held = {f"{lane}-{level}": by_id(f"{lane}-{level}", 1, tables) for lane in (*dossier.lane, "all") for level in (1, 2, 3)}
    for question in dossier.questions:
        lanes = {lane.id for event in question.events for lane in dossier.lanes_of(dossier.event[event])}
        for lane in (*dossier.lane, "all"):
            assert (question.id in held[f"{lane}-{question.level}"]) == (lane in lanes or lane == "all")
        assert all(question.id not in held[f"all-{level}"] for level in {1, 2, 3} - {question.level})


@BOTH
def test_every_set_resolves_to_as_many_questions_as_it_says(tables: Tables) -> None:
    found = sets(tables)
    assert len({one.id for one in found}) == len(found)
    assert all(one.count for one in found)
    assert all(len(posed(one.id, 3, tables, Selection())) == one.count for one in found if not one.made)
    assert all(posed(one.id, 3, tables, Selection(window=tables.window)) for one in found if one.made and one.id == "made")


def test_the_sets_are_named_by_lane_and_level() -> None:
    names = [one.id for one in sets(record.tables())]
    assert names[:5] == ["all-1", "findings-1", "diplomatic-1", "military-1", "economic-1"]
    assert names[-2:] == ["made", "next"]
    assert StudySet("all-1", "All lanes, level 1", "What happened", 15, made=False) in sets(record.tables())


def test_sets_without_a_question_are_left_out() -> None:
    assert sets(build(builders.dossier())) == ()
    alone = build(builders.dossier(questions=(builders.study_question(level=2),)))
    assert [one.id for one in sets(alone)] == ["all-2", "spine-2"]


@pytest.mark.parametrize("name", ["", "all", "all-4", "military", "naval-1", "military-1 ", "MADE", "made-1", "../all-1"])
def test_a_name_that_is_no_set_gives_no_question(name: str) -> None:
    assert posed(name, 1, record.tables(), Selection()) == ()


@BOTH
def test_a_seed_always_gives_the_same_order(tables: Tables) -> None:
    for one in sets(tables):
        selection = Selection(window=tables.window)
        assert posed(one.id, 7, tables, selection) == posed(one.id, 7, tables, selection)


def test_a_seed_gives_the_same_order_on_any_machine() -> None:
    names = [question.id for question in posed("economic-1", 7, record.tables(), Selection())]
    assert names == ["match-terms", "standing-of-the-listing", "match-lanes", "order-december-2017"]


def test_another_seed_gives_another_order_and_other_places() -> None:
    found = [posed("all-1", seed, record.tables(), Selection()) for seed in SEEDS]
    orders = [[question.id for question in one] for one in found]
    assert all(one != other for one, other in combinations(orders, 2))
    shown = {question.options for one in found for question in one if question.id == "banned-range"}
    assert len(shown) > 4


@BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_alike_stand_in_a_row(tables: Tables, seed: int) -> None:
    for one in sets(tables):
        for first, second in pairwise(posed(one.id, seed, tables, Selection(window=tables.window))):
            assert first.kind is not second.kind or not set(first.events) & set(second.events), one.id


@BOTH
@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_of_a_kind_stand_in_a_row_where_the_numbers_allow_it(tables: Tables, seed: int) -> None:
    for one in sets(tables):
        kinds = [question.kind for question in posed(one.id, seed, tables, Selection())]
        if kinds and not one.made and max(Counter(kinds).values()) <= (len(kinds) + 1) // 2:
            assert all(first is not second for first, second in pairwise(kinds)), one.id


def test_what_is_selected_changes_nothing_in_the_sets_of_the_record() -> None:
    tables = record.tables()
    narrow = Selection(tracks=frozenset({"economic"}), window=Window(date(2015, 1, 1), date(2015, 2, 1)), text="nothing of it")
    assert posed("military-2", 5, tables, narrow) == posed("military-2", 5, tables, Selection())


@BOTH
def test_as_of_a_day_only_what_was_public_is_asked_and_told(tables: Tables) -> None:
    dossier = tables.dossier
    for year in range(tables.window.start.year, tables.window.end.year + 3):
        day = date(year, 9, 30)
        for question in (one for level in (1, 2, 3) for one in posed(f"all-{level}", 1, tables, Selection(as_of=day))):
            assert all(dossier.event[event].public.earliest <= day for event in question.events)
            issued = [dossier.source[citation.id].issued for citation in question.sources]
            assert all(when is None or when.earliest <= day for when in issued)
            told = " ".join((question.prompt, question.explanation, *(one.label for one in question.options + question.partners)))
            events = [dossier.event[option.id].title for option in question.options if option.id in dossier.event]
            for title in events:
                told = told.replace(title, "")
            assert all(int(found) <= year for found in re.findall(r"(?<![\d,])(?:19|20)\d\d(?!\d|,\d)", told)), question.id


def test_a_question_comes_as_soon_as_all_that_settles_it_is_public() -> None:
    events = [builders.event(date="2014-07-29"), builders.event(date="2015-01-01", known="2016-05-05", title="Later known")]
    asked = builders.study_question(events=[event.id for event in events])
    named = builders.study_question(id="named", explanation="It was so until 2017.")
    cited = builders.study_question(id="cited", prompt="Who?", sources=[{"id": "book", "locator": "p. 1"}])
    sources = (builders.source(), builders.source(id="book", issued="2018-03"))
    tables = build(builders.dossier(events, questions=(asked, named, cited), sources=sources))
    days = {date(2014, 7, 28): set(), date(2016, 5, 4): set(), date(2016, 5, 5): {"study"}, date(2017, 1, 1): {"study", "named"}}
    days |= {date(2018, 3, 1): {"study", "named", "cited"}}
    for day, names in days.items():
        assert set(by_id("all-1", 1, tables, Selection(as_of=day))) == names


@BOTH
def test_the_events_of_a_question_lie_in_the_record(tables: Tables) -> None:
    for one in sets(tables):
        for question in posed(one.id, 2, tables, Selection(window=tables.window)):
            assert question.events
            shown = tables.events.loc[list(question.events)]
            assert shown["first"].min().date() >= tables.whole.start
            assert shown["first"].max().date() <= tables.whole.end
            assert all(citation.id in tables.dossier.source for citation in question.sources)


def test_markup_in_a_title_stays_text() -> None:
    labels = [
        option.label for seed in SEEDS for one in posed("made", seed, record.harbour(), Selection()) for option in one.options
    ]
    prompts = [one.prompt for seed in SEEDS for one in posed("made", seed, record.harbour(), Selection())]
    assert any("<i>waits</i>" in text for text in (*labels, *prompts))
    assert not any("&lt;" in text for text in (*labels, *prompts))

"""Two thousand questions made over many selections: what is right is proved from the tables, not by what made them."""

import re
from collections import Counter
from datetime import timedelta
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import pandas as pd
import pytest

from dashboard.queries.attribution import credit
from dashboard.queries.selection import Selection, select
from dashboard.queries.study.posed import Kind, Posed
from dashboard.queries.study.sets import posed
from dashboard.queries.tables import Tables, build
from tests import builders, record
from tests.queries.posing import each, generated

Row = dict[Any, Any]
TELLING_OF_TIME = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "first", "second", "third", "fourth", "fifth", "tenth", "last", "final", "next", "again", "before", "after", "since",
    "until", "earlier", "later", "previous", "begins", "ends", "monday", "friday", "spring", "autumn", "still", "yet", "already",
}  # fmt: skip
TELLING_OF_STANDING = {
    "denies", "denied", "denial", "deny", "disputes", "disputed", "dispute", "asserts", "asserted", "claims", "claim", "claimed",
    "counter-claims", "documents", "documented", "alleges", "rejects", "account",
}  # fmt: skip


def words(text: str) -> set[str]:
    """Give the words of a text in small letters; one with a hyphen also by its parts."""
    found = re.findall(r"[\w-]+", text.casefold())
    return {*found, *(part for word in found for part in word.split("-"))}


@cache
def rows_of(tables: Tables) -> dict[str, Row]:
    """Give the rows of the event table by id."""
    return {str(name): dict(row) for name, row in tables.events.iterrows()}


def surely_after(later: Row, earlier: Row) -> bool:
    """Compare two rows of the event table by their dates alone."""
    doubts = any(doubt in row["date"] for doubt in ("about", "uncertain") for row in (later, earlier))
    return not doubts and not pd.isna(later["last"]) and not pd.isna(earlier["last"]) and later["first"] > earlier["last"]


def right_answers(question: Posed, tables: Tables) -> list[tuple[str, ...]]:
    """Find every answer that the tables prove."""
    rows = rows_of(tables)
    first = rows[question.events[0]]
    ids = [option.id for option in question.options]
    if question.kind is Kind.ORDER:
        pairs = [(one, other) for one, other in combinations(ids, 2) if not surely_after(rows[other], rows[one])]
        assert all(surely_after(rows[one], rows[other]) for one, other in pairs)
        return [tuple(sorted(ids, key=lambda name: rows[name]["first"]))]
    if question.kind is Kind.BEFORE:
        second = rows[question.events[1]]
        found = {"before": surely_after(second, first), "after": surely_after(first, second)}
        return [(name,) for name in ids if found[name]]
    if question.kind is Kind.TRACK:
        return [(name,) for name in ids if name in first["lanes"]]
    if question.kind is Kind.STANDING:
        return [(name,) for name in ids if name == first["standing"]]
    public = {name: tables.dossier.event[name].public for name in ids}
    assert not any(date.about or date.uncertain or date.open_end for date in public.values())
    return [(name,) for name in ids if all(public[name].last_known < public[other].earliest for other in ids if other != name)]


def answered_by(name: str, tables: Tables) -> set[str]:
    """Find what an event answers, be it over others between."""
    found: set[str] = set()
    new = set(rows_of(tables)[name]["responds_to"])
    while new:
        found |= new
        new = {earlier for one in new for earlier in rows_of(tables)[one]["responds_to"]} - found
    return found


def test_two_thousand_questions_of_all_kinds_are_made() -> None:
    kinds = Counter(question.kind for _, question in each())
    assert kinds.total() >= 2000
    assert all(kinds[kind] >= 100 for kind in (Kind.ORDER, Kind.BEFORE, Kind.TRACK, Kind.STANDING, Kind.NEXT))
    assert kinds[Kind.CHOICE] == kinds[Kind.MATCH] == 0


def test_each_has_exactly_one_right_answer_by_the_tables() -> None:
    wrong = [question.id for put, question in each() if right_answers(question, put.tables) != [question.answer]]
    assert wrong == []


def test_each_is_made_of_the_events_selected() -> None:
    for put in generated():
        shown = set(select(put.tables, put.selection).index)
        assert all(shown.issuperset(question.events) for question in put.questions)


def test_options_are_distinct() -> None:
    for _, question in each():
        assert len({option.id for option in question.options}) == len(question.options)
        assert len({option.label.casefold() for option in question.options}) == len(question.options)
        assert not question.partners


@pytest.mark.parametrize("kind", [Kind.ORDER, Kind.BEFORE, Kind.NEXT])
def test_no_title_tells_when_it_was(kind: Kind) -> None:
    for put, question in each():
        if question.kind is not kind:
            continue
        asked = question.events if kind is not Kind.NEXT else [option.id for option in question.options]
        for title in (rows_of(put.tables)[name]["title"] for name in asked):
            assert not words(title) & TELLING_OF_TIME, title
            assert not re.search(r"(?<![\d,])(19|20)\d\d(?!\d|,\d)|\d(st|nd|rd|th)\b", title), title


def test_no_title_tells_the_lane() -> None:
    for put, question in each():
        if question.kind is Kind.TRACK:
            title = rows_of(put.tables)[question.events[0]]["title"]
            told = {word[:5] for option in question.options for word in words(option.label) if len(word) > 3}
            assert not {word[:5] for word in words(title)} & told, title


def test_no_title_tells_the_standing() -> None:
    for put, question in each():
        if question.kind is Kind.STANDING:
            found = words(rows_of(put.tables)[question.events[0]]["title"])
            told = {word for option in question.options for word in words(option.label) if len(word) > 3}
            assert not found & (told | TELLING_OF_STANDING), question.prompt


def test_no_event_stands_beside_one_that_it_answers() -> None:
    for put, question in each():
        asked = {option.id for option in question.options} if question.kind is Kind.NEXT else set(question.events)
        links = [{name, earlier} for name in asked for earlier in answered_by(name, put.tables) & asked]
        if question.kind is Kind.NEXT:
            links = [pair for pair in links if question.answer[0] in pair]
        assert links == []


def test_no_prompt_holds_an_option_and_no_option_another() -> None:
    for _, question in each():
        if question.kind is Kind.BEFORE:
            continue
        labels = [option.label.casefold() for option in question.options]
        assert not any(
            re.search(rf"(?<!\w){re.escape(label)}(?!\w)", question.prompt.casefold()) for label in labels if len(label) > 1
        )
        if question.kind in (Kind.ORDER, Kind.NEXT):
            assert not any(re.search(rf"{re.escape(one)}\b", other) for one in labels for other in labels if one != other)


def test_neither_place_nor_length_tells_the_right_one() -> None:
    places: Counter[tuple[Kind, int]] = Counter()
    longest = total = 0
    for _, question in each():
        if question.kind is Kind.ORDER:
            assert question.answer != tuple(option.id for option in question.options)
            continue
        right = next(place for place, option in enumerate(question.options) if option.id == question.answer[0])
        places[question.kind, right] += 1
        if question.kind is Kind.NEXT:
            lengths = [len(option.label) for option in question.options]
            assert max(lengths[right], *lengths) <= 2 * lengths[right] <= 4 * min(lengths)
            total += 1
            longest += lengths[right] == max(lengths) and lengths.count(max(lengths)) == 1
    assert longest < 0.45 * total
    for kind, options in ((Kind.BEFORE, 2), (Kind.NEXT, 4)):
        counts = [places[kind, place] for place in range(options)]
        assert min(counts) > 0.6 * sum(counts) / options, kind
    assert all(places[Kind.STANDING, place] > 30 for place in range(3))


def test_what_would_have_one_answer_for_all_events_is_not_asked() -> None:
    tables = record.tables()
    for seed in range(5):
        on_one = posed("made", seed, tables, Selection(tracks=frozenset({"military"}), standings=frozenset({"documented"})))
        assert {question.kind for question in on_one} == {Kind.ORDER, Kind.BEFORE}


def test_the_explanation_gives_date_credit_and_what_settles_it() -> None:
    for put, question in each():
        asked = [option.id for option in question.options] if question.kind is Kind.NEXT else question.events
        for event in (put.tables.dossier.event[name] for name in asked):
            assert str(event.date).casefold() in question.explanation.casefold()
            assert credit(event, put.tables.dossier) in question.explanation
            assert event.title in question.explanation
        if question.kind is Kind.TRACK:
            lane = put.tables.dossier.lane[question.answer[0]]
            assert f"“{lane.title}”" in question.explanation


def test_nothing_that_became_public_after_the_day_is_told() -> None:
    seen = 0
    for put, question in each():
        day = put.selection.as_of
        if day is None:
            continue
        seen += 1
        dossier = put.tables.dossier
        assert all(dossier.event[name].public.earliest <= day for name in question.events)
        issued = [dossier.source[citation.id].issued for citation in question.sources]
        assert all(when is None or when.earliest <= day for when in issued)
        told = question.explanation
        for name in question.events:  # a title may name a year to come, as budgets do, and was public
            told = told.replace(dossier.event[name].title, "")
        years = re.findall(r"(?<![\d,])(?:19|20)\d\d(?!\d|,\d)", told)
        assert all(int(year) <= day.year for year in years)
    assert seen > 200


def test_a_prediction_is_made_on_the_day_before() -> None:
    for put, question in each():
        if question.kind is not Kind.NEXT:
            assert question.as_of is None
            continue
        public = {event.id: event.public.earliest for event in put.tables.dossier.events}
        [right] = question.answer
        assert question.as_of == public[right] - timedelta(days=1)
        assert right == question.events[0]
        assert rows_of(put.tables)[right]["importance"] in ("key", "major")
        assert all(public[name] > question.as_of for name in question.events)
        assert {option.id for option in question.options} <= set(question.events)
        assert len(question.options) == 4


def test_what_is_revealed_tells_no_other_answer_of_the_set() -> None:
    for put in generated():
        events = [name for question in put.questions for name in question.events]
        assert len(events) == len(set(events))


def test_no_two_of_a_kind_stand_in_a_row_where_there_are_enough_others() -> None:
    for put in generated():
        kinds = Counter(question.kind for question in put.questions)
        if put.questions and max(kinds.values()) <= (len(put.questions) + 1) // 2:
            assert all(one.kind is not other.kind for one, other in pairwise(put.questions)), put.selection


@pytest.mark.parametrize("name", ["made", "next"])
def test_a_seed_always_gives_the_same_questions_and_another_seed_others(name: str) -> None:
    tables = record.tables()
    selection = Selection(window=tables.window)
    assert posed(name, 7, tables, selection) == posed(name, 7, tables, selection)
    others = [posed(name, seed, tables, selection) for seed in range(6)]
    assert all(one != other for one, other in combinations(others, 2))


def test_ids_are_stable_and_unique() -> None:
    for put in generated():
        names = [question.id for question in put.questions]
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r"[a-z]+(-\d+)+", name) for name in names)


@pytest.mark.parametrize("name", ["made", "next"])
def test_few_events_give_fewer_kinds_or_none(name: str) -> None:
    tables = build(builders.dossier([builders.event(date="2014-07-29", title="Alone")]))
    assert posed(name, 1, tables, Selection()) == ()
    assert posed(name, 1, tables, Selection(text="nothing has this word")) == ()


def test_two_events_give_the_questions_that_two_allow() -> None:
    events = [builders.event(date=f"2014-07-{day}", title=title) for day, title in ((28, "A letter"), (30, "A reply"))]
    [question] = posed("made", 1, build(builders.dossier(events)), Selection())
    assert question.kind is Kind.BEFORE


def test_events_of_one_title_are_never_asked_together() -> None:
    events = [builders.event(date=f"2014-07-{day}", title="A letter") for day in range(10, 30)]
    assert posed("made", 1, build(builders.dossier(events)), Selection()) == ()


def test_dates_that_overlap_or_are_doubted_are_not_compared() -> None:
    dates = ("2014-07", "2014-07-29", "2014-07-30~", "2014-08?", "2014-06/..")
    events = [builders.event(date=day, title=f"Letter {letter}") for day, letter in zip(dates, "ABCDE", strict=True)]
    assert posed("made", 1, build(builders.dossier(events)), Selection()) == ()


def test_steps_in_the_life_of_one_measure_are_not_compared() -> None:
    events = [builders.event(date=f"2014-07-{day}", title=title, tracks=["a"]) for day, title in ((28, "A plan"), (30, "A law"))]
    stages = [{"stage": stage, "event": event.id} for stage, event in zip(("considered", "in-force"), events, strict=True)]
    dossier = builders.dossier(events, measures=(builders.measure(stages=stages),))
    assert posed("made", 1, build(dossier), Selection()) == ()


def test_an_event_on_two_lanes_is_not_asked_for_its_lane() -> None:
    for put, question in each():
        if question.kind is Kind.TRACK:
            assert len(rows_of(put.tables)[question.events[0]]["lanes"]) == 1


def test_a_large_record_gives_a_whole_set() -> None:
    tables = build(builders.many_events(300, seed=2))
    assert [len(posed(name, 1, tables, Selection())) for name in ("made", "next")] == [12, 6]


def predicted(**changed: Any) -> list[tuple[str, ...]]:
    """Give the answers of the set "next" for a record of three events before a key one and three after it, some of it changed."""
    given: dict[str, dict[str, Any]] = {
        name: {"id": f"2014-07-{day}-{name}", "date": f"2014-07-{day}", "title": f"Letter {name}", "importance": "detail"}
        for day, name in enumerate(("one", "two", "three", "right", "five", "six", "seven"), start=10)
    }
    given["right"]["importance"] = "key"
    events = [builders.event(**told | changed.get(name, {})) for name, told in given.items()]
    return [question.answer for question in posed("next", 1, build(builders.dossier(events)), Selection())]


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"right": {"importance": "major"}},
        {"six": {"date": "2014-08"}},
        {"six": {"date": "2014-06-01", "known": "2014-07-30"}},
    ],
)
def test_what_became_public_after_a_day_is_asked(changed: dict[str, Any]) -> None:
    assert predicted(**changed) == [("2014-07-13-right",)]


@pytest.mark.parametrize(
    "changed",
    [
        {"right": {"importance": "detail"}},
        {"right": {"date": "2014-07-13~"}},
        {"right": {"title": "The first letter"}},
        {"right": {"title": "L"}},
        {"six": {"title": "A letter of such length that it would stand out beside the others"}},
        {"six": {"title": "Letter right"}},
        {"six": {"title": "The last letter"}},
        {"six": {"date": "2014-07-15?"}},
        {"six": {"date": "2014-07/.."}},
        {"six": {"date": "2014-07-13"}},
        {"six": {"responds_to": [{"event": "2014-07-13-right", "grounds": "inferred"}]}},
        {"two": {"known": "2014-08-05"}, "five": {"title": "The last letter"}, "six": {"title": "The next letter"}},
    ],
)
def test_what_is_doubted_told_or_not_surely_next_is_not_asked(changed: dict[str, Any]) -> None:
    assert predicted(**changed) == []

"""The terms of the glossary where they stand in a text."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.queries import terms, texts, usage
from dashboard.queries.terms import Finder
from tests import builders
from tests.record import dossier, harbour, tables

GLOSSARY = (
    builders.term(id="bar", term="Bar", aliases=["sand bar"]),
    builders.term(id="tel", term="TEL", expansion="Transporter-erector-launcher"),
    builders.term(id="launcher", term="Launcher", aliases=["launchers"]),
    builders.term(id="research", term="R&D", aliases=["bar research"]),
)
FINDER = Finder(GLOSSARY)


def _found(text: str) -> list[tuple[str, str]]:
    return [(use.term, text[use.start : use.end]) for use in FINDER.uses(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bar is shallow.", [("bar", "bar")]),
        ("BAR, Bar and bar", [("bar", "BAR"), ("bar", "Bar"), ("bar", "bar")]),
        ("A sand  bar's end", [("bar", "sand  bar")]),
        ("bar research", [("research", "bar research")]),
        ("sand bar research", [("research", "bar research")]),
        ("A transporter-erector-launcher moves.", [("tel", "transporter-erector-launcher")]),
        ("(TEL)", [("tel", "TEL")]),
        ("R&D, launchers", [("research", "R&D"), ("launcher", "launchers")]),
    ],
)
def test_a_term_is_found_by_any_of_its_spellings_and_the_longest_wins(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    "text", ["barley", "crowbar", "toolbar-like", "bar-code", "tel", "Tel", "r&d", "rocket-launcher", "bar_1", "", "ébar"]
)
def test_no_term_is_found_inside_another_word_or_as_a_word_that_an_abbreviation_only_looks_like(text: str) -> None:
    assert _found(text) == []


def test_only_the_first_use_of_each_term_counts() -> None:
    text = "launcher, bar, launchers, sand bar"
    assert [text[use.start : use.end] for use in FINDER.first_uses(text)] == ["launcher", "bar"]


@given(st.text(st.sampled_from("bar sndTELresch&-.") | st.characters(), max_size=60))
def test_no_two_uses_meet_in_any_text(text: str) -> None:
    uses = FINDER.uses(text)
    assert all(before.end <= after.start for before, after in pairwise(uses))
    assert Finder().uses(text) == ()


def _texts() -> list[str]:
    events = [text for event in dossier().events for text in texts.of_event(event, None)]
    measures = [text for measure in dossier().measures for text in texts.of_measure(measure)]
    questions = [text for question in dossier().positions for text in texts.of_question(question, None)]
    return [*events, *measures, *questions, *(question.prompt for question in dossier().questions)]


@pytest.mark.parametrize("term", dossier().glossary, ids=lambda term: term.id)
def test_every_spelling_is_found_wherever_it_stands_in_the_record(term: object) -> None:
    finder = terms.of_glossary(dossier().glossary)
    for spelling in term.spellings:  # type: ignore[attr-defined]
        letters = re.escape(spelling) if spelling.isupper() else f"(?i:{re.escape(spelling)})"
        for text in _texts():
            uses = finder.uses(text)
            for plain in re.finditer(rf"(?<![\w-]){letters}(?![\w-])", text):
                # It is this term's, or it stands in a longer spelling.
                assert any(use.start <= plain.start() and plain.end() <= use.end for use in uses), (spelling, text)


def test_no_term_of_the_record_is_found_inside_a_word() -> None:
    finder = terms.of_glossary(dossier().glossary)
    for text in _texts():
        for use in finder.uses(text):
            around = text[max(use.start - 1, 0) : use.start] + text[use.end : use.end + 1]
            assert not re.search(r"[\w-]", around), text


def test_the_usage_of_a_term_names_all_and_only_what_uses_it() -> None:
    used = usage.of_terms(tables())
    finder = terms.of_glossary(dossier().glossary)
    for term in dossier().glossary:
        events = [
            event
            for event in dossier().events
            if any(use.term == term.id for text in texts.of_event(event, None) for use in finder.uses(text))
        ]
        assert list(used[term.id].events) == events
    assert {term.id for term in harbour().dossier.glossary} == set(usage.of_terms(harbour()))


def test_as_of_a_day_no_term_is_explained_and_no_later_event_is_said_to_use_one() -> None:
    day = builders.event(date="2014-12-31").date.earliest
    assert terms.public(dossier(), day).uses("INF Treaty") == ()
    assert terms.public(dossier(), None).uses("INF Treaty")
    for found in usage.of_terms(tables(), day).values():
        assert all(event.public.by(day) for event in found.events)

"""Responses and Positions as scripts: the right words for an address, for any dossier."""

import re

import pytest

from tests import record
from tests.app import site

Query = dict[str, str | list[str]]

MEASURES: list[tuple[Query, str]] = [
    ({}, "Showing 24 of 24 measures."),
    ({"tracks": "economic"}, "Showing 6 of 24 measures: economic."),
    ({"tracks": "findings"}, "Showing 0 of 24 measures: findings and positions."),
    ({"as_of": "2014-07-01"}, "Showing 0 of 24 measures: as public on 1 July 2014."),
    ({"q": "zebra"}, "Showing 0 of 24 measures: mentioning zebra."),
    ({"event": "E53"}, "Showing 24 of 24 measures."),
]
POSITIONS: list[tuple[Query, str]] = [
    ({}, "Showing 97 of 97 positions on 10 contested questions."),
    ({"party": "nato"}, "Showing 6 of 97 positions on 10 contested questions: by North Atlantic Treaty Organization."),
    ({"as_of": "2014-07-01"}, "Showing 0 of 97 positions on 10 contested questions: as public on 1 July 2014."),
    ({"q": "zebra"}, "Showing 0 of 97 positions on 10 contested questions: mentioning zebra."),
    ({"event": "E53"}, "Showing 97 of 97 positions on 10 contested questions."),
]


@pytest.mark.parametrize(("query", "sentence"), MEASURES)
def test_responses_say_what_an_address_asks_for(query: Query, sentence: str) -> None:
    shown = site.visit("responses", **query)
    site.see_no_error(shown)
    assert site.sentence(shown) == sentence


@pytest.mark.parametrize(("query", "sentence"), POSITIONS)
def test_positions_say_what_an_address_asks_for(query: Query, sentence: str) -> None:
    shown = site.visit("positions", **query)
    site.see_no_error(shown)
    assert site.sentence(shown) == sentence


def test_responses_show_each_measure_of_the_record_and_the_strategy() -> None:
    shown = site.visit("responses")
    named = re.findall(r'data-card="([\w-]+)"', site.html(shown, "panels"))
    assert sorted(named) == sorted(measure.id for measure in record.dossier().measures)
    assert site.words(shown, "strategy").startswith("How the response fits together")


def test_positions_show_each_entry_of_the_record() -> None:
    shown = site.visit("positions")
    named = re.findall(r'data-entry="([\w-]+)"', site.html(shown, "positions"))
    assert named == [entry.id for question in record.dossier().positions for entry in question.entries]


@pytest.mark.parametrize("page", ["responses", "positions"])
def test_an_open_event_stands_beside(page: str) -> None:
    shown = site.visit(page, event="E53")
    site.see_no_error(shown)
    assert "Section 1290" in site.words(shown, "side")


@pytest.mark.usefixtures("harbour")
def test_another_dossier_shows_its_own_tracks_and_measures_and_no_strategy() -> None:
    shown = site.visit("responses")
    site.see_no_error(shown)
    assert site.sentence(shown) == "Showing 2 of 2 measures."
    assert re.findall(r'id="panel-(\w+)"', site.html(shown, "panels")) == ["talks", "works"]
    assert re.findall(r'data-card="([\w-]+)"', site.html(shown, "panels")) == ["joint-survey", "spoil-toll"]
    assert "Joint survey" in site.words(shown, "lives")
    assert "Stop condition stated by Town of Brackwater, 28 March 1995." in site.words(shown, "panels")
    assert "How the response fits together" not in site.all_html(shown)


@pytest.mark.usefixtures("harbour")
def test_another_dossier_shows_its_own_sides_question_and_speakers() -> None:
    shown = site.visit("positions")
    site.see_no_error(shown)
    assert site.sentence(shown) == "Showing 4 of 4 positions on 1 contested question."
    assert '<div class="sides" aria-hidden="true"><span>Brackwater</span><span>Sallowhithe</span></div>' in site.html(
        shown, "positions"
    )
    speakers = [speaker["label"] for speaker in site.data(shown, "speakers")["options"]]
    assert speakers == ["Brackwater", "Harbour Board", "Sallowhithe", "Port Office"]
    assert "What raised the bar in the Maren channel" in site.words(shown, "questions")


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("page", ["responses", "positions"])
def test_text_of_another_dossier_is_never_markup(page: str) -> None:
    shown = site.visit(page, q="<script>alert(1)</script>")
    site.see_no_error(shown)
    assert "<script>" not in site.all_html(shown)
    assert "mentioning <script>alert(1)</script>." in site.sentence(shown)


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize("page", ["responses", "positions"])
def test_before_its_first_day_another_dossier_shows_nothing_and_offers_to_loosen(page: str) -> None:
    shown = site.visit(page, as_of="1990-01-01")
    site.see_no_error(shown)
    assert "Showing 0 of" in site.sentence(shown)
    assert "Without the as-of day" in site.words(shown, "empty")

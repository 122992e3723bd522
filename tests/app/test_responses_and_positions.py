"""Responses and Positions as scripts: the right words for an address, for any dossier."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from dashboard.queries.tables import Tables
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


def test_responses_show_each_measure_of_a_record_and_the_strategy_where_it_has_one(served: Tables) -> None:
    dossier = served.dossier
    shown = site.visit("responses")
    site.see_no_error(shown)
    assert site.sentence(shown) == f"Showing {len(dossier.measures)} of {len(dossier.measures)} measures."
    named = re.findall(r'data-card="([\w-]+)"', site.html(shown, "panels"))
    assert sorted(named) == sorted(measure.id for measure in dossier.measures)
    assert all(measure.label in site.words(shown, "lives") for measure in dossier.measures)
    assert ("How the response fits together" in site.all_html(shown)) is bool(dossier.front.strategy)


def test_each_track_can_be_shown_alone(served: Tables) -> None:
    dossier = served.dossier
    for track in dossier.front.tracks:
        shown = site.visit("responses")
        shown.session_state["place"] = replace(shown.session_state["place"], panel=track.id)
        shown.run()
        site.see_no_error(shown)
        of_track = [measure.id for measure in dossier.measures if measure.track == track.id]
        assert site.sentence(shown).startswith(f"Showing {len(of_track)} of {len(dossier.measures)} measures: ")
        assert sorted(re.findall(r'data-card="([\w-]+)"', site.html(shown, "panels"))) == sorted(of_track)


def test_positions_show_each_entry_of_a_record_between_its_sides(served: Tables) -> None:
    dossier = served.dossier
    shown = site.visit("positions")
    site.see_no_error(shown)
    named = re.findall(r'data-entry="([\w-]+)"', site.html(shown, "positions"))
    assert named == [entry.id for question in dossier.positions for entry in question.entries]
    facing = [side.title for place in ("left", "right") for side in dossier.front.sides if side.place == place]
    assert all(title in site.words(shown, "positions") for title in facing)
    speakers = {dossier.party[entry.by].short for question in dossier.positions for entry in question.entries}
    assert speakers <= {option["label"] for option in site.data(shown, "speakers")["options"]}


@pytest.mark.parametrize("page", ["responses", "positions"])
def test_an_open_event_stands_beside(served: Tables, page: str) -> None:
    event = served.dossier.events[len(served.dossier.events) // 2]
    shown = site.visit(page, event=f"E{event.number}")
    site.see_no_error(shown)
    assert event.title in site.words(shown, "side")


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


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("page", ["responses", "positions"])
def test_text_of_a_search_is_never_markup(page: str) -> None:
    shown = site.visit(page, q="<script>alert(1)</script>")
    site.see_no_error(shown)
    assert "<script>" not in site.all_html(shown)
    assert "mentioning <script>alert(1)</script>." in site.sentence(shown)


@pytest.mark.parametrize("page", ["responses", "positions"])
def test_before_its_first_day_a_record_shows_nothing_and_offers_to_loosen(served: Tables, page: str) -> None:
    first = min(event.public.earliest for event in served.dossier.events)
    shown = site.visit(page, as_of=(first - timedelta(days=1)).isoformat())
    site.see_no_error(shown)
    assert "Showing 0 of" in site.sentence(shown)
    assert "Without the as-of day" in site.words(shown, "empty")

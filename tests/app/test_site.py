"""The site as a script: the right words for an address, for any dossier."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from tests import record
from tests.app import site

EMPTY = "Showing 0 of 132 events: July 2014 to December 2017, mentioning zebra."
Query = dict[str, str | list[str]]

ADDRESSES: list[tuple[Query, str]] = [
    ({}, "Showing 105 of 132 events: July 2014 to December 2017."),
    ({"tracks": "economic"}, "Showing 18 of 132 events: economic, July 2014 to December 2017."),
    ({"tracks": ["economic", "military"]}, "Showing 42 of 132 events: military and economic, July 2014 to December 2017."),
    ({"from": "2017-12-08", "to": "2017-12-08"}, "Showing 10 of 132 events: 8 December 2017."),
    ({"from": "1987-12-08", "to": "2019-08-18"}, "Showing 132 of 132 events: 8 December 1987 to 18 August 2019."),
    ({"importance": "key"}, "Showing 15 of 132 events: July 2014 to December 2017, key events only."),
    ({"q": "zebra"}, EMPTY),
    ({"tracks": "naval"}, "Showing 105 of 132 events: July 2014 to December 2017."),
    ({"event": "E41"}, "Showing 105 of 132 events: July 2014 to December 2017."),
]


@pytest.mark.parametrize(("query", "sentence"), ADDRESSES)
@pytest.mark.parametrize("page", ["", "sources"])
def test_every_page_says_what_an_address_asks_for(page: str, query: Query, sentence: str) -> None:
    shown = site.visit(page, **query)
    site.see_no_error(shown)
    assert site.sentence(shown) == sentence


def test_every_event_opens_by_its_address() -> None:
    for event in record.dossier().events:
        shown = site.visit(event=f"E{event.number}", q="zebra", view="table")
        site.see_no_error(shown)
        assert f'data-event="{event.id}"' in site.html(shown, "side")
        assert site.sentence(shown) == EMPTY


def test_a_bad_value_is_said_until_the_reader_acts() -> None:
    shown = site.visit(tracks="naval")
    (told,) = site.notices(shown)
    assert "tracks=naval" in told
    assert site.notices(shown.button(key="reset").click().run()) == []


def test_the_text_of_a_search_is_never_markup() -> None:
    shown = site.visit(q="<script>alert(1)</script>")
    site.see_no_error(shown)
    assert "<script>" not in site.html(shown, "sentence")
    assert "mentioning <script>alert(1)</script>." in site.sentence(shown)


def test_a_word_in_the_search_field_is_searched_for() -> None:
    shown = site.visit()
    shown.text_input(key="search").input("zebra").run()
    site.see_no_error(shown)
    assert site.sentence(shown) == EMPTY
    shown.button(key="reset").click().run()
    assert "zebra" not in site.sentence(shown)


@pytest.mark.usefixtures("harbour")
def test_another_dossier_shows_its_own_lanes_events_and_panels() -> None:
    shown = site.visit()
    site.see_no_error(shown)
    assert site.sentence(shown) == "Showing 11 of 14 events: 1993 to 1996."
    assert [lane["label"] for lane in site.data(shown, "tracks")["options"]] == ["Soundings and positions", "Talks", "Works"]
    targets = site.data(shown, "timeline")["targets"]
    assert {target["lane"] for target in targets} == {"soundings", "talks", "works"}
    assert len({target["id"] for target in targets}) == 11
    assert re.findall(r'id="panel-(\w+)"', site.html(shown, "panels")) == ["talks", "works"]
    assert "The Maren channel dispute" in site.all_html(shown)


@pytest.mark.usefixtures("harbour")
def test_text_of_a_dossier_is_never_markup() -> None:
    shown = site.visit()
    for key in ("list", "panels"):
        assert "<b>" not in site.html(shown, key)
        assert "Ferry <b>stops</b> & waits" in site.words(shown, key)


@pytest.mark.usefixtures("harbour")
def test_another_dossier_has_its_sources_page() -> None:
    shown = site.visit("sources", tracks="works")
    site.see_no_error(shown)
    assert "works" in site.sentence(shown)
    assert "Events E14" in site.words(shown, "sources")


@pytest.mark.usefixtures("harbour")
def test_words_of_another_record_are_bad_values_here() -> None:
    shown = site.visit(tracks="economic")
    (told,) = site.notices(shown)
    assert "tracks=economic" in told
    assert site.sentence(shown) == "Showing 11 of 14 events: 1993 to 1996."


def test_a_broken_dossier_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copytree(site.HARBOUR, tmp_path / "harbour")
    events = folder / "events.yaml"
    events.write_text(events.read_text(encoding="utf-8").replace("kind: treaty", "kind: feast"), encoding="utf-8")
    monkeypatch.setenv("DOSSIER", str(folder))
    shown = site.visit()
    site.see_no_error(shown)
    assert "python -m dashboard check" in site.all_html(shown)
    assert "Traceback" not in site.all_html(shown)
    assert str(tmp_path) not in site.all_html(shown)
    assert len(shown.main.children) == 1


@pytest.mark.parametrize(
    "days",
    [
        {"to": "9999-12-31"},
        {"from_": "0500-01-01", "to": "2017-11-30"},
        {"from_": "0001-01-01", "to": "9999-11-30"},
        {"from_": "9999-12-31", "to": "9999-12-31"},
        {"as_of": "0001-01-01"},
        {"as_of": "9999-12-31", "from_": "0001-01-01"},
    ],
    ids=str,
)
def test_days_at_the_ends_of_the_calendar_break_nothing(days: dict[str, str]) -> None:
    shown = site.visit(**{name.strip("_"): day for name, day in days.items()})
    site.see_no_error(shown)
    assert len(site.data(shown, "play")["days"]) < 1000

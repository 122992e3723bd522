"""The site as a script: the right words for an address, for any dossier."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from dashboard.queries import address
from dashboard.queries.selection import select
from dashboard.queries.sentence import describe
from dashboard.queries.tables import Tables
from dashboard.ui import frame
from dashboard.ui.frame import PAGES
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


def _words(tables: Tables) -> list[Query]:
    """Ask in every way, with the words of a record."""
    front, event = tables.dossier.front, tables.dossier.events[-1]
    spine, track, *_ = [lane.id for lane in front.lanes]
    days: Query = {"from": tables.whole.start.isoformat(), "to": tables.whole.end.isoformat()}
    return [
        {},
        {"tracks": track},
        {"tracks": [spine, track]},
        {"from": event.date.earliest.isoformat(), "to": event.date.earliest.isoformat()},
        days,
        {**days, "layer": "aftermath", "importance": ["key", "major"]},
        {"standing": "disputed"},
        {"party": [party.id for party in front.parties[:2]]},
        {"q": event.label},
        {"q": "zebra"},
        {"as_of": front.edited.earliest.isoformat(), "event": f"E{event.number}"},
    ]


@pytest.mark.parametrize("at", range(11))
def test_any_record_says_on_every_page_of_events_what_an_address_asks_for(served: Tables, at: int) -> None:
    query = _words(served)[at]
    selection = address.read({name: [value] if isinstance(value, str) else value for name, value in query.items()}, served)[
        0
    ].selection
    count = len(select(served, selection))
    for page in ("", "sources", "brief", "study"):
        shown = site.visit(page, **query)
        site.see_no_error(shown)
        assert site.notices(shown) == []
        assert site.sentence(shown) == describe(count, served, selection)
        assert site.sentence(shown).startswith(f"Showing {count} of {len(served.dossier.events)} events")


def test_every_page_has_a_title_of_its_own(served: Tables) -> None:
    record = served.dossier.front.title
    titles = [frame.title(path, record) for path in PAGES]
    assert titles[0] == record
    assert [title.partition(" ")[0] for title in titles[1:]] == [page.title for page in list(PAGES.values())[1:]]
    assert all(title.endswith(record) for title in titles)


def test_a_page_says_at_its_foot_which_edition_it_shows_and_what_it_is_made_with(served: Tables) -> None:
    front = served.dossier.front
    words = site.words(site.visit(), "foot")
    assert words.startswith(f"{front.title}: edition {front.edition}, edited {front.edited}. Made with Streamlit 1.")
    assert "Plotly 7." in words


def test_the_key_document_is_shown_where_a_record_has_one_and_is_absent_without_a_trace_where_not(served: Tables) -> None:
    document = served.dossier.front.key_document
    shown = site.visit("sources")
    site.see_no_error(shown)
    assert ("key document" in str(site.Text(site.all_html(shown))).lower()) is bool(document)
    if document:
        assert all(passage.title in site.words(shown, "key-document") for passage in document.passages)


def test_sources_lists_every_source_person_and_term_of_a_record(served: Tables) -> None:
    shown = site.visit("sources")
    site.see_no_error(shown)
    names = re.findall(r'id="((?:source|person|term)-[\w-]+)"', site.all_html(shown))
    wanted = {f"source-{one.id}" for one in served.dossier.sources} | {f"term-{one.id}" for one in served.dossier.glossary}
    wanted |= {f"person-{one.id}" for one in served.dossier.people}
    assert wanted <= set(names)
    assert len(names) == len(set(names))


def test_the_timeline_shows_the_lanes_events_and_panels_of_a_record(served: Tables) -> None:
    front = served.dossier.front
    shown = site.visit(importance=["key", "major", "detail"])
    site.see_no_error(shown)
    assert [lane["label"] for lane in site.data(shown, "tracks")["options"]] == [lane.title for lane in front.lanes]
    listed = re.findall(r'class="entry[^"]*"[^>]*id="entry-([\w-]+)"', site.html(shown, "list"))
    assert listed == list(select(served, address.start(served).selection).index)
    assert re.findall(r'id="panel-([\w-]+)"', site.html(shown, "panels")) == [track.id for track in front.tracks]


def test_brief_offers_the_briefs_of_a_record_and_what_is_selected(served: Tables) -> None:
    shown = site.visit("brief")
    site.see_no_error(shown)
    offered = re.findall(r'aria-labelledby="brief-([\w-]+)"', site.all_html(shown))
    assert offered == [*(brief.id for brief in served.dossier.briefs), "selection"]


def test_every_event_opens_by_its_address(served: Tables) -> None:
    empty = f"Showing 0 of {len(served.dossier.events)} events: {served.window}, mentioning zebra."
    for event in served.dossier.events:
        shown = site.visit(event=f"E{event.number}", q="zebra", view="table")
        site.see_no_error(shown)
        assert f'data-event="{event.id}"' in site.html(shown, "side")
        assert site.sentence(shown) == empty


@pytest.mark.usefixtures("served")
def test_a_bad_value_is_said_until_the_reader_acts() -> None:
    shown = site.visit(tracks="naval")
    (told,) = site.notices(shown)
    assert "tracks=naval" in told
    assert site.notices(shown.button(key="reset").click().run()) == []


@pytest.mark.usefixtures("served")
def test_the_text_of_a_search_is_never_markup() -> None:
    shown = site.visit(q="<script>alert(1)</script>")
    site.see_no_error(shown)
    assert "<script>" not in site.html(shown, "sentence")
    assert "mentioning <script>alert(1)</script>." in site.sentence(shown)


def test_a_word_in_the_search_field_is_searched_for(served: Tables) -> None:
    shown = site.visit()
    shown.text_input(key="search").input("zebra").run()
    site.see_no_error(shown)
    assert site.sentence(shown) == f"Showing 0 of {len(served.dossier.events)} events: {served.window}, mentioning zebra."
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
@pytest.mark.usefixtures("served")
def test_days_at_the_ends_of_the_calendar_break_nothing(days: dict[str, str]) -> None:
    shown = site.visit(**{name.strip("_"): day for name, day in days.items()})
    site.see_no_error(shown)
    assert len(site.data(shown, "play")["days"]) < 1000

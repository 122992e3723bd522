"""The study page run without a browser: every set of any dossier, and what an address asks for."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.queries.address import read as read_address
from dashboard.queries.study.sets import sets
from dashboard.queries.tables import Tables
from tests import record
from tests.app import site
from tests.fragments.reading import read


def _visit(record_: Tables | None = None, /, **query: str) -> AppTest:
    """Go to the page with the parameters of an address; what is its own is left behind on the way, so it is set there."""
    shown = site.visit(**query)
    shown.session_state["place"], _ = read_address({name: [value] for name, value in query.items()}, record_ or record.tables())
    return shown.switch_page("pages/study.py").run()


def _told(shown: AppTest) -> dict[str, Any]:
    return site.data(shown, "study")


def test_every_set_of_a_record_draws(served: Tables) -> None:
    for name in [one.id for one in sets(served)]:
        shown = _visit(served, set=name, seed="7")
        site.see_no_error(shown)
        assert site.notices(shown) == []
        told = _told(shown)
        assert (told["set"], told["seed"], told["next"]) == (name, 7, 8)
        assert told["questions"]


def test_without_a_set_all_are_offered(served: Tables) -> None:
    shown = _visit(served)
    site.see_no_error(shown)
    assert list(_told(shown)["sets"]) == [one.id for one in sets(served)]
    assert "Choose a set of questions" in site.words(shown, "study")


@pytest.mark.usefixtures("served")
def test_a_set_that_is_none_is_said_and_all_are_offered() -> None:
    shown = _visit(set="naval-1")
    site.see_no_error(shown)
    (told,) = site.notices(shown)
    assert "set=naval-1" in told
    assert _told(shown)["set"] == ""


def test_the_same_address_asks_the_same_and_another_order_is_another() -> None:
    first, again, other = (_told(_visit(set="all-2", seed=seed)) for seed in ("7", "7", "8"))
    assert first == again
    ids, others = ([question["id"] for question in told["questions"]] for told in (first, other))
    assert sorted(ids) == sorted(others)
    assert ids != others


def test_after_the_last_order_comes_the_first() -> None:
    assert _told(_visit(set="military-1", seed="9999"))["next"] == 1


def test_the_events_of_a_question_open_on_the_timeline_in_a_window_that_holds_them_all() -> None:
    tables = record.tables()
    for name in ("military-1", "economic-3"):
        told = _told(_visit(set=name, tracks="economic", q="missile", as_of="2019-12-31"))
        for question in told["questions"]:
            links = [link for link in read(question["settled"]).links if link.startswith("./?")]
            opened = []
            for link in links:
                shown = site.visit("", **parse_qs(urlsplit(link).query))
                site.see_no_error(shown)
                assert "outside what is shown" not in site.words(shown, "side")
                opened += [event for event in tables.dossier.event if f'data-event="{event}"' in site.html(shown, "side")]
                break  # the others differ in the event alone
            assert len(opened) == 1


def test_what_came_next_leads_to_the_timeline_of_the_day_with_what_is_selected() -> None:
    [question, *_] = _told(_visit(set="next"))["questions"]
    [link] = read(question["asked"]).links
    shown = site.visit("", **parse_qs(urlsplit(link).query))
    site.see_no_error(shown)
    assert "as public on" in site.sentence(shown)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"set": "made", "q": "zebra"}, "Too few events are selected"),
        ({"set": "economic-3", "as_of": "2014-07-01"}, "could be put on 1 July 2014"),
    ],
)
def test_a_set_without_a_question_says_why(query: dict[str, str], words: str) -> None:
    shown = _visit(**query)
    site.see_no_error(shown)
    assert words in site.words(shown, "no-questions")


def test_the_link_for_a_class_carries_what_is_selected_only_where_the_questions_hang_on_it() -> None:
    for name, kept in (("made", {"set", "seed", "tracks", "as_of"}), ("military-1", {"set", "seed", "as_of"})):
        shown = _visit(set=name, seed="7", tracks="military", as_of="2017-12-31", event="E41", view="list")
        html = site.html(shown, "study-head")
        link = html.split('data-copy-address="')[1].split('"')[0].replace("&amp;", "&")
        assert set(parse_qs(urlsplit(link).query)) == kept

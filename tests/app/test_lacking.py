"""A record that does without what the format lets it do without: each page says so in words, and shows nothing empty."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.model.dossier import Dossier
from dashboard.queries.tables import build
from dashboard.ui import store
from dashboard.ui.frame import PAGES
from tests import builders, record
from tests.app import site

HARBOUR = record.harbour().dossier
BARE = replace(
    HARBOUR,
    events=tuple(event.model_copy(update={"people": ()}) for event in HARBOUR.events),
    measures=(),
    positions=(),
    briefs=(),
    questions=(),
    glossary=(),
    people=(),
)
SINGLE = builders.dossier([builders.event()], front=builders.front(tracks=[builders.track("a")]))
RECORDS = {"bare": BARE, "single": SINGLE, "two": builders.dossier([builders.event(id="one"), builders.event(id="two")])}

# What a record lacks, the page that would show it, what is said there, and what must not be seen there.
LACKING: list[tuple[Dossier, str, str, str]] = [
    (replace(HARBOUR, measures=()), "responses", "This record has no measures.", "Open all measures"),
    (replace(HARBOUR, measures=()), "responses", "This record has no measure on this track.", "How far each measure came"),
    (replace(HARBOUR, measures=()), "", "This record has no measure on this track.", "Measures as they stood"),
    (replace(HARBOUR, positions=()), "positions", "This record has no contested questions.", "All questions"),
    (replace(HARBOUR, positions=()), "positions", "This record has no contested questions.", "No position matches"),
    (replace(HARBOUR, briefs=()), "brief", "no briefs of its own; what is selected can be presented all the same.", "Its scenes"),
    (replace(HARBOUR, questions=()), "study", "no questions of its own; those below are made from its events.", "level 1"),
    (replace(HARBOUR, glossary=()), "sources", "This record has no glossary.", "terms"),
    (
        BARE,
        "sources",
        "no measures, contested questions, briefs, study questions, glossary or people.",
        "People and their offices",
    ),
]

Serve = Callable[[Dossier], None]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Give a function that lets the site serve a dossier that stands in no folder."""

    def serving(dossier: Dossier) -> None:
        tables = build(dossier)
        monkeypatch.setattr(store, "tables", lambda: tables)

    return serving


@pytest.mark.parametrize(("dossier", "page", "said", "unseen"), LACKING, ids=[said for _, _, said, _ in LACKING])
def test_what_a_record_lacks_is_said_where_it_would_stand(
    serve: Serve, dossier: Dossier, page: str, said: str, unseen: str
) -> None:
    serve(dossier)
    shown = site.visit(page)
    site.see_no_error(shown)
    words = str(site.Text(site.all_html(shown)))
    assert said in words
    assert unseen not in words


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", RECORDS)
def test_no_page_of_a_small_record_has_a_heading_with_nothing_below(serve: Serve, name: str, page: str) -> None:
    serve(RECORDS[name])
    for query in ({}, {"q": "zebra"}, {"as_of": "1900-01-01"}, {"event": "E1"}):
        shown = site.visit(page, **query)
        site.see_no_error(shown)
        html = site.all_html(shown)
        assert re.findall(r"<(h[1-6])\b[^>]*>(?:(?!</\1>).)*</\1>\s*</(?:section|article|nav)>", html, re.DOTALL) == []
        assert re.findall(r"<(ul|ol|dl|table|tbody)\b[^>]*>\s*</\1>", html) == []


def test_a_record_with_nothing_to_present_says_so(serve: Serve) -> None:
    serve(BARE)
    words = site.words(site.visit("brief", q="zebra"), "briefs")
    assert "there is nothing to present" in words
    assert "stage" not in words


def test_a_record_too_small_for_questions_says_so(serve: Serve) -> None:
    serve(SINGLE)
    shown = site.visit("study")
    words = site.words(shown, "study")
    assert "too few events to make any from" in words
    assert "Choose a set" not in words

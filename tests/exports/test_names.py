"""The names of the files that readers take away."""

import re
from datetime import date

import pytest

from dashboard.exports.kinds import KINDS
from dashboard.exports.names import LONGEST, file_name, slug
from dashboard.exports.order import take
from dashboard.queries.tables import build
from tests import builders
from tests.exports.selections import SELECTIONS, Query, counter, extract, selected

A_FILE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+")


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("A Dispute", "a-dispute"),
        ("  Ünïcode, 2nd -- edition! ", "unicode-2nd-edition"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\r\nSet-Cookie: b", "a-set-cookie-b"),
        ("\u202egpj.exe", "gpj-exe"),
        ("“”", ""),
    ],
)
def test_a_text_becomes_small_letters_digits_and_hyphens(text: str, short: str) -> None:
    assert slug(text) == short


@pytest.mark.parametrize(
    ("query", "middle"),
    [
        ({}, ""),
        ({"tracks": ["b", "a"]}, "-a-b"),
        ({"from": ["2017-01-01"]}, "-2017"),
        ({"from": ["2015-03-02"], "to": ["2016-04-05"]}, "-2-march-2015-to-5-april-2016"),
        ({"q": ["Ports & “dredgers”"]}, "-ports-dredgers"),
        ({"as_of": ["2016-06-01"]}, "-as-of-2016-06-01"),
        ({"tracks": ["a"], "q": ["x"], "as_of": ["2016-06-01"]}, "-a-x-as-of-2016-06-01"),
    ],
    ids=str,
)
def test_it_says_record_selection_edition_and_day(query: Query, middle: str) -> None:
    found = extract(query, build(builders.dossier()))
    assert file_name(found, "csv") == f"a-dispute{middle}-edition-1-2026-11-27.csv"


def test_it_says_what_it_is_about() -> None:
    assert file_name(extract({}, build(builders.dossier())), "ris", "E1") == "a-dispute-e1-edition-1-2026-11-27.ris"


@pytest.mark.parametrize(
    "query", [{"party": ["left"]}, {"standing": ["documented"]}, {"importance": ["major"]}, {"layer": ["core"]}]
)
def test_a_selection_is_not_named_as_the_whole_is(query: Query) -> None:
    record = build(builders.dossier())
    assert file_name(extract(query, record), "csv") != file_name(extract({}, record), "csv")


@pytest.mark.parametrize("name", SELECTIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_name_is_plain_and_short_enough(kind: str, name: str) -> None:
    found = file_name(selected(name), KINDS[kind].ending)
    assert A_FILE.fullmatch(found)
    assert len(found.partition(".")[0]) <= LONGEST


@pytest.mark.parametrize(
    ("title", "edition"),
    [
        *((title, "1") for title in ("x" * 500, "word " * 100, "Спор", "“”", "争议", ".", "-o x")),
        *(("A dispute", edition) for edition in ("2, revised", "e" * 200, "Вторая", "“”")),
    ],
)
@pytest.mark.parametrize("text", ["", "x" * 200])
def test_no_title_and_no_edition_makes_a_name_that_is_none(title: str, edition: str, text: str) -> None:
    front = builders.front(
        title=title, edition=edition, changes=[{"edition": edition, "date": "2020-01-01", "text": "First edition."}]
    )
    found = file_name(extract({"q": [text]}, build(builders.dossier(front=front))), "csv")
    assert A_FILE.fullmatch(found)
    assert len(found) <= LONGEST + len(".csv")
    assert "2026-11-27" in found


def test_an_order_names_the_file_by_the_event_or_the_brief_that_it_is_about() -> None:
    at = counter()
    assert take("E41.ris", {}, at).file_name == "the-inf-treaty-compliance-dispute-e41-edition-1-2026-11-27.ris"
    brief = at.tables.dossier.briefs[0].id
    assert take("timeline.pptx", {"brief": [brief]}, at).file_name.startswith(f"the-inf-treaty-compliance-dispute-{brief}-")
    assert at.today == date(2026, 11, 27)

"""Sources and events as a reader cites them."""

import re
from datetime import date

import pytest

from dashboard.model.sources import Source
from dashboard.queries.citations import in_full, of_event, reference
from tests import builders
from tests.record import dossier

PAPER = {"container-title": "The Paper"}
TWO = {"author": [{"literal": "The Office"}, {"given": "Ann", "family": "Lee"}]}
HOUSE = {"publisher": "House", "issued": "2017-12-08"}


@pytest.mark.parametrize(
    ("source", "locator", "line"),
    [
        ({}, None, "A paper, n.d."),
        ({}, "p. 3", "A paper, n.d., p. 3."),
        ({"issued": "2017-12-08"}, "paras. 3-5", "A paper, 8 December 2017, paras. 3-5."),
        ({"issued": "2017"}, "at the end.", "A paper, 2017, at the end."),
        (HOUSE | TWO, "title page", "The Office and Ann Lee, A paper (House, 8 December 2017), title page."),
        ({"type": "webpage"} | HOUSE | TWO, None, "The Office and Ann Lee, “A paper” (House, 8 December 2017)."),
        ({"type": "webpage", "issued": "2017-12"}, "p. 1", "“A paper,” December 2017, p. 1."),
        ({"type": "webpage", "issued": "2017~"} | PAPER, None, "“A paper,” The Paper, about 2017."),
        ({"type": "webpage", "issued": "2016-11-15/2016-11-16"}, None, "“A paper,” 15-16 November 2016."),
        ({"type": "article-newspaper", "issued": "2017"} | PAPER, "para. 2", "“A paper,” The Paper, 2017, para. 2."),
        ({"type": "article-newspaper"} | PAPER | TWO, None, "The Office and Ann Lee, “A paper,” The Paper, n.d."),
        ({"type": "article-newspaper", "issued": "2017", "volume": "9"} | PAPER, None, "“A paper,” The Paper 9 (2017)."),
        ({"type": "article-magazine", "issued": "2017-12"} | PAPER, None, "“A paper,” The Paper, December 2017."),
        (
            {"type": "article-journal", "issued": "2017-12", "volume": "4", "page": "7-9"} | PAPER,
            None,
            "“A paper,” The Paper 4 (December 2017): 7-9.",
        ),
        ({"type": "article-journal", "issued": "2017", "volume": "4"} | PAPER, "p. 8", "“A paper,” The Paper 4 (2017): p. 8."),
        ({"type": "article-journal"}, None, "“A paper,” n.d."),
        ({"type": "post-weblog", "issued": "2017-12-08"} | PAPER, None, "“A paper,” The Paper, 8 December 2017."),
        ({"type": "bill"} | HOUSE, "sec. 2(1)", "“A paper” (House, 8 December 2017), sec. 2(1)."),
        ({"type": "broadcast"} | HOUSE, None, "“A paper” (House, 8 December 2017)."),
        ({"type": "chapter"} | HOUSE, "section A", "“A paper” (House, 8 December 2017), section A."),
        ({"type": "hearing"} | HOUSE, "witness list", "“A paper” (House, 8 December 2017), witness list."),
        ({"type": "legislation"} | HOUSE, "section 1290", "“A paper” (House, 8 December 2017), section 1290."),
        ({"type": "regulation"} | HOUSE, None, "“A paper” (House, 8 December 2017)."),
        (
            {"type": "regulation", "issued": "2017-12-08", "volume": "82", "page": "60304-60306"} | PAPER,
            None,
            "“A paper,” The Paper 82 (8 December 2017): 60304-60306.",
        ),
        ({"type": "speech"} | HOUSE, None, "“A paper” (House, 8 December 2017)."),
        ({"type": "treaty", "issued": "1987-12-08"}, "Articles I and II", "“A paper,” 8 December 1987, Articles I and II."),
        ({"type": "webpage", "title": "[Statement]", "issued": "2017"}, None, "[Statement], 2017."),
        ({"type": "webpage", "title": "[Statement]"} | HOUSE, None, "[Statement] (House, 8 December 2017)."),
        ({"type": "webpage", "title": 'On "peace"', "issued": "2017"}, None, "“On \u2018peace,\u2019” 2017."),
        ({"type": "webpage", "title": 'On "peace" now'} | HOUSE, None, "“On \u2018peace\u2019 now” (House, 8 December 2017)."),
        ({"type": "webpage", "title": "Is it so?", "issued": "2017"}, None, "“Is it so?,” 2017."),
        ({"type": "webpage", "title": "A & B <i>c</i>", "issued": "2017"}, None, "“A & B <i>c</i>,” 2017."),
        ({"type": "webpage", "title": "the  iPhone\nof p. 4", "issued": "2017"}, None, "“the iPhone of p. 4,” 2017."),
    ],
)
def test_a_source_is_written_as_a_note(source: dict[str, object], locator: str | None, line: str) -> None:
    assert reference(builders.source(**source), locator) == line


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ({"author": [{"literal": "House"}], "publisher": "House"}, "House, “A paper,” n.d."),
        ({"container-title": "House", "publisher": "House"}, "“A paper,” House, n.d."),
        ({"author": [{"literal": "The Paper"}]} | PAPER, "“A paper,” The Paper, n.d."),
    ],
)
def test_who_is_named_already_is_not_named_again(source: dict[str, object], line: str) -> None:
    assert reference(builders.source(type="webpage", **source)) == line


def test_the_address_stands_at_the_end_where_it_is_asked_for() -> None:
    source = builders.source(type="webpage", issued="2017", URL="https://www.example.org/a?b=1&c=%20")
    assert in_full(source, "para. 2") == "“A paper,” 2017, para. 2, https://www.example.org/a?b=1&c=%20."
    assert in_full(source) == "“A paper,” 2017, https://www.example.org/a?b=1&c=%20."
    assert "http" not in reference(source, "para. 2")


def test_a_note_without_an_address_is_the_same_in_full() -> None:
    assert in_full(builders.source(), "p. 3") == reference(builders.source(), "p. 3")


def test_every_author_is_told_or_that_there_are_more() -> None:
    names = [{"given": "Ann", "family": name} for name in ("A", "B", "C", "D")]
    assert reference(builders.source(author=names[:3])).startswith("Ann A, Ann B, and Ann C, ")
    assert reference(builders.source(author=names)).startswith("Ann A et al., ")


@pytest.mark.parametrize("title", ["\ue000\ue001", "{title}", "\\1", "<span class='nocase'>a</span>", "“”,", "İ", "A $5_b^c"])
def test_what_the_record_says_is_never_taken_for_more_than_words(title: str) -> None:
    assert reference(builders.source(title=title, issued="2017"), title) == f"{title}, 2017, {title}."


@pytest.mark.parametrize("source", dossier().sources, ids=lambda source: source.id)
def test_every_source_of_the_real_record_is_a_clean_line(source: Source) -> None:
    for line in (reference(source), reference(source, "para. 2"), in_full(source), in_full(source, "para. 2")):
        assert line.endswith(".")
        assert re.search(r"\s\s|[\n\t]|\s[,.;:)]|,,|\.\.|,\.|\(\)|“”|&\w+;|<\w|”,|[\ue000-\uf8ff]|\bNone\b", line) is None
        assert source.title.replace('"', "") in re.sub("[\u2018\u2019]|(?<=\u2018),(?=\u2019)", "", line)
        assert str(source.issued or "n.d.") in line


def test_every_place_of_the_real_record_comes_out_letter_by_letter() -> None:
    for event in dossier().events:
        for citation in event.sources:
            source = dossier().source[citation.id]
            assert (citation.locator or "").removesuffix(".") in reference(source, citation.locator)
            assert f"{citation.locator or ''}" in in_full(source, citation.locator)


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"date": "2014-07"}, "E41 (July 2014)"),
        ({"date": "2014-07-29", "standing": "asserted"}, "E41 (29 July 2014; asserted by The left party)"),
        (
            {"date": "2015-04~", "standing": "disputed"},
            "E41 (about April 2015; disputed: asserted by The left party, denied by The right party)",
        ),
    ],
)
def test_an_event_is_cited_with_edition_number_date_and_credit(given: dict[str, object], place: str) -> None:
    told = builders.event(number=41, title="A says that B did it", **given)
    record = builders.dossier([told])
    line = f"“A says that B did it,” in A dispute, edition 1, 1 January 2020, {place}"
    assert of_event(told, record) == f"{line}."
    assert of_event(told, record, accessed=date(2020, 2, 3)) == f"{line}, accessed 3 February 2020."
    assert of_event(told, record, "https://www.example.org/?event=E41", date(2020, 2, 3)) == (
        f"{line}, accessed 3 February 2020, https://www.example.org/?event=E41."
    )


def test_every_event_of_the_real_record_is_cited_with_whoever_asserts_it() -> None:
    record = dossier()
    for event in record.events:
        cited = of_event(event, record)
        assert event.title in cited
        assert f"E{event.number} ({event.date}" in cited
        assert f"edition {record.front.edition}, {record.front.edited}" in cited
        assert all(record.party[party].name in cited for party in (*event.asserted_by, *event.disputed_by))

"""The page of sources in HTML: every source, passage, term, person and word of the method, as far as public on a day."""

from datetime import date

import pytest

from dashboard.fragments import glossary, key_document, method, people, sources
from dashboard.fragments.rendering import explained
from dashboard.model.vocabulary import EntryKind, Kind, Rank, Stage
from dashboard.queries import resting
from dashboard.queries.tables import Tables, build
from dashboard.queries.terms import Finder, of_glossary
from tests import builders
from tests.fragments.reading import LINKS, part, parts, plain, read
from tests.record import MONTH_ENDS, dossier, harbour, tables

RECORDS = pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])


@RECORDS
def test_every_source_is_listed_once_with_the_events_that_rest_on_it(record: Tables) -> None:
    html = sources.every(record, LINKS, None)
    assert {name for name in read(html).ids if name.startswith("source-")} == {f"source-{name}" for name in record.dossier.source}
    for name, found in resting.by_source(record, None).items():
        line = read(part(html, "li", "id", f"source-{name}"))
        assert line.opened == [event.id for event, _ in found.events]
        assert line.measures == [measure.id for measure, _ in found.measures]
        assert all(one.term in line.text for one in found.terms)
        assert all(one.name in line.text for one in found.people)


@pytest.mark.parametrize("day", MONTH_ENDS[::12])
def test_no_source_or_event_of_a_later_day_stands_in_an_as_of_view(day: date) -> None:
    for html in (
        sources.every(tables(), LINKS, day),
        key_document.in_order(tables(), LINKS, day),
        people.chart(tables(), LINKS.event, day),
    ):
        page = read(html)
        listed = [source for source in dossier().sources if f"source-{source.id}" in page.ids]
        assert [source.id for source in listed if source.issued and source.issued.earliest > day] == []
        assert [name for name in page.opened if not dossier().event[name].public.by(day)] == []


def test_the_controls_count_the_sources_of_each_rank() -> None:
    text = read(sources.sift(tables(), None)).text
    for rank in Rank:
        assert f"{rank.label} {sum(source.rank is rank for source in dossier().sources)}" in text


def test_every_passage_stands_in_its_order_with_its_summary_and_all_that_rests_on_it() -> None:
    html = key_document.in_order(tables(), LINKS, None)
    document = dossier().front.key_document
    assert document
    for at, passage in enumerate(document.passages, start=1):
        told = read(part(html, "li", "id", f"passage-{at}"))
        assert passage.title in told.text
        assert plain(passage.summary) in told.text
        assert told.opened or told.measures


def test_a_key_document_of_a_later_day_is_not_told_and_one_that_is_not_there_leaves_no_gap() -> None:
    html = key_document.in_order(tables(), LINKS, date(2016, 1, 1))
    assert "was not public by then" in html
    assert "passage-1" not in html
    assert key_document.in_order(harbour(), LINKS, None) == ""


@RECORDS
def test_every_term_stands_in_the_glossary_with_its_definition_and_spellings(record: Tables) -> None:
    html = glossary.in_full(record, LINKS, None)
    for term in record.dossier.glossary:
        told = read(part(html, "div", "id", f"term-{term.id}")).text
        assert all(plain(text) in told for text in (term.definition, *term.spellings))


def test_as_of_a_day_definitions_and_the_account_are_called_the_editors_own() -> None:
    day = date(2016, 1, 1)
    [only] = parts(glossary.in_full(tables(), LINKS, day), "details", "class", "of-the-edition")
    assert all(f"term-{term.id}" in only for term in dossier().glossary)
    account = method.account(dossier(), LINKS.event, day)
    for part_ in parts(account, "details", "class", "of-the-edition"):
        account = account.replace(part_, "")
    assert dossier().front.tracks[0].description not in read(account).text
    assert dossier().front.changes[0].text not in read(account).text


def test_the_account_tells_the_records_method_and_the_meaning_of_every_closed_word() -> None:
    text = read(method.account(dossier(), LINKS.event, None)).text
    for words in (Kind, Stage, EntryKind, Rank):
        assert all(word.label in text and word.meaning.capitalize() in text for word in words)
    assert all(plain(words.meaning) in text for words in dossier().front.standings)
    assert plain(dossier().front.method.split("\n")[0]) in text
    assert f"edition {dossier().front.edition}" in text.casefold()


def test_an_edition_is_chosen_only_where_there_are_several() -> None:
    changes = [{"edition": str(number), "date": "2020-01-01", "text": f"Change {number}."} for number in (3, 2, 1)]
    several = build(builders.dossier([builders.event()], front=builders.front(changes=changes), sources=(builders.source(),)))
    assert "data-since" in method.account(several.dossier, LINKS.event, None)
    assert "data-since" not in method.account(dossier(), LINKS.event, None)


def test_a_text_is_written_as_it_stands_whatever_is_explained_in_it() -> None:
    finder = Finder((builders.term(term="Bar & <b>", aliases=["bar"]),))
    html = explained('A <i>bar</i>, "bar" and Bar & <b>', finder)
    assert html.count('data-term="term"') == 1
    assert read(html).tags == ["span"]
    assert "<i>" not in html
    assert explained("<b>", Finder()) == "&lt;b&gt;"


def test_every_text_of_the_record_reads_the_same_with_its_terms_explained() -> None:
    finder = of_glossary(dossier().glossary)
    for event in dossier().events:
        assert read(explained(event.summary, finder)).text == plain(event.summary)

"""Who said what to each contested question: everything that the record knows, and nothing that was said later."""

from datetime import date, timedelta

import pandas as pd
import pytest

from dashboard.fragments import positions
from dashboard.model.positions import Entry
from dashboard.queries.citations import reference
from dashboard.queries.links import between
from dashboard.queries.selection import Selection, select_entries
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.fragments.reading import LINKS, part, parts, parts_by, plain, read
from tests.record import MONTH_ENDS, dossier, harbour, tables

RECORDS = {"real": tables(), "invented": harbour()}
ENTRIES = [(record, entry) for record in RECORDS.values() for question in record.dossier.positions for entry in question.entries]
each_entry = pytest.mark.parametrize(("record", "entry"), ENTRIES, ids=[entry.id for _, entry in ENTRIES])
each_record = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)


def _html(record: Tables, shown: pd.DataFrame | None = None, as_of: date | None = None, question: str | None = None) -> str:
    table = record.entries if shown is None else shown
    return positions.in_full(table, record.dossier, LINKS.event, as_of, question)


def _as_of(record: Tables, day: date) -> str:
    return _html(record, select_entries(record, Selection(as_of=day)), day)


def _articles(html: str) -> dict[str, str]:
    return parts_by(html, "article", "data-entry")


WHOLE = {id(record): _html(record) for record in RECORDS.values()}
ARTICLES = {name: _articles(html) for name, html in WHOLE.items()}


@each_entry
def test_an_entry_is_told_in_full(record: Tables, entry: Entry) -> None:
    known = record.dossier
    page = read(ARTICLES[id(record)][entry.id])
    wanted = [entry.says, str(entry.date), known.party[entry.by].name]
    wanted += [reference(known.source[citation.id], citation.locator) for citation in entry.sources]
    if entry.event:
        wanted.append(f"E{known.event[entry.event].number}, {known.event[entry.event].label}")
    assert [words for words in wanted if plain(words) not in page.text] == []
    assert page.opened == ([entry.event] if entry.event else [])
    assert page.days == [str(entry.date.earliest)]
    urls = [known.source[citation.id].URL for citation in entry.sources]
    assert [link for link in page.links if link.startswith("http")] == [url for url in urls if url]


@each_entry
def test_no_words_stand_without_their_speaker_in_the_heading(record: Tables, entry: Entry) -> None:
    article = ARTICLES[id(record)][entry.id]
    [heading] = parts(article, "h3")
    assert read(heading).text == f"{entry.kind.label}: {record.dossier.party[entry.by].name}"
    assert f'aria-labelledby="says-{entry.id}"' in article
    assert f'id="says-{entry.id}"' in heading


@each_entry
def test_a_reply_says_whom_it_answers_and_after_how_long(record: Tables, entry: Entry) -> None:
    text = read(ARTICLES[id(record)][entry.id]).text
    if not entry.replies_to:
        assert "Answers" not in text
        return
    said = {one.id: one for question in record.dossier.positions for one in question.entries}
    claim = said[entry.replies_to]
    after = between(claim.date, entry.date)
    assert f"Answers {record.dossier.party[claim.by].name}, {claim.date}{f'; {after}' * bool(after)}" in text


@each_record
def test_every_entry_is_told_once_under_its_question(record: Tables) -> None:
    html = WHOLE[id(record)]
    for question in record.dossier.positions:
        section = part(html, "section", "data-card", question.id)
        assert [name for name in read(section).ids if name.startswith("entry-")] == [
            f"entry-{one.id}" for one in question.entries
        ]
        assert plain(question.question) in read(section).text
        assert plain(question.summary) in read(section).text
        lines = parts(section, "div", "class", "answer-line")
        assert len(lines) == sum(one.replies_to is not None for one in question.entries)
    assert len(parts(html, "article")) == len(record.entries)


def _days_of(record: Tables) -> list[date]:
    """Give the ends of months, and every day on which something was said, with the day before each."""
    said = {first.date() for first in record.entries["first"]}
    return sorted({*MONTH_ENDS, *said, *(day - timedelta(days=1) for day in said)})


@each_record
def test_as_of_no_day_is_an_entry_of_a_later_one_told(record: Tables) -> None:
    for day in _days_of(record):
        page = read(_as_of(record, day))
        said = [entry for question in record.dossier.positions for entry in question.entries if entry.date.earliest <= day]
        assert sorted(name for name in page.ids if name.startswith("entry-")) == sorted(f"entry-{entry.id}" for entry in said)
        assert all(date.fromisoformat(told) <= day for told in page.days)


@each_record
def test_as_of_no_day_is_a_source_that_was_issued_later_cited(record: Tables) -> None:
    known = record.dossier
    for day in MONTH_ENDS:
        articles = _articles(_as_of(record, day))
        for question in known.positions:
            for entry in question.entries:
                if entry.date.earliest > day:
                    continue
                text = read(articles[entry.id]).text
                for citation in entry.sources:
                    source = known.source[citation.id]
                    told = plain(reference(source, citation.locator)) in text
                    assert told is (source.issued is None or source.issued.earliest <= day), (day, entry.id, source.id)


@each_record
def test_as_of_no_day_is_an_event_named_that_was_not_yet_public(record: Tables) -> None:
    for day in _days_of(record):
        opened = read(_as_of(record, day)).opened
        assert [name for name in opened if record.dossier.event[name].public.earliest > day] == [], day


def test_an_entry_about_an_event_that_became_public_after_it_does_not_name_the_event_as_of_its_own_day() -> None:
    events = [builders.event(id="secret", date="2014-07-01", known="2016-05-01", title="What was hidden")]
    question = builders.contested_question(entries=[builders.entry(event="secret")])
    record = build(builders.dossier(events, positions=(question,)))
    assert read(_as_of(record, date(2016, 5, 1))).opened == ["secret"]
    assert read(_as_of(record, date(2016, 4, 30))).opened == []


def test_the_editors_summary_of_a_question_stands_apart_as_of_a_day() -> None:
    html = _as_of(tables(), date(2017, 12, 31))
    for question in dossier().positions:
        section = part(html, "section", "data-card", question.id)
        apart = part(section, "details", "class", "of-the-edition")
        assert "which may tell of later days" in read(apart).text
        assert plain(question.summary) in read(apart).text
        assert plain(question.summary) not in read(section.replace(apart, "")).text
    assert "of-the-edition" not in WHOLE[id(tables())]


def test_one_question_alone_leaves_the_others_out() -> None:
    page = read(_html(tables(), question="armed-drones"))
    assert [name for name in page.ids if name.startswith("question-")] == ["question-armed-drones"]
    assert not any(question.question in page.text for question in dossier().positions if question.id != "armed-drones")


def test_a_third_party_is_named_as_one_with_its_side_and_neither_of_the_two_sides_is() -> None:
    left, right = "us", "russia"
    sides = {side.id: side.title for side in dossier().front.sides}
    for question in dossier().positions:
        for entry in question.entries:
            side = dossier().party[entry.by].side
            text = read(ARTICLES[id(tables())][entry.id]).text
            assert (f"Third party: {sides[side]}" in text) is (side not in (left, right))
    assert "Third party" in read(WHOLE[id(tables())]).text


def test_an_entry_stands_on_the_side_of_its_party() -> None:
    places = {side.id: side.place for side in dossier().front.sides}
    for question in dossier().positions:
        for entry in question.entries:
            tag = ARTICLES[id(tables())][entry.id].partition(">")[0]
            assert f"turn on-{places[dossier().party[entry.by].side]} is-{entry.kind}" in tag


@each_record
def test_the_list_of_questions_counts_what_is_shown_of_each(record: Tables) -> None:
    for selection in (Selection(), Selection(as_of=date(2015, 1, 1)), Selection(text="missile"), Selection(text="no-such-word")):
        shown = select_entries(record, selection)
        html = positions.questions(shown, record.dossier, LINKS, None)
        rows = [read(row) for row in parts(html, "li")]
        counts = [sum(shown["question"] == question.id) for question in record.dossier.positions]
        texts = [f"{question.question} {count}" for question, count in zip(record.dossier.positions, counts, strict=True)]
        assert [row.text for row in rows] == [f"All questions {len(shown)}", *map(plain, texts)]
        links = [LINKS.question(None), *(LINKS.question(question.id) for question in record.dossier.positions)]
        assert [link for row in rows for link in row.links] == links


@pytest.mark.parametrize("chosen", [None, "armed-drones"])
def test_the_question_that_is_chosen_is_marked_and_no_other(chosen: str | None) -> None:
    html = positions.questions(tables().entries, dossier(), LINKS, chosen)
    [current] = parts(html, "a", "aria-current", "true")
    assert read(current).links == [LINKS.question(chosen)]

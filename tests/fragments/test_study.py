"""Study questions: how they are put, what settles them, and that no text of theirs is markup."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from dashboard.fragments import study
from dashboard.fragments.study import StudyLinks
from dashboard.queries.attribution import credit
from dashboard.queries.citations import reference
from dashboard.queries.selection import Selection
from dashboard.queries.study.posed import Kind, Option, Posed
from dashboard.queries.study.sets import posed, sets
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.fragments.reading import part, parts, plain, read
from tests.record import harbour, tables

RECORDS = {"real": tables(), "invented": harbour()}
LINKS = StudyLinks(
    page=lambda name: f"study?set={name or ''}",
    event=lambda event, beside: f"?event={event}&with={','.join(beside)}",
    day=lambda day: f"?as_of={day}",
)
SCRIPT = "<script>alert(1)</script>"
QUOTED = "\"' onmouseover='alert(1)"
each_record = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)


def _all(record: Tables, as_of: date | None = None) -> list[Posed]:
    selection = Selection(window=record.window, as_of=as_of)
    return [one for set_ in sets(record) for one in posed(set_.id, 1, record, selection)]


def _asked(one: Posed, record: Tables, as_of: date | None = None, links: StudyLinks = LINKS) -> dict[str, Any]:
    latest = record.dossier.events[:2] if one.as_of else ()
    return study.asked(one, (1, 2), record.dossier, links, as_of, latest)


@each_record
def test_a_question_is_put_whole_and_nothing_in_how_it_is_put_tells_the_answer(record: Tables) -> None:
    for one in _all(record):
        told = _asked(one, record)
        page = read(told["asked"])
        assert plain(one.prompt) in page.text
        assert all(plain(option.label) in page.text for option in (*one.options, *one.partners))
        assert plain(one.explanation) not in page.text
        assert not [link for link in page.links if "event=" in link]
        assert "checked" not in told["asked"]
        assert "selected" not in told["asked"].replace("of what is selected was", "")
        assert page.left_open == []
        assert len(page.ids) == len(set(page.ids))


@each_record
def test_a_question_names_its_group_and_its_number_for_those_who_hear_it(record: Tables) -> None:
    for one in _all(record):
        html = _asked(one, record)["asked"]
        [heading] = parts(html, "h2", "id", "asked")
        assert read(heading).text == f"Question 1 of 2: {plain(one.prompt)}"
        assert 'tabindex="-1"' in heading
        if one.kind is Kind.ORDER:
            assert 'aria-labelledby="asked task"' in part(html, "ol", "class", "in-order").partition(">")[0]
            moves = [read(button).text for button in parts(html, "button", "data-move")]
            assert moves == []  # each carries a number, none an empty one
            assert html.count("data-move=") == 2 * len(one.options)
        elif one.kind is Kind.MATCH:
            assert len(parts(html, "select")) == len(one.options)
            assert html.count("<label for=") == len(one.options)
        else:
            assert 'role="radiogroup" aria-labelledby="asked task"' in html
            assert html.count('type="radio"') == len(one.options)
        assert '<div class="feedback" role="status"></div>' in html


@each_record
def test_what_settles_a_question_is_told_with_its_sources_and_each_event_with_its_credit(record: Tables) -> None:
    dossier = record.dossier
    for one in _all(record):
        told = _asked(one, record)
        assert plain(one.explanation) in read(told["told"]).text
        page = read(told["settled"])
        wanted = [reference(dossier.source[cited.id], cited.locator) for cited in one.sources]
        events = [dossier.event[event] for event in one.events]
        wanted += [f"E{event.number}, {event.date}" for event in events]
        wanted += [credit(event, dossier, short=True) for event in events]
        assert [words for words in wanted if plain(words) not in page.text] == []
        links = [link for link in page.links if link.startswith("?event=")]
        opened = [*one.events, *([one.events[0]] if len(one.events) > 1 else [])]
        assert links == [LINKS.event(event, one.events) for event in opened]
        assert page.left_open == []


@each_record
def test_the_answers_are_told_to_the_script_by_ids_that_the_question_has(record: Tables) -> None:
    for one in _all(record):
        told = json.loads(json.dumps(_asked(one, record)))
        assert told["answer"] == [str(option) for option in one.answer]
        assert set(told["answer"]) <= set(told["labels"])
        assert told["labels"] == {str(option.id): option.label for option in (*one.options, *one.partners)}


def test_a_question_about_what_came_next_leads_to_the_timeline_of_its_day_and_names_the_latest_events() -> None:
    [one, *_] = posed("next", 1, tables(), Selection(window=tables().window))
    page = read(_asked(one, tables())["asked"])
    assert one.as_of
    assert f"?as_of={one.as_of}" in page.links
    for event in tables().dossier.events[:2]:
        assert plain(event.label) in page.text
        assert credit(event, tables().dossier, short=True) in page.text


@each_record
def test_as_of_no_day_is_a_source_that_was_issued_later_cited(record: Tables) -> None:
    for year in range(record.window.start.year, record.window.end.year + 1):
        day = date(year, 6, 1)
        for one in _all(record):  # of the whole record: the fragment leaves out by itself what the day does not let through
            text = read(_asked(one, record, day)["settled"]).text
            for cited in one.sources:
                source = record.dossier.source[cited.id]
                told = plain(reference(source, cited.locator)) in text
                assert told or (source.issued is not None and not source.issued.by(day))


def _sets(record: Tables, as_of: date | None = None) -> str:
    selection = Selection(window=record.window, as_of=as_of)
    found = [(one, posed(one.id, 1, record, selection)) for one in sets(record)]
    return study.choice(found, record.dossier, LINKS, as_of)


@each_record
def test_every_set_can_be_chosen_and_says_how_many_questions_it_has(record: Tables) -> None:
    html = _sets(record)
    page = read(html)
    assert page.left_open == []
    assert len(page.ids) == len(set(page.ids))
    assert page.links == [f"study?set={one.id}" for one in sets(record)]
    for one in sets(record):
        row = read(part(html, "li", "data-of-set", one.id))
        assert row.text.startswith(plain(one.title))
        assert f"{one.count} question" in row.text
        assert plain(one.about) in page.text
    assert "As of" not in page.text


def test_a_set_that_has_no_question_as_of_a_day_is_named_and_leads_nowhere() -> None:
    html = _sets(tables(), date(2014, 7, 1))
    assert "As of 1 July 2014" in read(html).text
    row = read(part(html, "li", "data-of-set", "economic-3"))
    assert row.links == []
    assert "no question" in row.text


@pytest.mark.parametrize("name", ["made", "military-1"])
def test_an_empty_set_says_why_and_offers_a_way_out(name: str) -> None:
    [one] = [found for found in sets(tables()) if found.id == name]
    html = study.none_of(one, date(2014, 7, 1))
    assert html.count("data-act=") == 1
    assert ("became public later" in html) is not one.made
    assert read(html).left_open == []


def test_the_head_of_a_set_names_its_order_only_where_it_is_not_the_first() -> None:
    [one] = [found for found in sets(tables()) if found.id == "military-1"]
    first, seventh = (read(study.head(one, seed, LINKS, "?set=military-1", None)) for seed in (1, 7))
    assert "order" not in first.text
    assert "order 7" in seventh.text
    assert first.links == seventh.links == ["study?set="]


def _hostile(text: str) -> tuple[list[Posed], Tables, StudyLinks]:
    title = text * 2
    events = [builders.event(id="one", title=title, label=text[:34]), builders.event(id="two", title=title, label=text[:33])]
    record = build(builders.dossier(events, sources=(builders.source(title=text, URL="https://example.org/?a=1&b=2"),)))
    options = tuple(Option(letter, f"{text}{letter}") for letter in "abcd")
    cited = builders.event(sources=[{"id": "paper", "locator": text}]).sources
    kinds: Sequence[Kind] = list(Kind)
    questions = [
        Posed(
            id=f"{kind}",
            kind=kind,
            level=1,
            prompt=text,
            options=options,
            partners=options if kind is Kind.MATCH else (),
            answer=("a", "b", "c", "d") if kind in (Kind.ORDER, Kind.MATCH) else ("a",),
            explanation=text,
            events=("one", "two"),
            sources=cited,
            as_of=date(2015, 1, 1) if kind is Kind.NEXT else None,
        )
        for kind in kinds
    ]
    links = StudyLinks(
        page=lambda name: f"study?q={text}&set={name}",
        event=lambda event, _: f"?q={text}&event={event}",
        day=lambda day: f"?q={text}&as_of={day}",
    )
    return questions, record, links


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("part_", ["asked", "told", "settled"])
def test_text_of_a_question_is_never_markup(kind: Kind, part_: str) -> None:
    def write(text: str) -> str:
        questions, record, links = _hostile(text)
        [one] = [question for question in questions if question.kind is kind]
        return str(_asked(one, record, links=links)[part_])

    calm, script, quoted = write("calm"), write(SCRIPT), write(QUOTED)
    assert "<script" not in script
    assert SCRIPT in read(script).text
    assert read(quoted).tags == read(script).tags == read(calm).tags
    assert read(quoted).ids == read(script).ids == read(calm).ids

"""Text from the record is text on the page, whatever it says."""

from collections.abc import Callable
from datetime import date

import pytest

from dashboard.fragments import (
    balance,
    detail,
    events,
    glossary,
    key_document,
    legend,
    method,
    panels,
    people,
    positions,
    responses,
    sources,
)
from dashboard.queries import lives
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.fragments.reading import LINKS, links, read
from tests.record import harbour, tables

SCRIPT = "<script>alert(1)</script>"
QUOTED = "\"' onmouseover='alert(1)"


SIDES = {"left": "left", "right": "right", "other": "between"}
HOSTILE_LINKS = links(f"q={SCRIPT}&")  # what somebody typed into the search stands in every address
DAY = date(2016, 6, 1)


def _hostile(text: str) -> Tables:
    short = text[:34]
    cited = [{"id": "paper", "locator": text}]
    told = builders.event(
        id="told",
        label=short,
        title=text,
        summary=text,
        date_note=text,
        later=[builders.later("2016-05", text)],
        tracks=["a"],
        people=["person"],
        sources=cited,
        responds_to=[{"event": "first", "grounds": "stated"}],
    )
    first = builders.event(id="first", date="2014-07-01", label=f"{short[:33]}2", title=f"{text}2", sources=[{"id": "paper"}])
    last = builders.event(
        id="last", date="2014-08-01", label=f"{short[:33]}3", responds_to=[{"event": "told", "grounds": "stated"}]
    )
    stop = {"text": text, "standing": "stated", "by": "left", "date": "2014-07-29", "sources": cited}
    texts = {"label": short, "title": text, "what": text, "aim": text, "basis": text, "limit": text, "targets": [text]}
    stages = [{"stage": "announced", "event": "told"}]
    none = {"text": text, "standing": "none-stated", "sources": cited}
    measures = (
        builders.measure(stop_condition=stop, stages=stages, sources=cited, **texts),
        builders.measure(id="second", order=2, stop_condition=none, stages=stages, sources=cited, **texts),
    )
    question = builders.contested_question(
        question=text,
        summary=text,
        entries=[
            builders.entry(says=text, event="told", sources=cited),
            builders.entry(id="reply", date="2014-07-30", by="right", kind="reply", replies_to="entry", says=text, sources=cited),
            builders.entry(id="third", date="2015-07-30", by="other", says=text, sources=cited),
        ],
    )
    front = builders.front(
        title=text,
        about=text,
        method=text,
        changes=[{"edition": text, "date": "2020-01-01", "text": text, "events": ["told"]} for _ in range(2)],
        tracks=[builders.track("a", title=text, question=text, aim=text)],
        sides=[{"id": side, "title": text, "place": place} for side, place in SIDES.items()],
        parties=[{"id": side, "name": text, "short": text, "side": side} for side in SIDES],
        standings=[
            {"id": word, "title": text, "meaning": text, "glyph": glyph}
            for word, glyph in (("documented", "filled"), ("asserted", "half"), ("disputed", "hollow"))
        ],
        key_document={"source": "paper", "passages": [{"locator": "para. 1", "title": text, "summary": text}]},
        strategy={
            "finding": "first",
            "review": "told",
            "aims": [{"title": text, "locator": "para. 1"}, {"title": text, "locator": text}],
            "tracks": {"a": "told"},
        },
    )
    office = {"office": text, "party": "left", "attested": "2014-07-29"}
    return build(
        builders.dossier(
            [first, told, last],
            front=front,
            measures=measures,
            positions=(question,),
            glossary=(
                builders.term(term=text, expansion=f"{text} in full", aliases=[f"{text}s"], definition=text, see_also=["term"]),
            ),
            people=(builders.person(name=text, offices=[office]),),
            sources=(builders.source(title=text, publisher=text, note=text, URL="https://example.org/?a=1&b=2"),),
        )
    )


def _responses(record: Tables, as_of: date | None = None) -> str:
    found = lives.of_measures(record.measures, record.dossier, as_of)
    return responses.panels(found, record.events, record.dossier, HOSTILE_LINKS, as_of)


def _lives(record: Tables) -> str:
    return responses.chart(lives.of_measures(record.measures, record.dossier, None), record, HOSTILE_LINKS, None)


def _strategy(record: Tables) -> str:
    return responses.strategy(lives.of_measures(record.measures, record.dossier, None), record.dossier, HOSTILE_LINKS, None)


def _positions(record: Tables, as_of: date | None = None) -> str:
    return positions.in_full(record.entries, record.dossier, HOSTILE_LINKS.event, as_of, None)


FRAGMENTS: dict[str, Callable[[Tables], str]] = {
    "list": lambda record: events.as_list(record.events, record.dossier, HOSTILE_LINKS.event, "told"),
    "table": lambda record: events.as_table(record.events, record.dossier, HOSTILE_LINKS.event, "told"),
    "detail": lambda record: detail.in_full(record.dossier.event["told"], record.dossier, HOSTILE_LINKS, None, [SCRIPT]),
    "neighbours": lambda record: detail.neighbours(record.dossier.events[0], record.dossier.events[1], HOSTILE_LINKS.event),
    "panels": lambda record: panels.all_tracks(record.events, record, HOSTILE_LINKS, record.whole.end),
    "responses": _responses,
    "responses as of a day": lambda record: _responses(record, DAY),
    "lives": _lives,
    "strategy": _strategy,
    "positions": _positions,
    "positions as of a day": lambda record: _positions(record, DAY),
    "questions": lambda record: positions.questions(record.entries, record.dossier, HOSTILE_LINKS, "question"),
    "balance": lambda record: balance.charts(record.events, record.dossier, record.whole, None),
    "legend": lambda record: legend.legend(record.dossier),
    "sources": lambda record: sources.every(record, HOSTILE_LINKS, None, ("BibTeX",)),
    "thin": lambda record: sources.thin(record.events, record.dossier, HOSTILE_LINKS.event, None),
    "key document": lambda record: key_document.in_order(record, HOSTILE_LINKS, None),
    "glossary": lambda record: glossary.in_full(record, HOSTILE_LINKS, None),
    "people": lambda record: people.chart(record, HOSTILE_LINKS.event, None),
    "method": lambda record: method.account(record.dossier, HOSTILE_LINKS.event, None),
}


@pytest.mark.parametrize("fragment", FRAGMENTS.values(), ids=FRAGMENTS)
def test_a_script_in_the_record_is_shown_and_never_run(fragment: Callable[[Tables], str]) -> None:
    html = fragment(_hostile(SCRIPT))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert SCRIPT in read(html).text
    assert "script" not in read(html).tags


@pytest.mark.parametrize("fragment", FRAGMENTS.values(), ids=FRAGMENTS)
def test_a_quotation_mark_in_the_record_ends_no_attribute(fragment: Callable[[Tables], str]) -> None:
    calm, hostile = read(fragment(_hostile("calm"))), read(fragment(_hostile(QUOTED)))
    assert hostile.tags == calm.tags
    assert hostile.ids == calm.ids
    assert "onmouseover" in hostile.text


@pytest.mark.parametrize("fragment", FRAGMENTS.values(), ids=FRAGMENTS)
def test_every_tag_is_closed_and_no_id_stands_twice(fragment: Callable[[Tables], str]) -> None:
    for page in (read(fragment(_hostile("calm"))), read(fragment(_hostile(SCRIPT)))):
        assert page.left_open == []
        assert len(page.ids) == len(set(page.ids))


def test_every_text_of_measures_tracks_and_questions_stands_on_their_pages_as_it_was_written() -> None:
    record = _hostile(SCRIPT)
    for html, least in ((_responses(record), 25), (_lives(record), 3), (_strategy(record), 10), (_positions(record), 20)):
        assert read(html).text.count(SCRIPT) >= least
        assert html.count("<script") == 0


@pytest.mark.parametrize("as_of", [None, date(2017, 1, 1)])
@pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
def test_every_tag_of_a_whole_record_is_closed_and_no_id_stands_twice(record: Tables, as_of: date | None) -> None:
    shown, dossier = record.events, record.dossier
    found = lives.of_measures(record.measures, dossier, as_of)
    whole = [
        events.as_list(shown, dossier, LINKS.event, None),
        events.as_table(shown, dossier, LINKS.event, None),
        "".join(
            [
                key_document.in_order(record, LINKS, as_of),
                sources.sift(record, as_of),
                sources.every(record, LINKS, as_of),
                sources.thin(shown, dossier, LINKS.event, as_of),
                glossary.in_full(record, LINKS, as_of),
                people.chart(record, LINKS.event, as_of),
                method.account(dossier, LINKS.event, as_of),
            ]
        ),
        balance.charts(shown, dossier, record.whole, as_of),
        panels.all_tracks(shown, record, LINKS, as_of or record.whole.end),
        "".join(
            [
                responses.chart(found, record, LINKS, as_of),
                responses.panels(found, shown, dossier, LINKS, as_of),
                responses.strategy(found, dossier, LINKS, as_of),
            ]
        ),
        positions.questions(record.entries, dossier, LINKS, None)
        + positions.in_full(record.entries, dossier, LINKS.event, as_of, None),
        *(detail.in_full(event, dossier, LINKS, as_of, []) for event in dossier.events),
    ]
    for page in map(read, whole):
        assert page.left_open == []
        assert len(page.ids) == len(set(page.ids))

"""Text from the record is text on the page, whatever it says."""

from collections.abc import Callable

import pytest

from dashboard.fragments import detail, events, legend, panels, sources
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.fragments.reading import read
from tests.record import dossier, tables

SCRIPT = "<script>alert(1)</script>"
QUOTED = "\"' onmouseover='alert(1)"


def _hostile(text: str) -> Tables:
    short = text[:34]
    told = builders.event(
        id="told",
        label=short,
        title=text,
        summary=text,
        date_note=text,
        later=[builders.later("2016-05", text)],
        tracks=["a"],
        people=["person"],
        sources=[{"id": "paper", "locator": text}],
        responds_to=[{"event": "first", "grounds": "stated"}],
    )
    first = builders.event(id="first", date="2014-07-01", label=f"{short[:33]}2", title=f"{text}2", sources=[{"id": "paper"}])
    measure = builders.measure(label=short, title=text, stages=[{"stage": "announced", "event": "told"}])
    front = builders.front(
        title=text,
        tracks=[builders.track("a", title=text, question=text, aim=text)],
        parties=[{"id": side, "name": text, "short": text, "side": side} for side in ("left", "right", "other")],
        standings=[
            {"id": word, "title": text, "meaning": text, "glyph": glyph}
            for word, glyph in (("documented", "filled"), ("asserted", "half"), ("disputed", "hollow"))
        ],
    )
    office = {"office": text, "party": "left", "attested": "2014-07-29"}
    return build(
        builders.dossier(
            [first, told],
            front=front,
            measures=(measure,),
            people=(builders.person(name=text, offices=[office]),),
            sources=(builders.source(title=text, publisher=text, note=text, URL="https://example.org/?a=1&b=2"),),
        )
    )


def here(event: str) -> str:
    """Write the address that opens an event, with what somebody typed into the search beside it."""
    return f"?q={SCRIPT}&event={event}"


FRAGMENTS: dict[str, Callable[[Tables], str]] = {
    "list": lambda record: events.as_list(record.events, record.dossier, here, "told"),
    "table": lambda record: events.as_table(record.events, record.dossier, here, "told"),
    "detail": lambda record: detail.in_full(record.dossier.event["told"], record.dossier, here, None, [SCRIPT]),
    "neighbours": lambda record: detail.neighbours(record.dossier.event["first"], record.dossier.event["told"], here),
    "panels": lambda record: panels.all_tracks(record.events, record, here, record.whole.end),
    "legend": lambda record: legend.legend(record.dossier),
    "sources": lambda record: sources.of_events(record.events, record.dossier, here),
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


def test_every_tag_of_the_real_record_is_closed() -> None:
    shown, record = tables().events, dossier()
    whole = [
        events.as_list(shown, record, here, None),
        events.as_table(shown, record, here, None),
        sources.of_events(shown, record, here),
        panels.all_tracks(shown, tables(), here, tables().whole.end),
        *(detail.in_full(event, record, here, None, []) for event in record.events),
    ]
    assert all(read(html).left_open == [] for html in whole)

"""One event in full: everything that the record knows of it, as far as it was public on the day."""

import re
from datetime import date
from html import unescape

import pytest

from dashboard.fragments import detail
from dashboard.model.events import Event
from dashboard.queries import links
from dashboard.queries.attribution import credit
from dashboard.queries.citations import in_full, of_event
from tests.fragments.reading import LINKS, Page, parts, plain, read
from tests.record import dossier

EVENTS = dossier().events
each_event = pytest.mark.parametrize("event", EVENTS, ids=[event.id for event in EVENTS])
LAST = date.max
MERE_LINK = 2  # events; a chain of so few says no more than the link itself


def _html(event: Event, as_of: date | None = None, hidden_by: tuple[str, ...] = ()) -> str:
    return detail.in_full(event, dossier(), LINKS, as_of, hidden_by)


def _detail(event: Event, as_of: date | None = None, hidden_by: tuple[str, ...] = ()) -> Page:
    return read(_html(event, as_of, hidden_by))


def _chain(event: Event) -> str:
    return "".join(parts(_html(event), "details", "id", "chain"))


@each_event
def test_the_detail_holds_everything_that_the_record_knows_of_an_event(event: Event) -> None:
    text = _detail(event).text
    record = dossier()
    wanted = [
        f"E{event.number}",
        str(event.date),
        event.title,
        event.summary,
        credit(event, record),
        event.date_note,
        event.known,
    ]
    wanted += [event.kind.meaning, event.importance.meaning, event.layer.meaning]
    wanted += [lane.title for lane in record.lanes_of(event)]
    wanted += [record.party[party].name for party in event.parties]
    wanted += [record.person[person].name for person in event.people]
    wanted += [part for note in event.later for part in (note.text, note.known)]
    cited = [*event.sources, *(citation for note in event.later for citation in note.sources)]
    wanted += [part for citation in cited for part in (record.source[citation.id].title, citation.locator)]
    missing = [part for part in wanted if part is not None and plain(str(part)).removesuffix(".") not in text]
    assert not missing


@each_event
def test_the_detail_links_what_an_event_answers_and_what_answered_it_with_the_days_between(event: Event) -> None:
    page = read(_html(event).replace(_chain(event), ""))
    linked = [*links.answers(event, dossier()), *links.answered_by(event, dossier())]
    assert page.opened == [link.event.id for link in linked]
    for link in linked:
        assert (
            plain(f"E{link.event.number}, {link.event.date}{f', {link.between}' * bool(link.between)}; {link.grounds}")
            in page.text
        )


@each_event
def test_the_detail_follows_the_chain_of_an_event_that_has_one(event: Event) -> None:
    chain = links.chain(event, dossier())
    page = read(_chain(event))
    if len(chain) <= MERE_LINK:
        assert page.text == ""
        return
    assert f"Follow the chain: {len(chain)} events" in page.text
    assert page.opened == [step.event.id for step in chain if step.event.id != event.id]
    rows = parts(_chain(event), "li")
    for step, row in zip(chain, rows, strict=True):
        told = read(row)
        assert plain(f"{step.event.label} E{step.event.number}, {step.event.date}") in told.text
        assert told.text.count("answers E") == len(step.answers)
        assert all(f"answers E{link.event.number}" in told.text for link in step.answers)
        assert all(f"; {link.grounds}" in told.text for link in step.answers)
        assert ('aria-current="true"' in row) is (step.event.id == event.id)


def test_some_events_of_the_record_have_a_chain_and_some_have_none() -> None:
    lengths = {len(links.chain(event, dossier())) for event in EVENTS}
    assert {1, 2} <= lengths
    assert max(lengths) > MERE_LINK


@each_event
def test_the_detail_links_each_measure_that_the_event_moved_with_the_stage(event: Event) -> None:
    page = _detail(event)
    moved = [(measure, stage.stage) for measure in dossier().measures for stage in measure.stages if stage.event == event.id]
    assert page.measures == [measure.id for measure, _ in moved]
    assert all(LINKS.measure(measure.id) in page.links for measure, _ in moved)
    for measure, stage in moved:
        assert plain(f"{measure.title} {stage.label}: {stage.meaning}") in page.text
    assert ("Measures it moved" in page.text) is bool(moved)


@each_event
def test_no_measure_is_named_beside_an_event_that_was_not_yet_public(event: Event) -> None:
    before = date.fromordinal(event.public.earliest.toordinal() - 1)
    assert _detail(event, before).measures == []


@each_event
def test_the_detail_links_each_source_that_has_an_address(event: Event) -> None:
    cited = [*event.sources, *(citation for note in event.later for citation in note.sources)]
    addresses = [dossier().source[citation.id].URL for citation in cited]
    assert [link for link in _detail(event).links if link.startswith("http")] == [url for url in addresses if url]


@pytest.mark.parametrize("event", [event for event in EVENTS if event.later], ids=lambda event: event.id)
def test_what_became_known_later_is_hidden_as_of_the_day_before(event: Event) -> None:
    before = date.fromordinal(min(note.known.earliest for note in event.later).toordinal() - 1)
    assert not any(plain(note.text) in _detail(event, before).text for note in event.later)
    assert "Known since" not in _detail(event, before).text
    assert all(plain(note.text) in _detail(event, LAST).text for note in event.later)


@each_event
def test_as_of_a_day_no_link_leads_to_what_was_not_yet_public(event: Event) -> None:
    day = event.public.earliest
    opened = _detail(event, day).opened
    assert all(dossier().event[name].public.earliest <= day for name in opened)
    assert set(opened) <= set(_detail(event).opened)


def test_an_open_event_that_is_not_shown_says_which_filters_hide_it() -> None:
    text = _detail(EVENTS[0], hidden_by=("the search", "the window of time")).text
    assert "outside what is shown: the search and the window of time hide it" in text
    assert "the search hides it" in _detail(EVENTS[0], hidden_by=("the search",)).text
    assert "outside what is shown" not in _detail(EVENTS[0]).text


def test_neighbours_are_named_by_date_and_label_and_an_end_says_so() -> None:
    page = read(detail.neighbours(EVENTS[0], EVENTS[1], LINKS.event))
    assert page.opened == [EVENTS[0].id, EVENTS[1].id]
    assert all(f"{event.date} {event.label}" in page.text for event in EVENTS[:2])
    assert read(detail.neighbours(None, None, LINKS.event)).text == "Nothing earlier is shown Nothing later is shown"


@each_event
def test_the_detail_gives_the_event_to_cite_and_each_source_with_its_place_to_copy(event: Event) -> None:
    html = detail.in_full(event, dossier(), LINKS, None, (), date(2020, 2, 3))
    copied = [unescape(text) for text in re.findall('data-copy="([^"]*)"', html)]
    cited = [*event.sources, *(citation for note in event.later for citation in note.sources)]
    notes = [in_full(dossier().source[citation.id], citation.locator) for citation in cited]
    assert copied == [*notes, of_event(event, dossier(), accessed=date(2020, 2, 3)), ""]


@pytest.mark.parametrize(
    ("as_of", "query"),
    [(None, ""), (date(2019, 12, 31), "?as_of=2019-12-31")],
)
def test_the_detail_leads_to_the_event_for_reference_managers_as_of_the_same_day(as_of: date | None, query: str) -> None:
    event = EVENTS[0]
    addresses = re.findall('href="(\\./export/[^"]*)"', _html(event, as_of))
    assert addresses == [f"./export/E{event.number}.{kind}{query}" for kind in ("ris", "bib", "csl.json")]


def test_no_day_of_access_is_told_where_none_is_given() -> None:
    assert "accessed" not in "".join(re.findall('data-copy="([^"]*)"', _html(EVENTS[0])))

"""One event in full: everything that the record knows of it, as far as it was public on the day."""

from datetime import date

import pytest

from dashboard.fragments import detail
from dashboard.model.events import Event
from dashboard.queries import links
from dashboard.queries.attribution import credit
from tests.fragments.reading import Page, plain, read
from tests.record import dossier

EVENTS = dossier().events
each_event = pytest.mark.parametrize("event", EVENTS, ids=[event.id for event in EVENTS])
LAST = date.max


def here(event: str) -> str:
    """Write the address that opens an event."""
    return f"?event={event}"


def _detail(event: Event, as_of: date | None = None, hidden_by: tuple[str, ...] = ()) -> Page:
    return read(detail.in_full(event, dossier(), here, as_of, hidden_by))


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
    page = _detail(event)
    linked = [*links.answers(event, dossier()), *links.answered_by(event, dossier())]
    assert page.opened == [link.event.id for link in linked]
    for link in linked:
        assert (
            plain(f"E{link.event.number}, {link.event.date}{f', {link.between}' * bool(link.between)}; {link.grounds}")
            in page.text
        )


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
    page = read(detail.neighbours(EVENTS[0], EVENTS[1], here))
    assert page.opened == [EVENTS[0].id, EVENTS[1].id]
    assert all(f"{event.date} {event.label}" in page.text for event in EVENTS[:2])
    assert read(detail.neighbours(None, None, here)).text == "Nothing earlier is shown Nothing later is shown"

"""What an export is made of: the rows of the page, with what goes with them."""

from datetime import date

import pytest

from dashboard.exports import records
from dashboard.exports.data import document
from dashboard.exports.extract import Extract
from dashboard.model.events import Event
from dashboard.queries import address, public
from dashboard.queries.selection import select, select_entries, select_measures
from dashboard.queries.sentence import describe
from dashboard.queries.tables import build
from tests import builders
from tests.exports.selections import AS_OF, SELECTIONS, SITE, extract, selected
from tests.record import MONTH_ENDS, harbour, tables

each_selection = pytest.mark.parametrize("name", SELECTIONS)


@each_selection
def test_its_rows_and_its_sentence_are_those_of_the_page(name: str) -> None:
    found, (place, notices) = selected(name), address.read(SELECTIONS[name], tables())
    assert notices == ()
    assert list(found.events.index) == list(select(tables(), place.selection).index)
    assert found.sentence == describe(len(found.events), tables(), place.selection)
    assert set(found.measures.index) <= set(select_measures(tables(), place.selection).index)
    assert list(found.entries.index) == list(select_entries(tables(), place.selection).index)


def test_a_track_or_a_question_that_is_shown_alone_is_alone() -> None:
    track, question = tables().dossier.front.tracks[0].id, tables().dossier.positions[0]
    measures = extract({"panel": [track]}).measures.index
    assert list(measures) == [measure.id for measure in tables().dossier.measures if measure.track == track]
    assert list(extract({"question": [question.id]}).entries.index) == [entry.id for entry in question.entries]
    assert len(extract({"panel": [track], "question": [question.id]}).events) == len(extract().events)


@each_selection
def test_its_address_shows_the_same_again_and_its_links_open_an_event_there(name: str) -> None:
    found = selected(name)
    place, notices = address.read(found.query, tables())
    assert notices == ()
    assert place.event is None
    assert list(select(tables(), place.selection).index) == list(found.events.index)
    assert found.address.startswith(SITE)
    number = f"E{found.told()[0].number}"
    assert f"event={number}" in found.link(found.told()[0].id)
    assert "event=" not in found.address


def test_without_the_site_there_are_no_addresses() -> None:
    found = extract(site="")
    assert (found.address, found.link(found.told()[0].id)) == ("", "")


def test_a_search_is_written_into_the_address_safely() -> None:
    assert extract({"q": ['"&event=E1#<b>']}).address == f"{SITE}?q=%22%26event%3DE1%23%3Cb%3E"


def test_it_says_its_edition_and_its_day() -> None:
    found = extract({}, harbour())
    assert found.edition == f"Edition {harbour().dossier.front.edition}, {harbour().dossier.front.edited}"
    assert found.made == "27 November 2026"


@pytest.mark.parametrize("name", SELECTIONS)
def test_its_sources_are_what_its_events_rest_on_and_no_others(name: str) -> None:
    found = selected(name)
    wanted = {(event.id, cited.id, cited.locator) for event in found.told() for cited in found.citations(event)}
    listed = {(event.id, cited.id, cited.locator) for cites in found.sources.values() for event, cited in cites}
    assert listed == wanted
    order = [source.id for source in tables().dossier.sources]
    assert list(found.sources) == sorted(found.sources, key=order.index)
    assert all(cited.id == name_ for name_, cites in found.sources.items() for _, cited in cites)


def test_what_became_known_later_rests_on_its_sources_too() -> None:
    cited = [{"id": "other", "locator": "p. 2"}]
    told = builders.event(id="told", later=[builders.later("2016", "More.") | {"sources": cited}])
    sources = (builders.source(), builders.source(id="other"))
    record = build(builders.dossier([told], sources=sources))
    assert list(extract({}, record).sources) == ["paper", "other"]
    assert list(extract({"as_of": ["2015-06-01"]}, record).sources) == ["paper"]


@pytest.mark.parametrize("day", MONTH_ENDS[::6], ids=str)
def test_as_of_a_day_nothing_is_in_it_that_was_not_public(day: date) -> None:
    found = extract({"as_of": [str(day)]})
    assert all(event.public.by(day) for event in found.told())
    assert all(found.dossier.source[name].issued is None or _issued_by(found, name, day) for name in found.sources)
    said = {entry.id: entry for question in found.dossier.positions for entry in question.entries}
    assert all(said[str(name)].date.by(day) for name in found.entries.index)
    for measure in records.measures(found):
        assert all(stage.date.earliest <= day for stage in measure.stages)
    for event in records.events(found):
        assert len(event.later) == len(public.later(found.dossier.event[event.id], day))
        assert all(note.known.earliest <= day for note in event.later)


def _issued_by(found: Extract, name: str, day: date) -> bool:
    issued = found.dossier.source[name].issued
    return issued is not None and issued.by(day)


@pytest.mark.parametrize("name", AS_OF)
def test_what_was_not_yet_public_is_in_it_neither_in_outline(name: str) -> None:
    assert all(event.public.by(selected(name).as_of) for event in selected(name).told())


@pytest.mark.parametrize("event", tables().dossier.events[::9], ids=lambda event: event.id)
def test_one_event_alone_brings_what_it_moved_and_what_was_said_at_it(event: Event) -> None:
    found = extract({"tracks": ["economic"]}, alone=event.id)
    assert list(found.events.index) == [event.id]
    assert found.sentence == f"E{event.number} alone, of {len(tables().events)} events."
    moved = {one.id for one in found.dossier.measures if event.id in [stage.event for stage in one.stages]}
    assert set(found.measures.index) == moved
    said = {entry.id for question in found.dossier.positions for entry in question.entries if entry.event == event.id}
    assert set(found.entries.index) == said
    assert set(found.sources) == {cited.id for cited in found.citations(event)}


def test_the_address_of_one_event_alone_opens_it() -> None:
    event = tables().dossier.events[40]
    found = extract({}, alone=event.id)
    assert found.address == found.link(event.id)


def test_alone_as_of_a_day_nothing_comes_with_it_that_was_said_later() -> None:
    told = builders.event(id="told", date="2014-07-29")
    said = [
        builders.entry(event="told"),
        builders.entry(id="reply", event="told", date="2016", kind="reply", replies_to="entry", says="Said later."),
    ]
    record = build(builders.dossier([told], positions=(builders.contested_question(entries=said),)))
    found = extract({"as_of": ["2015-01-01"]}, record, alone="told")
    assert list(found.entries.index) == ["entry"]
    assert b"Said later." not in document(found)


def test_the_record_s_own_folder_is_known_only_for_the_record() -> None:
    assert extract().folder
    assert extract({}, harbour()).folder is None

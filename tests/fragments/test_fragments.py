"""List, table, detail, panels, legend and sources: everything the record says, and nothing as markup."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from dashboard.fragments import detail, events, legend, panels
from dashboard.model.events import Event
from dashboard.model.vocabulary import Glyph
from dashboard.queries.attribution import credit
from dashboard.queries.selection import Selection, select
from tests.fragments.reading import LINKS, plain, read
from tests.record import dossier, tables

EVENTS = dossier().events
each_event = pytest.mark.parametrize("event", EVENTS, ids=[event.id for event in EVENTS])
NONE = tables().events.iloc[:0]


def _list(shown: pd.DataFrame, chosen: str | None = None, ghosts: pd.DataFrame = NONE) -> str:
    return events.as_list(shown, dossier(), LINKS.event, chosen, ghosts)


def _table(shown: pd.DataFrame, chosen: str | None = None, ghosts: pd.DataFrame = NONE) -> str:
    return events.as_table(shown, dossier(), LINKS.event, chosen, ghosts)


def test_the_list_and_the_table_hold_the_same_events_in_the_same_order() -> None:
    for selection in (Selection(), Selection(tracks=frozenset({"economic"})), Selection(text="geneva")):
        shown = select(tables(), selection)
        listed = read(_list(shown))
        tabled = read(_table(shown))
        assert listed.opened == tabled.opened == list(shown.index)
        assert [name for name in listed.ids if name.startswith("entry-")] == [f"entry-{name}" for name in shown.index]
        assert [name for name in tabled.ids if name.startswith("entry-")] == [f"entry-{name}" for name in shown.index]


@each_event
def test_the_list_and_the_table_say_number_date_label_lanes_and_credit_of_each_event(event: Event) -> None:
    shown = tables().events.loc[[event.id]]
    wanted = [f"E{event.number}", str(event.date), event.label, credit(event, dossier(), short=True)]
    wanted += [lane.title for lane in dossier().lanes_of(event)]
    for html in (_list(shown, event.id), _table(shown, event.id)):
        assert all(plain(text) in read(html).text for text in wanted)
        assert html.count('aria-current="true"') == 1


@pytest.mark.parametrize("write", [_list, _table])
def test_what_was_not_yet_public_stands_among_the_others_in_time_and_says_until_when(write: Callable[..., str]) -> None:
    shown = select(tables(), Selection(as_of=date(2017, 12, 8)))
    ghosts = tables().events.drop(shown.index)
    page = read(write(shown, ghosts=ghosts))
    assert page.opened == list(tables().events.index)
    assert page.text.count("Not public until") == len(ghosts)
    assert "Not public until" not in read(write(shown)).text


def test_the_list_has_a_heading_for_each_year_with_its_count() -> None:
    page = read(_list(tables().events))
    years = [event.date.earliest.year for event in EVENTS]
    assert [name for name in page.ids if name.startswith("year-")] == [f"year-{year}" for year in sorted(set(years))]
    assert f"2017 {years.count(2017)} events" in page.text


def test_the_panels_say_question_and_aim_and_the_stage_that_each_measure_had_reached() -> None:
    page = read(panels.all_tracks(tables().events, tables(), LINKS, date(2017, 12, 31)))
    for track in dossier().front.tracks:
        assert all(plain(text) in page.text for text in (track.title, track.question, track.aim))
    assert "Measures as they stood on 31 December 2017" in page.text
    assert "Entity List" in page.text
    assert page.measures == list(tables().measures.index)
    assert all(LINKS.measure(measure) in page.links for measure in page.measures)
    assert all(name in dossier().event for name in page.opened)


@pytest.mark.parametrize("measure", dossier().measures, ids=lambda measure: measure.id)
def test_a_measure_stands_in_the_panels_from_its_first_public_stage_on(measure: object) -> None:
    stages = tables().stages[tables().stages["measure"] == measure.id]  # type: ignore[attr-defined]
    first = stages["public"].min().date()
    label = measure.label  # type: ignore[attr-defined]
    assert label in read(panels.all_tracks(NONE, tables(), LINKS, first)).text
    before = date.fromordinal(first.toordinal() - 1)
    assert label not in read(panels.all_tracks(NONE, tables(), LINKS, before)).text


def test_the_legend_explains_every_lane_standing_and_importance() -> None:
    text = read(legend.legend(dossier())).text
    assert all(lane.title in text for lane in dossier().front.lanes)
    assert all(plain(words.meaning) in text for words in dossier().front.standings)
    assert "key, major and detail" in text
    assert legend.legend(dossier()).count('class="half"') == 1
    assert {words.glyph for words in dossier().front.standings} == set(Glyph)


@each_event
def test_no_claim_is_told_without_its_credit(event: Event) -> None:
    shown = tables().events.loc[[event.id]]
    names = [dossier().party[party] for party in (*event.asserted_by, *event.disputed_by)]
    full = read(detail.in_full(event, dossier(), LINKS, None, ())).text
    assert all(party.name in full for party in names)
    for html in (_list(shown), _table(shown)):
        assert all(party.short in read(html).text for party in names)

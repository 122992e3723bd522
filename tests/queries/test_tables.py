"""The record as tidy tables."""

from datetime import date

import pandas as pd
import pytest

from dashboard.model.vocabulary import Importance, Kind, Layer, Stage, Standing
from dashboard.queries.columns import FILTERED
from dashboard.queries.tables import build
from tests import builders, plain_count
from tests.queries.placements import by_lane
from tests.record import harbour, tables

RAW = plain_count.raw("events")
DAYS = ["first", "last", "public"]
TUPLES = ["lanes", "parties", "acting", "asserted_by", "disputed_by", "responds_to", "answered_by", "sources", "later_words"]
WORDS = {"kind": Kind, "layer": Layer, "importance": Importance, "standing": Standing}


def test_the_table_has_one_row_an_event_and_each_of_the_record() -> None:
    assert sorted(tables().events.index) == sorted(raw["id"] for raw in RAW)
    assert tables().events.index.is_unique


@pytest.mark.parametrize("raw", RAW, ids=[raw["id"] for raw in RAW])
def test_each_event_is_tabulated_as_it_is_written(raw: plain_count.Raw) -> None:
    row = tables().events.loc[raw["id"]]
    days = plain_count.span(raw["date"])
    assert f"{row['number']}" == raw["number"]
    assert row["first"].date() == days.first
    assert (None if pd.isna(row["last"]) else row["last"].date()) == days.last
    assert row["public"].date() == plain_count.span(raw.get("known", raw["date"])).first
    assert set(row["lanes"]) == set(plain_count.lanes(raw))
    assert row["lane"] == row["lanes"][0]
    assert set(row["acting"]) == set(plain_count.acting(raw))
    assert list(row["sources"]) == [source["id"] for source in raw["sources"]]
    assert (row["label"], row["title"], row["summary"]) == (raw["label"], raw["title"], raw["summary"])
    assert {name: row[name] for name in WORDS} == {name: raw[name] for name in WORDS}


def test_days_are_days_and_lists_are_tuples() -> None:
    events = tables().events
    assert {str(events[column].dtype) for column in DAYS} == {"datetime64[us]"}
    assert events["number"].dtype == "int64"
    assert {str(events[column].dtype) for column in ("exact", "throughout")} == {"bool"}
    assert {type(value) for column in TUPLES for value in events[column]} == {tuple}


@pytest.mark.parametrize(("column", "words"), WORDS.items())
def test_words_are_ordered_as_the_vocabulary_lists_them(column: str, words: type[Kind]) -> None:
    assert tables().events[column].dtype == pd.CategoricalDtype([word.value for word in words], ordered=True)


def test_lanes_are_ordered_from_top_to_bottom() -> None:
    assert tables().events["lane"].dtype == pd.CategoricalDtype(["findings", "diplomatic", "military", "economic"], ordered=True)
    assert by_lane(tables().events)["lane"].dtype == tables().events["lane"].dtype


def test_events_are_in_order_of_time_and_those_of_one_day_in_order_of_number() -> None:
    keys = list(zip(tables().events["first"], tables().events["number"], strict=True))
    assert keys == sorted(keys)


def test_no_event_vanishes_for_want_of_a_track() -> None:
    trackless = [raw["id"] for raw in RAW if not raw["tracks"]]
    marks = by_lane(tables().events)
    assert trackless
    assert set(marks[marks["lane"] == "findings"].index) == set(trackless)


def test_an_event_on_several_tracks_is_one_row_and_a_mark_in_each() -> None:
    marks = by_lane(tables().events)
    assert len(marks) == sum(len(plain_count.lanes(raw)) for raw in RAW) > len(RAW)
    for raw in RAW:
        assert sorted(marks.loc[[raw["id"]], "lane"]) == sorted(plain_count.lanes(raw))


def test_what_answered_an_event_is_tabulated_beside_what_it_answers() -> None:
    answered = builders.event(id="claim", date="2014-07-29")
    answer = builders.event(id="reply", date="2014-07-30", responds_to=[{"event": "claim", "grounds": "stated"}])
    events = build(builders.dossier([answered, answer])).events
    assert list(events.loc[["claim", "reply"], "answered_by"]) == [("reply",), ()]
    assert list(events.loc[["claim", "reply"], "responds_to"]) == [(), ("claim",)]


def test_stages_are_one_row_each_in_the_order_of_a_measures_life() -> None:
    stages = tables().stages
    assert len(stages) == sum(len(measure["stages"]) for measure in plain_count.raw("measures"))
    assert stages["stage"].dtype == pd.CategoricalDtype([word.value for word in Stage], ordered=True)
    assert {str(stages[column].dtype) for column in ("first", "public")} == {"datetime64[us]"}
    for _, life in stages.groupby("measure"):
        assert life["stage"].is_monotonic_increasing


def test_a_dossier_with_no_measures_has_an_empty_table_of_stages() -> None:
    stages = build(builders.dossier()).stages
    assert stages.empty
    assert list(stages.columns) == list(tables().stages.columns)
    typed = ["order", "stage", "first", "public"]
    assert stages[typed].dtypes.equals(tables().stages[typed].dtypes)


def test_the_whole_covers_every_event_and_the_window() -> None:
    spans = [plain_count.span(raw["date"]) for raw in RAW]
    assert tables().window.start == date(2014, 7, 1)
    assert tables().window.end == date(2017, 12, 31)
    assert tables().whole.start == min(days.first for days in spans)
    assert tables().whole.end == max(days.last or days.first for days in spans)
    assert tables().whole.overlap(tables().window) == tables().window


def test_measures_are_one_row_each_track_by_track_in_the_order_that_the_record_gives_them() -> None:
    tracks = [track["id"] for track in plain_count.raw("dossier")["tracks"]]
    written = sorted(plain_count.raw("measures"), key=lambda raw: (tracks.index(raw["track"]), int(raw["order"])))
    assert list(tables().measures.index) == [raw["id"] for raw in written]
    assert [row["lanes"] for _, row in tables().measures.iterrows()] == [(raw["track"],) for raw in written]


def test_what_was_said_is_one_row_each_question_by_question_as_the_record_has_it() -> None:
    written = [(question["id"], entry) for question in plain_count.raw("positions") for entry in question["entries"]]
    assert list(tables().entries.index) == [entry["id"] for _, entry in written]
    for (question, entry), (_, row) in zip(written, tables().entries.iterrows(), strict=True):
        days = plain_count.span(entry["date"])
        assert row["question"] == question
        assert (row["first"].date(), row["public"].date()) == (days.first, days.first)
        assert (None if pd.isna(row["last"]) else row["last"].date()) == days.last
        assert set(row["acting"]) == set(plain_count.acting({"parties": [entry["by"]]}))
        assert bool(row["lanes"]) is bool(row["standing"]) is ("event" in entry)


@pytest.mark.parametrize("name", ["measures", "entries"])
def test_every_table_has_the_columns_that_filters_are_met_in(name: str) -> None:
    for record in (tables(), harbour(), build(builders.dossier())):
        table: pd.DataFrame = getattr(record, name)
        assert set(FILTERED) <= set(table.columns)
        assert set(FILTERED) <= set(record.events.columns)
        assert {str(table[column].dtype) for column in DAYS} == {"datetime64[us]"}
        assert table.index.is_unique

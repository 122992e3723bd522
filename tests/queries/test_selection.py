"""Selecting: what each filter lets through."""

from datetime import date

import pytest

from dashboard.queries.selection import Filter, Selection, masks, narrowed, reaching_on, select, select_entries, select_measures
from dashboard.queries.tables import Tables, build
from dashboard.queries.windows import Window
from tests import builders
from tests.record import harbour, tables

FULL = Selection(
    tracks=frozenset({"a"}),
    text="word",
    window=Window(date(2014, 1, 1), date(2014, 12, 31)),
    parties=frozenset({"left"}),
    standings=frozenset({"documented"}),
    importances=frozenset({"key"}),
    layers=frozenset({"core"}),
    as_of=date(2015, 1, 1),
)


def _found(selection: Selection, *events: object, **given: object) -> list[str]:
    record = builders.dossier([builders.event(**event) for event in events], **given)  # type: ignore[arg-type]
    return list(select(build(record), selection).index)


@pytest.mark.parametrize("kind", Filter)
def test_each_filter_can_be_told_to_be_in_use_and_taken_off(kind: Filter) -> None:
    assert FULL.restricts(kind)
    assert not FULL.without(kind).restricts(kind)
    assert all(FULL.without(kind).restricts(other) for other in Filter if other is not kind)
    assert not Selection().restricts(kind)


@pytest.mark.parametrize("kind", Filter)
def test_each_filter_has_words_of_its_own(kind: Filter) -> None:
    assert kind.label.startswith("the ")
    assert len({other.label for other in Filter}) == len(Filter)


@pytest.mark.parametrize(
    ("day", "window", "is_in"),
    [
        ("2014-07", ("2014-07-31", "2014-08-31"), True),
        ("2014-07", ("2014-08-01", "2014-08-31"), False),
        ("2014", ("2014-12-31", "2015-01-31"), True),
        ("2014-07-29", ("2014-07-29", "2014-07-29"), True),
        ("2014-07-29", ("2014-07-30", "2014-08-30"), False),
        ("2014-07-29/2014-08-02", ("2014-07-31", "2014-07-31"), True),
        ("2014-07/..", ("9000-01-01", "9000-01-02"), True),
        ("2014-07/..", ("2014-06-01", "2014-06-30"), False),
        ("2014-07~", ("2014-08-01", "2014-08-31"), False),
    ],
)
def test_a_window_shows_what_may_have_happened_in_it(day: str, window: tuple[str, str], is_in: bool) -> None:  # noqa: FBT001 - a column of the table
    start, end = map(date.fromisoformat, window)
    assert bool(_found(Selection(window=Window(start, end)), {"date": day})) is is_in


@pytest.mark.parametrize(
    ("event", "day", "is_public"),
    [
        ({"date": "2014-07-29"}, "2014-07-29", True),
        ({"date": "2014-07-29"}, "2014-07-28", False),
        ({"date": "2014-07-29", "known": "2016-05"}, "2016-04-30", False),
        ({"date": "2014-07-29", "known": "2016-05"}, "2016-05-01", True),
        ({"date": "2014-07"}, "2014-07-01", True),
    ],
)
def test_as_of_a_day_shows_what_was_public_then(event: dict[str, str], day: str, is_public: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(_found(Selection(as_of=date.fromisoformat(day)), event)) is is_public


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"left"}, ["whole", "part"]),
        ({"left-office"}, ["part"]),
        ({"right"}, ["both"]),
        ({"right", "left"}, ["whole", "part", "both"]),
    ],
)
def test_a_party_acts_where_its_parts_act_and_not_the_other_way_round(chosen: set[str], found: list[str]) -> None:
    events = [
        {"id": "whole", "parties": ["left"]},
        {"id": "part", "parties": ["left-office"]},
        {"id": "both", "parties": ["other", "right"]},
    ]
    assert _found(Selection(parties=frozenset(chosen)), *events) == found


def test_events_of_any_chosen_lane_are_shown_and_the_spine_is_a_lane() -> None:
    events = [{"id": "none"}, {"id": "one", "tracks": ["a"]}, {"id": "two", "tracks": ["b", "a"]}]
    assert _found(Selection(tracks=frozenset({"spine"})), *events) == ["none"]
    assert _found(Selection(tracks=frozenset({"a"})), *events) == ["one", "two"]
    assert _found(Selection(tracks=frozenset({"b", "spine"})), *events) == ["none", "two"]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("ÉMILE zürich", True),
        ("emile", True),
        ("zuri", True),
        ("  zurich   talks ", True),
        ("talks bern", False),
        ("émile zurück", False),
        ("secretly", True),
        ("later than that", True),
        ("<script>", False),
        ("", True),
        ("   ", True),
    ],
)
def test_every_word_of_a_search_stands_somewhere_in_the_event(text: str, is_found: bool) -> None:  # noqa: FBT001 - a column of the table
    told = {
        "title": "Talks in Zürich",
        "summary": "Nothing came of that.",
        "people": ["person"],
        "later": [builders.later("2016-05", "They met secretly, later than said.")],
    }
    assert bool(_found(Selection(text=text), told, people=(builders.person(name="Émile Person"),))) is is_found


def test_a_later_note_is_searched_only_once_it_was_public() -> None:
    told = {"later": [builders.later("2016-05", "They met secretly.")]}
    assert _found(Selection(text="secretly", as_of=date(2016, 4, 30)), told) == []
    assert len(_found(Selection(text="secretly", as_of=date(2016, 5, 1)), told)) == 1


@pytest.mark.parametrize(
    ("text", "is_found"), [("svc", True), ("SVC", True), ("commission", True), ("panel", True), ("sv", False)]
)
def test_a_word_of_the_glossary_finds_the_other_spellings_of_its_term(text: str, is_found: bool) -> None:  # noqa: FBT001 - a column of the table
    told = {"title": "The Special Commission meets"}
    glossary = (builders.term(term="SVC", expansion="Special Commission", aliases=["panel"]),)
    assert bool(_found(Selection(text=text), told, glossary=glossary)) is is_found


def test_what_is_selected_keeps_the_order_of_the_table() -> None:
    shown = select(tables(), Selection(tracks=frozenset({"economic", "military"})))
    assert list(shown.index) == [name for name in tables().events.index if name in set(shown.index)]
    assert list(shown.columns) == list(tables().events.columns)


def test_only_filters_in_use_are_looked_at() -> None:
    assert masks(tables().events, tables(), Selection()) == {}
    assert set(masks(tables().events, tables(), Selection(text=" ", layers=frozenset({"core"})))) == {Filter.LAYERS}


def _measured() -> Tables:
    """Build a record of three measures and three entries that stand on different events, parties and days."""
    events = [
        builders.event(id="idea", date="2014-03-01", tracks=["a"], standing="asserted", importance="key", layer="background"),
        builders.event(id="law", date="2015-06-01", known="2015-09-01", tracks=["a", "b"], standing="documented"),
        builders.event(id="end", date="2019-02-01", standing="disputed", importance="detail", layer="aftermath"),
    ]
    stop = {
        "text": "Only if the quarrel stops.",
        "standing": "stated",
        "by": "right",
        "date": "2016-05",
        "sources": builders.CITED,
    }
    measures = (
        builders.measure(
            id="lasting",
            label="Zürich plan",
            stages=[{"stage": "considered", "event": "idea"}, {"stage": "authorized", "event": "law"}],
            stop_condition=stop,
        ),
        builders.measure(
            id="ended",
            track="b",
            by="left-office",
            targets=["ferries"],
            stages=[{"stage": "in-force", "event": "law"}, {"stage": "ended", "event": "end"}],
        ),
        builders.measure(
            id="short",
            order=2,
            by="other",
            limit="Not on Sundays.",
            stages=[
                {"stage": "in-force", "event": "law", "date": "2015-10-01"},
                {"stage": "ended", "event": "law", "date": "2016-02"},
            ],
        ),
    )
    questions = (
        builders.contested_question(
            entries=[
                builders.entry(id="claim", date="2014-03-01", event="idea", says="Émile says so."),
                builders.entry(id="reply", date="2015-09-01", by="right", kind="reply", replies_to="claim", event="law"),
                builders.entry(id="bare", date="2018-02", by="left-office", says="It never was."),
            ]
        ),
        builders.contested_question(
            id="other", question="Was it legal?", entries=[builders.entry(id="late", date="2019-02-01", by="other", event="end")]
        ),
    )
    return build(builders.dossier(events, measures=measures, positions=questions))


MEASURED = _measured()
DOSSIERS_OWN = MEASURED.window


def _chosen(**given: object) -> Selection:
    sets = {name: frozenset(value) if isinstance(value, set) else value for name, value in given.items()}
    return Selection(**sets)  # type: ignore[arg-type]


def _window(start: str, end: str) -> Window:
    return Window(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (_chosen(), "lasting short ended"),
        (_chosen(tracks={"b"}), "ended"),
        (_chosen(tracks={"a"}), "lasting short"),
        (_chosen(tracks={"spine"}), ""),
        (_chosen(parties={"left"}), "lasting ended"),
        (_chosen(parties={"left-office"}), "ended"),
        (_chosen(parties={"right"}), ""),
        (_chosen(standings={"asserted"}), "lasting"),
        (_chosen(standings={"documented"}), "lasting short ended"),
        (_chosen(standings={"disputed"}), "ended"),
        (_chosen(importances={"key"}), "lasting"),
        (_chosen(importances={"major"}), "lasting short ended"),
        (_chosen(layers={"background", "aftermath"}), "lasting ended"),
        (_chosen(as_of=date(2014, 2, 28)), ""),
        (_chosen(as_of=date(2014, 3, 1)), "lasting"),
        (_chosen(as_of=date(2015, 8, 31)), "lasting"),
        (_chosen(as_of=date(2015, 9, 1)), "lasting ended"),
        (_chosen(as_of=date(2015, 10, 1)), "lasting short ended"),
        (_chosen(text="zurich"), "lasting"),
        (_chosen(text="FERRIES"), "ended"),
        (_chosen(text="sundays"), "short"),
        (_chosen(text="does something"), "lasting short ended"),
        (_chosen(text="nothing of that"), ""),
        (_chosen(window=DOSSIERS_OWN), "lasting short ended"),
        (_chosen(window=_window("2014-01-01", "2014-12-31")), "lasting"),
        (_chosen(window=_window("2015-01-01", "2015-12-31")), "lasting short ended"),
        (_chosen(window=_window("2016-02-29", "2016-03-31")), "lasting short ended"),
        (_chosen(window=_window("2016-03-01", "2016-03-31")), "lasting ended"),
        (_chosen(window=_window("2019-02-01", "2019-02-01")), "lasting ended"),
        (_chosen(window=_window("2019-02-02", "2030-01-01")), "lasting"),
        (_chosen(tracks={"a"}, parties={"other"}, standings={"documented"}), "short"),
    ],
)
def test_each_filter_narrows_the_measures(selection: Selection, found: str) -> None:
    assert list(select_measures(MEASURED, selection).index) == found.split()


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (_chosen(), "claim reply bare late"),
        (_chosen(tracks={"a"}), "claim reply"),
        (_chosen(tracks={"b"}), "reply"),
        (_chosen(tracks={"spine"}), "late"),
        (_chosen(parties={"left"}), "claim bare"),
        (_chosen(parties={"left-office"}), "bare"),
        (_chosen(standings={"asserted"}), "claim"),
        (_chosen(standings={"asserted", "documented", "disputed"}), "claim reply late"),
        (_chosen(importances={"key", "major", "detail"}), "claim reply late"),
        (_chosen(layers={"aftermath"}), "late"),
        (_chosen(layers={"background", "core", "context", "aftermath"}), "claim reply late"),
        (_chosen(as_of=date(2014, 2, 28)), ""),
        (_chosen(as_of=date(2015, 9, 1)), "claim reply"),
        (_chosen(as_of=date(2018, 1, 31)), "claim reply"),
        (_chosen(as_of=date(2018, 2, 1)), "claim reply bare"),
        (_chosen(text="emile"), "claim"),
        (_chosen(text="legal"), "late"),
        (_chosen(text="right party"), "reply"),
        (_chosen(text="law"), "reply"),
        (_chosen(text="is it so never"), "bare"),
        (_chosen(text="no-such-word"), ""),
        (_chosen(window=DOSSIERS_OWN), "claim reply bare late"),
        (_chosen(window=_window("2014-01-01", "2015-12-31")), "claim reply"),
        (_chosen(window=_window("2018-02-28", "2018-12-31")), "bare"),
        (_chosen(window=_window("2018-03-01", "2018-12-31")), ""),
    ],
)
def test_each_filter_narrows_what_was_said(selection: Selection, found: str) -> None:
    assert list(select_entries(MEASURED, selection).index) == found.split()


@pytest.mark.parametrize("record", [tables(), harbour(), MEASURED], ids=["real", "invented", "built"])
def test_the_window_in_which_every_reader_starts_restricts_neither_measures_nor_what_was_said(record: Tables) -> None:
    start = Selection(window=record.window)
    assert list(select_measures(record, start).index) == list(record.measures.index)
    assert list(select_entries(record, start).index) == list(record.entries.index)
    assert reaching_on(record, start) == Selection()
    assert len(select(record, start)) < len(record.events)


def test_any_other_window_is_kept_even_where_it_is_a_day_longer() -> None:
    longer = Selection(window=Window(DOSSIERS_OWN.start, date(2018, 1, 1)), text="so")
    assert reaching_on(MEASURED, longer) == longer
    assert reaching_on(MEASURED, Selection(text="so", window=DOSSIERS_OWN)) == Selection(text="so")
    smaller = Selection(window=Window(DOSSIERS_OWN.start, date(2014, 12, 31)))
    assert len(select_entries(tables(), smaller)) < len(tables().entries)
    assert len(select_measures(tables(), smaller)) < len(tables().measures)


@pytest.mark.parametrize(
    ("as_of", "is_found"), [(None, True), (date(2016, 4, 30), False), (date(2016, 5, 1), True), (date(2017, 1, 1), True)]
)
def test_a_stop_condition_is_searched_only_once_it_was_stated(as_of: date | None, is_found: bool) -> None:  # noqa: FBT001 - a column of the table
    found = select_measures(MEASURED, Selection(text="quarrel", as_of=as_of))
    assert list(found.index) == ["lasting"] * is_found


def test_the_stop_conditions_of_the_real_record_are_searched_only_from_their_days_on() -> None:
    dated = [measure for measure in tables().dossier.measures if measure.stop_condition.date]
    assert dated
    for measure in dated:
        stop = measure.stop_condition
        assert stop.date
        before = date.fromordinal(stop.date.earliest.toordinal() - 1)
        row = tables().measures.loc[measure.id]
        assert stop.text not in row["words"]
        if row["public"].date() <= stop.date.earliest:
            assert measure.id in select_measures(tables(), Selection(text=stop.text, as_of=stop.date.earliest)).index
        assert measure.id not in select_measures(tables(), Selection(text=stop.text, as_of=before)).index
        assert measure.id in select_measures(tables(), Selection(text=stop.text)).index


def test_as_of_a_day_no_measure_is_found_by_words_of_a_stop_condition_that_its_page_leaves_out() -> None:
    silent = {"text": "None stated; an official spoke of Lent in 2018.", "standing": "none-stated", "sources": builders.CITED}
    measure = builders.measure(stages=[{"stage": "considered", "event": "idea"}], stop_condition=silent)
    record = build(builders.dossier([builders.event(id="idea")], measures=(measure,)))
    assert len(select_measures(record, Selection(text="lent"))) == 1
    assert select_measures(record, Selection(text="lent", as_of=date(2015, 1, 1))).empty


@pytest.mark.parametrize("kind", Filter)
def test_every_filter_reads_the_same_of_any_table(kind: Filter) -> None:
    selection = FULL.without(*(other for other in Filter if other is not kind))
    for table in (MEASURED.events, MEASURED.measures, MEASURED.entries):
        [mask] = masks(table, MEASURED, selection).values()
        assert list(mask.index) == list(table.index)
        assert list(narrowed(table, MEASURED, selection).index) == list(table.index[mask])


def test_chosen_measures_and_entries_keep_the_order_of_their_tables() -> None:
    some = Selection(parties=frozenset({"us", "russia"}))
    for chosen, table in ((select_measures, tables().measures), (select_entries, tables().entries)):
        found = chosen(tables(), some)
        assert 0 < len(found) < len(table)
        assert list(found.index) == [name for name in table.index if name in set(found.index)]
        assert list(found.columns) == list(table.columns)


def test_a_record_without_measures_or_questions_has_nothing_to_choose_from() -> None:
    bare = build(builders.dossier())
    for selection in (Selection(), FULL):
        assert select_measures(bare, selection).empty
        assert select_entries(bare, selection).empty

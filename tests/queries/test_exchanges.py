"""Who said what to a contested question and what was answered, placed on one vertical clock."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model.dossier import Dossier
from dashboard.model.vocabulary import EntryKind, Place
from dashboard.queries.exchanges import QUIET, ROWS, Exchange, Join, Mark, Turn, facing, heading, of_questions
from dashboard.queries.selection import Selection, select_entries
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.record import MONTH_ENDS, harbour, tables

PARTIES = ["left", "left-office", "right", "other"]
RECORDS = [tables(), harbour()]
each_record = pytest.mark.parametrize("record", RECORDS, ids=["real", "invented"])


def _record(*entries: Mapping[str, object], cutoff: str = "2017-12-31") -> Tables:
    named = [{"id": f"entry-{number}", **entry} for number, entry in enumerate(entries)]
    question = builders.contested_question(entries=[builders.entry(**entry) for entry in named])
    return build(builders.dossier(positions=(question,), front=builders.front(cutoff=cutoff)))


def _exchange(*entries: Mapping[str, object]) -> Exchange:
    record = _record(*entries)
    [only] = of_questions(record.entries, record.dossier)
    return only


def _columns(turn: Turn) -> set[Place]:
    """Say which of the two columns an entry takes."""
    return {Place.LEFT, Place.RIGHT} if turn.whole_row else {turn.side.place}


def _taken(row: Turn | Mark) -> set[int]:
    return set(range(row.row, row.row + (ROWS if isinstance(row, Turn) else 1)))


def _hold(exchange: Exchange, dossier: Dossier) -> None:
    """Assert what holds for every exchange, whatever is shown of it."""
    _hold_rows(exchange)
    _hold_joins(exchange)
    cutoff = dossier.front.cutoff.last_known
    for mark in exchange.marks:
        after = [turn for turn in exchange.turns if turn.row > mark.row]
        assert after, "a mark stands before the entries that it is of"
        before = [turn for turn in exchange.turns if turn.row < mark.row]
        if mark.is_cutoff:
            assert after[0].entry.date.earliest > cutoff
            assert all(turn.entry.date.earliest <= cutoff for turn in before)
        else:
            assert mark.words == str(after[0].entry.date.earliest.year)
            assert all(str(turn.entry.date.earliest.year) != mark.words for turn in before)


def _hold_rows(exchange: Exchange) -> None:
    turns = exchange.turns
    assert [turn.entry.id for turn in turns] == [
        entry.id for entry in exchange.question.entries if entry.id in {t.entry.id for t in turns}
    ]
    assert all(earlier.row < later.row for earlier, later in pairwise(turns))
    for one, other in combinations(turns, 2):
        if _columns(one) & _columns(other):
            assert not _taken(one) & _taken(other)
    for mark in exchange.marks:
        assert not any(_taken(mark) & _taken(other) for other in exchange.rows if other is not mark)
    assert set(exchange.rows) == {*exchange.marks, *turns}
    assert [row.row for row in exchange.rows] == sorted(row.row for row in exchange.rows)
    assert min(row.row for row in exchange.rows) == 1
    assert set().union(*map(_taken, exchange.rows)) == set(range(1, max(max(_taken(row)) for row in exchange.rows) + 1))


def _hold_joins(exchange: Exchange) -> None:
    at = {turn.entry.id: turn for turn in exchange.turns}
    wanted = [(at[turn.answers.id].row, turn.row) for turn in exchange.turns if turn.answers and turn.answers.id in at]
    assert sorted((join.from_row, join.to_row) for join in exchange.joins) == sorted(wanted)
    assert all(join.from_row < join.to_row for join in exchange.joins)
    for one, other in combinations(exchange.joins, 2):
        if one.channel == other.channel:
            assert not _run_beside(one, other)
    assert {join.channel for join in exchange.joins} == set(range(exchange.channels))
    rows = {row for join in exchange.joins for row in range(join.from_row, join.to_row)}
    assert exchange.channels == max(
        (sum(join.from_row <= row < join.to_row for join in exchange.joins) for row in rows), default=0
    )


def _run_beside(one: Join, other: Join) -> bool:
    return one.from_row < other.to_row and other.from_row < one.to_row


@st.composite
def _questions(draw: st.DrawFn) -> Tables:
    """Draw a question whose entries stand in order of time, and answer any earlier one of another side."""
    days = sorted(draw(st.lists(st.dates(date(2013, 12, 1), date(2018, 6, 30)), min_size=1, max_size=14)))
    entries: list[dict[str, object]] = []
    for number, day in enumerate(days):
        by = draw(st.sampled_from(PARTIES))
        earlier = [str(entry["id"]) for entry in entries if str(entry["by"])[:4] != by[:4]]
        kinds = [kind for kind in EntryKind if kind is not EntryKind.REPLY or earlier]
        kind = draw(st.sampled_from([*kinds, *[EntryKind.REPLY] * (3 * bool(earlier))]))
        entry: dict[str, object] = {"id": f"entry-{number}", "date": str(day), "by": by, "kind": kind}
        if kind is EntryKind.REPLY:
            entry["replies_to"] = draw(st.sampled_from(earlier))
        entries.append(entry)
    return _record(*entries, cutoff=str(draw(st.sampled_from([*days, date(2015, 6, 30)]))))


@settings(deadline=None, max_examples=150)
@given(_questions(), st.data())
def test_no_two_entries_marks_or_lines_of_an_exchange_overlap_whatever_is_shown_of_it(
    record: Tables, data: st.DataObject
) -> None:
    shown = data.draw(st.lists(st.sampled_from(list(record.entries.index)), unique=True))
    for table in (record.entries, record.entries[record.entries.index.isin(shown)]):
        for exchange in of_questions(table, record.dossier):
            _hold(exchange, record.dossier)


@each_record
def test_no_two_entries_marks_or_lines_of_a_whole_record_overlap(record: Tables) -> None:
    exchanges = of_questions(record.entries, record.dossier)
    assert [exchange.question for exchange in exchanges] == list(record.dossier.positions)
    for exchange in exchanges:
        assert [turn.entry for turn in exchange.turns] == list(exchange.question.entries)
        assert len(exchange.joins) == sum(entry.replies_to is not None for entry in exchange.question.entries)
        _hold(exchange, record.dossier)


def _selections(record: Tables) -> Iterator[Selection]:
    yield from (Selection(as_of=day) for day in MONTH_ENDS)
    yield from (Selection(parties=frozenset(pair)) for pair in combinations(record.dossier.party, 2))
    yield from (Selection(standings=frozenset({word})) for word in record.dossier.standing)


@each_record
def test_no_two_entries_marks_or_lines_overlap_in_any_choice_of_a_record(record: Tables) -> None:
    for selection in _selections(record):
        shown = select_entries(record, selection)
        exchanges = of_questions(shown, record.dossier)
        assert [turn.entry.id for exchange in exchanges for turn in exchange.turns] == list(shown.index)
        for exchange in exchanges:
            _hold(exchange, record.dossier)


@each_record
def test_no_entry_stands_above_one_that_was_surely_said_before_it(record: Tables) -> None:
    for exchange in of_questions(record.entries, record.dossier):
        for above, below in combinations(exchange.turns, 2):
            assert above.entry.date.earliest <= below.entry.date.last_known


def test_one_question_alone_and_questions_of_which_nothing_is_shown() -> None:
    record = tables()
    one = record.dossier.positions[1]
    assert [exchange.question.id for exchange in of_questions(record.entries, record.dossier, one.id)] == [one.id]
    nothing = record.entries[record.entries["question"] != one.id]
    assert of_questions(nothing, record.dossier, one.id) == ()
    assert one.id not in [exchange.question.id for exchange in of_questions(nothing, record.dossier)]
    assert of_questions(record.entries.iloc[:0], record.dossier) == ()
    assert of_questions(build(builders.dossier()).entries, builders.dossier()) == ()


L, R, B = "left", "right", "other"


@pytest.mark.parametrize(
    ("parties", "rows"),
    [
        ([L], [2]),
        ([L, L, L], [2, 4, 6]),
        ([L, R], [2, 3]),
        ([L, R, L, R], [2, 3, 4, 5]),
        ([L, R, R], [2, 3, 5]),
        ([L, B, R], [2, 4, 6]),
        ([B, B], [2, 4]),
        ([R, B, L, R], [2, 4, 6, 7]),
    ],
)
def test_who_faces_the_entry_before_begins_beside_its_second_half_and_any_other_below(
    parties: list[str], rows: list[int]
) -> None:
    assert [turn.row for turn in _exchange(*({"by": party} for party in parties)).turns] == rows


def test_silence_takes_the_whole_row_and_nobody_begins_beside_it() -> None:
    exchange = _exchange({"by": L}, {"by": R, "kind": "silence"}, {"by": L}, {"by": "other"})
    assert [(turn.row, turn.whole_row) for turn in exchange.turns] == [(2, False), (4, True), (6, False), (8, True)]
    assert [turn.side.id for turn in exchange.turns] == [L, R, L, "other"]


def test_each_year_and_the_cutoff_has_a_row_of_its_own_before_its_first_entry() -> None:
    days = ["2014-07-29", "2014-08-01", "2016-01-01", "2018-02-03", "2019-02-03"]
    exchange = _exchange(*({"by": party, "date": day} for party, day in zip((L, R, L, R, L), days, strict=True)))
    assert [mark.words for mark in exchange.marks] == ["2014", "2016", "After the cutoff, 31 December 2017", "2018", "2019"]
    assert [mark.is_cutoff for mark in exchange.marks] == [False, False, True, False, False]
    assert "".join(type(row).__name__[0] for row in exchange.rows) == "MTTMTMMTMT"
    assert [row.row for row in exchange.rows] == [1, 2, 3, 5, 6, 8, 9, 10, 12, 13]


def test_the_cutoff_is_told_once_and_within_a_year_that_goes_on_too() -> None:
    days = ["2017-06-01", "2017-08-01", "2017-09-01"]
    record = _record(*({"date": day, "by": by} for day, by in zip(days, (L, R, L), strict=True)), cutoff="2017-06-30")
    [exchange] = of_questions(record.entries, record.dossier)
    assert [mark.words for mark in exchange.marks] == ["2017", "After the cutoff, 30 June 2017"]
    assert [row.row for row in exchange.rows] == [1, 2, 4, 5, 6]


@pytest.mark.parametrize(
    ("claim", "reply", "after", "on_the_line"),
    [
        ("2014-07-29", "2014-07-29", "the same day", "the same day"),
        ("2014-07-29", "2014-07-30", "1 day later", "1 day"),
        ("2014-07-29", "2017-12-08", "1,228 days later", "1,228 days"),
        ("2014-07", "2014-08-30", "", ""),
        ("2014-07-29", "2014-08~", "", ""),
    ],
)
def test_a_reply_says_what_it_answers_after_how_long_and_a_line_says_it_too(
    claim: str, reply: str, after: str, on_the_line: str
) -> None:
    exchange = _exchange({"date": claim}, {"date": reply, "by": R, "kind": "reply", "replies_to": "entry-0"})
    first, second = exchange.turns
    assert (first.answers, first.after) == (None, "")
    assert second.answers == first.entry
    assert second.after == after
    assert exchange.joins == (Join(first.row, second.row, Place.LEFT, Place.RIGHT, 0, on_the_line),)


def test_a_reply_still_says_what_it_answers_where_its_claim_is_not_shown_and_no_line_is_drawn() -> None:
    record = _record({"by": L}, {"by": R, "kind": "reply", "replies_to": "entry-0", "date": "2014-08-01"})
    [exchange] = of_questions(record.entries.loc[["entry-1"]], record.dossier)
    assert exchange.turns[0].answers == record.dossier.positions[0].entries[0]
    assert exchange.turns[0].after == "3 days later"
    assert (exchange.joins, exchange.channels) == ((), 0)


def test_lines_that_follow_each_other_share_a_channel_and_those_that_run_side_by_side_do_not() -> None:
    reply = {"by": R, "kind": "reply"}
    one_after_another = _exchange({"by": L}, reply | {"replies_to": "entry-0"}, {"by": L}, reply | {"replies_to": "entry-2"})
    assert ([join.channel for join in one_after_another.joins], one_after_another.channels) == ([0, 0], 1)
    of_one_claim = _exchange({"by": L}, reply | {"replies_to": "entry-0"}, reply | {"replies_to": "entry-0"})
    assert ([join.channel for join in of_one_claim.joins], of_one_claim.channels) == ([0, 1], 2)


def _quiet(*days: str) -> list[str]:
    return [turn.quiet for turn in _exchange(*({"date": day} for day in days)).turns]


def test_only_a_long_time_without_an_entry_is_worth_a_word() -> None:
    first = date(2014, 7, 29)
    long, short = first + timedelta(days=QUIET), first + timedelta(days=QUIET - 1)
    assert _quiet(str(first), str(long)) == ["", f"{QUIET} days after the entry above"]
    assert _quiet(str(first), str(short)) == ["", ""]
    assert _quiet(str(first)) == [""]


@pytest.mark.parametrize(
    "days", [("2014-07", "2015-12-08"), ("2014-07-29", "2016-02"), ("2014-07-29~", "2015-12-08"), ("2014", "2016")]
)
def test_no_days_are_counted_from_or_to_a_date_that_is_not_one_certain_day(days: tuple[str, str]) -> None:
    assert not any("day" in words for words in _quiet(*days))


@each_record
def test_no_days_of_quiet_in_a_record_are_more_exact_than_its_dates(record: Tables) -> None:
    for exchange in of_questions(record.entries, record.dossier):
        for earlier, later in pairwise(exchange.turns):
            if later.quiet:
                assert later.entry.date.exact, later.entry.id
                assert earlier.entry.date.exact, later.entry.id


@each_record
def test_each_turn_has_the_party_side_and_event_that_the_record_has(record: Tables) -> None:
    dossier = record.dossier
    sides = {side.id: side for side in dossier.front.sides}
    for exchange in of_questions(record.entries, dossier):
        said = {entry.id: entry for entry in exchange.question.entries}
        for turn in exchange.turns:
            assert turn.party.id == turn.entry.by
            assert turn.side == sides[turn.party.side]
            assert (turn.event.id if turn.event else None) == turn.entry.event
            assert turn.answers == (said[turn.entry.replies_to] if turn.entry.replies_to else None)
            assert turn.third is (turn.side not in facing(dossier))


def test_two_sides_face_each_other_and_any_further_one_is_a_third_party() -> None:
    sides = [("first", "left"), ("second", "left"), ("east", "right"), ("far-east", "right"), ("mid", "between")]
    front = builders.front(
        sides=[{"id": side, "title": side, "place": place} for side, place in sides],
        parties=[{"id": side, "name": side, "short": side, "side": side} for side, _ in sides],
    )
    question = builders.contested_question(entries=[builders.entry(id=side, by=side) for side, _ in sides])
    events = [builders.event(parties=["first"])]
    record = build(builders.dossier(events, positions=(question,), front=front))
    assert [side.id for side in facing(record.dossier) if side] == ["first", "east"]
    [exchange] = of_questions(record.entries, record.dossier)
    assert {turn.entry.id: turn.third for turn in exchange.turns} == {
        "first": False,
        "second": True,
        "east": False,
        "far-east": True,
        "mid": True,
    }


def test_a_dossier_in_which_one_side_speaks_alone_has_nobody_on_the_other() -> None:
    front = builders.front(
        sides=[{"id": "left", "title": "Left", "place": "left"}],
        parties=[{"id": "left", "name": "Left", "short": "Left", "side": "left"}],
    )
    assert [side.id if side else None for side in facing(builders.dossier(front=front))] == ["left", None]


@pytest.mark.parametrize(
    ("titles", "words"), [(("North", "East"), "North and East"), (("North", "East and West"), "North, East and West")]
)
def test_sides_on_one_hand_are_named_without_two_ands_in_a_row(titles: tuple[str, str], words: str) -> None:
    sides = [{"id": f"side-{number}", "title": title, "place": "left"} for number, title in enumerate(titles)]
    parties = [{"id": side["id"], "name": side["title"], "short": side["title"], "side": side["id"]} for side in sides]
    front = builders.front(sides=sides, parties=parties)
    question = builders.contested_question(entries=[builders.entry(id=side["id"], by=side["id"]) for side in sides])
    record = build(builders.dossier([builders.event(parties=["side-0"])], positions=(question,), front=front))
    [exchange] = of_questions(record.entries, record.dossier)
    assert heading(exchange, Place.LEFT, record.dossier) == words

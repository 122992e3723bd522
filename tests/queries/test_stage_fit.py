"""What of an exchange has room on a slide."""

from datetime import date, timedelta

import pytest

from dashboard.fragments.stage import HEIGHT, WIDTH
from dashboard.model.vocabulary import Place
from dashboard.queries.exchanges import Exchange, of_questions
from dashboard.queries.selection import Selection, select_entries
from dashboard.queries.stage_fit import is_left, turns
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.record import harbour, tables

AMPLE = 100_000
ONE_EACH = 230  # pixels in which the question and one short entry a side stand, and no second one
TOLD = "told"  # the entry that a scene is about
RECORDS = {"real": tables(), "invented": harbour()}
EXCHANGES = [
    (exchange, event)
    for record in RECORDS.values()
    for exchange in of_questions(select_entries(record, Selection()), record.dossier)
    for event in (None, *sorted({turn.entry.event for turn in exchange.turns if turn.entry.event}))
]
each_exchange = pytest.mark.parametrize(
    ("exchange", "event"), EXCHANGES, ids=[f"{exchange.question.id} {event}" for exchange, event in EXCHANGES]
)


def _exchange(*entries: dict[str, object]) -> Exchange:
    question = builders.contested_question(entries=list(entries))
    event = builders.event(id="the-event")
    record = build(builders.dossier([event], positions=(question,)))
    [only] = of_questions(record.entries, record.dossier)
    return only


def _kept(exchange: Exchange, event: str | None = None, height: float = HEIGHT) -> list[str]:
    return [turn.entry.id for turn in turns(exchange, event, WIDTH, height)]


def _claims(count: int, *, told: int) -> list[dict[str, object]]:
    """Build claims of both sides in turn, each a year after the one before; of one the scene is about."""
    return [
        builders.entry(
            id=TOLD if number == told else f"claim-{number}",
            date=str(date(2010, 1, 1) + timedelta(days=400 * number)),
            by="right" if number % 2 else "left",
            **({"event": "the-event"} if number == told else {}),
        )
        for number in range(count)
    ]


@each_exchange
def test_what_is_kept_stands_in_order_of_time_and_nothing_twice(exchange: Exchange, event: str | None) -> None:
    kept = turns(exchange, event, WIDTH, HEIGHT)
    assert set(kept) <= set(exchange.turns)
    rows = [turn.row for turn in kept]
    assert rows == sorted(rows)
    assert len({turn.entry.id for turn in kept}) == len(kept)


@each_exchange
def test_what_is_said_at_the_event_is_always_kept(exchange: Exchange, event: str | None) -> None:
    told = {turn.entry.id for turn in exchange.turns if event and turn.entry.event == event}
    assert told <= set(_kept(exchange, event))


@each_exchange
def test_with_room_for_all_nothing_is_left_out(exchange: Exchange, event: str | None) -> None:
    assert turns(exchange, event, WIDTH, AMPLE) == tuple(sorted(exchange.turns, key=lambda turn: turn.row))


@each_exchange
def test_without_room_nothing_is_kept(exchange: Exchange, event: str | None) -> None:
    assert turns(exchange, event, WIDTH, 0) == ()


def test_the_entry_that_the_scene_is_about_goes_before_earlier_ones() -> None:
    assert TOLD in _kept(_exchange(*_claims(8, told=6)), "the-event", ONE_EACH)
    assert TOLD not in _kept(_exchange(*_claims(8, told=6)), None, ONE_EACH)


def test_what_it_answers_goes_before_what_stands_nearer() -> None:
    entries = _claims(8, told=7)
    entries[7] |= {"kind": "reply", "replies_to": "claim-0"}
    assert _kept(_exchange(*entries), "the-event", ONE_EACH) == ["claim-0", TOLD]


def test_what_answers_it_goes_before_what_stands_nearer() -> None:
    entries = _claims(8, told=0)
    entries[7] |= {"kind": "reply", "replies_to": TOLD}
    assert _kept(_exchange(*entries), "the-event", ONE_EACH) == [TOLD, "claim-7"]


def test_of_the_others_the_nearest_goes_first() -> None:
    assert _kept(_exchange(*_claims(9, told=4)), "the-event", ONE_EACH) in (["claim-3", TOLD], [TOLD, "claim-5"])


def test_a_long_entry_makes_room_for_a_short_one_and_not_for_nothing() -> None:
    entries = _claims(3, told=1)
    entries[0] |= {"says": "word " * 400}
    assert _kept(_exchange(*entries), "the-event", ONE_EACH) == [TOLD, "claim-2"]


def test_who_stands_between_the_sides_speaks_in_the_left_column() -> None:
    entries = [builders.entry(), builders.entry(id="r", by="right"), builders.entry(id="o", by="other")]
    sides = {turn.entry.id: (turn.side.place, is_left(turn)) for turn in _exchange(*entries).turns}
    assert sides == {"entry": (Place.LEFT, True), "r": (Place.RIGHT, False), "o": (Place.BETWEEN, True)}


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_every_positions_scene_shows_both_sides_and_what_it_is_about(record: Tables) -> None:
    about = [scene for brief in record.dossier.briefs for scene in brief.scenes if scene.question]
    assert about
    for scene in about:
        [exchange] = of_questions(select_entries(record, Selection()), record.dossier, scene.question)
        kept = turns(exchange, scene.event, WIDTH, HEIGHT)
        assert scene.event in {turn.entry.event for turn in kept}, scene.id
        assert {is_left(turn) for turn in kept} == {True, False}, scene.id

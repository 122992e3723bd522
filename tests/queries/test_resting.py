"""What rests on each source, and on each passage of the key document."""

from collections.abc import Iterator
from datetime import date

import pytest
from pydantic import BaseModel

from dashboard.model.dossier import Passage
from dashboard.model.sources import Citation
from dashboard.queries import passages, resting
from dashboard.queries.resting import Position
from dashboard.queries.tables import Tables
from tests.record import MONTH_ENDS, harbour, tables

RECORDS = pytest.mark.parametrize("record", [tables(), harbour()], ids=["real", "invented"])
PASSAGES = tuple(Passage(locator=f"para. {number}", title=f"Passage {number}", summary="What it says.") for number in range(1, 8))


def _citations(record: object) -> Iterator[Citation]:
    """Walk through a record however deep and give every citation in it, without a word of what rests on what."""
    if isinstance(record, Citation):
        yield record
    elif isinstance(record, BaseModel):
        for name in type(record).model_fields:
            yield from _citations(getattr(record, name))
    elif isinstance(record, tuple):
        for one in record:
            yield from _citations(one)


@RECORDS
def test_every_citation_of_the_record_appears_under_its_source(record: Tables) -> None:
    dossier = record.dossier
    all_ = (
        dossier.front.lanes,
        dossier.events,
        dossier.measures,
        dossier.positions,
        dossier.glossary,
        dossier.people,
        dossier.questions,
    )
    cited = sorted((one.id, one.locator or "") for some in all_ for one in _citations(some))
    aims = [
        (source, rest.locator)
        for source, found in resting.by_source(record, None).items()
        for rest in found.rests
        if rest.what in _aims(record)
    ]
    found = sorted(
        (source, rest.locator or "") for source, some in resting.by_source(record, None).items() for rest in some.rests
    )
    assert len(cited) > 30
    for aim in aims:
        found.remove((aim[0], aim[1] or ""))
    assert found == cited


def _aims(record: Tables) -> tuple[object, ...]:
    strategy = record.dossier.front.strategy
    return strategy.aims if strategy else ()


@RECORDS
def test_every_source_has_something_that_rests_on_it(record: Tables) -> None:
    assert set(resting.by_source(record, None)) == set(record.dossier.source)


@pytest.mark.parametrize("day", MONTH_ENDS[::6])
def test_as_of_a_day_nothing_rests_on_a_source_that_was_not_public_by_then(day: date) -> None:
    for name, found in resting.by_source(tables(), day).items():
        source = tables().dossier.source[name]
        assert source.issued is None or source.issued.earliest <= day
        assert all(event.public.by(day) for event, _ in found.events)
        assert all(position.entry.date.by(day) for position in found.positions)
        assert [*found.terms, *found.questions, *found.lanes, *found.aims] == []
        firsts = [min(tables().stages.loc[tables().stages["measure"] == measure.id, "public"]) for measure, _ in found.measures]
        assert all(first.date() <= day for first in firsts)


@pytest.mark.parametrize(
    ("locator", "numbers"),
    [
        ("para. 3", {3}),
        ("paras. 2-3", {2, 3}),
        ("paras. 4–6", {4, 5, 6}),  # noqa: RUF001 - a dash may be either
        ("paras. 1, 2 and 7", {1, 2, 7}),
        ("paras. 1, 2, and 7", {1, 2, 7}),
        ("paras. 1-2 and 5", {1, 2, 5}),
        ("para. 4, on the channel", {4}),
        ("para. 4, 2 lines on", {4, 2}),
        ("whole text", set(range(1, 8))),
        (None, set(range(1, 8))),
        ("heading", set()),
        ("last para.", set()),
        ("para. 12", set()),
        ("p. 3", set()),
        ("see para. 3", set()),
    ],
)
def test_a_locator_names_the_passages_with_its_numbers(locator: str | None, numbers: set[int]) -> None:
    named = passages.named_by(locator, PASSAGES)
    assert {PASSAGES.index(passage) + 1 for passage in named} == numbers


def test_a_locator_that_is_a_passages_own_names_it() -> None:
    own = Passage(locator="Article II", title="The second", summary="What it says.")
    assert passages.named_by("Article II", (*PASSAGES, own)) == (own,)
    assert passages.named_by("Article III", (*PASSAGES, own)) == ()


def test_every_passage_of_the_key_document_shows_something_that_rests_on_it() -> None:
    read = passages.read(tables(), None)
    assert read
    assert len(read.passages) == 7
    assert all(rests.rests for _, rests in read.passages)
    told = {id(rest) for _, rests in (*read.passages, (None, read.elsewhere)) for rest in rests.rests}
    assert told == {id(rest) for rest in resting.by_source(tables(), None)[read.source.id].rests}


def test_a_key_document_that_was_not_issued_by_the_day_is_not_read_and_a_record_without_one_has_none() -> None:
    assert passages.read(tables(), date(2017, 12, 7)) is None
    assert passages.read(tables(), date(2017, 12, 8))
    assert passages.read(harbour(), None) is None


def test_a_position_is_told_with_its_question() -> None:
    positions = [
        rest.what
        for found in resting.by_source(tables(), None).values()
        for rest in found.rests
        if isinstance(rest.what, Position)
    ]
    assert positions
    assert all(position.entry in position.question.entries for position in positions)

"""The credit that no claim travels without."""

import pytest

from dashboard.model.vocabulary import Standing
from dashboard.queries.attribution import credit
from tests import builders
from tests.record import dossier

CLAIM = {"standing": "asserted", "asserted_by": ["left-office", "other"]}
DISPUTE = {"standing": "disputed", "asserted_by": ["left"], "disputed_by": ["right", "other"]}


@pytest.mark.parametrize(
    ("event", "long", "short"),
    [
        ({}, "documented", "documented"),
        (
            CLAIM,
            "asserted by The left party's office and The other party",
            "asserted by Left office and Other",
        ),
        (
            DISPUTE,
            "disputed: asserted by The left party, denied by The right party and The other party",
            "disputed: asserted by Left, denied by Right and Other",
        ),
    ],
)
def test_a_credit_names_all_who_assert_and_all_who_deny(event: dict[str, object], long: str, short: str) -> None:
    told = builders.event(**event)
    record = builders.dossier([told])
    assert credit(told, record) == long
    assert credit(told, record, short=True) == short


def test_a_credit_takes_the_words_of_its_dossier() -> None:
    titles = {"documented": "On record", "asserted": "One side's word", "disputed": "Contested"}
    glyphs = {"documented": "filled", "asserted": "half", "disputed": "hollow"}
    front = builders.front(
        standings=[{"id": word, "title": title, "meaning": "-", "glyph": glyphs[word]} for word, title in titles.items()]
    )
    said = {
        word: credit(event, builders.dossier([event], front=front), short=True)
        for word, event in ((word, builders.event(standing=word)) for word in titles)
    }
    assert said == {
        "documented": "On record",
        "asserted": "One side's word: asserted by Left",
        "disputed": "Contested: asserted by Left, denied by Right",
    }


def test_a_party_keeps_its_capitals_in_a_credit() -> None:
    claims = [event for event in dossier().events if event.standing is Standing.ASSERTED]
    assert any(
        "U.S." in credit(event, dossier(), short=True) for event in dossier().events if event.standing is Standing.DISPUTED
    )
    for event in claims:
        assert all(dossier().party[party].short in credit(event, dossier(), short=True) for party in event.asserted_by)


def test_no_claim_of_the_real_record_is_without_its_credit() -> None:
    for event in dossier().events:
        said = credit(event, dossier())
        assert said.startswith(dossier().standing[event.standing].title)
        assert all(dossier().party[party].name in said for party in (*event.asserted_by, *event.disputed_by)), event.id
        assert ("asserted by" in said.casefold()) is (event.standing is not Standing.DOCUMENTED)
        assert ("denied by" in said) is (event.standing is Standing.DISPUTED)

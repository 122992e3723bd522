"""The credit that no claim travels without."""

from datetime import date

import pytest

from dashboard.model.dossier import Dossier
from dashboard.model.measures import StopCondition
from dashboard.model.positions import Entry
from dashboard.model.vocabulary import Standing, StopStanding
from dashboard.queries.attribution import credit, quoted, stop, words_of
from tests import builders
from tests.record import MONTH_ENDS, dossier, harbour

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


@pytest.mark.parametrize(
    ("kind", "by", "said"),
    [
        ("claim", "left", "Claim: The left party"),
        ("reply", "right", "Reply: The right party"),
        ("counter-claim", "left-office", "Counter-claim: The left party's office"),
        ("silence", "other", "Silence: The other party"),
    ],
)
def test_words_on_a_question_are_named_by_what_they_are_and_by_whom(kind: str, by: str, said: str) -> None:
    answered = {"replies_to": "entry"} if kind == "reply" else {}
    entry = Entry.model_validate(builders.entry(kind=kind, by=by, **answered))
    assert words_of(entry, builders.dossier()) == said


@pytest.mark.parametrize("record", [dossier(), harbour().dossier], ids=["real", "invented"])
def test_no_entry_of_a_record_is_without_its_speaker(record: Dossier) -> None:
    for question in record.positions:
        for entry in question.entries:
            assert words_of(entry, record) == f"{entry.kind.label}: {record.party[entry.by].name}"


STATED = {"standing": "stated", "by": "left-office", "date": "2017-12-08"}
INDEPENDENT = {"standing": "independent", "by": "right", "date": "2015-12"}
NONE_STATED = {"standing": "none-stated"}


def _condition(**given: object) -> StopCondition:
    return StopCondition.model_validate({"text": "Until the end.", "sources": builders.CITED} | given)


@pytest.mark.parametrize(
    ("given", "day", "long", "short"),
    [
        (
            STATED,
            None,
            "Stop condition stated: The left party's office, 8 December 2017",
            "Stop condition stated: Left office, 8 December 2017",
        ),
        (
            STATED,
            "2017-12-08",
            "Stop condition stated: The left party's office, 8 December 2017",
            "Stop condition stated: Left office, 8 December 2017",
        ),
        (STATED, "2017-12-07", "No stop condition stated by then", "No stop condition stated by then"),
        (
            INDEPENDENT,
            None,
            "Said not to depend on compliance: The right party, December 2015",
            "Said not to depend on compliance: Right, December 2015",
        ),
        (
            INDEPENDENT,
            "2015-12-01",
            "Said not to depend on compliance: The right party, December 2015",
            "Said not to depend on compliance: Right, December 2015",
        ),
        (INDEPENDENT, "2015-11-30", "No stop condition stated by then", "No stop condition stated by then"),
        (NONE_STATED, None, "No stop condition stated", "No stop condition stated"),
        (NONE_STATED, "2014-01-01", "No stop condition stated", "No stop condition stated"),
    ],
)
def test_what_would_end_a_measure_is_said_with_party_and_date_once_it_was_stated(
    given: dict[str, str], day: str | None, long: str, short: str
) -> None:
    as_of = date.fromisoformat(day) if day else None
    assert stop(_condition(**given), builders.dossier(), as_of) == long
    assert stop(_condition(**given), builders.dossier(), as_of, short=True) == short


def test_stated_independent_and_none_stated_never_read_alike() -> None:
    said = {stop(_condition(**given), builders.dossier(), None).partition(":")[0] for given in (STATED, INDEPENDENT, NONE_STATED)}
    assert len(said) == len(StopStanding)


@pytest.mark.parametrize("day", [None, *MONTH_ENDS], ids=str)
def test_every_stated_condition_of_the_real_record_names_party_and_date_and_none_before_its_day(day: date | None) -> None:
    for measure in dossier().measures:
        condition = measure.stop_condition
        said = stop(condition, dossier(), day)
        if condition.by is None or (day and condition.date and condition.date.earliest > day):
            assert said.startswith("No stop condition stated")
            assert not any(party.name in said for party in dossier().front.parties)
        else:
            assert said.endswith(f" ({dossier().party[condition.by].name}, {condition.date})")
            assert f"“{quoted(condition.text)}”" in said
            assert said.startswith("Said not to depend") is (condition.standing is StopStanding.INDEPENDENT)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('It says that it "ends" then.', "ends"),
        ('It "stops" where the other "stops for good".', "stops for good"),
        ("It quotes nobody.", ""),
        ('An open "quotation', "quotation"),
    ],
)
def test_of_a_text_the_longest_quotation_is_told(text: str, words: str) -> None:
    assert quoted(text) == words

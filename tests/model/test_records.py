"""A record is valid from birth, never changes, and uses only the words of the closed lists."""

from typing import Any

import pytest
from pydantic import ValidationError

from dashboard.model import vocabulary
from dashboard.model.record import Record, suggest
from dashboard.model.sources import Citation, Name
from dashboard.model.vocabulary import Word
from tests import builders

WORDS = {
    "Kind": "finding statement meeting report legislation designation research deployment test treaty policy",
    "Layer": "background core context aftermath",
    "Importance": "key major detail",
    "Standing": "documented asserted disputed",
    "Grounds": "stated inferred",
    "Stage": "considered announced authorized funded in-force ended",
    "StopStanding": "stated independent none-stated",
    "EntryKind": "claim reply counter-claim silence",
    "Rank": "primary reference press",
    "Symbol": "circle square triangle-up diamond",
    "Glyph": "filled half hollow",
    "Place": "left right between",
    "PageName": "timeline responses positions",
    "SourceType": "article-journal article-magazine article-newspaper bill broadcast chapter hearing legislation post-weblog "
    "regulation report speech treaty webpage",
}
RECORDS: dict[str, Record] = {
    "event": builders.event(),
    "measure": builders.measure(stages=[{"stage": "announced", "event": "2014-07-29-event"}]),
    "question": builders.contested_question(),
    "brief": builders.brief(),
    "study question": builders.study_question(),
    "source": builders.source(),
    "term": builders.term(),
    "person": builders.person(),
    "front matter": builders.front(),
}
LEFT, RIGHT = ["left"], ["right"]


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_a_record_never_changes(record: Record) -> None:
    for name in type(record).model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(record, name, None)


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_a_record_has_no_keys_but_its_own(record: Record) -> None:
    whole: dict[str, Any] = {name: getattr(record, name) for name in type(record).model_fields}
    with pytest.raises(ValidationError) as refusal:
        type(record).model_validate(whole | {"colour": "red"})
    assert "extra_forbidden" in {error["type"] for error in refusal.value.errors() if error["loc"] == ("colour",)}


MISSING_AND_MORE = (
    "is asserted, and asserted_by is missing; write who asserts it; "
    "disputed_by does not fit an event that is asserted; take it out, or call the event disputed"
)


@pytest.mark.parametrize(
    ("standing", "asserted_by", "disputed_by", "refused"),
    [
        ("documented", [], [], ""),
        ("documented", LEFT, [], "does not fit an event that is documented; take it out, or call the event asserted"),
        ("documented", [], RIGHT, "does not fit an event that is documented; take it out, or call the event disputed"),
        (
            "documented",
            LEFT,
            RIGHT,
            "asserted_by and disputed_by do not fit an event that is documented; take them out, or call the event disputed",
        ),
        ("asserted", LEFT, [], ""),
        ("asserted", [], [], "is asserted, and asserted_by is missing; write who asserts it"),
        (
            "asserted",
            [],
            RIGHT,
            MISSING_AND_MORE,
        ),
        ("asserted", LEFT, RIGHT, "does not fit an event that is asserted; take it out, or call the event disputed"),
        ("disputed", LEFT, RIGHT, ""),
        (
            "disputed",
            [],
            [],
            "is disputed, and asserted_by and disputed_by are missing; write who asserts it and who denies it",
        ),
        ("disputed", LEFT, [], "is disputed, and disputed_by is missing; write who denies it"),
        ("disputed", [], RIGHT, "is disputed, and asserted_by is missing; write who asserts it"),
    ],
)
def test_credit_fits_standing(standing: str, asserted_by: list[str], disputed_by: list[str], refused: str) -> None:
    given = {"standing": standing, "asserted_by": asserted_by, "disputed_by": disputed_by}
    if not refused:
        assert builders.event(**given).asserted_by == tuple(asserted_by)
        return
    with pytest.raises(ValidationError) as refusal:
        builders.event(**given)
    assert [error["msg"] for error in refusal.value.errors()] == [refused]


@pytest.mark.parametrize(
    ("date", "known"),
    [("2014-07-29", "2014-07-28"), ("2014-07", "2014-06"), ("2014-07-29/2014-07-30", "2014-07-28"), ("2014", "2013")],
)
def test_no_event_is_known_before_it_happened(date: str, known: str) -> None:
    with pytest.raises(ValidationError, match=r"is before the date, .+; leave it out, or give the later day"):
        builders.event(date=date, known=known)


@pytest.mark.parametrize(("date", "known"), [("2014-07-29", "2014-07-30"), ("2014-07", "2014-07-15"), ("2014", "2015-01")])
def test_an_event_is_public_when_it_became_known(date: str, known: str) -> None:
    assert builders.event(date=date, known=known).public.written == known
    assert builders.event(date=date).public.written == date


def test_every_record_is_found_by_its_id_and_no_other() -> None:
    events = [builders.event(id=f"2014-07-{day}-x", date=f"2014-07-{day}") for day in (29, 30)]
    dossier = builders.dossier(events, people=(builders.person(),))
    assert dict(dossier.event) == {event.id: event for event in dossier.events}
    assert [event.number for event in dossier.event.values()] == [1, 2]
    assert list(dossier.party) == ["left", "right", "other", "left-office"]
    assert dossier.party["left-office"].part_of == "left"
    assert dossier.person["person"].name == "A Person"
    assert dossier.source["paper"].title == "A paper"
    assert list(dossier.lane) == ["spine", "a", "b"]
    assert {str(standing): words.glyph for standing, words in dossier.standing.items()} == {
        "documented": "filled",
        "asserted": "half",
        "disputed": "hollow",
    }
    with pytest.raises(KeyError):
        dossier.event["2014-07-31-x"]


@pytest.mark.parametrize("glyph", ["half", "hollow"])
def test_each_glyph_stands_for_one_standing(glyph: str) -> None:
    words = [
        {"id": standing, "title": "T", "meaning": "M", "glyph": glyph} for standing in ("documented", "asserted", "disputed")
    ]
    with pytest.raises(ValidationError, match="give each of filled, half, hollow once"):
        builders.front(standings=words)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org", "example.org", " https:x", ""]
)
def test_a_source_links_to_the_web_and_starts_no_script(address: str) -> None:
    with pytest.raises(ValidationError, match="is not a web address"):
        builders.source(URL=address)
    assert builders.source(URL="https://example.org/a").URL == "https://example.org/a"


def test_a_name_is_written_in_reading_order() -> None:
    assert str(Name(given="Ada", family="Thorn")) == "Ada Thorn"
    assert str(Name(literal="Harbour Board")) == "Harbour Board"


@pytest.mark.parametrize("given", [{}, {"given": "Ada"}])
def test_an_author_has_a_name(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        builders.source(author=[given])


def test_an_office_has_at_least_one_date() -> None:
    with pytest.raises(ValidationError, match="an office has at least one date; give from, to or attested"):
        builders.person(offices=[{"office": "Speaker", "party": "left"}])


@pytest.mark.parametrize(("name", "words"), WORDS.items(), ids=WORDS)
def test_every_word_of_a_closed_list_has_a_meaning(name: str, words: str) -> None:
    members: type[Word] = getattr(vocabulary, name)
    assert [str(word) for word in members] == words.split()
    assert all(word.meaning.strip() for word in members)


def test_no_closed_list_is_left_out_of_the_table() -> None:
    assert {words.__name__ for words in Word.__subclasses__()} == set(WORDS)


def test_a_word_is_shown_as_a_reader_writes_it() -> None:
    assert [word.label for word in vocabulary.Stage][-2:] == ["In force or under way", "Ended"]


@pytest.mark.parametrize(
    ("choices", "says"),
    [
        (("talks", "works"), "choose from talks, works"),
        (tuple(f"source-{number}" for number in range(13)), "did you mean 'source-9'?"),
        (tuple(f"{number}" * 20 for number in range(13)), "no id near to it was found"),
    ],
)
def test_what_would_be_right_is_all_choices_or_the_nearest(choices: tuple[str, ...], says: str) -> None:
    assert suggest("source-9x", choices) == says


def test_a_single_record_can_be_built_without_a_dossier_to_look_ids_up_in() -> None:
    assert Citation(id="anything").id == "anything"

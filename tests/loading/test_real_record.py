"""The record that we publish has no problem, and is loaded as its files say, event by event."""

from collections.abc import Mapping
from typing import Any

import pytest

from dashboard.loading.dossier import load
from dashboard.model.record import Record
from tests.plain_count import raw
from tests.record import FOLDER

DOSSIER = load(FOLDER)
EVENTS: Mapping[str, Any] = {event["id"]: event for event in raw("events")}
RECORDS: Mapping[str, tuple[Record, ...]] = {
    "events": DOSSIER.events,
    "measures": DOSSIER.measures,
    "positions": DOSSIER.positions,
    "briefs": DOSSIER.briefs,
    "questions": DOSSIER.questions,
    "sources": DOSSIER.sources,
    "glossary": DOSSIER.glossary,
    "people": DOSSIER.people,
}


def as_written(value: Any) -> Any:
    """Turn what was loaded back into the text, lists and mappings of its file; a key that was left out has no place there."""
    if isinstance(value, Record):
        names = {name: field.alias or name for name, field in type(value).model_fields.items()}
        return {names[name]: as_written(getattr(value, name)) for name in value.model_fields_set}
    if isinstance(value, tuple):
        return [as_written(item) for item in value]
    if isinstance(value, Mapping):
        return {key: as_written(item) for key, item in value.items()}
    return getattr(value, "written", str(value))


def test_the_record_has_132_events_with_numbers_from_1_to_132() -> None:
    assert sorted(event.number for event in DOSSIER.events) == list(range(1, 133))
    assert [event.id for event in DOSSIER.events] == list(EVENTS)


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_loaded_as_it_is_written(name: str) -> None:
    assert as_written(DOSSIER.event[name]) == EVENTS[name]


@pytest.mark.parametrize("name", EVENTS)
def test_the_possible_days_of_an_event_lie_within_what_its_id_says(name: str) -> None:
    date = DOSSIER.event[name].date
    start = date.written.partition("/")[0].strip("~?%")
    assert name.startswith(f"{start}-")
    assert f"{date.earliest}".startswith(start)
    assert date.latest is None or date.earliest <= date.latest
    assert str(date.earliest.year) in str(date)


@pytest.mark.parametrize("file", RECORDS)
def test_every_other_record_is_loaded_as_it_is_written_too(file: str) -> None:
    assert as_written(RECORDS[file]) == raw(file)


def test_the_front_matter_is_loaded_as_it_is_written() -> None:
    assert as_written(DOSSIER.front) == raw("dossier")

"""An extract as JSON, and the schema that describes it."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dashboard.exports import data
from dashboard.exports.extract import Extract
from dashboard.queries import address
from dashboard.queries.selection import select
from dashboard.queries.tables import Tables, build
from tests import builders
from tests.exports.selections import SELECTIONS, Query, extract, selected
from tests.record import harbour, tables


def _document(found: Extract) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(data.document(found))
    return read


def _validator(found: Extract) -> Draft202012Validator:
    schema = json.loads(data.schema(found))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("record", [tables(), harbour(), build(builders.dossier())], ids=["real", "invented", "small"])
@pytest.mark.parametrize("query", [{}, {"as_of": ["2016-06-01"]}, {"q": ["no such words anywhere"]}], ids=str)
@pytest.mark.parametrize("site", ["https://timeline.example.org/", ""])
def test_it_keeps_to_its_schema(record: Tables, query: Query, site: str) -> None:
    found = extract(query, record, site=site)
    assert list(_validator(found).iter_errors(_document(found))) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda told: told.pop("retrieved"),
        lambda told: told.update(format=2),
        lambda told: told.update(more=1),
        lambda told: told["record"].pop("edition"),
        lambda told: told["selection"].update(parameters=[]),
        lambda told: told["events"][0].pop("attribution"),
        lambda told: told["events"][0].update(attribution=None),
        lambda told: told["events"][0]["date"].update(earliest="1 July 2014"),
        lambda told: told["events"][0]["date"].update(exact="yes"),
        lambda told: told["events"][0]["sources"][0].pop("locator"),
        lambda told: told["measures"][0].pop("stop_condition"),
        lambda told: told["positions"][0].update(by=None),
        lambda told: told["sources"][0].update(cited_by="E1"),
    ],
)
def test_the_schema_refuses_what_is_broken(spoil: Callable[[dict[str, Any]], object]) -> None:
    found = selected("one track")
    broken = deepcopy(_document(found))
    spoil(broken)
    assert not _validator(found).is_valid(broken)


def test_document_and_schema_name_the_same_address() -> None:
    found = selected("one track")
    schema = json.loads(data.schema(found))
    assert _document(found)["$schema"] == schema["$id"] == "https://timeline.example.org/export/schema.json"
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_every_field_and_every_kind_of_record_is_described() -> None:
    schema = json.loads(data.schema(extract()))
    described = dict(_described(schema))
    assert len(described) > 100
    assert [name for name, told in described.items() if not told] == []


def _described(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, part in {"": schema, **schema["$defs"]}.items():
        yield name, part.get("description", "")
        yield from ((f"{name}.{field}", told.get("description", "")) for field, told in part["properties"].items())


@pytest.mark.parametrize("name", SELECTIONS)
def test_its_parameters_select_the_same_again(name: str) -> None:
    told = _document(selected(name))["selection"]
    place, notices = address.read(told["parameters"], tables())
    assert notices == ()
    assert list(select(tables(), place.selection).index) == list(selected(name).events.index)
    assert told["address"] == selected(name).address


def test_of_one_event_alone_the_parameters_name_it() -> None:
    number = f"E{tables().dossier.events[40].number}"
    found = extract({"tracks": ["economic"]}, alone=tables().dossier.events[40].id)
    assert _document(found)["selection"]["parameters"].get("event") == [number]


def test_where_the_site_is_not_known_nothing_leads_there() -> None:
    told = _document(extract(site=""))
    assert told["selection"]["address"] is None
    assert {event["address"] for event in told["events"]} == {None}
    assert told["$schema"] == "export/schema.json"


def test_every_id_that_is_named_is_that_of_a_record_in_it_or_of_an_earlier_event() -> None:
    told = _document(extract())
    sources = {source["id"] for source in told["sources"]}
    known = {event.id for event in tables().dossier.events}
    for event in told["events"]:
        assert {cited["source"] for cited in event["sources"]} <= sources
        assert {answer["event"] for answer in event["answers"]} <= known


def test_an_answer_to_what_was_not_yet_public_is_left_out() -> None:
    link = [{"event": "first", "grounds": "stated"}]
    events = [
        builders.event(id="first", date="2014-08-01", known="2016"),
        builders.event(id="second", date="2014-09-01", responds_to=link),
    ]
    record = build(builders.dossier(events))
    [told] = _document(extract({"as_of": ["2015-01-01"]}, record))["events"]
    assert (told["id"], told["answers"]) == ("second", [])
    assert [answer["event"] for answer in _document(extract({}, record))["events"][1]["answers"]] == ["first"]


def test_a_measure_is_told_as_far_as_it_had_come() -> None:
    day = "2017-06-30"
    for measure in _document(extract({"as_of": [day]}))["measures"]:
        assert measure["stages"]
        assert all(stage["date"]["earliest"] <= day for stage in measure["stages"])
        stop = measure["stop_condition"]
        assert stop["text"] is None or stop["date"]["earliest"] <= day

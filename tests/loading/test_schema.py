"""Editors check a dossier while it is written against schemas that are made from the model and teach what they ask for."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from dashboard.loading.dossier import FRONT, RECORDS
from dashboard.loading.explanations import form, keys
from dashboard.loading.schema import Schema, as_text, examples, resolved, schemas
from dashboard.model.dates import Date, Day, Interval
from dashboard.model.dossier import FrontMatter
from dashboard.model.record import Number
from dashboard.model.vocabulary import Standing, Word
from tests.model.test_dates import READ, REFUSED
from tests.record import FOLDER, HARBOUR

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "data" / "schema"
NAMES = (FRONT, *RECORDS)
SCHEMAS = schemas()

Change = Callable[[Any], object]


def parsed(text: str) -> Any:
    """Read YAML as an editor's parser does."""
    return yaml.load(text, Loader=yaml.CSafeLoader)


def errors(name: str, value: Any) -> list[str]:
    """Say what an editor would underline."""
    return [error.message for error in Draft202012Validator(SCHEMAS[name]).iter_errors(value)]


def parts(name: str) -> Iterator[Schema]:
    """List the schemas of a file and of all that it refers to."""
    yield SCHEMAS[name].get("items", SCHEMAS[name])
    yield from SCHEMAS[name]["$defs"].values()


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one_of_the_draft_that_it_names(name: str) -> None:
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("folder", [FOLDER, HARBOUR], ids=lambda folder: folder.name)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_right_is_not_underlined(name: str, folder: Path) -> None:
    assert errors(name, parsed((folder / f"{name}.yaml").read_text(encoding="utf-8"))) == []


def with_key(key: str, value: object) -> Change:
    """Change a key of the first record."""
    return lambda file: file[0].update({key: value})


BROKEN: list[tuple[str, Change, str]] = [
    ("events", with_key("tags", ["x"]), "'tags' was unexpected"),
    ("events", lambda file: file[0].pop("label"), "'label' is a required property"),
    ("events", with_key("label", "x" * 35), "is too long"),
    ("events", with_key("label", ""), "should be non-empty"),
    ("events", with_key("label", None), "None is not of type 'string'"),
    ("events", with_key("known", None), "None is not of type 'string'"),
    ("events", with_key("number", "twelve"), "'twelve' does not match"),
    ("events", with_key("number", 0), "0 is less than the minimum of 1"),
    ("events", with_key("number", 1.5), "1.5 is not of type 'integer', 'string'"),
    ("events", with_key("date", "14 September 1993"), "'14 September 1993' does not match"),
    ("events", with_key("date", "1993-13"), "'1993-13' does not match"),
    ("events", with_key("date", 1993), "1993 is not of type 'string'"),
    ("events", with_key("id", "Night Dredging"), "'Night Dredging' does not match"),
    ("events", with_key("kind", "speech"), "'speech' is not one of ['finding', "),
    ("events", with_key("tracks", "works"), "'works' is not of type 'array'"),
    ("events", with_key("parties", []), "[] should be non-empty"),
    ("events", with_key("sources", ["board-1993-09-14"]), "'board-1993-09-14' is not of type 'object'"),
    ("events", with_key("sources", [{"locator": "p. 1"}]), "'id' is a required property"),
    ("events", lambda file: file[0]["later"][0].pop("text"), "'text' is a required property"),
    ("events", lambda file: file.clear(), "[] should be non-empty"),
    ("measures", lambda file: file[0]["stages"][0].update(stage="begun"), "'begun' is not one of ['considered', "),
    ("measures", lambda file: file[0]["stop_condition"].pop("standing"), "'standing' is a required property"),
    ("positions", lambda file: file[0]["entries"][0].update(kind="denial"), "'denial' is not one of ['claim', "),
    ("briefs", lambda file: file[0]["scenes"][0]["view"].update(as_of="1995-02"), "'1995-02' does not match"),
    ("briefs", lambda file: file[0]["scenes"][0]["view"].update(window="1995-02"), "'1995-02' does not match"),
    ("questions", with_key("kind", "essay"), "is not valid under any of the given schemas"),
    ("questions", with_key("options", ["one", "two"]), "is not valid under any of the given schemas"),
    ("questions", with_key("level", 4), "is not valid under any of the given schemas"),
    ("sources", with_key("URL", "javascript:alert(1)"), "'javascript:alert(1)' does not match"),
    ("sources", with_key("language", "English"), "'English' does not match"),
    ("sources", with_key("container_title", "Gazette"), "'container_title' was unexpected"),
    ("glossary", with_key("aliases", "shoal"), "'shoal' is not of type 'array'"),
    ("people", lambda file: file[0]["offices"][0].update({"from_": "1992"}), "'from_' was unexpected"),
    ("dossier", lambda file: file.update(edited="1998-05"), "'1998-05' does not match"),
    ("dossier", lambda file: file["spine"].update(color="grey"), "'grey' does not match"),
    ("dossier", lambda file: file["standings"].pop(), "is too short"),
    ("dossier", lambda file: file["strategy"]["tracks"].update(works=["x"]), "['x'] is not of type 'string'"),
]


@pytest.mark.parametrize(("name", "change", "words"), BROKEN)
def test_what_is_wrong_is_underlined(name: str, change: Change, words: str) -> None:
    file = parsed(json.dumps(examples()[name]))
    assert errors(name, file) == []
    change(file)
    assert any(words in message for message in errors(name, file)), errors(name, file)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_explained_and_shown(name: str) -> None:
    for part in parts(name):
        for key, told in part.get("properties", {}).items():
            assert told.get("description"), f"{part['title']}.{key} has no description in the model"
            assert told.get("examples"), f"{part['title']}.{key} has no example in examples.yaml"


def test_every_pattern_is_put_into_words() -> None:
    patterns = [part for name in NAMES for part in all_parts(SCHEMAS[name]) if "pattern" in part]
    assert patterns
    assert [part["pattern"] for part in patterns if not str(part.get("patternErrorMessage")).startswith("Write ")] == []


def all_parts(schema: Any) -> Iterator[Schema]:
    """List a schema and all schemas in it."""
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from all_parts(part)


def test_every_word_comes_with_its_meaning() -> None:
    explained = {part["title"]: part["enumDescriptions"] for name in NAMES for part in parts(name) if "enum" in part}
    assert explained["Standing"] == [word.meaning for word in Standing]
    assert {words.__name__ for words in Word.__subclasses__()} == set(explained)
    assert all(meaning for meanings in explained.values() for meaning in meanings)


@pytest.mark.parametrize("name", NAMES)
def test_no_key_may_stand_that_the_model_has_not(name: str) -> None:
    records = [part for part in parts(name) if "properties" in part]
    assert records
    assert all(part["additionalProperties"] is False for part in records)


def test_the_examples_are_records_that_the_model_takes() -> None:
    for name, adapter in RECORDS.items():
        for record in examples()[name]:
            assert adapter.validate_python(record)
    assert FrontMatter.model_validate(examples()[FRONT])


@pytest.mark.parametrize("written", [case[0] for case in READ])
def test_a_date_that_is_read_has_a_form_that_editors_know(written: str) -> None:
    assert fits(Date, written.strip())


def test_the_forms_of_days_and_intervals_are_narrower() -> None:
    assert fits(Day, "2014-07-29")
    assert not fits(Day, "2014-07")
    assert fits(Interval, "2014-07/2017-12")
    assert not any(fits(Interval, written) for written in ("2014-07", "2014-07/.."))


@pytest.mark.parametrize("written", REFUSED)
def test_what_has_the_form_of_a_date_and_is_refused_is_no_day_of_the_calendar(written: str) -> None:
    if fits(Date, written):
        with pytest.raises(ValidationError):
            TypeAdapter[Any](Date).validate_python(written)


def fits(kind: Any, written: str) -> bool:
    """Tell whether a text has the form of a kind of date."""
    return not list(Draft202012Validator(TypeAdapter[Any](kind).json_schema()).iter_errors(written))


@pytest.mark.parametrize("value", [12, "12"])
def test_a_number_may_stand_with_or_without_quotation_marks(value: int | str) -> None:
    file = parsed(json.dumps(examples()["events"]))
    file[0]["number"] = value
    assert errors("events", file) == []
    assert TypeAdapter[int](Number).validate_python(str(value)) == 12


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_beside_the_record_are_those_of_the_model(name: str) -> None:
    assert (KEPT / f"{name}.json").read_text(encoding="utf-8") == as_text(SCHEMAS[name]), "run: python -m dashboard schema"


def test_no_other_schema_lies_beside_the_record() -> None:
    assert sorted(file.name for file in KEPT.iterdir()) == sorted(f"{name}.json" for name in NAMES)


def test_the_settings_for_editors_name_each_file_with_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./data/schema/{name}.json": f"data/*/{name}.yaml" for name in NAMES}


FORMS = [
    ("events", "Event", "number", "whole number"),
    ("events", "Event", "date", "date"),
    ("events", "Event", "label", "text, at most 34 characters"),
    ("events", "Event", "summary", "text"),
    ("events", "Event", "kind", "word of kind"),
    ("events", "Event", "parties", "list of party ids"),
    ("events", "Event", "responds_to", "list of at most 2 responses"),
    ("events", "Response", "event", "event id"),
    ("measures", "Measure", "stop_condition", "stop condition"),
    ("measures", "Measure", "stages", "list of stages"),
    ("positions", "ContestedQuestion", "entries", "list of entries"),
    ("briefs", "View", "layers", "list of words of layer"),
    ("questions", "Choice", "kind", "the word choice"),
    ("questions", "Choice", "level", "whole number, at most 3"),
    ("questions", "Choice", "options", "list of 4 texts, at most 80 characters each"),
    ("questions", "Order", "answer", "list of 4 to 5 event ids"),
    ("sources", "Source", "URL", "web address"),
    ("dossier", "Strategy", "tracks", "mapping"),
    ("dossier", "FrontMatter", "edited", "single day"),
    ("dossier", "FrontMatter", "standings", "list of 3 standings"),
]


@pytest.mark.parametrize(("name", "record", "key", "words"), FORMS)
def test_a_form_is_told_in_words(name: str, record: str, key: str, words: str) -> None:
    found = {part.get("title", "").replace("dossier.yaml", "FrontMatter"): part for part in parts(name)}
    assert form(found[record]["properties"][key], SCHEMAS[name]["$defs"]) == words


def test_the_keys_of_a_record_are_listed_in_the_models_order() -> None:
    defined = SCHEMAS["people"]["$defs"]
    office = keys(resolved({"$ref": "#/$defs/Office"}, defined), defined)
    assert [(key.name, key.is_required) for key in office] == [
        ("office", True), ("party", True), ("from", False), ("to", False), ("attested", False),
    ]  # fmt: skip
    assert office[2].examples == ("1992-05",)

"""The schema of each file of a dossier, made from the model, for editors that check YAML while it is written.

A schema knows the shape of a file: its keys, words, forms of dates and lengths. What hangs on other records, such as whether an
id names anything, is found by reading the whole dossier.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from dashboard.loading.dossier import FRONT, RECORDS
from dashboard.loading.messages import PATTERNS
from dashboard.model.dossier import FrontMatter
from dashboard.model.record import ID_PATTERN, MOST_DIGITS, Resolves
from dashboard.model.vocabulary import Word

Schema: TypeAlias = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_EXAMPLES = Path(__file__).parent / "examples.yaml"
_MOST_EXAMPLES = 2  # of one key


@cache
def examples() -> Mapping[str, Any]:
    """Give an example of each file of a dossier, as a parser of YAML reads it; together they have every key."""
    found: dict[str, Any] = yaml.load(_EXAMPLES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def schemas() -> Mapping[str, Schema]:
    """Give the JSON Schema (draft 2020-12) of each file, by its name without the ending."""
    return {FRONT: _of_file(FRONT, TypeAdapter(FrontMatter))} | {name: _of_file(name, RECORDS[name]) for name in RECORDS}


def as_text(schema: Schema) -> str:
    """Write a schema as the text of a JSON file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def resolved(schema: Schema, defined: Mapping[str, Schema]) -> Schema:
    """Give what a schema refers to among the parts ``defined`` beside it, or the schema itself where it refers to nothing."""
    return defined[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _of_file(name: str, adapter: TypeAdapter[Any]) -> Schema:
    told = _name_limits(adapter.json_schema(schema_generator=_Generator))
    defined = told.pop("$defs")
    kept = examples()[name]
    for one in [kept] if name == FRONT else kept:
        _show(told, one, defined)
    about = {"$schema": DRAFT, "title": f"{name}.yaml"}
    if name == FRONT:
        return {**told, **about, "$defs": defined}
    least = {"minItems": 1} if name == "events" else {}
    return {**about, "type": "array", **least, "items": told, "$defs": defined}


def _show(schema: Schema, value: Any, defined: Mapping[str, Schema]) -> None:  # noqa: ANN401 - whatever YAML can hold
    """Keep the values of an example as examples of their keys."""
    schema = resolved(schema, defined)
    if isinstance(value, list) and "items" in schema:
        for one in value:
            _show(schema["items"], one, defined)
    elif isinstance(value, dict):
        kinds = [resolved(kind, defined) for kind in schema.get("oneOf", [schema])]
        fitting = next(kind for kind in kinds if _kind(kind) in (None, value.get("kind")))
        for key, one in value.items():
            if key not in fitting.get("properties", {}):
                continue  # a mapping whose keys are ids
            told = fitting["properties"][key]
            shown = told.setdefault("examples", [])
            if one not in shown and len(shown) < _MOST_EXAMPLES:
                shown.append(one)
            _show(told, one, defined)


def _kind(schema: Schema) -> str | None:
    kind: str | None = schema.get("properties", {}).get("kind", {}).get("const")
    return kind


class _Generator(GenerateJsonSchema):
    """Makes the schemas: what may be left out is never null, and what an editor hovers over is explained."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Leave out that a key may be null: in a file it is left out instead."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """Leave out what a key is where it is left out."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - pydantic's signature
        """Give no title made from a name: titles tell the forms of values."""
        return False

    def int_schema(self, schema: core_schema.IntSchema) -> Schema:  # noqa: ARG002 - pydantic's signature
        """Take a number with and without quotation marks, as the record's own reader does."""
        pattern = {"pattern": f"^[0-9]{{1,{MOST_DIGITS}}}$", "patternErrorMessage": "Write digits only."}
        return {"title": "whole number", "type": ["integer", "string"], "minimum": 1, **pattern}

    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        """Say in words what a pattern asks for."""
        told = super().str_schema(schema)
        return {**told, **_in_words(told["pattern"])} if told.get("pattern") in PATTERNS else told

    def enum_schema(self, schema: core_schema.EnumSchema) -> Schema:
        """Add the meanings of the words."""
        told = super().enum_schema(schema)
        words: type[StrEnum] = schema["cls"]
        meanings = [word.meaning for word in words if isinstance(word, Word)]
        # This key is no part of the standard; editors show its texts beside the words that they offer.
        return {**told, "enumDescriptions": meanings}

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> Schema:
        """Say of an id what it is the id of."""
        told = super().function_after_schema(schema)
        rule = schema["function"]["function"]
        if isinstance(rule, Resolves):
            return {**told, "title": f"{rule.kind} id", "pattern": ID_PATTERN, **_in_words(ID_PATTERN)}
        return told

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> Schema:
        """Leave out a key that is no part of the standard."""
        told = super().tagged_union_schema(schema)
        return {"oneOf": told["oneOf"]}

    def sort(self, value: Schema, parent_key: str | None = None) -> Schema:  # noqa: ARG002 - pydantic's signature
        """Keep the model's order."""
        return value


def _in_words(pattern: str) -> Schema:
    # This key is no part of the standard; editors show its text in place of the pattern.
    words = PATTERNS[pattern]
    return {"patternErrorMessage": f"{words[:1].upper()}{words[1:]}."}


def _name_limits(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Call a limit as the standard does: pydantic keeps its own word where the limit is set around a function."""
    if isinstance(value, dict):
        return {"maximum" if key == "le" else key: _name_limits(one) for key, one in value.items()}
    return [_name_limits(one) for one in value] if isinstance(value, list) else value

"""The keys of a dossier's records, each with its form, its meaning and an example, read out of the schemas."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.loading.schema import Schema, resolved

_PLURALS = {
    "entry": "entries",
    "later": "notes",
    "life stage": "stages",
    "party": "parties",
    "standing words": "standings",
}


@dataclass(frozen=True)
class Key:
    """A key of a record; ``form`` says what its value looks like, in words."""

    name: str
    form: str
    about: str
    is_required: bool
    examples: tuple[Any, ...]
    schema: Schema


def keys(record: Schema, defined: Mapping[str, Schema]) -> tuple[Key, ...]:
    """List the keys of a record, in the model's order; ``defined`` are the parts that its schema refers to."""
    return tuple(
        Key(name, form(one, defined), one["description"], name in record.get("required", ()), tuple(one["examples"]), one)
        for name, one in record["properties"].items()
    )


def form(schema: Schema, defined: Mapping[str, Schema]) -> str:
    """Say what a value looks like: "text, at most 34 characters", "date", "list of party ids", "word of layer"."""
    told = resolved(schema, defined)
    if "enum" in told:
        return f"word of {_spaced(told['title'])}"
    if "const" in told:
        return f"the word {told['const']}"
    if told["type"] == "array":
        return _list(told, form(told["items"], defined))
    if told["type"] == "object":
        return _spaced(told["title"]) if "properties" in told else "mapping"
    if "title" in told:
        return f"{told['title']}, at most {told['maximum']}" if "maximum" in told else str(told["title"])
    return f"text, at most {told['maxLength']} characters" if "maxLength" in told else "text"


def as_yaml(value: Any, *, inside: bool = False) -> str:  # noqa: ANN401 - whatever YAML can hold
    """Write a value on one line, with quotation marks where a text could be taken for something else."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {as_yaml(one, inside=True)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(as_yaml(one, inside=True) for one in value)}]"
    if isinstance(value, str) and (value.casefold() in _NO_TEXT or not (_PLAIN_INSIDE if inside else _PLAIN).fullmatch(value)):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


_DATED_ID = r"\d{4}(?:-\d\d)*-[a-z][a-z0-9-]*"
_PLAIN = re.compile(rf"[^\W\d_][^:#]*|{_DATED_ID}")
_PLAIN_INSIDE = re.compile(rf"[^\W\d_][^:#,\[\]{{}}]*|{_DATED_ID}")
_NO_TEXT = ("yes", "no", "on", "off", "true", "false", "null", "y", "n")


def _list(told: Schema, one: str) -> str:
    kind, comma, limit = one.partition(", ")
    least, most = told.get("minItems", 0), told.get("maxItems")
    count = "" if most is None else f"{least} " if least == most else f"{least} to {most} " if least else f"at most {most} "
    first, *rest = kind.split(" of ", 1)
    named = _PLURALS.get(first, f"{first}s")
    return f"list of {count}{' of '.join([named, *rest])}{comma}{limit}{' each' if limit else ''}"


def _spaced(name: str) -> str:
    return re.sub("(?<!^)(?=[A-Z])", " ", name).lower()

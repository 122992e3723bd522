"""A record's validation errors in plain English, made from the rule that was broken."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dashboard.loading.problems import Problem
from dashboard.loading.spelling import is_required, keys_at, keys_that_hold
from dashboard.loading.yaml_text import Place, Tree, YamlText
from dashboard.model.record import AT_KEY, COLOR_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, UNRESOLVED, nearest

LONGEST_VALUE = 80  # characters of a wrong value that a message repeats


def problems(error: ValidationError, text: YamlText, place: Place, kind: object) -> Iterator[Problem]:
    """Turn what pydantic found in the record at ``place``, which should be of some kind, into problems with line and field."""
    details = error.errors(include_url=False)
    meant = _misspelt(details, text.tree, place, kind)
    for detail in details:
        if detail["type"] == "missing" and detail["loc"] in meant.values():
            continue  # it is there, under a name of which a problem tells
        if detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]:
            continue  # pydantic counts the entries that are right; each wrong one has its own message
        tag = detail.get("ctx", {}).get("discriminator", "").strip("'")
        told_at = (detail["ctx"]["key"],) if detail["type"] == AT_KEY else (tag,) if tag else ()
        within = _within(text.tree, place, (*detail["loc"], *told_at))
        if (*place, *within) in text.unread:
            continue
        names = ".".join(str(part) for part in within if isinstance(part, str))
        line = text.line((*place, *within))
        key = meant.get(detail["loc"])
        message = f"is not a key of this record; did you mean '{key[-1]}'?" if key else _message(detail, kind)
        yield Problem(text.file, line, name_of(text.tree, place), names, message)


def name_of(tree: Tree, place: Place) -> str:
    """Name a record as readers know it: E41 where it has a number, or else its id, or its place in the file."""
    if not place or not isinstance(place[0], int) or not isinstance(tree, list):
        return ""
    record = tree[place[0]]
    if isinstance(record, dict):
        number, name = record.get("number"), record.get("id")
        if isinstance(number, str) and number.isdecimal():
            return f"E{number}"
        if isinstance(name, str) and name:
            return name
    return f"record {place[0] + 1}"


def _misspelt(details: Iterable[ErrorDetails], tree: Tree, place: Place, kind: object) -> Mapping[Place, Place]:
    """Find for each key that no record has the one that may be meant, as long as it does not stand there too."""
    found: dict[Place, Place] = {}
    for location in (detail["loc"] for detail in details if detail["type"] == "extra_forbidden"):
        given: Any = tree
        for part in (*place, *_within(tree, place, location)[:-1]):
            given = given[part]
        if keys_that_hold(kind, location):
            continue
        near = nearest(str(location[-1]), [key for key in keys_at(kind, location[:-1]) if key not in given])
        if near:
            found[location] = (*location[:-1], near)
    return found


def _within(tree: Tree, place: Place, location: tuple[str | int, ...]) -> Place:
    """Keep of a location what the file has: pydantic adds the name of a union's branch, and a missing key is kept as last."""
    value: Any = tree
    for part in place:
        value = value[part]
    kept: list[str | int] = []
    for position, part in enumerate(location):
        last = position == len(location) - 1
        if isinstance(value, dict) and (part in value or last):
            kept.append(part)
            value = value.get(part, "")
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            kept.append(part)
            value = value[part]
    return tuple(kept)


def _message(detail: ErrorDetails, kind: object) -> str:
    if detail["type"] == "extra_forbidden":
        return _no_key(detail["loc"], kind)
    word = _WORDS.get(detail["type"])
    message = word(detail.get("ctx", {}), detail["input"]) if word else detail["msg"].removeprefix("Value error, ")
    if not isinstance(detail["input"], str) or detail["input"].strip():
        return message
    right = message.partition("; ")[2]
    if detail["type"] == UNRESOLVED and not right.startswith("choose"):
        right = f"write the id of {detail['ctx']['kind']}"
    return f"is empty; {right}{'' if is_required(kind, detail['loc']) else ', or take it out'}"


def _no_key(location: Place, kind: object) -> str:
    parents = keys_that_hold(kind, location)
    right = f"it belongs under {' or '.join(parents)}; indent it" if parents else "take it out, or check its spelling"
    return f"is not a key of this record; {right}"


def _shown(value: object) -> str:
    if not isinstance(value, str):
        return "a list" if isinstance(value, list) else "a mapping"
    return f"'{value}'" if len(value) <= LONGEST_VALUE else f"'{value[:LONGEST_VALUE]}...'"


def _no_word(given: object, expected: str) -> str:
    words = expected.replace("'", "").replace(" or ", ", ")
    near = nearest(given, words.split(", ")) if isinstance(given, str) else ""
    guess = f"did you mean '{near}'? " if near else ""
    return f"{_shown(given)} is not one of its words; {guess}choose from {words}"


def _badly_written(given: str, pattern: str) -> str:
    return f"{_shown(given)} is not written as it has to be; {PATTERNS.get(pattern, f'it fits {pattern}')}"


PATTERNS = {
    COLOR_PATTERN: 'write "#" and six digits or letters from a to f, like "#2f5f3a"',
    ID_PATTERN: "write lower-case letters and digits, with single hyphens between them",
    LANGUAGE_PATTERN: 'write two lower-case letters, like "en"',
}


_Context: TypeAlias = Mapping[str, Any]

_WORDS: Mapping[str, Callable[[_Context, Any], str]] = {
    "missing": lambda _c, _i: "is missing; it is required",
    "enum": lambda c, i: _no_word(i, c["expected"]),
    "literal_error": lambda c, i: _no_word(i, c["expected"]),
    "union_tag_invalid": lambda c, i: _no_word(i[c["discriminator"].strip("'")], c["expected_tags"]),
    "union_tag_not_found": lambda _c, _i: "is missing; it is required",
    "string_too_short": lambda _c, _i: "is empty; write it",
    "string_too_long": lambda c, i: f"has {len(i)} characters; use at most {c['max_length']}",
    "string_type": lambda _c, _i: "is a list or a mapping; write plain text",
    "string_pattern_mismatch": lambda c, i: _badly_written(i, c["pattern"]),
    "too_short": lambda c, _i: f"has {c['actual_length']} entries; give at least {c['min_length']}",
    "too_long": lambda c, _i: f"has {c['actual_length']} entries; give at most {c['max_length']}",
    "tuple_type": lambda _c, i: f"{_shown(i)} is not a list; write it in square brackets or with hyphens",
    "int_parsing": lambda _c, i: f"'{i}' is not a whole number; write digits only",
    "int_type": lambda _c, _i: "is a list or a mapping; write digits only",
    "greater_than": lambda c, i: f"{i} is too small; use more than {c['gt']}",
    "greater_than_equal": lambda c, i: f"{i} is too small; use at least {c['ge']}",
    "less_than_equal": lambda c, i: f"{i} is too large; use at most {c['le']}",
    "model_type": lambda _c, i: f"{_shown(i)} is not a mapping; write it as keys and values",
    "dict_type": lambda _c, i: f"{_shown(i)} is not a mapping; write it as keys and values",
    "mapping_type": lambda _c, i: f"{_shown(i)} is not a mapping; write it as keys and values",
    "model_attributes_type": lambda _c, i: f"{_shown(i)} is not a mapping; write it as keys and values",
}

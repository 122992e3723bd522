"""What may stand only once in a dossier."""

from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.loading.messages import name_of
from dashboard.loading.numbers import next_free
from dashboard.loading.problems import Problem
from dashboard.loading.yaml_text import Place, Tree, YamlText

# File, path to the list that holds the records, field. A star stands for every record; "each" too, but for each one apart.
ONCE: tuple[tuple[str, Place, str], ...] = (
    ("dossier", ("tracks",), "id"),
    ("dossier", ("sides",), "id"),
    ("dossier", ("parties",), "id"),
    *((name, (), "id") for name in ("events", "measures", "positions", "briefs", "questions", "sources", "glossary", "people")),
    *(("events", (), field) for field in ("number", "label", "title")),
    *(("measures", (), field) for field in ("label", "title")),
    ("positions", ("*", "entries"), "id"),
    ("briefs", ("each", "scenes"), "id"),
    ("questions", (), "prompt"),
    ("sources", (), "URL"),
)


def check(texts: Mapping[str, YamlText]) -> Iterator[Problem]:
    """Find every value that repeats an earlier one, and name both records.

    Which of the two is the newer is not told by where they stand: only the numbers of events tell it.
    """
    for file, path, field in ONCE:
        text = texts[file]
        first: dict[tuple[Place, str], Place] = {}
        for place, record in _lanes(text) if path == ("tracks",) else _records(text.tree, path):
            value = record.get(field)
            apart = place[:1] if path[:1] == ("each",) else ()
            value = value.strip() if isinstance(value, str) else ""
            if not value:
                continue
            if (apart, value) in first:
                message = f"'{value}' {_shared(text, first[apart, value], place, field)}"
                yield Problem(text.file, text.line((*place, field)), name_of(text.tree, place), field, message)
            first.setdefault((apart, value), place)


def _shared(text: YamlText, one: Place, other: Place, field: str) -> str:
    """Say which two records share a value, and which of them should have another."""
    lines = [text.line((*place, field)) for place in (one, other)]
    names = [_named(text, place, field) for place in (one, other)]
    where = [f"{f'of {name} ' if name else ''}on line {line}" for name, line in zip(names, lines, strict=True)]
    if field == "number":
        free = next_free(record.get(field) for _, record in _records(text.tree, ()))
        return f"is the number {where[0]} and {where[1]}; give the newer of the two {free}, the next free one"
    numbers = [name.removeprefix("E") for name in names]
    newer = "the newer of the two"
    if text.file.stem == "events" and all(map(str.isdecimal, numbers)) and len(set(numbers)) > 1:
        newer = f"the newer, E{max(numbers, key=int)} by its number,"
    return f"is the {field} {where[0]} and {where[1]}; give {newer} its own"


def _named(text: YamlText, place: Place, field: str) -> str:
    """Name a record by what it does not share: an event by its number, or else a record by its id."""
    found: Any = text.tree
    for part in place:
        found = found[part]
    number, name = (str(found.get(key, "")).strip() for key in ("number", "id"))
    if field != "number" and text.file.stem == "events" and number.isdecimal():
        return f"E{number}"
    return name if field != "id" else ""


def _lanes(text: YamlText) -> Iterator[tuple[Place, dict[str, Tree]]]:
    """Find the spine and the tracks, which share their ids."""
    spine = text.tree.get("spine") if isinstance(text.tree, dict) else None
    if isinstance(spine, dict):
        yield ("spine",), spine
    yield from _records(text.tree, ("tracks",))


def _records(tree: Tree, path: Place, place: Place = ()) -> Iterator[tuple[Place, dict[str, Tree]]]:
    if path and path[0] in ("*", "each"):
        for index, item in enumerate(tree if isinstance(tree, list) else []):
            yield from _records(item, path[1:], (*place, index))
    elif path:
        if isinstance(tree, dict):
            yield from _records(tree.get(str(path[0]), []), path[1:], (*place, path[0]))
    elif isinstance(tree, list):
        yield from (((*place, index), item) for index, item in enumerate(tree) if isinstance(item, dict))

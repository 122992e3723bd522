"""What may stand only once in a dossier."""

from collections.abc import Iterator, Mapping

from dashboard.loading.messages import name_of
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
    """Find every value that repeats an earlier one, and name the place of the first."""
    for file, path, field in ONCE:
        text = texts[file]
        first: dict[tuple[Place, str], int] = {}
        for place, record in _lanes(text) if path == ("tracks",) else _records(text.tree, path):
            value = record.get(field)
            apart = place[:1] if path[:1] == ("each",) else ()
            value = value.strip() if isinstance(value, str) else ""
            if not value:
                continue
            line = text.line((*place, field))
            if (apart, value) in first:
                message = f"'{value}' stands on line {first[apart, value]} already; give each its own"
                yield Problem(text.file, line, name_of(text.tree, place), field, message)
            first.setdefault((apart, value), line)


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

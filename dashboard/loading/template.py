"""A new record to fill in: every key explained, with the words to choose from, and what can be known beforehand filled in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap
from types import MappingProxyType
from typing import Any

from dashboard.loading import next_event
from dashboard.loading.dossier import FRONT
from dashboard.loading.explanations import Key, as_yaml, keys
from dashboard.loading.problems import DossierError
from dashboard.loading.schema import Schema, resolved, schemas
from dashboard.loading.yaml_text import Tree, YamlText, read
from dashboard.model.dates import EventDate

FILES: Mapping[str, str] = {
    "event": "events",
    "source": "sources",
    "measure": "measures",
    "position": "positions",
    "question": "questions",
    "brief": "briefs",
    "term": "glossary",
    "person": "people",
}
WIDTH = 110  # characters of a comment's line

_ADVICE = """Fill in what is empty; [] takes a list, as [one, two]. A key behind a # may be left out: take the # away where you
need it. The examples are from an invented dispute. Take the comments out, and check with:"""

_DATED = {"event": "date", "source": "issued"}  # the kinds that may be begun from a date, with the key that holds it
_LISTED = {"track id": ("spine", "tracks"), "lane id": ("spine", "tracks"), "party id": ("parties",), "side id": ("sides",)}


def template(kind: str, folder: Path, date: str = "", variant: str = "") -> str:
    """Write a record of a kind (a key of ``FILES``) of the dossier in a folder; a study question comes in variants.

    Raises DossierError where a file that it takes from can't be read, and ValueError for a date that is none or has no use.
    """
    name = FILES[kind]
    if date and kind not in _DATED:
        message = f"a new {kind} is not begun from a date; leave the date out"
        raise ValueError(message)
    texts = {file: _read(folder, file) for file in dict.fromkeys((FRONT, name))}
    schema = schemas()[name]
    record = resolved(schema["items"], schema["$defs"])
    if "oneOf" in record:
        branches = [resolved(one, schema["$defs"]) for one in record["oneOf"]]
        record = next(one for one in branches if one["properties"]["kind"]["const"] == (variant or "choice"))
    given: dict[str, str] = {_DATED[kind]: as_yaml(date)} if date else {}
    if date:
        EventDate.parse(date)
    file = folder / f"{name}.yaml"
    where = f"It goes into {file}."
    if kind == "event":
        given |= next_event.begun(date, texts[name], texts[FRONT])
        where = next_event.where(date, texts[name], texts[FRONT])
    writing = _Writing(schema["$defs"], texts[FRONT].tree)
    told = (*_comment(f"{where} {_ADVICE}", ""), f"#   python -m dashboard check {folder}", "")
    lines = (*told, *writing.item(keys(record, schema["$defs"]), "", given))
    return "".join(f"{''.join(letter if letter.isprintable() else ' ' for letter in line)}\n" for line in lines)


def variants() -> tuple[str, ...]:
    """List the variants of a study question."""
    schema = schemas()["questions"]
    branches = (resolved(one, schema["$defs"]) for one in schema["items"]["oneOf"])
    return tuple(one["properties"]["kind"]["const"] for one in branches)


def _read(folder: Path, name: str) -> YamlText:
    text = read(folder / f"{name}.yaml")
    if text.problems:
        raise DossierError(text.problems)
    return text


@dataclass
class _Writing:
    """A template being written; lists of words that were told once are not told again."""

    defined: Mapping[str, Schema]
    front: Tree
    told: set[str] = field(default_factory=set)

    def item(self, members: Sequence[Key], indent: str, given: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
        """Write a record as an item of a list, with the values given; its first comment stands before the hyphen."""
        for key in members:
            is_first = key is members[0]
            yield from self.explained(key, indent if is_first else f"{indent}  ")
            yield from self.valued(key, f"{indent}{'- ' if is_first else '  '}", given.get(key.name, ""))

    def explained(self, key: Key, indent: str) -> Iterator[str]:
        """Write what a key means, its form, and the words to choose from."""
        yield from _comment(f"{key.about} ({key.form})", indent)
        items = key.schema.get("items", key.schema)
        words = dict(self.words(resolved(items, self.defined)))
        name = " ".join(words)
        if words and name not in self.told:
            self.told.add(name)
            widest = max(map(len, words))
            yield from (f"{indent}#   {word.ljust(widest)}  {meaning}" for word, meaning in words.items())

    def valued(self, key: Key, start: str, given: str = "") -> Iterator[str]:
        """Write a key with its value as far as that is known; one that may be left out as a comment, with an example."""
        told, indent = resolved(key.schema, self.defined), " " * (len(start) + 2)
        if not key.is_required and not given:
            yield f"{start}# {key.name}: {as_yaml(key.examples[0])}"
            return
        items = resolved(told.get("items", {}), self.defined)
        if "properties" in items:
            yield f"{start}{key.name}:"
            yield from self.item(keys(items, self.defined), indent)
        elif "properties" in told and told.get("required"):
            yield f"{start}{key.name}:"
            for member in keys(told, self.defined):
                yield from self.explained(member, indent)
                yield from self.valued(member, indent)
        else:
            empty = "[]" if "items" in told else "{}" if told["type"] == "object" else ""
            yield f"{start}{key.name}: {given or told.get('const', empty)}".rstrip()

    def words(self, schema: Schema) -> Iterator[tuple[str, str]]:
        """List the words that a value is chosen from: the format's own, or the dossier's."""
        if "enum" in schema:
            yield from zip(schema["enum"], schema["enumDescriptions"], strict=True)
        front: Any = self.front if isinstance(self.front, dict) else {}
        for part in _LISTED.get(schema.get("title", ""), ()):
            if part == "spine" and schema["title"] == "track id":
                continue  # no track
            some = front.get(part, [])
            for one in some if isinstance(some, list) else [some]:
                if isinstance(one, dict):
                    yield str(one.get("id", "")), str(one.get("name", one.get("title", "")))


def _comment(text: str, indent: str) -> Iterator[str]:
    return (f"{indent}# {line}" for line in wrap(" ".join(text.split()), WIDTH - len(indent) - 2, break_long_words=False))

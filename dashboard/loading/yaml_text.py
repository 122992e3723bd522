"""YAML read as text: every scalar a string, every value with the line where it stands.

PyYAML's own loaders turn dates, years and ``no`` into other types and keep the last of two equal keys without a word. Here only
its parser is used, and the model decides what the text means.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from dashboard.loading.problems import Problem

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
Place: TypeAlias = tuple[str | int, ...]  # keys and indices from the top of the file


DEEPEST = 20  # levels of lists and mappings; a dossier needs six
LARGEST = 4_000_000  # bytes of a file; the largest of a dossier of a thousand events has about one million
MOST_RECORDS = 10_000  # of a file, and entries of any list
LONGEST_KEY = 200  # characters
LONGEST = 20_000  # characters of one text


# Control characters but the end of a line, what turns or marks the direction of writing, what has no width, and private use.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ue000-\uf8ff]"
)


@dataclass(frozen=True)
class YamlText:
    """A file's values as text, the line of each, and what was wrong on the way."""

    file: Path
    tree: Tree
    lines: Mapping[Place, int]
    problems: tuple[Problem, ...]
    unread: frozenset[Place] = frozenset()  # places whose value was refused already
    hidden: tuple[str, ...] = ()  # ids of records that were not read because the hyphen before them is missing

    def line(self, place: Place) -> int:
        """Find the line of a value, or of the nearest value around it that exists."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(file: Path) -> YamlText:
    """Read a file; what can't be read is a problem of the result, never an exception."""
    try:
        node = _compose(file)
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        line, message = _refusal(error, file)
        return YamlText(file, [], {}, (Problem(file, line, "", "", message),))
    reading = _Reading(file)
    tree = reading.value(node, ()) if node else []
    return YamlText(file, tree, reading.lines, tuple(reading.problems), frozenset(reading.places), tuple(reading.hidden))


class _TooLargeError(ValueError):
    """A file that is larger than any of a dossier needs to be."""


def _compose(file: Path) -> yaml.Node | None:
    size = file.stat().st_size
    if size > LARGEST:
        message = f"has {size:,} bytes; a file of a dossier has at most {LARGEST:,}"
        raise _TooLargeError(message)
    node: yaml.Node | None = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return node


def _refusal(error: Exception, file: Path) -> tuple[int, str]:
    """Say why a file was not read, and on which line."""
    match error:
        case _TooLargeError():
            return 1, str(error)
        case OSError():
            return 1, f"can't be read ({error.strerror}); put the file there"
        case UnicodeDecodeError():
            return 1, f"is not UTF-8 text ({error.reason}); save it as UTF-8"
        case RecursionError():
            return 1, f"is nested too deep; use at most {DEEPEST} levels"
        case yaml.MarkedYAMLError():
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else 1
            advice = "check indentation, quotation marks and colons near this line"
            told = f"is not YAML: {error.problem or error.context}; {advice}"
            return line, "a tab stands where spaces belong; use spaces" if _is_indented_by_tab(file, line) else told
    return 1, f"is not YAML: {' '.join(str(error).split())}; take the character out"  # one that YAML does not allow


def _is_indented_by_tab(file: Path, line: int) -> bool:
    rows = file.read_text(encoding="utf-8").split("\n")
    row = rows[line - 1] if line <= len(rows) else ""
    return "\t" in row[: len(row) - len(row.lstrip())]


@dataclass
class _Reading:
    file: Path
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)
    hidden: list[str] = field(default_factory=list)

    def value(self, node: yaml.Node, place: Place, line: int = 0) -> Tree:
        self.lines[place] = line or node.start_mark.line + 1
        if id(node) in self.seen:  # an alias: never followed, so that no file can unfold into a larger one
            self._problem(place, "is an alias of another value; write the value out")
            return ""
        if len(place) > DEEPEST:
            self._problem(place, f"stands more than {DEEPEST} levels deep; a record of a dossier is not so deep")
            return ""
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            if len(node.value) > MOST_RECORDS:
                what = "entries; a list of a dossier" if place else "records; a file of a dossier"
                self._problem(place, f"has {len(node.value):,} {what} has at most {MOST_RECORDS:,}")
                return []
            return [self.value(item, (*place, index)) for index, item in enumerate(node.value)]
        return self._text(str(node.value), place)

    def _text(self, text: str, place: Place) -> str:
        if len(text) > LONGEST:
            self._problem(place, f"has {len(text):,} characters; a text of a dossier has at most {LONGEST:,}")
            return ""
        unseen = _UNSEEN.search(text)
        if unseen:
            self._problem(place, f"has a character that can't be seen, U+{ord(unseen[0]):04X}; take it out")
            return ""
        return text

    def _mapping(self, node: yaml.MappingNode, place: Place) -> Tree:
        found: dict[str, Tree] = {}
        twice: list[yaml.ScalarNode] = []
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._problem(place, "has a key that is not plain text; write a word before the colon", key)
            elif len(key.value) > LONGEST_KEY:
                self._problem(place, f"has a key of {len(key.value):,} characters; a key has at most {LONGEST_KEY}", key)
            elif key.value in found and key.value == "id" and place and isinstance(place[-1], int):
                line = key.start_mark.line + 1  # what follows belongs to another record
                self._problem((*place, "id"), f"a second id stands on line {line}; is the hyphen before it missing?", key)
                self.hidden.append(str(value.value))
                return found
            elif key.value in found:
                twice.append(key)
            else:
                found[key.value] = self.value(value, (*place, key.value), key.start_mark.line + 1)
        for key in twice:
            self._problem((*place, key.value), "stands twice in this record; keep one of the two", key)
        return found

    def _problem(self, place: Place, message: str, node: yaml.Node | None = None) -> None:
        names = ".".join(str(part) for part in place if isinstance(part, str))
        line = node.start_mark.line + 1 if node else self.lines[place]
        self.problems.append(Problem(self.file, line, "", names, message))
        self.places.add(place)

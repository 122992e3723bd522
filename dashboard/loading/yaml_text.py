"""YAML read as text: every scalar a string, every value with the line where it stands.

PyYAML's own loaders turn dates, years and ``no`` into other types and keep the last of two equal keys without a word. Here only
its parser is used, and the model decides what the text means.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from dashboard.loading.problems import Problem

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"
Place: TypeAlias = tuple[str | int, ...]  # keys and indices from the top of the file


DEEPEST = 20  # levels of lists and mappings; a dossier needs six


@dataclass(frozen=True)
class YamlText:
    """A file's values as text, the line of each, and what was wrong on the way."""

    file: Path
    tree: Tree
    lines: Mapping[Place, int]
    problems: tuple[Problem, ...]
    unread: frozenset[Place] = frozenset()  # places whose value was refused already

    def line(self, place: Place) -> int:
        """Find the line of a value, or of the nearest value around it that exists."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read(file: Path) -> YamlText:
    """Read a file; what can't be read is a problem of the result, never an exception."""
    try:
        node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except OSError as error:
        return YamlText(file, [], {}, (Problem(file, 1, "", "", f"can't be read ({error.strerror}); put the file there"),))
    except UnicodeDecodeError as error:
        return YamlText(file, [], {}, (Problem(file, 1, "", "", f"is not UTF-8 text ({error.reason}); save it as UTF-8"),))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        message = f"is not YAML: {error.problem or error.context}; check indentation, quotation marks and colons near this line"
        return YamlText(file, [], {}, (Problem(file, line, "", "", message),))
    except RecursionError:
        return YamlText(file, [], {}, (Problem(file, 1, "", "", f"is nested too deep; use at most {DEEPEST} levels"),))
    except yaml.YAMLError as error:  # a character that YAML does not allow
        reason = " ".join(str(error).split())
        return YamlText(file, [], {}, (Problem(file, 1, "", "", f"is not YAML: {reason}; take the character out"),))
    reading = _Reading(file)
    tree = reading.value(node, ()) if node else []
    return YamlText(file, tree, reading.lines, tuple(reading.problems), frozenset(reading.places))


@dataclass
class _Reading:
    file: Path
    lines: dict[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)

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
            return [self.value(item, (*place, index)) for index, item in enumerate(node.value)]
        return str(node.value)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> Tree:
        found: dict[str, Tree] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._problem(place, "has a key that is not plain text; write a word before the colon", key)
            elif key.value in found:
                self._problem((*place, key.value), "stands twice in this record; keep one of the two", key)
            else:
                found[key.value] = self.value(value, (*place, key.value), key.start_mark.line + 1)
        return found

    def _problem(self, place: Place, message: str, node: yaml.Node | None = None) -> None:
        names = ".".join(str(part) for part in place if isinstance(part, str))
        line = node.start_mark.line + 1 if node else self.lines[place]
        self.problems.append(Problem(self.file, line, "", names, message))
        self.places.add(place)

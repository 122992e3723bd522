"""The tables and examples of data/README.md, written from the model: ``python -m tests.data_dictionary`` writes them anew."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

from dashboard.loading.explanations import Key, as_yaml, keys
from dashboard.loading.schema import Schema, schemas
from dashboard.model.vocabulary import Word

ROOT = Path(__file__).parents[1]
README = ROOT / "data" / "README.md"
EXAMPLES = ROOT / "dashboard" / "loading" / "examples.yaml"

LONGEST = 60  # characters of an example in a table; a whole record stands below

# A marker, and the table or block of code below it that is written from the model.
_WRITTEN = re.compile(r"^<!-- (keys|words|example): (.+?) -->\n(?:\n?(?:\|.*\n)+|\n?```yaml\n(?:.*\n)*?```\n)?", re.MULTILINE)


def records() -> dict[str, tuple[Schema, dict[str, Schema]]]:
    """Give the schema of every record by the name of its model, with the parts that it refers to."""
    found: dict[str, tuple[Schema, dict[str, Schema]]] = {}
    for schema in schemas().values():
        defined = schema["$defs"]
        top = {"FrontMatter": schema} if "properties" in schema else {schema["items"].get("title", ""): schema["items"]}
        parts = {name: part for name, part in (top | defined).items() if "properties" in part}
        found |= {name: (part, defined) for name, part in parts.items() if name not in found}
    return found


def words() -> dict[str, type[Word]]:
    """Give the closed lists of words by name."""
    return {one.__name__: one for one in Word.__subclasses__()}


def written(text: str) -> str:
    """Write all tables and examples of a text anew."""
    return _WRITTEN.sub(lambda found: f"<!-- {found[1]}: {found[2]} -->\n\n{_part(found[1], found[2])}", text)


def row(key: Key) -> str:
    """Write the row of a key."""
    needed = "yes" if key.is_required else "no"
    about = key.about.replace("|", "\\|")
    return f"| `{key.name}` | {needed} | {key.form} | {about} | {_shown(key.examples[0])} |"


def word_row(word: Word) -> str:
    """Write the row of a word."""
    return f"| `{word}` | {word.meaning} |"


def example(name: str, number: int | None = None) -> str:
    """Give the text of an example: a file's whole, or one record of its list, counted from 1."""
    text = EXAMPLES.read_text(encoding="utf-8")
    [section] = re.findall(rf"^{name}:\n((?:[ ].*\n|\n)+)", text, re.MULTILINE)
    whole = dedent(section).strip("\n") + "\n"
    return whole if number is None else re.split(r"^(?=- )", whole, flags=re.MULTILINE)[number].rstrip("\n") + "\n"


def _part(kind: str, about: str) -> str:
    name, *rest = about.split()
    if kind == "example":
        return f"```yaml\n{example(name, int(rest[0]) if rest else None)}```\n"
    return "".join(f"{line}\n" for line in (_keys(name, rest) if kind == "keys" else _words(name)))


def _keys(name: str, chosen: list[str]) -> Iterator[str]:
    yield from ("| key | needed | form | what | example |", "|---|---|---|---|---|")
    yield from (row(key) for key in keys(*records()[name]) if not chosen or key.name in chosen)


def _words(name: str) -> Iterator[str]:
    spaced = re.sub("(?<!^)(?=[A-Z])", " ", name).lower()
    yield from (f"| word of {spaced} | meaning |", "|---|---|")
    yield from (word_row(word) for word in words()[name])


def _shown(value: Any) -> str:
    text = as_yaml(value)
    if len(text) > LONGEST:
        text = f"{text[:LONGEST].rpartition(' ')[0]} …"
    return f"`{text}`".replace("|", "\\|")


if __name__ == "__main__":
    README.write_text(written(README.read_text(encoding="utf-8")), encoding="utf-8")

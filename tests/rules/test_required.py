"""What the format calls required is missed where it is not there."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from dashboard.loading.dossier import examine
from dashboard.loading.yaml_text import Tree, read
from tests.record import HARBOUR
from tests.rules.format_cases import KEYED, break_in

# File and keys down to the mapping that has them, and the keys that the format requires of it.
REQUIRED = {
    "dossier": "title subtitle edition edited window cutoff about method spine tracks standings sides changes parties",
    "dossier spine": "id title description symbol color dark_color",
    "dossier tracks": "id title description symbol color dark_color question aim",
    "dossier standings": "id title meaning glyph",
    "dossier sides": "id title place",
    "dossier key_document": "source passages",
    "dossier key_document passages": "locator title summary",
    "dossier strategy": "finding review aims tracks",
    "dossier strategy aims": "title locator",
    "dossier changes": "edition date text",
    "dossier parties": "id name short side",
    "events": "id number date label title summary tracks kind layer importance parties standing sources",
    "events later": "known text sources",
    "events responds_to": "event grounds",
    "events sources": "id",
    "measures": "id track order label title by what stop_condition stages sources",
    "measures stop_condition": "text standing sources",
    "measures stages": "stage event",
    "positions": "id question summary entries",
    "positions entries": "id date by kind says sources",
    "briefs": "id title audience minutes scenes",
    "briefs scenes": "id title message notes view page seconds",
    "questions": "id kind level prompt options answer explanation events sources",
    "sources": "id type title rank language",
    "glossary": "id term definition sources",
    "people": "id name offices sources",
    "people offices": "office party",
}
CASES = [(path, key) for path, keys in REQUIRED.items() for key in keys.split()]


@pytest.mark.parametrize(("path", "key"), CASES, ids=[f"{path} {key}" for path, key in CASES])
def test_a_required_key_that_is_not_there_is_missed(tmp_path: Path, path: str, key: str) -> None:
    folder = copytree(HARBOUR, tmp_path / "harbour")
    for edit in KEYED:
        break_in(folder, edit)
    name, *way = path.split()
    file = folder / f"{name}.yaml"
    tree = read(file).tree
    del next(_at(tree, way))[key]
    file.write_text(yaml.dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    found = {(problem.field, problem.message) for problem in examine(folder).problems}
    assert (".".join((*way, key)), "is missing; it is required") in found


def _at(tree: Tree, way: list[str]) -> Iterator[dict[str, Tree]]:
    """Find the mappings at the end of a way of keys."""
    if isinstance(tree, list):
        for one in tree:
            yield from _at(one, way)
    elif isinstance(tree, dict) and not way:
        yield tree
    elif isinstance(tree, dict) and way[0] in tree:
        yield from _at(tree[way[0]], way[1:])

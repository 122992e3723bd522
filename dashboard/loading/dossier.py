"""A dossier's folder into the model."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from dashboard.loading import messages, uniqueness
from dashboard.loading.problems import Breach, DossierError, Problem
from dashboard.loading.yaml_text import Place, Tree, YamlText, read
from dashboard.model.briefs import Brief
from dashboard.model.dossier import Dossier, FrontMatter
from dashboard.model.events import Event
from dashboard.model.glossary import Term
from dashboard.model.measures import Measure
from dashboard.model.people import Person
from dashboard.model.positions import ContestedQuestion
from dashboard.model.questions import StudyQuestion
from dashboard.model.sources import Source

FRONT = "dossier"
RECORDS: Mapping[str, TypeAdapter[Any]] = {
    "events": TypeAdapter(Event),
    "measures": TypeAdapter(Measure),
    "positions": TypeAdapter(ContestedQuestion),
    "briefs": TypeAdapter(Brief),
    "questions": TypeAdapter(StudyQuestion),
    "sources": TypeAdapter(Source),
    "glossary": TypeAdapter(Term),
    "people": TypeAdapter(Person),
}


Rule = Callable[[Dossier], Iterable[Breach]]


def load(folder: Path, rules: Iterable[Rule] = ()) -> Dossier:
    """Read the nine files of a dossier, and hold it to the rules between its records.

    Raises DossierError with every problem found, in the order of files and lines. The rules are tried only on a dossier whose
    records are all right by themselves.
    """
    texts = {name: read(folder / f"{name}.yaml") for name in (FRONT, *RECORDS)}
    ids = _ids(texts)
    problems: list[Problem] = [problem for text in texts.values() for problem in text.problems]
    problems += _unknown_files(folder)
    problems += uniqueness.check(texts)
    front = _validate_front(texts[FRONT], ids, problems)
    records = {name: tuple(_validate_all(adapter, texts[name], ids, problems)) for name, adapter in RECORDS.items()}
    if problems or front is None:
        raise DossierError(tuple(sorted(set(problems))))
    dossier = Dossier(front, **records)
    problems += (_problem(breach, texts[breach.file]) for rule in rules for breach in rule(dossier))
    if problems:
        raise DossierError(tuple(sorted(set(problems))))
    return dossier


def _problem(breach: Breach, text: YamlText) -> Problem:
    names = ".".join(part for part in breach.place if isinstance(part, str))
    return Problem(text.file, text.line(breach.place), messages.name_of(text.tree, breach.place), names, breach.message)


def _ids(texts: Mapping[str, YamlText]) -> Mapping[str, tuple[str, ...]]:
    """Find all ids, from the text, so that a record with a problem of its own makes no false problem elsewhere.

    A kind whose file could not be read is left out: then nothing is said of references to it.
    """
    files = {
        "event": "events",
        "measure": "measures",
        "question": "positions",
        "source": "sources",
        "term": "glossary",
        "person": "people",
    }
    found = {kind: _names(texts[file].tree) for kind, file in files.items() if _was_read(texts[file])}
    if _was_read(texts["positions"]):
        entries = (question.get("entries", "") for question in _records(texts["positions"].tree))
        found["entry"] = tuple(name for some in entries for name in _names(some))
    front = texts[FRONT].tree
    if isinstance(front, dict) and front:
        found |= {
            kind: _names(front.get(key, "")) for kind, key in (("track", "tracks"), ("side", "sides"), ("party", "parties"))
        }
        found["lane"] = (*_names([front.get("spine", "")]), *found["track"])
    return found


def _was_read(text: YamlText) -> bool:
    return bool(text.tree) or not text.problems


def _records(tree: Tree) -> list[dict[str, Tree]]:
    return [record for record in tree if isinstance(record, dict)] if isinstance(tree, list) else []


def _names(tree: Tree) -> tuple[str, ...]:
    ids = (record.get("id") for record in _records(tree))
    return tuple(name.strip() for name in ids if isinstance(name, str))


def _unknown_files(folder: Path) -> Iterator[Problem]:
    known = {f"{name}.yaml" for name in (FRONT, *RECORDS)}
    for file in sorted(folder.glob("*")) if folder.is_dir() else ():
        if file.name not in known and file.suffix in {".yaml", ".yml"}:
            yield Problem(file, 1, "", "", f"is no file of a dossier; choose from {', '.join(sorted(known))}")


def _validate_front(text: YamlText, ids: Mapping[str, tuple[str, ...]], problems: list[Problem]) -> FrontMatter | None:
    if isinstance(text.tree, dict):
        front: FrontMatter | None = _validate(TypeAdapter(FrontMatter), text, (), ids, problems)
        return front
    if not text.problems:
        problems.append(Problem(text.file, 1, "", "", "is not a mapping; write keys and values"))
    return None


def _validate_all(
    adapter: TypeAdapter[Any], text: YamlText, ids: Mapping[str, tuple[str, ...]], problems: list[Problem]
) -> Iterator[Any]:
    if not isinstance(text.tree, list):
        problems.append(Problem(text.file, 1, "", "", "is not a list; begin each record with a hyphen"))
        return
    for index in range(len(text.tree)):
        record = _validate(adapter, text, (index,), ids, problems)
        if record is not None:
            yield record
    if not text.tree and text.file.stem == "events" and not text.problems:
        problems.append(Problem(text.file, 1, "", "", "has no event; write at least one"))


def _validate(
    adapter: TypeAdapter[Any], text: YamlText, place: Place, ids: Mapping[str, tuple[str, ...]], problems: list[Problem]
) -> Any:  # noqa: ANN401 - whatever the adapter makes
    tree: Any = text.tree[place[0]] if place else text.tree  # type: ignore[index]
    try:
        return adapter.validate_python(tree, context=ids)
    except ValidationError as error:
        problems += messages.problems(error, text, place)
        return None

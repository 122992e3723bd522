"""A dossier's folder into the model."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from dashboard.model.record import nearest
from dashboard.model.sources import Source

FRONT = "dossier"
FORMAT = "FORMAT.md"
KINDS: Mapping[str, Any] = {
    FRONT: FrontMatter,
    "events": Event,
    "measures": Measure,
    "positions": ContestedQuestion,
    "briefs": Brief,
    "questions": StudyQuestion,
    "sources": Source,
    "glossary": Term,
    "people": Person,
}
RECORDS: Mapping[str, TypeAdapter[Any]] = {name: TypeAdapter(kind) for name, kind in KINDS.items() if name != FRONT}


EVERY_FILE = frozenset((FRONT, *RECORDS))


Check = Callable[[Dossier], Iterable[Breach]]


@dataclass(frozen=True)
class Rule:
    """A rule between records, and the files of which every record has to be right by itself before it can be tried.

    A rule that asks of each record what stands beside it needs no file whole: records that are wrong by themselves are left out
    of the dossier that it is tried on. One that counts, or that misses what is not there, needs the files that it counts in.
    """

    check: Check
    whole: frozenset[str] = EVERY_FILE


@dataclass(frozen=True)
class Examination:
    """A dossier with what is wrong with it; None where a problem, and not only warnings, was found."""

    dossier: Dossier | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def load(folder: Path, rules: Iterable[Rule] = ()) -> Dossier:
    """Read the nine files of a dossier, and hold it to the rules between its records.

    Raises DossierError with every problem found, in the order of files and lines; warnings are passed over.
    """
    found = examine(folder, rules)
    if found.dossier is None:
        raise DossierError(found.problems)
    return found.dossier


def examine(folder: Path, rules: Iterable[Rule] = ()) -> Examination:
    """Read the nine files of a dossier, and find everything that is wrong, and all that an editor should look at again.

    A record that is wrong by itself hides nothing of the others: each rule is tried on those that are right, as long as the files
    that it needs whole are. Only where the dossier's own file is wrong no rule can be tried, for it says what the others mean.
    """
    texts = {name: read(folder / f"{name}.yaml") for name in (FRONT, *RECORDS)}
    ids = _ids(texts)
    found: list[Problem] = [problem for text in texts.values() for problem in text.problems]
    found += _unknown_files(folder)
    found += uniqueness.check(texts)
    front = _validate_front(texts[FRONT], ids, found)
    records = {name: _validate_all(adapter, texts[name], ids, found) for name, adapter in RECORDS.items()}
    whole = EVERY_FILE - {problem.file.stem for problem in found}
    dossier = Dossier(front, **{name: tuple(kept.values()) for name, kept in records.items()}) if front else None
    if dossier and FRONT in whole:
        places = {name: tuple(kept) for name, kept in records.items()}
        breaches = (breach for rule in rules if rule.whole <= whole for breach in rule.check(dossier))
        found += (_problem(breach, texts[breach.file], places.get(breach.file)) for breach in breaches)
    problems, warnings = (tuple(sorted({one for one in found if one.warning is is_warning})) for is_warning in (False, True))
    return Examination(None if problems else dossier, problems, warnings)


def _problem(breach: Breach, text: YamlText, kept: Sequence[int] | None) -> Problem:
    """Turn a breach into a problem; its record was counted among those that were kept, and stands elsewhere in the file."""
    place, beside = (
        (kept[int(counted[0])], *counted[1:]) if kept is not None and counted else counted
        for counted in (breach.place, breach.beside)
    )
    names = ".".join(part for part in place if isinstance(part, str))
    message = f"{breach.message} (line {text.line(beside)})" if beside else breach.message
    return Problem(text.file, text.line(place), messages.name_of(text.tree, place), names, message, breach.warning)


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
    found = {kind: (*_names(texts[file].tree), *texts[file].hidden) for kind, file in files.items() if _was_read(texts[file])}
    if _was_read(texts["positions"]):
        entries = (question.get("entries", "") for question in _records(texts["positions"].tree))
        found["entry"] = (*(name for some in entries for name in _names(some)), *texts["positions"].hidden)
    front = texts[FRONT].tree
    if isinstance(front, dict) and front:
        found |= {
            kind: (*_names(front.get(key, "")), *texts[FRONT].hidden)
            for kind, key in (("track", "tracks"), ("side", "sides"), ("party", "parties"))
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
    """Find what stands beside the nine files; hidden files belong to other programs, and the format itself may stand there."""
    known = sorted(f"{name}.yaml" for name in KINDS)
    for file in sorted(folder.glob("*")) if folder.is_dir() else ():
        if file.name not in known and not file.name.startswith(".") and file.name != FORMAT:
            near = nearest(file.stem, KINDS)
            guess = f"did you mean '{near}.yaml'? " if near else ""
            yield Problem(file, 1, "", "", f"is no file of a dossier; {guess}choose from {', '.join(known)}")


def _validate_front(text: YamlText, ids: Mapping[str, tuple[str, ...]], problems: list[Problem]) -> FrontMatter | None:
    if isinstance(text.tree, dict):
        front: FrontMatter | None = _validate(TypeAdapter(FrontMatter), text, (), ids, problems)
        return front
    if not text.problems:
        problems.append(Problem(text.file, 1, "", "", "is not a mapping; write keys and values"))
    return None


def _validate_all(
    adapter: TypeAdapter[Any], text: YamlText, ids: Mapping[str, tuple[str, ...]], problems: list[Problem]
) -> Mapping[int, Any]:
    """Make the records of a file that are right by themselves, by their place in it."""
    if not isinstance(text.tree, list):
        problems.append(Problem(text.file, 1, "", "", "is not a list; begin each record with a hyphen"))
        return {}
    if not text.tree and text.file.stem == "events" and not text.problems:
        problems.append(Problem(text.file, 1, "", "", "has no event; write at least one"))
    made = {index: _validate(adapter, text, (index,), ids, problems) for index in range(len(text.tree))}
    twice = {name for name, count in Counter(_names(text.tree)).items() if count > 1}  # which of them is meant can't be told
    half_read = {place[0] for place in text.unread if place}
    return {
        index: record
        for index, record in made.items()
        if record is not None and record.id not in twice and index not in half_read
    }


def _validate(
    adapter: TypeAdapter[Any], text: YamlText, place: Place, ids: Mapping[str, tuple[str, ...]], problems: list[Problem]
) -> Any:  # noqa: ANN401 - whatever the adapter makes
    tree: Any = text.tree[place[0]] if place else text.tree  # type: ignore[index]
    try:
        return adapter.validate_python(tree, context=ids)
    except ValidationError as error:
        problems += messages.problems(error, text, place, KINDS[text.file.stem])
        return None

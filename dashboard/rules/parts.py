"""Every record of a dossier and every record within one, with its place in the files."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from dashboard.model.dossier import Dossier
from dashboard.model.record import Record
from dashboard.model.sources import Citation

FRONT = "dossier"

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Part:
    """A record, the file that it stands in, and its place there."""

    file: str
    place: Place
    record: Record


def parts(dossier: Dossier) -> Iterator[Part]:
    """Go through a dossier from top to bottom."""
    yield from _within(FRONT, (), dossier.front)
    for field in fields(dossier):
        if field.name != "front":
            for index, record in enumerate(getattr(dossier, field.name)):
                yield from _within(field.name, (index,), record)


def cited(dossier: Dossier) -> Iterator[tuple[Part, int, Citation]]:
    """Find each citation with the record that lists it, and its place in that list."""
    for part in parts(dossier):
        if isinstance(found := getattr(part.record, "sources", None), tuple):
            yield from ((part, index, citation) for index, citation in enumerate(found))


def texts(record: Record) -> Iterator[tuple[Place, str]]:
    """Find the texts that stand in a record itself, with the place of each in it."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, str):
            yield (field.alias or name,), value
        elif isinstance(value, tuple):
            yield from (((field.alias or name, index), one) for index, one in enumerate(value) if isinstance(one, str))


def _within(file: str, place: Place, record: Record) -> Iterator[Part]:
    yield Part(file, place, record)
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        key = field.alias or name
        if isinstance(value, Record):
            yield from _within(file, (*place, key), value)
        elif isinstance(value, tuple):
            for index, one in enumerate(value):
                if isinstance(one, Record):
                    yield from _within(file, (*place, key, index), one)

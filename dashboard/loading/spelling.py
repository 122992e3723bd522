"""The keys that may be meant where a record has one that none has: all that the model knows at that place."""

from collections.abc import Mapping
from functools import lru_cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel


def keys_at(kind: object, location: tuple[str | int, ...]) -> tuple[str, ...]:
    """Give the keys of the mapping that pydantic calls ``location`` in a record of some kind; none where it is no mapping."""
    return tuple(dict.fromkeys(key for one in _kinds_at(kind, location) for key in _fields(one)))


def keys_that_hold(kind: object, location: tuple[str | int, ...]) -> tuple[str, ...]:
    """Give the keys beside ``location`` under which records stand that have a key of that name: it may stand too far out."""
    beside = (pair for one in _kinds_at(kind, location[:-1]) for pair in _fields(one).items())
    return tuple(dict.fromkeys(key for key, held in beside if any(location[-1] in _fields(one) for one in _entries(held))))


def is_required(kind: object, location: tuple[str | int, ...]) -> bool:
    """Tell whether a key may not be left out; an entry of a list may be."""
    models = [one for one in _kinds_at(kind, location[:-1]) if isinstance(one, type) and issubclass(one, BaseModel)]
    fields = [field for one in models for name, field in one.model_fields.items() if (field.alias or name) == location[-1]]
    return any(field.is_required() for field in fields)


def _kinds_at(kind: object, location: tuple[str | int, ...]) -> tuple[object, ...]:
    kinds = _alternatives(kind)
    for part in location:
        kinds = tuple(inner for outer in kinds for inner in _within(outer, part))
    return kinds


def _entries(kind: object) -> tuple[object, ...]:
    """Give what a key holds: the entries, where it is a list."""
    return tuple(
        entry
        for one in _alternatives(kind)
        for entry in (_alternatives(get_args(one)[0]) if get_origin(one) is tuple else (one,))
    )


def _within(kind: object, part: str | int) -> tuple[object, ...]:
    if isinstance(part, int):
        return _alternatives(get_args(kind)[0]) if get_origin(kind) is tuple else ()
    if part in (_tag(kind) or ()):  # pydantic names the branch of a union as if it were a key
        return (kind,)
    if get_origin(kind) is Mapping:
        return _alternatives(get_args(kind)[1])
    return _alternatives(_fields(kind).get(part))


@lru_cache(maxsize=256)
def _fields(kind: object) -> Mapping[str, object]:
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return {}
    return {field.alias or name: field.annotation for name, field in kind.model_fields.items()}


def _tag(kind: object) -> tuple[Any, ...]:
    told = _fields(kind).get("kind")
    return get_args(told) if get_origin(told) is Literal else ()


def _alternatives(kind: object) -> tuple[object, ...]:
    """Take what surrounds a type off, and a union apart."""
    if kind is None or kind is NoneType:
        return ()
    if get_origin(kind) is Annotated:
        return _alternatives(get_args(kind)[0])
    if get_origin(kind) is None or get_origin(kind) in (tuple, Mapping, Literal):
        return (kind,)
    return tuple(inner for one in get_args(kind) for inner in _alternatives(one))

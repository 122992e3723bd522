"""The keys that may be meant where a record has one that none has: all that the model knows at that place."""

from collections.abc import Mapping
from functools import lru_cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel


def keys_at(kind: object, location: tuple[str | int, ...]) -> tuple[str, ...]:
    """Give the keys of the mapping that pydantic calls ``location`` in a record of some kind; none where it is no mapping."""
    kinds = _alternatives(kind)
    for part in location:
        kinds = tuple(inner for outer in kinds for inner in _within(outer, part))
    return tuple(dict.fromkeys(key for one in kinds for key in _fields(one)))


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

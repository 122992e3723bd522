"""What a script of ours told of in the browser: valid, or nothing, since anybody can send the server anything in its place."""

from datetime import date
from typing import Annotated, TypeVar

import streamlit as st
from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError

T = TypeVar("T")


def _written(value: object) -> date:
    if not isinstance(value, str):
        message = "a day is written as text; a number would be taken for seconds"
        raise ValueError(message)  # noqa: TRY004 - what pydantic turns into its own
    return date.fromisoformat(value)


Day = Annotated[date, BeforeValidator(_written)]


class Message(BaseModel):
    """What a script tells at once."""

    model_config = ConfigDict(frozen=True)


def read(kind: type[T], key: str, name: str) -> T | None:
    """Read what the component under a key told by a name; None where that is none of the kind, or nothing was told."""
    told = st.session_state.get(key, {})
    try:
        return TypeAdapter(kind).validate_python(told.get(name))
    except ValidationError:
        return None

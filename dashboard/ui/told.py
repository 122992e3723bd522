"""What a script of ours told of in the browser: valid, or nothing, since anybody can send the server anything in its place."""

from typing import TypeVar

import streamlit as st
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

T = TypeVar("T")


class Message(BaseModel):
    """What a script tells at once."""

    model_config = ConfigDict(frozen=True)


def read(kind: type[T], key: str, name: str) -> T | None:
    """Read what the component under a key told by a name; None where that is none of the kind, or nothing was told."""
    found = st.session_state[key].get(name) if key in st.session_state else None
    try:
        return TypeAdapter(kind).validate_python(found)
    except ValidationError:
        return None

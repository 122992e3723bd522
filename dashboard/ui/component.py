"""How a component of ours stands on a page: its script is a file that the browser fetches once and keeps."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from dashboard.ui.assets import MODULES

# Streamlit sends a component's script with every place where the component stands, each time. So what it is given is little:
# it imports the script, which the page says the address of (``frame``), and reads what the script is to show.
_SCRIPT = """
import run from "{module}";
const letters = new TextDecoder();
export default (parts) => run({{ ...parts, data: JSON.parse(letters.decode(parts.data)) }});
"""


def mount(name: str, html: str, data: Mapping[str, object] | bytes, **rest: Any) -> None:  # noqa: ANN401 - Streamlit's own arguments
    """Show the component whose script is ``browser/<name>.js``; its styles are the page's own.

    ``data`` is what the script is to show, as a mapping or written already. Raises KeyError where there is no such component.
    """
    _registered(name, html)(data=data if isinstance(data, bytes) else written(data), **rest)


def written(data: Mapping[str, object]) -> bytes:
    """Write what a script is to show as it is sent: Streamlit passes bytes on as they are, and would write a mapping twice."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def _registered(name: str, html: str) -> ComponentRenderer:
    module = f"component/{name}"
    if module not in MODULES:
        raise KeyError(module)
    return st.components.v2.component(f"dashboard.{name}", html=html, js=_SCRIPT.format(module=module), isolate_styles=False)

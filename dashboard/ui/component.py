"""How a component of ours is made from a script and markup beside this module, so that each script is a file of its own."""

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

SCRIPTS = Path(__file__).parent / "scripts"


@cache
def component(name: str, html: str) -> ComponentRenderer:
    """Register the component whose script is ``scripts/<name>.js``; its styles are the page's own."""
    script = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
    return st.components.v2.component(f"dashboard.{name}", html=html, js=script, isolate_styles=False)

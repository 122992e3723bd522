"""How a component of ours is made from a script and markup beside this module, so that each script is a file of its own."""

from functools import cache

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from dashboard import browser


@cache
def component(name: str, html: str) -> ComponentRenderer:
    """Register the component whose script is ``browser/<name>.js``; its styles are the page's own."""
    return st.components.v2.component(f"dashboard.{name}", html=html, js=browser.text(f"{name}.js"), isolate_styles=False)

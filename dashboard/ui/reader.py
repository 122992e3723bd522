"""Text of ours on the page: HTML from ``fragments``, whose links open events and whose buttons act without leaving the page."""

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.elements.lib.layout_utils import Width

from dashboard.ui import place
from dashboard.ui.component import component

Acts = Mapping[str, Callable[[], None]]


def show(key: str, html: str, acts: Acts | None = None, *, focus: str = "", width: Width = "stretch") -> None:
    """Show HTML under a key of the page.

    ``acts`` names what its ``data-act`` buttons do; ``focus`` the id of the element that takes the focus when it is new.
    """

    def opened() -> None:
        place.open_event(st.session_state[key].opened)

    def acted() -> None:
        act = (acts or {}).get(st.session_state[key].act)
        if act:
            act()

    component("reader", '<div class="reader"></div>')(
        key=key, data={"html": html, "focus": focus}, width=width, on_opened_change=opened, on_act_change=acted
    )

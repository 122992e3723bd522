"""The application with a fault in the page of positions and one in the exports; ``streamlit run`` starts it."""

from typing import Never

import streamlit as st

from app import app as whole
from dashboard.ui import exports, positions

DETAIL = "a detail that no reader may see"


def fail(*_: object) -> Never:
    """Fail, and say why."""
    raise RuntimeError(DETAIL)


positions.choose = fail  # type: ignore[assignment]

exports._answer = fail  # type: ignore[assignment]  # noqa: SLF001 - a fault may be anywhere

app = st.App("app.py")  # by this line Streamlit knows that there is an application here
app = whole

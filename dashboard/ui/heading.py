"""The heading and the foot of a page, and its colours."""

from importlib.metadata import version

import streamlit as st

from dashboard.figures import theme
from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.ui import place, reader

_MADE_WITH = tuple(f"{name} {version(name.lower())}" for name in ("Streamlit", "Plotly", "pandas"))


def colors(dossier: Dossier) -> None:
    """Give the page its colours, from the theme and the record's lanes."""
    look = theme.named(st.context.theme.type)
    shade = theme.mixed(look.ink, look.background, 0.05)
    st.html(render("colors.html", theme=look, shade=shade, lanes=dossier.front.lanes, large=place.current().large))


def show(title: str, subtitle: str) -> None:
    """Draw the title of a page."""
    reader.show("heading", render("heading.html", title=title, subtitle=subtitle))


def foot(dossier: Dossier) -> None:
    """Say at the end of a page which edition of the record it shows, and what it is made with."""
    front = dossier.front
    values = {"title": front.title, "edition": front.edition, "edited": front.edited, "versions": _MADE_WITH}
    reader.show("foot", render("foot.html", **values))

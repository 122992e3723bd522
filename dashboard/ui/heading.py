"""The heading of a page, and the styles of all pages."""

import streamlit as st

from dashboard.browser import FOLDER
from dashboard.figures import theme
from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.ui import place, reader

STYLES = FOLDER / "styles.css"


def styles(dossier: Dossier) -> None:
    """Give the page its styles, and its colours from the theme and the record's lanes."""
    look = theme.named(st.context.theme.type)
    shade = theme.mixed(look.ink, look.background, 0.05)
    st.html(render("colors.html", theme=look, shade=shade, lanes=dossier.front.lanes, large=place.current().large))
    st.html(STYLES)


def show(title: str, subtitle: str) -> None:
    """Draw the title of a page."""
    reader.show("heading", render("heading.html", title=title, subtitle=subtitle))

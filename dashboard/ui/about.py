"""How the record is made, and what changed in it."""

import streamlit as st

from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier


def show(dossier: Dossier) -> None:
    """Draw the dossier's own words about itself; they are Markdown, in which Streamlit lets no HTML through."""
    front = dossier.front
    st.header("About this record", anchor=False)
    st.markdown(front.about)
    st.header("How it is made", anchor=False)
    st.markdown(front.method)
    st.html(render("changes.html", front=front))

"""The entry script: navigation, and the controls that all pages share."""

import streamlit as st

from dashboard.fragments.rendering import render
from dashboard.ui import controls, heading, place, store

tables = store.tables()
if tables is None:
    st.html(render("broken.html"))
    st.stop()

front = tables.dossier.front
st.set_page_config(page_title=front.title, layout="wide", initial_sidebar_state="collapsed")
pages = [
    st.Page("pages/timeline.py", title="Timeline", url_path="timeline", default=True),
    st.Page("pages/sources.py", title="Sources", url_path="sources"),
]
page = st.navigation(pages, position="top")

heading.styles(tables.dossier)
place.arrive(tables, page.url_path)
heading.show(front.title if page.url_path == "" else page.title, front.subtitle if page.url_path == "" else front.title)
controls.show(tables)
page.run()
place.leave(tables)

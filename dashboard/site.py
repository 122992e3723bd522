"""The entry script: navigation, and the controls that all pages share."""

import streamlit as st

from dashboard.fragments.rendering import render
from dashboard.ui import controls, detour, frame, heading, logs, place, store
from dashboard.ui.frame import PAGES

if not store.is_usable():
    st.html(render("broken.html"))
    st.stop()

tables = store.tables()
front = tables.dossier.front
pages = [st.Page(page.script, title=page.title, url_path=path, default=not path) for path, page in PAGES.items()]
page = st.navigation(pages, position="top")
st.set_page_config(page_title=frame.title(page.url_path, front.title), layout="wide", initial_sidebar_state="collapsed")

opened = place.opened()
if opened and opened not in PAGES[page.url_path].shows:
    st.switch_page(next(other for other in pages if opened in PAGES[other.url_path].shows))
with logs.timed("run", page=page.title.lower()):
    place.arrive(tables, page.url_path)
    heading.colors(tables.dossier)
    heading.show(front.title if page.url_path == "" else page.title, front.subtitle if page.url_path == "" else front.title)
    controls.show(tables, PAGES[page.url_path].counts)
    page.run()
    heading.foot(tables.dossier)
    detour.show(tables, page.url_path)
    place.leave(tables)

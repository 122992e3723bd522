"""The timeline: what is shown, the figure with the chosen event beside it, the response panels."""

import streamlit as st

from dashboard.queries.selection import select
from dashboard.ui import event, panels, place, results, store

tables = store.tables()
shown = select(tables, place.selected())

with st.container(key="results-head", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
    results.say(shown, tables)
    results.switch()
results.notices(tables)
main, side = st.columns([0.72, 0.28], gap="medium")
with main:
    if shown.empty:
        results.offer_to_loosen(tables)
    else:
        results.show(shown, tables)
with side:
    event.show(shown, tables)
panels.show(shown, tables)

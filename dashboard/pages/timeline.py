"""The timeline: what is shown, the figure with the chosen event beside it, the response panels."""

import streamlit as st

from dashboard.queries.ghosts import ghosts
from dashboard.queries.selection import select
from dashboard.queries.sentence import describe
from dashboard.ui import event, panels, place, results

tables = place.tables()
shown = select(tables, place.selected())
outlined = ghosts(tables, place.current())

with st.container(key="results-head", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
    results.say(len(shown), describe(len(shown), tables, place.selected(), len(outlined)), tables)
    results.switch()
main, side = st.columns([0.72, 0.28], gap="medium")
with side:  # first, so that an event that is opened need not wait for the chart to be drawn
    event.show(shown, tables)
with main:
    if shown.empty:
        results.offer_to_loosen(tables.events, "event", place.selected(), tables)
    else:
        results.show(len(shown) + len(outlined), tables)
panels.show(tables)

"""Sources: what the selected events rest on, how they are made up, and how the record is made."""

import streamlit as st

from dashboard.fragments import balance, sources
from dashboard.queries.selection import select
from dashboard.queries.sentence import describe
from dashboard.ui import about, place, reader, results, store

tables = store.tables()
selection = place.selected()
shown = select(tables, selection)

results.say(describe(len(shown), tables, selection), tables)
if shown.empty:
    results.offer_to_loosen(tables.events, "event", selection, tables)
else:
    reader.show("balance", balance.charts(shown, tables.dossier, selection.window or tables.whole, selection.as_of))
    reader.show("sources", sources.of_events(shown, tables.dossier, place.links(tables).event, selection.as_of))
st.divider()
about.show(tables.dossier)

"""Sources: what the selected events rest on, and how the record is made."""

import streamlit as st

from dashboard.fragments import sources
from dashboard.queries.selection import select
from dashboard.ui import about, place, reader, results, store

tables = store.tables()
shown = select(tables, place.selected())

results.say(shown, shown.iloc[:0], tables)
if shown.empty:
    results.offer_to_loosen(tables)
else:
    reader.show("sources", sources.of_events(shown, tables.dossier, place.links(tables), place.selected().as_of))
st.divider()
about.show(tables.dossier)

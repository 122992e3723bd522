"""Sources: the key document, every source with what rests on it, how the selection is made up, and how the record is made."""

from dashboard.queries.selection import select
from dashboard.queries.sentence import describe
from dashboard.ui import place, results, sources

tables = place.tables()
selection = place.selected()
shown = select(tables, selection)

results.say(len(shown), describe(len(shown), tables, selection), tables)
if shown.empty:
    results.offer_to_loosen(tables.events, "event", selection, tables)
sources.show(shown, tables)

"""Positions: each contested question with what was claimed and answered; the open event beside them."""

from dashboard.queries.selection import reaching_on, select, select_entries
from dashboard.queries.sentence import of_entries
from dashboard.ui import event, place, positions, results, store

tables = store.tables()
selection = place.selected()
entries = select_entries(tables, selection)
shown = positions.on_question(entries)

results.say(of_entries(len(shown), tables, selection, place.current().question), tables)
positions.choose(entries, tables)
with event.beside(select(tables, selection), tables):
    if shown.empty:
        results.offer_to_loosen(positions.on_question(tables.entries), "position", reaching_on(tables, selection), tables)
    else:
        positions.show(shown, tables)

"""Positions: each contested question with what was claimed and answered; the open event beside them."""

from dashboard.queries.selection import on_question, reaching_on, select, select_entries
from dashboard.queries.sentence import of_entries
from dashboard.ui import event, place, positions, results

tables = place.tables()
selection = place.selected()
entries = select_entries(tables, selection)
question = place.current().question
shown = on_question(entries, question)

results.say(len(shown), of_entries(len(shown), tables, selection, question), tables)
positions.choose(entries, tables)
with event.beside(select(tables, selection), tables):
    if shown.empty and not tables.entries.empty:
        results.offer_to_loosen(on_question(tables.entries, question), "position", reaching_on(tables, selection), tables)
    else:
        positions.show(shown, tables)

"""Study: sets of questions to choose from, and their questions one at a time."""

from dashboard.queries.selection import select
from dashboard.queries.sentence import describe
from dashboard.ui import place, results, store, study

tables = store.tables()
selection = place.selected()

results.say(describe(len(select(tables, selection)), tables, selection), tables)
study.show(tables)

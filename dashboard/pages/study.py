"""Study: sets of questions to choose from, and their questions one at a time."""

from dashboard.queries.selection import select
from dashboard.queries.sentence import describe
from dashboard.ui import place, results, study

tables = place.tables()
selection = place.selected()

shown = select(tables, selection)
results.say(len(shown), describe(len(shown), tables, selection), tables)
study.show(tables)

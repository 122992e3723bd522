"""Brief: the told paths to choose from, and the selection as a path."""

from dashboard.queries.selection import select
from dashboard.queries.sentence import describe
from dashboard.ui import briefs, place, results

tables = place.tables()
shown = select(tables, place.selected())
sentence = describe(len(shown), tables, place.selected())

results.say(len(shown), sentence, tables)
briefs.show(len(shown), sentence, tables)

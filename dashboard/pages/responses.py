"""Responses: the strategy, the lives of the measures, and each track with its measures in full; the open event beside them."""

from dashboard.queries.selection import on_panel, reaching_on, select, select_measures
from dashboard.queries.sentence import of_measures
from dashboard.ui import event, place, responses, results

tables = place.tables()
selection = place.selected()
events = select(tables, selection)
panel = place.current().panel
measures = on_panel(select_measures(tables, selection), panel)

results.say(len(measures), of_measures(len(measures), tables, selection, panel), tables)
with event.beside(events, tables):
    if measures.empty and not tables.measures.empty:
        results.offer_to_loosen(on_panel(tables.measures, panel), "measure", reaching_on(tables, selection), tables)
    else:
        responses.say_if_hidden(measures, tables)
        responses.show(measures, events, tables)

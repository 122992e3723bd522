"""The responses on their page: strategy, chart of lives and panels, all tracks or one alone."""

import pandas as pd

from dashboard.fragments import responses
from dashboard.fragments.links import leading_from
from dashboard.fragments.rendering import render
from dashboard.queries import counts, lives
from dashboard.queries.selection import measures_known, reaching_on
from dashboard.queries.tables import Tables
from dashboard.ui import place, reader


def say_if_hidden(measures: pd.DataFrame, tables: Tables) -> None:
    """Where filters hide the measure that the address opens, say which, with a button that takes them off."""
    measure = place.current().measure
    known = measures_known(tables, place.selected().as_of)
    if not measure or measure in measures.index or measure not in known.index:
        return
    kinds = counts.hiding(known, tables, reaching_on(tables, place.selected()), measure)
    label = next(found.label for found in tables.dossier.measures if found.id == measure)
    html = render("hidden.html", label=label, kinds=[kind.label for kind in kinds])
    reader.show("hidden", html, {"show": lambda: place.take_off(tables, *kinds)})


def show(measures: pd.DataFrame, events: pd.DataFrame, tables: Tables) -> None:
    """Draw what is to be seen of the measures and events shown."""
    here, as_of = place.current(), place.selected().as_of
    dossier = tables.dossier
    links = leading_from(place.current(), tables)
    found = lives.of_measures(measures, dossier, as_of)
    strategy = "" if here.panel else responses.strategy(found, dossier, links, as_of)
    places = [(".lives-section", "How far each measure came")] if found else []
    places += [
        (
            ".panels",
            "The track alone" if here.panel else "Measures by track" if dossier.measures else "The tracks of the response",
        ),
        *([(".strategy", "How the response fits together")] if strategy else []),
    ]
    if len(places) > 1:
        reader.show("jumps", render("jumps.html", places=places))
    if found:
        reader.show("lives", responses.chart(found, tables, links, as_of))
    panels = responses.panels(found, events, dossier, links, as_of, here.panel, here.measure)
    acts = {f"panel-{track.id}": lambda track=track: place.go(panel=track.id) for track in dossier.front.tracks}
    reader.show("panels", panels, acts | {"all-panels": lambda: place.go(panel=None)}, focus=here.measure or "")
    if strategy:
        reader.show("strategy", strategy)

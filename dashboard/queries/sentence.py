"""The one sentence that says what is shown."""

from collections.abc import Iterator

from dashboard.model.dates import in_words
from dashboard.model.vocabulary import Importance, Layer
from dashboard.queries.address import words
from dashboard.queries.selection import Filter, Selection
from dashboard.queries.tables import Tables
from dashboard.queries.text import counted, listed, uncapitalized


def describe(shown: int, tables: Tables, selection: Selection, ghosts: int = 0) -> str:
    """Say how many of the record's events are shown and by what choice.

    "Showing 42 of 132 events: diplomatic and economic, July 2014 to December 2017, mentioning ports."
    """
    parts = ", ".join([*_parts(tables, selection), *([f"and {ghosts:,} not yet public in outline"] if ghosts else [])])
    return f"Showing {shown:,} of {counted(len(tables.events), 'event')}{': ' if parts else ''}{parts}."


def _parts(tables: Tables, selection: Selection) -> Iterator[str]:
    dossier = tables.dossier
    choices = words(tables)
    chosen = {kind: [word for word in choices[kind] if word in getattr(selection, kind)] for kind in choices}
    if chosen[Filter.TRACKS]:
        yield listed(uncapitalized(dossier.lane[lane].title) for lane in chosen[Filter.TRACKS])
    if selection.window:
        yield str(selection.window)
    if chosen[Filter.PARTIES]:
        yield f"acts of {listed((dossier.party[party].name for party in chosen[Filter.PARTIES]), 'or')}"
    if chosen[Filter.STANDINGS]:
        yield listed(
            (uncapitalized(words_.title) for words_ in dossier.front.standings if words_.id in selection.standings), "or"
        )
    if chosen[Filter.IMPORTANCES]:
        yield f"{listed((Importance(word).value for word in chosen[Filter.IMPORTANCES]), 'or')} events only"
    if chosen[Filter.LAYERS]:
        yield f"{listed((Layer(word).value for word in chosen[Filter.LAYERS]), 'or')} only"
    if selection.text:
        yield f"mentioning {selection.text}"
    if selection.as_of:
        yield f"as public on {in_words(selection.as_of)}"

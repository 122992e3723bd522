"""The one sentence that says what is shown."""

from collections.abc import Iterable, Iterator

from dashboard.model.dates import in_words
from dashboard.model.vocabulary import Importance, Layer
from dashboard.queries.address import words
from dashboard.queries.selection import Filter, Selection, reaching_on
from dashboard.queries.tables import Tables
from dashboard.queries.text import counted, listed, uncapitalized


def describe(shown: int, tables: Tables, selection: Selection, ghosts: int = 0) -> str:
    """Say how many of the record's events are shown and by what choice.

    "Showing 42 of 132 events: diplomatic and economic, July 2014 to December 2017, mentioning ports."
    """
    ghostly = [f"and {ghosts:,} not yet public in outline"] if ghosts else []
    return _say(shown, counted(len(tables.events), "event"), [*_parts(tables, selection, "acts of"), *ghostly])


def of_measures(shown: int, tables: Tables, selection: Selection, panel: str | None = None) -> str:
    """Say how many of the record's measures are shown, by what choice, and where a track is alone, which."""
    if tables.measures.empty:
        return "This record has no measures."
    alone = [f"{uncapitalized(tables.dossier.lane[panel].title)} alone"] if panel else []
    return _say(shown, counted(len(tables.measures), "measure"), [*alone, *_parts(tables, reaching_on(tables, selection), "by")])


def of_entries(shown: int, tables: Tables, selection: Selection, question: str | None = None) -> str:
    """Say how many of what was said to the contested questions is shown, by what choice and to which question."""
    if tables.entries.empty:
        return "This record has no contested questions."
    asked = [f"to “{found.question}”" for found in tables.dossier.positions if found.id == question]
    questions = counted(len(tables.dossier.positions), "contested question")
    said = f"{counted(len(tables.entries), 'position')} on {questions}"
    return _say(shown, said, [*asked, *_parts(tables, reaching_on(tables, selection), "by")])


def _say(shown: int, whole: str, parts: Iterable[str]) -> str:
    told = ", ".join(parts)
    return f"Showing {shown:,} of {whole}{': ' if told else ''}{told}."


def _parts(tables: Tables, selection: Selection, acting: str) -> Iterator[str]:
    dossier = tables.dossier
    choices = words(tables)
    chosen = {kind: [word for word in choices[kind] if word in getattr(selection, kind)] for kind in choices}
    if chosen[Filter.TRACKS]:
        yield listed(uncapitalized(dossier.lane[lane].title) for lane in chosen[Filter.TRACKS])
    if selection.window:
        yield str(selection.window)
    if chosen[Filter.PARTIES]:
        yield f"{acting} {listed((dossier.party[party].name for party in chosen[Filter.PARTIES]), 'or')}"
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

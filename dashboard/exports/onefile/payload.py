"""What the script of the one file is given: what to select from, what to say of it, and what to draw."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard.exports.extract import Extract
from dashboard.exports.onefile.placements import WIDTHS, Palette, placed
from dashboard.figures import words
from dashboard.figures.marks import outline
from dashboard.model.dates import in_words
from dashboard.model.vocabulary import Importance, Layer
from dashboard.queries import address, links, windows
from dashboard.queries.address import SETS
from dashboard.queries.selection import Filter, Selection, select
from dashboard.queries.text import uncapitalized
from dashboard.queries.windows import Window

OWN, LAST, WHOLE, CHOSEN = "own", "last", "whole", "chosen"


@dataclass(frozen=True)
class Offered:
    """A window that the file offers, and what its button says."""

    window: Window
    label: str


def offered(extract: Extract) -> Mapping[str, Offered]:
    """List the windows by name: the record's own, its years, its last weeks, the whole, and that of the extract."""
    own, whole = extract.tables.window, extract.tables.whole
    found = {OWN: Offered(own, f"{own.start.year}-{own.end.year}")}
    found |= {f"year-{year}": Offered(window, year) for year, window in windows.years(own).items()}
    found |= {LAST: Offered(windows.last_weeks(own), "Last six weeks"), WHOLE: Offered(whole, "Whole record")}
    chosen = extract.place.selection.window or whole
    if chosen not in [one.window for one in found.values()]:
        found[CHOSEN] = Offered(chosen, str(chosen))
    return found


def payload(extract: Extract) -> dict[str, Any]:
    """Put it together."""
    buttons, palette = offered(extract), Palette()
    drawn = placed(extract, {name: one.window for name, one in buttons.items()}, palette)
    known = select(extract.tables, Selection(as_of=extract.as_of))
    return {
        "total": len(extract.tables.events),
        "asOf": f"as public on {in_words(extract.as_of)}" if extract.as_of else "",
        "lanes": [lane.id for lane in extract.dossier.front.lanes],
        "laneTitles": [lane.title for lane in extract.dossier.front.lanes],
        "filters": _filters(extract),
        "windows": {name: _window(one) for name, one in buttons.items()},
        "spellings": {word: list(told) for word, told in extract.tables.spellings.items()},
        "events": [_event(str(name), row, extract) for name, row in known.iterrows()],
        "start": _start(extract, buttons),
        "widths": list(WIDTHS),
        "palette": palette.pairs(),
        "placements": drawn,
    }


def _filters(extract: Extract) -> list[dict[str, Any]]:
    """List the filters that choose from words: the parameter, the legend, and each word with its label and its phrase."""
    front, dossier = extract.dossier.front, extract.dossier
    told: Mapping[Filter, tuple[str, list[tuple[str, str, str, str]]]] = {
        Filter.TRACKS: ("Lanes", [(one.id, one.title, one.description, uncapitalized(one.title)) for one in front.lanes]),
        Filter.STANDINGS: ("Standing", [(one.id, one.title, one.meaning, uncapitalized(one.title)) for one in front.standings]),
        Filter.IMPORTANCES: ("Importance", [(one, one.label, one.meaning, one.value) for one in Importance]),
        Filter.LAYERS: ("Layer", [(one, one.label, one.meaning, one.value) for one in Layer]),
        Filter.PARTIES: ("Who acts", [(one.id, one.name, "", one.name) for one in dossier.front.parties]),
    }
    parameters = {kind: name for name, kind in SETS.items()}
    choices = address.words(extract.tables)
    marks = {lane.id: outline(lane.symbol, 8, 8, 12) for lane in front.lanes}
    return [
        {
            "parameter": parameters[kind],
            "legend": legend,
            "options": [
                {"id": word, "label": label, "hint": "" if extract.as_of else hint, "phrase": phrase}
                | ({"lane": word, "mark": marks[word]} if kind is Filter.TRACKS else {})
                for word, label, hint, phrase in options
            ],
            "order": list(choices[kind]),
        }
        for kind, (legend, options) in told.items()
    ]


def _window(one: Offered) -> dict[str, str]:
    start, end = one.window.start.isoformat(), one.window.end.isoformat()
    return {"label": one.label, "words": str(one.window), "from": start, "to": end}


def _event(name: str, row: pd.Series, extract: Extract) -> dict[str, Any]:
    dossier, as_of = extract.dossier, extract.as_of
    event = dossier.event[name]
    until = pd.Timestamp(as_of) if as_of else pd.Timestamp.max
    told = [words.of_mark(name, lane.id, 0, 0, dossier).partition(": ")[2] for lane in dossier.front.lanes]
    return {
        "id": name,
        "number": event.number,
        "label": event.label,
        "date": str(event.date),
        "year": event.date.earliest.year,
        "first": event.date.earliest.isoformat(),
        "last": _day(event.date.latest),
        "lanes": list(row["lanes"]),
        "acting": list(row["acting"]),
        "standing": event.standing.value,
        "importance": event.importance.value,
        "layer": event.layer.value,
        "words": "\n".join([row["words"], *(text for day, text in row["later_words"] if day <= until)]),
        "said": {lane.id: said for lane, said in zip(dossier.front.lanes, told, strict=True) if lane.id in row["lanes"]},
        "tip": words.in_full(event, dossier),
        "links": [[one.earlier, one.later, one.grounds.value] for one in links.to_draw(event, dossier, as_of)],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _start(extract: Extract, buttons: Mapping[str, Offered]) -> dict[str, Any]:
    selection = extract.place.selection
    window = selection.window or extract.tables.whole
    return {
        **{name: sorted(getattr(selection, kind)) for name, kind in SETS.items()},
        "q": selection.text,
        "window": next(name for name, one in buttons.items() if one.window == window),
        "event": extract.place.event,
    }

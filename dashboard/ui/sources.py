"""The page of sources: the key document, the sources with their controls, balance, glossary, people, and how it is made."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard.exports.bibliography import TEXTS
from dashboard.fragments import balance, glossary, key_document, people, sources
from dashboard.fragments.links import Links, leading_from
from dashboard.fragments.rendering import render
from dashboard.queries import address, support
from dashboard.queries.address import Address
from dashboard.queries.selection import Selection
from dashboard.queries.tables import Tables
from dashboard.ui import about, lookups, place, reader, told
from dashboard.ui.component import mount
from dashboard.ui.told import Message

_SIFT = "sift"
_SIFTED = ("rank", "language", "rests", "only", "find")
_KEPT = 16  # days as of which the parts that hang on no selection are kept

_Parts = tuple[tuple[str, str], ...]  # the key and the HTML of each


class _Sifted(Message):
    chosen: dict[str, str]
    number: int


def show(shown: pd.DataFrame, tables: Tables) -> None:
    """Draw all parts; what tells of the whole record is the same whatever is selected."""
    selection = place.selected()
    as_of, dossier = selection.as_of, tables.dossier
    fixed = dict(_fixed(tables, as_of))
    here = leading_from(place.current(), tables).event
    reader.show("jumps", render("jumps.html", places=_places(fixed, has_events=not shown.empty)))
    _read(fixed, "key-document")
    _sift(shown, tables)
    _read(fixed, "sources")
    if not shown.empty:
        reader.show("thin", sources.thin(shown, dossier, here, as_of))
        reader.show("balance", balance.charts(shown, dossier, selection.window or tables.whole, as_of))
    _read(fixed, "glossary")
    _read(fixed, "people")
    about.show(dossier, _links(tables, as_of).event, as_of)


def _read(fixed: dict[str, str], part: str) -> None:
    if fixed[part]:
        reader.show(part, fixed[part])


def _places(fixed: dict[str, str], *, has_events: bool) -> list[tuple[str, str]]:
    places = (
        (".key-document", "The key document", fixed["key-document"]),
        (".sift", "Sources", True),
        (".thin", "Thinly supported", has_events),
        (".balance", "Balance", has_events),
        (".glossary", "Glossary", fixed["glossary"]),
        (".careers", "People", fixed["people"]),
        (".method", "Method and changes", True),
    )
    return [(target, words) for target, words, is_there in places if is_there]


@lru_cache(maxsize=_KEPT)
def _fixed(tables: Tables, as_of: date | None) -> _Parts:
    links = _links(tables, as_of)
    return (
        ("key-document", key_document.in_order(tables, links, as_of)),
        ("sift", sources.sift(tables, as_of)),
        ("sources", sources.every(tables, links, as_of, TEXTS)),
        ("glossary", glossary.in_full(tables, links, as_of)),
        ("people", people.chart(tables, links.event, as_of)),
    )


def _links(tables: Tables, as_of: date | None) -> Links:
    """Lead into the whole record, where everything that rests on a source is shown, whatever is selected."""
    return leading_from(Address(Selection(window=tables.whole, as_of=as_of)), tables)


def _sift(shown: pd.DataFrame, tables: Tables) -> None:
    here = place.current()

    def sifted() -> None:
        said = told.read(_Sifted, _SIFT, "told")
        if said:
            wanted, _ = address.read({name: [said.chosen.get(name, "")] for name in _SIFTED}, tables)
            place.go(**{name: getattr(wanted, name) for name in _SIFTED})

    said = told.read(_Sifted, _SIFT, "told")
    events = [tables.dossier.event[str(name)] for name in shown.index]
    start = address.start(tables).selection
    mount(
        "sift",
        '<div class="sift reader" tabindex="-1"></div>',
        {
            "html": dict(_fixed(tables, here.selection.as_of))["sift"],
            "chosen": {name: getattr(here, name) or "" for name in _SIFTED},
            "selected": sorted(support.resting_on(events, tables.dossier, here.selection.as_of)),
            "isNarrowed": replace(here.selection, as_of=None) != start,
            "citations": f".{lookups.citations()}",
            "answers": said.number if said else 0,
        },
        key=_SIFT,
        default={"told": None},
        on_told_change=sifted,
    )

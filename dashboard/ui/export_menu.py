"""The one menu of all exports: what will be in them, and where each can be had."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from dashboard.exports.deck.ratio import Ratio
from dashboard.exports.handout import Paper
from dashboard.exports.kinds import KINDS
from dashboard.figures import theme
from dashboard.fragments.rendering import render
from dashboard.model.vocabulary import PageName
from dashboard.queries import address
from dashboard.queries.address import Address
from dashboard.queries.selection import select
from dashboard.queries.sentence import describe
from dashboard.queries.tables import Tables
from dashboard.ui import memory, place, timeline
from dashboard.ui.component import mount

_GROUPS: Mapping[str, tuple[str, ...]] = {
    "For a room": ("pptx", "html", "handout"),
    "The chart": ("svg",),
    "Data": ("csv", "json", "ics", "zip"),
    "Citations": ("ris", "bib", "csl"),
}


@dataclass(frozen=True)
class Way:
    """A link of the menu: to be saved, opened in a tab of its own, or drawn and saved as PNG."""

    label: str
    address: str
    opens: bool = False
    png: bool = False


@dataclass(frozen=True)
class Entry:
    """A line of the menu: a kind of file with the ways to have it."""

    title: str
    about: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Drawn:
    """What the reader has before them: the path of the page, the theme, and the pixels that the chart is drawn for."""

    page: str
    theme: str
    width: int


def show(tables: Tables) -> None:
    """Draw the menu for what is selected."""
    with st.popover("Export", key="export-menu"):
        html = _written(tables, place.current(), Drawn(place.page(), theme.named(st.context.theme.type).name, timeline.width()))
        mount("picture", '<div class="reader"></div>', {"html": html}, key="export")


@memory.kept
def _written(tables: Tables, here: Address, drawn: Drawn) -> str:
    sentence = describe(len(select(tables, here.selection)), tables, here.selection)
    query = address.write(here, tables)
    groups = [(heading, [_entry(name, query, drawn) for name in names]) for heading, names in _GROUPS.items()]
    return render("export_menu.html", sentence=sentence, groups=groups)


def _entry(name: str, query: Mapping[str, list[str]], drawn: Drawn) -> Entry:
    kind = KINDS[name]
    ways = tuple(
        Way(label, f"./export/{kind.file}?{urlencode({**query, **own}, doseq=True)}", kind.opens, is_png)
        for label, own, is_png in _variants(name, drawn)
    )
    return Entry(kind.title, kind.about, ways)


def _variants(name: str, seen: Drawn) -> Iterator[tuple[str, Mapping[str, str], bool]]:
    """Give the labels of the ways to have a kind, each with the options that it takes, and whether it is drawn as PNG."""
    if name == "pptx":
        yield from ((ratio.value, {"ratio": ratio.value}, False) for ratio in Ratio)
    elif name == "handout":
        page = seen.page or PageName.TIMELINE.value
        yield from ((paper.label, {"paper": paper.value, "page": page}, False) for paper in Paper)
    elif name == "svg":
        drawn = {"theme": seen.theme, "width": str(seen.width)}
        yield from (("PNG", drawn, True), ("SVG", drawn, False))
    else:
        yield KINDS[name].title, {}, False

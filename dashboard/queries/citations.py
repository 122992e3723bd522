"""Sources and events as a reader cites them: as notes of the Chicago Manual of Style.

The style's file says what stands where and with which marks. The processor is given a slot for each thing that the record
tells, and the record's own words are put into the slots afterwards: they come out letter by letter, and what was once found for
sources of a kind serves for all of them.

Where the processor can't follow the style, or the style leaves out what the record tells, the item that it is given is
another than the one in ``csl``: dates are in words, as exact as the source and day first, as on every page, a way that the
manual knows too; names stand in reading order; a publisher or author who is only named again is left out.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from citeproc import Citation as Place
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator, formatter
from citeproc.source.json import CiteProcJSON

from dashboard.model.dates import in_words
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.sources import Source
from dashboard.model.vocabulary import SourceType, Standing
from dashboard.queries import attribution, csl
from dashboard.queries.text import uncapitalized

STYLE = Path(__file__).parent / "styles" / "chicago-notes-bibliography-16th-edition.csl"

# Of these the style would leave out the publisher.
_LIKE_A_PAGE = (SourceType.SPEECH, SourceType.BILL, SourceType.LEGISLATION)
_NAMES = [f"author {order}" for order in range(1, 100)]
_SLOTS = ["title", "container-title", "publisher", "volume", "page", "issued", "locator", "URL", *_NAMES]
_MARK = {name: chr(0xE000 + order) for order, name in enumerate(_SLOTS)}  # of the letters that stand for nothing
_NAME = {mark: name for name, mark in _MARK.items()}
_TITLE = _MARK["title"]
_OPENING, _CLOSING = "\u2018\u2019"  # single quotation marks


def reference(source: Source, locator: str | None = None) -> str:
    """Write a source, or a place in it, as a note without its address, which stands beside it as a link."""
    return _note(source, {"locator": locator or ""})


def warm(sources: Iterable[Source]) -> None:
    """Find the forms of all sources, with and without a place and an address, so that the first page need not wait for them."""
    for source in sources:
        for place in (None, "p. 1"):
            reference(source, place)
            in_full(source, place)


def in_full(source: Source, locator: str | None = None) -> str:
    """Write a source, or a place in it, as a note with its address."""
    return _note(source, {"locator": locator or "", "URL": source.URL or ""})


def of_event(event: Event, dossier: Dossier, address: str = "", accessed: date | None = None) -> str:
    """Write an event as a note that cites this record, with the event's number, its date and whose word it is."""
    told = [str(event.date)]
    if event.standing is not Standing.DOCUMENTED:
        told.append(uncapitalized(attribution.credit(event, dossier)))
    return _in_record(event.title, f"{csl.number(event)} ({'; '.join(told)})", dossier, address, accessed)


def of_part(title: str, place: str, dossier: Dossier) -> str:
    """Write another part of this record, as a measure, as a note; ``place`` says what and whose it is."""
    return _in_record(title, uncapitalized(place), dossier).replace("?,”", "?”")


def _in_record(title: str, place: str, dossier: Dossier, address: str = "", accessed: date | None = None) -> str:
    words = {
        "title": title,
        "container-title": dossier.front.title,
        "issued": f"edition {dossier.front.edition}, {dossier.front.edited}",
        "locator": f"{place}, accessed {in_words(accessed)}" if accessed else place,
        "URL": address,
    }
    return _written("entry-encyclopedia", words)


def _note(source: Source, more: dict[str, str]) -> str:
    kind, words = source.type, _words(source)
    if words["volume"] and words["container-title"]:
        kind = SourceType.ARTICLE_JOURNAL  # the only one whose volume the style tells
    elif kind in _LIKE_A_PAGE:
        kind = SourceType.WEBPAGE
    return _written(str(kind), words | more)


def _words(source: Source) -> dict[str, str]:
    container, publisher = source.container_title or "", source.publisher or ""
    authors = [name for name in map(str, source.author) if name != container]
    words = {
        "title": source.title,
        "container-title": container,
        "publisher": "" if publisher in (container, *authors) else publisher,
        "volume": source.volume or "",
        "page": source.page or "",
        "issued": str(source.issued or ""),
    }
    return words | dict(zip(_NAMES, authors, strict=False))


def _written(kind: str, told: Mapping[str, str]) -> str:
    words = {name: " ".join(text.split()) for name, text in told.items()}
    form = _form(kind, tuple(name for name, text in words.items() if text))
    if words["title"].startswith("["):  # it is the editors' own, not the source's
        form = re.sub(f"“{_TITLE}(,?)”", f"{_TITLE}\\1", form)
    elif f"“{_TITLE}" in form:
        words["title"] = re.sub('"([^"]*)"', f"{_OPENING}\\1{_CLOSING}", words["title"])
        if words["title"].endswith(_CLOSING):
            words["title"] = words["title"].removesuffix(_CLOSING)
            form = re.sub(f"{_TITLE}(,?)”", f"{_TITLE}\\1{_CLOSING}”", form)
    line = "".join(words[_NAME[letter]] if letter in _NAME else letter for letter in form.removesuffix("."))
    return f"{line.removesuffix('.')}."


@cache
def _form(kind: str, told: tuple[str, ...]) -> str:
    """Give the note for a source of which so much is told, with a mark in each slot."""
    item: csl.Item = {"id": "it", "type": kind} | {name: _MARK[name] for name in told if name in _SLOTS[:5] or name == "URL"}
    item["author"] = [{"literal": _MARK[name]} for name in told if name in _NAMES]
    if "issued" in told:
        item["issued"] = {"literal": _MARK["issued"]}
    place = {"locator": Locator("page", _MARK["locator"])} if "locator" in told else {}  # a page is the one with no label
    style = CitationStylesStyle(str(STYLE), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
    cited = Place([CitationItem("it", **place)])
    bibliography.register(cited)
    # A comma stands within the quotation marks, which the processor does not know.
    return str(bibliography.cite(cited, None)).replace("”,", ",”")

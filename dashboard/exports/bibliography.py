"""The events and the sources that they rest on, for programs that manage references: CSL-JSON, RIS and BibTeX.

All three are made of the same items, as ``queries.csl`` has them, in the order of the extract: first the events, each as an
entry of this record, then the sources. An item's id is ``event-`` or ``source-`` with the record's own id.
"""

import json
import unicodedata
from collections.abc import Iterator

from dashboard.exports import bibtex_entries, ris_records
from dashboard.exports.extract import Extract
from dashboard.model.events import Event
from dashboard.model.sources import Citation, Source
from dashboard.queries import csl
from dashboard.queries.citations import reference

EVENT, SOURCE = "event-", "source-"
TEXTS = ("BibTeX", "RIS")  # the forms that are text


def csl_json(extract: Extract) -> bytes:
    """Write the items as CSL-JSON."""
    return f"{json.dumps(items(extract), ensure_ascii=False, indent=1)}\n".encode()


def ris(extract: Extract) -> bytes:
    """Write the items as RIS."""
    return ris_records.written(items(extract)).encode()


def bibtex(extract: Extract) -> bytes:
    """Write the items as BibTeX, under a comment that says what they are."""
    return bibtex_entries.written(items(extract), _plain(_origin(extract))).encode()


def copies(source: Source) -> tuple[tuple[str, str], ...]:
    """Write one source for whoever copies it from a page, in each form that is text: its name, and what is copied."""
    item = _cleaned(csl.of_source(source) | {"id": source.id})
    return tuple(zip(TEXTS, (bibtex_entries.entry(item), ris_records.written([item])), strict=True))


def items(extract: Extract) -> list[csl.Item]:
    """Give the items; where they come from goes with each, as a reader may take out a single one."""
    found = [*_events(extract), *_sources(extract)]
    return [_cleaned(item | {"annote": _origin(extract)}) for item in found]


def _events(extract: Extract) -> Iterator[csl.Item]:
    for event in extract.told():
        item = csl.of_event(event, extract.dossier, extract.link(event.id), extract.accessed)
        cited = " ".join(reference(extract.source(citation), citation.locator) for citation in extract.citations(event))
        lanes = ", ".join(lane.title for lane in extract.dossier.lanes_of(event))
        note = f"{item['note']} Sources: {cited}" if cited else item["note"]
        yield item | {"id": f"{EVENT}{event.id}", "note": note, "keyword": lanes}


def _sources(extract: Extract) -> Iterator[csl.Item]:
    for name, cited in extract.sources.items():
        source = extract.dossier.source[name]
        yield csl.of_source(source) | {"id": f"{SOURCE}{name}", "note": _note(source, cited, extract)}


def _note(source: Source, cited: tuple[tuple[Event, Citation], ...], extract: Extract) -> str:
    places = (f"{csl.number(event)}, {place.locator}" if place.locator else csl.number(event) for event, place in cited)
    told = [f"{source.rank.label} source, in {source.language}.", f"Cited for {'; '.join(places)}."]
    return " ".join([*told, *([source.note] if source.note and not extract.as_of else [])])


def _origin(extract: Extract) -> str:
    front = extract.dossier.front
    origin = f"{front.title}. {extract.sentence} {extract.edition}. Made {extract.made}."
    return f"{origin} {extract.address}" if extract.address else origin


def _cleaned(item: csl.Item) -> csl.Item:
    return {name: _clean(told) for name, told in item.items()}


def _clean(told: object) -> object:
    if isinstance(told, dict):
        return _cleaned(told)
    if isinstance(told, list):
        return [_clean(one) for one in told]
    return _plain(told) if isinstance(told, str) else told


def _plain(text: str) -> str:
    """Put a text on one line without control characters, as neither format has a way to write them."""
    return "".join(letter for letter in " ".join(text.split()) if unicodedata.category(letter) not in ("Cc", "Cs"))

"""Sources and events as items of CSL-JSON, the form that programs for citations share."""

from datetime import date
from typing import Any

from dashboard.model.dates import OPEN_END, EventDate
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.sources import Source
from dashboard.queries import attribution

Item = dict[str, Any]  # as https://github.com/citation-style-language/schema describes it
_AS_THEY_STAND = ("title", "publisher", "container-title", "volume", "page", "URL", "language", "note")


def of_source(source: Source) -> Item:
    """Give a source with all that the record tells of it; a title in square brackets keeps them, as it is the editors' own."""
    item: Item = {"id": source.id, "type": str(source.type)}
    if source.author:
        item["author"] = [name.model_dump(exclude_none=True) for name in source.author]
    for name, told in (("issued", source.issued), ("accessed", source.accessed)):
        if told:
            item[name] = dated(told)
    return item | {name: told for name in _AS_THEY_STAND if (told := getattr(source, name.replace("-", "_")))}


def of_event(event: Event, dossier: Dossier, address: str = "", accessed: date | None = None) -> Item:
    """Give an event as an entry of the dossier, with its number, its date in words and its credit as a note."""
    item: Item = {
        "id": event.id,
        "type": "entry",
        "title": event.title,
        "container-title": dossier.front.title,
        "edition": dossier.front.edition,
        "issued": dated(dossier.front.edited),
        "language": "en",
        "note": f"{number(event)}. {event.date}. {attribution.credit(event, dossier)}.",
    }
    if accessed:
        item["accessed"] = {"date-parts": [[accessed.year, accessed.month, accessed.day]]}
    return item | ({"URL": address} if address else {})


def dated(day: EventDate) -> Item:
    """Give a date with as many parts as are known; where the end is open, in words, as the form has no such dates."""
    if day.open_end:
        return {"literal": str(day)}
    parts = [[int(part) for part in side.rstrip("~?%").split("-")] for side in day.written.split("/") if side != OPEN_END]
    return {"date-parts": parts} | ({"circa": True} if day.about or day.uncertain else {})


def number(event: Event) -> str:
    """Write an event's number as everywhere: "E41"."""
    return f"E{event.number}"

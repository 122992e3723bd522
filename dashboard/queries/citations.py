"""Sources and events as a reader cites them."""

from collections.abc import Iterator

from dashboard.model.dossier import FrontMatter
from dashboard.model.events import Event
from dashboard.model.sources import Source


def reference(source: Source, locator: str | None = None) -> str:
    """Write a source, or a place in it, on one line: author, title, where it appeared, date, locator."""
    return ", ".join([*_parts(source), *([locator] if locator else [])]).removesuffix(".") + "."


def of_event(event: Event, front: FrontMatter) -> str:
    """Write an event of the record as a reader would cite it; the address is added where it is known."""
    record = f"{front.title}. {front.subtitle}, edition {front.edition}, {front.edited}"
    return f"“{event.title}” ({event.date}), E{event.number} in: {record}."


def _parts(source: Source) -> Iterator[str]:
    authors = [str(name) for name in source.author]
    if authors:
        yield "; ".join(authors)
    yield source.title if source.title.startswith("[") else f"“{source.title}”"
    if source.container_title:
        yield source.container_title
    if source.publisher and source.publisher not in (source.container_title, *authors):
        yield source.publisher
    if source.volume:
        yield f"vol. {source.volume}"
    if source.page:
        yield f"p. {source.page}"
    yield str(source.issued) if source.issued else "no date given"

"""What is known of a new event before it is written: its number, and from its date its layer and its place in the file."""

from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.loading.numbers import next_free
from dashboard.loading.yaml_text import Tree, YamlText
from dashboard.model.dates import EventDate, interval
from dashboard.model.vocabulary import Layer

_ORDER = (Layer.BACKGROUND, Layer.CORE, Layer.AFTERMATH)  # of the layers in the file


def begun(date: str, events: YamlText, front: YamlText) -> Mapping[str, str]:
    """Give the next number, and with a date the beginning of the id and the layer.

    Raises ValueError for a date that is none.
    """
    known = {"number": str(_next_number(events))}
    if date:
        layer = _layer(EventDate.parse(date), front.tree)
        known |= {"id": f"{date.strip().partition('/')[0].rstrip('~?%')}-", "layer": layer.value}
    return known


def where(date: str, events: YamlText, front: YamlText) -> str:
    """Say between which events of the file a new one belongs."""
    goes = f"E{_next_number(events)} goes into {events.file}"
    if not date:
        return f"{goes}, where events stand in order of date; with --date its place is told."
    mine = _place(EventDate.parse(date), _layer(EventDate.parse(date), front.tree))
    places = {index: _place(when, one.get("layer")) for index, one in _records(events) if (when := _date(one, "date"))}
    before = max((index for index, place in places.items() if place <= mine), default=None)
    after = min((index for index in places if before is None or index > before), default=None)
    beside = [f"{word} {_named(events, index)}" for word, index in (("after", before), ("before", after)) if index is not None]
    return f"{goes}, {' and '.join(beside) or 'as its first event'}."


def _next_number(events: YamlText) -> int:
    return next_free(one.get("number") for _, one in _records(events))


def _records(text: YamlText) -> Iterator[tuple[int, Mapping[str, Any]]]:
    tree: Any = text.tree
    return ((index, one) for index, one in enumerate(tree if isinstance(tree, list) else []) if isinstance(one, dict))


def _layer(date: EventDate, front: Tree) -> Layer:
    """Say in which layer a date stands, as far as the dossier's own file tells; context is for an editor to choose."""
    window, cutoff = _date(front, "window"), _date(front, "cutoff")
    if window and date.latest and date.latest < window.earliest:
        return Layer.BACKGROUND
    return Layer.AFTERMATH if cutoff and date.earliest > cutoff.last_known else Layer.CORE


def _date(record: Any, key: str) -> EventDate | None:  # noqa: ANN401 - a part of a file that may hold anything
    try:
        return (interval if key == "window" else EventDate.parse)(record.get(key))
    except (ValueError, AttributeError):
        return None


def _place(date: EventDate, layer: Any) -> tuple[object, ...]:  # noqa: ANN401 - a part of a file that may hold anything
    return _ORDER.index(layer if layer in _ORDER else Layer.CORE), date.earliest


def _named(events: YamlText, index: int) -> str:
    record: Any = events.tree[index]  # type: ignore[index]
    return f"E{record.get('number', '?')} (line {events.line((index,))}, {record.get('date', '')})"

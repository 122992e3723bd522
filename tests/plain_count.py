"""A count of events made by plain loops over the YAML, for the dashboard's own counts to be held against.

It shares no code with what it checks: dates, folding and the rules of each filter are written out here once more.
"""

import calendar
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

RECORD = Path(__file__).parents[1] / "data" / "inf-treaty"

Raw = Mapping[str, Any]
Choice = Mapping[str, Any]  # the name of each filter in use, with what it is set to


@dataclass(frozen=True)
class Span:
    """The first and the last possible day of a date; the last is None where the end is open."""

    first: date
    last: date | None


@cache
def raw(name: str) -> Any:
    """Read a file of the record with every scalar as text."""
    return yaml.load((RECORD / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes text only


def count(choice: Choice) -> int:
    """Count the events that meet every filter of a choice."""
    met = 0
    for event in raw("events"):
        if all(meets(event, name, choice) for name in choice):
            met += 1
    return met


def meets(event: Raw, name: str, choice: Choice) -> bool:
    """Tell whether an event meets one filter of a choice; the search also looks at the as-of day."""
    if name == "text":
        return mentions(event, choice["text"], choice.get("as_of"))
    return _RULES[name](event, choice[name])


@cache
def span(text: str) -> Span:
    """Work out the possible days of a date by hand: day, month or year, with ~ or ?, and intervals with an open end."""
    start, slash, end = text.replace("~", "").replace("?", "").replace("%", "").partition("/")
    first = _days_of(start)
    if not slash:
        return Span(*first)
    return Span(first[0], None if end == ".." else _days_of(end)[1])


def mentions(event: Raw, text: str, as_of: date | None) -> bool:
    """Tell whether every word of a search stands in one of the texts of an event."""
    texts = [folded(part) for part in _texts(event, as_of)]
    return all(any(spelling in part for spelling in spellings(word) for part in texts) for word in folded(text).split())


@cache
def spellings(word: str) -> frozenset[str]:
    """Give a word with all spellings of the terms of the glossary that it is a spelling of."""
    found = {word}
    for term in raw("glossary"):
        own = {folded(text) for text in (term["term"], term.get("expansion", ""), *term.get("aliases", [])) if text}
        if word in own:
            found |= own
    return frozenset(found)


@cache
def folded(text: str) -> str:
    """Take case and accents off, and make every run of white space one space."""
    letters = unicodedata.normalize("NFKD", text)
    return " ".join("".join(letter.lower() for letter in letters if unicodedata.category(letter) != "Mn").split())


def lanes(event: Raw) -> list[str]:
    """Name the lanes of an event: its tracks, or else the spine."""
    return list(event["tracks"]) or [raw("dossier")["spine"]["id"]]


def acting(event: Raw) -> Iterator[str]:
    """Name the parties of an event, and the ones that they are part of."""
    whole = {party["id"]: party.get("part_of") for party in raw("dossier")["parties"]}
    for party in event["parties"]:
        name = party
        while name:
            yield name
            name = whole[name]


def _within(event: Raw, window: tuple[date, date]) -> bool:
    days = span(event["date"])
    return days.first <= window[1] and (days.last is None or days.last >= window[0])


def _public(event: Raw, day: date) -> bool:
    return span(event.get("known") or event["date"]).first <= day


def _texts(event: Raw, as_of: date | None) -> Iterator[str]:
    yield from (event["label"], event["title"], event["summary"])
    for person in raw("people"):
        if person["id"] in event.get("people", []):
            yield person["name"]
    for note in event.get("later", []):
        if as_of is None or span(note["known"]).first <= as_of:
            yield note["text"]


def _days_of(text: str) -> tuple[date, date]:
    numbers = [int(part) for part in text.split("-")]
    year = numbers[0]
    if len(numbers) == 1:
        return date(year, 1, 1), date(year, 12, 31)
    month = numbers[1]
    if len(numbers) == 2:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(*numbers), date(*numbers)


_RULES: Mapping[str, Callable[[Raw, Any], bool]] = {
    "tracks": lambda event, chosen: any(lane in chosen for lane in lanes(event)),
    "parties": lambda event, chosen: any(party in chosen for party in acting(event)),
    "standings": lambda event, chosen: event["standing"] in chosen,
    "importances": lambda event, chosen: event["importance"] in chosen,
    "layers": lambda event, chosen: event["layer"] in chosen,
    "window": _within,
    "as_of": _public,
}

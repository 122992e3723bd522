"""Items of CSL-JSON as records of RIS."""

from collections.abc import Iterator, Sequence
from typing import Any

import rispy

from dashboard.queries import csl

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "broadcast": "MULTI",
    "chapter": "CHAP",
    "entry": "ENCYC",
    "hearing": "HEAR",
    "legislation": "STAT",
    "post-weblog": "BLOG",
    "regulation": "LEGAL",
    "report": "RPRT",
    "speech": "GEN",
    "treaty": "GEN",
    "webpage": "ELEC",
}
_AS_THEY_STAND = {
    "title": "title",
    "container-title": "secondary_title",
    "publisher": "publisher",
    "volume": "volume",
    "edition": "edition",
    "language": "language",
    "page": "start_page",
}


def written(items: Sequence[csl.Item]) -> str:
    """Write a record for each item."""
    writer = rispy.RisWriter()
    writer.set_header = lambda count: ""  # noqa: ARG005 - it would number the records, which RIS does not know
    return str(writer.formats([dict(_fields(item)) for item in items]))


def _fields(item: csl.Item) -> Iterator[tuple[str, Any]]:
    yield "type_of_reference", _TYPES[item["type"]]
    yield "id", item["id"]
    if "author" in item:
        yield "authors", [name.get("literal") or f"{name['family']}, {name['given']}" for name in item["author"]]
    for name, tag in _AS_THEY_STAND.items():
        if name in item:
            yield tag, item[name]
    if "issued" in item:
        yield from _dated(item["issued"])
    if "accessed" in item:
        yield "access_date", dict(_dated(item["accessed"])).get("date", "")
    if "URL" in item:
        yield "urls", [item["URL"]]
    if "keyword" in item:
        yield "keywords", item["keyword"].split(", ")
    yield "notes", [item[name] for name in ("note", "annote") if name in item]


def _dated(told: csl.Item) -> Iterator[tuple[str, str]]:
    """Give year and date: year, month and day as far as known, then what else is to be said of it."""
    if "literal" in told:
        yield "date", f"///{told['literal']}"
        return
    first, *rest = ["/".join(f"{part:02}" for part in side) for side in told["date-parts"]]
    more = " ".join([*(["about"] if told.get("circa") else []), *(f"to {day}".replace("/", "-") for day in rest)])
    yield "year", first[:4]
    yield "date", "/".join([*first.split("/"), "", ""][:3]) + f"/{more}"

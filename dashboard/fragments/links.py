"""The addresses that links of the pages lead to, as functions that whoever draws a page gives."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from urllib.parse import urlencode

from dashboard.queries import address
from dashboard.queries.address import Address
from dashboard.queries.tables import Tables

Here = Callable[[str], str]  # an event's id into the address that opens it


@dataclass(frozen=True)
class Links:
    """How links are written: to an event, a measure, a track alone and a question alone (or, for None, to all of them)."""

    event: Here
    measure: Callable[[str | None], str]
    panel: Callable[[str | None], str]
    question: Callable[[str | None], str]


def leading_from(place: Address, tables: Tables) -> Links:
    """Give the links of a place: what is selected there stays, and what its page alone has a use for is left behind."""
    bare = replace(place.on(""), event=None)

    def to(page: str, **own: str | None) -> str:
        changes: dict[str, Any] = own
        return f"./{page}?{urlencode(address.write(replace(bare, **changes), tables), doseq=True)}"

    @cache
    def around() -> tuple[str, str]:
        """Part the address of an event where its number stands: a page has hundreds, which differ in that alone."""
        event = tables.dossier.events[0].id
        before, _, after = to("", event=event).partition(f"event={address.number_of(event, tables)}")
        return before, after

    return Links(
        event=lambda event: f"event={address.number_of(event, tables)}".join(around()),
        measure=lambda measure: to("responses", measure=measure),
        panel=lambda panel: to("responses", panel=panel),
        question=lambda question: to("positions", question=question),
    )


def own_link(place: Address, tables: Tables) -> str:
    """Write the address of a place itself, relative to its page."""
    return f"?{urlencode(address.write(place, tables), doseq=True)}"

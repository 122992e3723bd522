"""Where the links of a page lead."""

from dataclasses import replace
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from dashboard.fragments.links import leading_from, own_link
from dashboard.queries import address
from dashboard.queries.address import Address, View
from dashboard.queries.selection import Selection
from tests.record import tables

PLACES = {
    "the start": address.start(tables()),
    "filters": Address(Selection(tracks=frozenset({"military"}), window=tables().window), view=View.LIST, large=True),
    "a search that looks like an address": Address(Selection(text="event=E1&event=E7", window=tables().window)),
    "an open event": Address(Selection(window=tables().whole), event=tables().dossier.events[7].id),
    "another page": Address(Selection(window=tables().window), panel="economic", measure=tables().dossier.measures[0].id),
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_link_to_an_event_keeps_the_selection_and_opens_that_event_alone(place: Address) -> None:
    links = leading_from(place, tables())
    for event in tables().dossier.events:
        wanted = replace(place.on(""), event=event.id)
        link = links.event(event.id)
        assert link == f"./?{urlencode(address.write(wanted, tables()), doseq=True)}"
        assert address.read(parse_qs(urlsplit(link).query), tables()) == (wanted, ())


def test_a_link_to_another_page_leaves_the_open_event_behind() -> None:
    links = leading_from(PLACES["an open event"], tables())
    measure = tables().dossier.measures[0].id
    for link, page in (
        (links.measure(measure), "./responses?"),
        (links.panel("economic"), "./responses?"),
        (links.question(None), "./positions?"),
    ):
        assert link.startswith(page)
        assert "event=" not in link


def test_the_link_of_a_place_is_its_own_address() -> None:
    place = PLACES["filters"]
    assert address.read(parse_qs(own_link(place, tables())[1:]), tables()) == (place, ())

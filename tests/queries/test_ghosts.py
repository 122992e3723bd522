"""What a place shows in outline."""

from datetime import date

import pytest

from dashboard.queries.address import Address
from dashboard.queries.ghosts import ghosts
from dashboard.queries.selection import Selection, not_yet_public
from dashboard.queries.tables import build
from tests.builders import dossier, event

TABLES = build(dossier([event(date="2014-07-29"), event(date="2014-08-01", known="2015-02-01", number=2)]))
SELECTION = Selection(window=TABLES.whole, as_of=date(2014, 12, 1))


def test_what_was_not_yet_public_is_outlined_where_the_reader_asks_for_it() -> None:
    found = ghosts(TABLES, Address(SELECTION, ghosts=True))
    assert list(found.index) == list(not_yet_public(TABLES, SELECTION).index) == ["2014-08-01-event"]


@pytest.mark.parametrize("place", [Address(SELECTION), Address(Selection(window=TABLES.whole), ghosts=True)])
def test_nothing_is_outlined_unasked_or_without_a_day(place: Address) -> None:
    assert ghosts(TABLES, place).empty

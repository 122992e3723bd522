"""Sources and events as items of CSL-JSON: all that the record tells, and no more."""

from datetime import date

import pytest

from dashboard.model.dates import EventDate
from dashboard.queries import csl
from tests import builders
from tests.record import dossier


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2017-12-08", {"date-parts": [[2017, 12, 8]]}),
        ("2017-12", {"date-parts": [[2017, 12]]}),
        ("2017", {"date-parts": [[2017]]}),
        ("2015-04~", {"date-parts": [[2015, 4]], "circa": True}),
        ("2008?", {"date-parts": [[2008]], "circa": True}),
        ("2014-08%", {"date-parts": [[2014, 8]], "circa": True}),
        ("2016-11-15/2016-11-16", {"date-parts": [[2016, 11, 15], [2016, 11, 16]]}),
        ("2014/2015-02", {"date-parts": [[2014], [2015, 2]]}),
        ("2017-11/..", {"literal": "since November 2017"}),
    ],
)
def test_a_date_has_as_many_parts_as_are_known(written: str, told: csl.Item) -> None:
    assert csl.dated(EventDate.parse(written)) == told


def test_a_source_is_told_in_full() -> None:
    source = builders.source(
        type="article-journal",
        title="[On paper]",
        author=[{"literal": "The Office"}, {"given": "Ann", "family": "Lee"}],
        issued="2017-12",
        accessed="2020-01-02",
        publisher="House",
        volume="4",
        page="7-9",
        URL="https://www.example.org/a",
        **{"container-title": "The Paper"},
    )
    assert csl.of_source(source) == {
        "id": "paper",
        "type": "article-journal",
        "title": "[On paper]",
        "author": [{"literal": "The Office"}, {"given": "Ann", "family": "Lee"}],
        "issued": {"date-parts": [[2017, 12]]},
        "accessed": {"date-parts": [[2020, 1, 2]]},
        "publisher": "House",
        "container-title": "The Paper",
        "volume": "4",
        "page": "7-9",
        "URL": "https://www.example.org/a",
        "language": "en",
        "note": "Read on paper.",
    }


def test_what_a_source_does_not_tell_is_not_made_up() -> None:
    assert set(csl.of_source(builders.source())) == {"id", "type", "title", "language", "note"}


def test_an_event_is_an_entry_of_the_record_with_number_date_and_credit() -> None:
    event = builders.event(number=41, title="A says that B did it", date="2014-07", standing="disputed")
    item = csl.of_event(event, builders.dossier([event]), "https://www.example.org/?event=E41", date(2020, 2, 3))
    assert item == {
        "id": "2014-07-event",
        "type": "entry",
        "title": "A says that B did it",
        "container-title": "A dispute",
        "edition": "1",
        "issued": {"date-parts": [[2020, 1, 1]]},
        "accessed": {"date-parts": [[2020, 2, 3]]},
        "URL": "https://www.example.org/?event=E41",
        "language": "en",
        "note": "E41. July 2014. disputed: asserted by The left party, denied by The right party.",
    }


def test_an_event_has_no_address_and_no_day_of_access_where_none_is_given() -> None:
    item = csl.of_event(builders.event(), builders.dossier())
    assert not {"URL", "accessed"} & set(item)


def test_no_source_of_the_real_record_has_a_date_that_it_does_not_tell() -> None:
    for source in dossier().sources:
        item = csl.of_source(source)
        assert ("issued" in item) == (source.issued is not None)
        assert ("accessed" in item) == (source.accessed is not None)

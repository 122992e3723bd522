"""Sources and events as a reader cites them."""

import pytest

from dashboard.queries.citations import of_event, reference
from tests import builders
from tests.record import dossier


@pytest.mark.parametrize(
    ("source", "locator", "line"),
    [
        ({}, None, "“A paper”, no date given."),
        ({}, "p. 3", "“A paper”, no date given, p. 3."),
        ({"issued": "2017-12-08"}, "paras. 3-5", "“A paper”, 8 December 2017, paras. 3-5."),
        ({"title": "[Statement]", "issued": "2017"}, None, "[Statement], 2017."),
        (
            {
                "author": [{"literal": "The Office"}, {"given": "Ann", "family": "Lee"}],
                "publisher": "The Office",
                "issued": "2017-12",
            },
            None,
            "The Office; Ann Lee, “A paper”, December 2017.",
        ),
        (
            {"container-title": "The Paper", "publisher": "House", "volume": "4", "page": "7-9", "issued": "2017~"},
            None,
            "“A paper”, The Paper, House, vol. 4, p. 7-9, about 2017.",
        ),
        ({"container-title": "House", "publisher": "House"}, None, "“A paper”, House, no date given."),
        ({"issued": "2017"}, "at the end.", "“A paper”, 2017, at the end."),
    ],
)
def test_a_source_is_written_on_one_line(source: dict[str, object], locator: str | None, line: str) -> None:
    assert reference(builders.source(**source), locator) == line


def test_an_event_is_cited_with_its_number_and_the_edition() -> None:
    told = builders.event(number=41, title="A says that B did it", date="2014-07")
    cited = of_event(told, builders.front())
    assert cited == "“A says that B did it” (July 2014), E41 in: A dispute. For tests, edition 1, 1 January 2020."


def test_every_source_of_the_real_record_ends_with_one_full_stop() -> None:
    for source in dossier().sources:
        line = reference(source)
        assert source.title in line
        assert line.endswith(".")
        assert not line.endswith("..")
        assert "\n" not in line


def test_every_event_of_the_real_record_is_cited_by_title_and_number() -> None:
    for event in dossier().events:
        cited = of_event(event, dossier().front)
        assert event.title in cited
        assert f"E{event.number} in" in cited
        assert f"edition {dossier().front.edition}" in cited

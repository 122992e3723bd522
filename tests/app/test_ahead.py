"""What a browser asks for ahead of the page: the same, to the byte, that the page then brings."""

import gzip
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.requests import Request
from starlette.responses import Response

from dashboard.figures import theme
from dashboard.queries import address
from dashboard.queries.selection import select
from dashboard.queries.sentence import describe
from dashboard.ui import timeline
from dashboard.ui.ahead import ahead
from tests import record
from tests.asking import answered

TABLES = record.tables()
CHART = {"width": "970", "told": "970", "theme": "dark"}


def asked(query: Mapping[str, str], *, compressed: bool = False) -> Response:
    """Ask for an address, as a browser does."""
    headers = [(b"accept-encoding", b"gzip")] if compressed else []
    return answered(ahead(Request({"type": "http", "query_string": urlencode(query).encode(), "headers": headers})))


def told(query: Mapping[str, str]) -> dict[str, Any]:
    """Give what is answered."""
    answer = asked(query)
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(bytes(answer.body))
    return found


@pytest.mark.parametrize(
    "query",
    [{}, {"tracks": "economic"}, {"event": "E41", "from": "2017-01-01"}, {"as_of": "2016-01-01", "type": "large"}],
    ids=lambda query: urlencode(query) or "bare",
)
def test_the_chart_is_the_one_that_the_page_draws(query: dict[str, str]) -> None:
    here, _ = address.read({name: [value] for name, value in query.items()}, TABLES)
    parts = told(query | CHART)["parts"]
    assert parts["timeline"] == json.loads(timeline.drawn(TABLES, here, 970, 970, theme.DARK))
    shown = select(TABLES, here.selection)
    assert describe(len(shown), TABLES, here.selection) in parts["sentence"]["html"]
    assert {parts[name]["here"] for name in parts} == {told(query)["here"]}


def test_without_a_width_there_is_no_chart() -> None:
    assert set(told({})["parts"]) == {"sentence", "side"}
    assert set(told({"width": "x"})["parts"]) == {"sentence", "side"}


@pytest.mark.parametrize("query", [{"view": "list"}, {"q": "no such word in the record"}])
def test_where_the_page_shows_no_chart_there_is_none(query: dict[str, str]) -> None:
    assert "timeline" not in told(query | CHART)["parts"]


@pytest.mark.parametrize("width", ["1", "9999"])
def test_no_chart_is_narrower_or_wider_than_the_page_draws(width: str) -> None:
    wide = told({"width": width})["parts"]["timeline"]["width"]
    assert timeline.LEAST_WIDTH <= wide <= timeline.MOST_WIDTH


@pytest.mark.parametrize("query", [{"tracks": "nowhere"}, {"q": "E41"}, {"q": "8 December 2017"}, {"from": "yesterday"}])
def test_what_the_page_has_more_to_say_to_is_left_to_it(query: dict[str, str]) -> None:
    assert told(query | CHART)["parts"] == {}


def test_an_open_event_is_written_with_its_neighbours() -> None:
    side = told({"event": "E41"})["parts"]["side"]
    assert side["focus"] == record.dossier().events[40].id or side["focus"] in side["html"]
    assert 'class="neighbours"' in side["html"]


def test_it_is_compressed_for_who_takes_that() -> None:
    plain, packed = asked(CHART), asked(CHART, compressed=True)
    assert gzip.decompress(bytes(packed.body)) == bytes(plain.body)
    assert len(packed.body) < len(plain.body) / 3
    assert {one.headers["cache-control"] for one in (plain, packed)} == {"no-store"}

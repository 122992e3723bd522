"""Chart, list and table: the same events, in the same order, in the same words."""

from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from tests import record
from tests.browser import app

CHART = """() => [...document.querySelectorAll('.target')].map((one) => [one.dataset.key, one.getAttribute('aria-label')])"""
LIST = """() => [...document.querySelectorAll('.event-list .entry')].map(
  (one) => [one.id.replace('entry-', ''), one.querySelector('time').textContent, one.querySelector('h3').textContent])"""
TABLE = """() => [...document.querySelectorAll('.event-table tbody tr')].map(
  (one) => [one.id.replace('entry-', ''), one.querySelector('time').textContent, one.querySelector('th').textContent])"""


class Said(NamedTuple):
    """What a form says of an event."""

    id: str
    date: str
    label: str


def in_chart(page: Page) -> list[Said]:
    """Read the events of the chart in the order in which they are counted, each once."""
    found = {}
    for key, words in page.evaluate(CHART):
        event = key.split(" ", 1)[1]
        said = next((event_ for event_ in record.dossier().events if event_.id == event), None)
        if said:
            start = f": {said.date}, {said.label}. "
            assert start in words, words
            place = int(words.split()[1])
            found[place] = Said(event, str(said.date), said.label)
    return [found[place] for place in sorted(found)]


@pytest.mark.parametrize("choice", ["tracks=economic", "tracks=diplomatic&from=2017-01-01", "q=Geneva", "from=2017-11-20"])
def test_chart_list_and_table_say_the_same_of_the_same_events(page: Page, choice: str) -> None:
    app.open_app(page, f"/?{choice}&view=chart")
    app.drawn(page)
    app.settled(page)
    chart = in_chart(page)
    app.choose(page, "list")
    page.locator(".event-list").wait_for()
    listed = [Said(*(text.strip() for text in row)) for row in page.evaluate(LIST)]
    app.choose(page, "table")
    page.locator(".event-table").wait_for()
    tabled = [Said(*(text.strip() for text in row)) for row in page.evaluate(TABLE)]
    assert listed == tabled
    assert chart == [said for said in listed if said in chart]
    assert len(chart) >= len(listed) * 0.9  # the rest is counted in clusters

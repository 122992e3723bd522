"""How a selection is made up: every chart on the page of sources adds up to what the sentence counts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import app

CHARTS = ("By side", "By who acts or speaks", "By its best source", "By year")
SELECTIONS = ("", "tracks=economic&tracks=military&party=us", "from=1987-12-08&to=2019-08-18&as_of=2018-01-31")


@pytest.mark.parametrize("selection", SELECTIONS)
def test_each_chart_adds_up_to_the_count_in_the_sentence(page: Page, selection: str) -> None:
    app.open_app(page, f"/sources?{selection}".rstrip("?"))
    counted = app.counted_in_sentence(page)
    assert 10 < counted < 132
    for title in CHARTS:
        chart = page.locator(".bars").filter(has=page.get_by_role("heading", name=title))
        shares = [int(number) for number in chart.locator("tbody .number").all_inner_texts()]
        assert sum(shares) == counted, title
        expect(chart.locator("tfoot .number")).to_have_text(str(counted))
        widths = chart.locator("tbody i").evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
        assert [width > 0 for width in widths] == [share > 0 for share in shares]
    stretches = page.locator(".balance section").last
    expect(stretches.get_by_role("heading")).to_have_text("Stretches with no event")
    days = [int(found.replace(",", "")) for found in re.findall(r"([\d,]+) days", stretches.inner_text())]
    assert days == sorted(days, reverse=True)


def test_an_empty_selection_has_no_charts_and_offers_to_loosen(page: Page) -> None:
    app.open_app(page, "/sources?q=zebra")
    expect(page.locator(".empty")).to_be_visible()
    expect(page.locator(".balance, .source-list li:not([hidden])")).to_have_count(0)


def test_the_charts_follow_a_choice(page: Page) -> None:
    app.open_app(page, "/sources")
    app.choose(page, "economic")
    expect(page.locator(".bars tfoot .number")).to_have_text(["18", "18", "18", "18"])
    app.expect_sentence(page, "Showing 18 of 132 events: economic, July 2014 to December 2017.")

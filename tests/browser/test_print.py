"""What is printed of a page is its handout: the whole of it, on white paper, and nothing of it stays behind."""

import re
from io import BytesIO

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import open_app
from tests.browser.conftest import NewPage

LAY, CLEAR = 'window.dispatchEvent(new Event("beforeprint"))', 'window.dispatchEvent(new Event("afterprint"))'
PAGES = [
    ("/?tracks=economic&from=2017-01-01&event=E106", "printed-E106"),
    ("/responses?panel=economic", "data-measure"),
    ("/positions?tracks=economic", "data-entry"),
    ("/sources?tracks=economic", "data-source"),
]


def _printed(page: Page) -> list[str]:
    read = pypdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    return [" ".join(one.extract_text().split()) for one in read.pages]


@pytest.mark.parametrize(("address", "holds"), PAGES)
def test_a_page_prints_as_its_handout(page: Page, address: str, holds: str) -> None:
    open_app(page, address)
    page.evaluate(LAY)
    laid = page.locator("body > .handout")
    expect(laid).to_have_count(1)
    path, _, query = address.partition("?")
    answer = page.request.get(f"export/handout.html?{query}&page={path.strip('/') or 'timeline'}&paper=letter")
    assert answer.ok
    html = answer.text()
    assert holds in html
    assert holds in laid.inner_html()
    told = page.evaluate('html => new DOMParser().parseFromString(html, "text/html").querySelector(".handout").textContent', html)
    assert laid.evaluate("laid => laid.textContent") == told
    page.evaluate(CLEAR)


def test_on_screen_nothing_of_it_is_seen_and_afterwards_nothing_is_left(page: Page) -> None:
    open_app(page, "/?tracks=economic")
    before = page.evaluate("document.head.childElementCount + document.body.childElementCount")
    _printed(page)
    expect(page.locator(".to-print")).to_have_count(0)
    expect(page.locator(".handout")).to_have_count(0)
    assert page.evaluate("document.head.childElementCount + document.body.childElementCount") == before
    expect(page.locator(".sentence")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_printed_pages_have_numbers_edition_and_every_event_and_no_control(new_page: NewPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    open_app(page, "/?tracks=economic&from=2017-01-01")
    pages = _printed(page)
    assert len(pages) > 1
    for number, words in enumerate(pages, start=1):
        assert f"{number} of {len(pages)}" in words
        assert "Edition 1" in words
    whole = " ".join(pages)
    assert "Showing 13 of 132 events" in whole
    assert len(set(re.findall(r"\bE\d+ \d+ \w+ 2017", whole))) >= 10
    assert "Search" not in whole
    assert "Previous" not in whole


def test_in_print_the_app_is_hidden_and_the_ground_is_white(new_page: NewPage) -> None:
    page = new_page(color_scheme="dark")
    open_app(page, "/?tracks=economic")
    page.evaluate(LAY)
    page.emulate_media(media="print")
    expect(page.locator("#root")).to_be_hidden()
    expect(page.locator("body > .handout")).to_be_visible()
    expect(page.locator("html")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator("body > .handout")).to_have_css("color", "rgb(0, 0, 0)")
    page.emulate_media(media="screen")
    page.evaluate(CLEAR)


@pytest.mark.parametrize(("locale", "points"), [("en-US", 612), ("en-GB", 595)])
def test_the_paper_is_that_of_the_readers_country(new_page: NewPage, locale: str, points: int) -> None:
    page = new_page(locale=locale)
    open_app(page, "/?tracks=economic&from=2017-01-01")
    read = pypdf.PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {round(one.mediabox.width) for one in read.pages} == {points}


def test_a_page_for_which_there_is_no_handout_prints_as_it_stands_without_controls(page: Page) -> None:
    open_app(page, "/positions")
    page.route("**/export/**", lambda route: route.fulfill(status=204))
    page.evaluate(LAY)
    expect(page.locator(".handout")).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.locator(".sentence")).to_be_visible()
    expect(page.locator(".choices").first).to_be_hidden()
    page.emulate_media(media="screen")


def test_the_stage_prints_its_own_way(page: Page) -> None:
    page.goto("/brief?brief=both-sides")
    expect(page.locator(".slide").first).to_be_attached()
    page.evaluate(LAY)
    expect(page.locator(".handout")).to_have_count(0)

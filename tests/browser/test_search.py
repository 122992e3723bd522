"""The search field: words search, the number of an event or a date jumps."""

from datetime import date

from playwright.sync_api import Page, expect

from tests import plain_count
from tests.browser import app

OWN_WINDOW = (date(2014, 7, 1), date(2017, 12, 31))


def test_words_search(page: Page) -> None:
    found = plain_count.count({"text": "Geneva", "window": OWN_WINDOW})
    app.open_app(page)
    app.search_for(page, "Geneva")
    app.expect_sentence(page, f"Showing {found} of 132 events: July 2014 to December 2017, mentioning Geneva.")
    app.expect_address(page, "/?q=Geneva")
    assert 0 < found < 105
    expect(app.search_field(page)).to_have_value("Geneva")
    expect(page.locator(".offer")).to_have_count(0)


def test_the_number_of_an_event_with_its_letter_opens_it(page: Page) -> None:
    app.open_app(page)
    app.search_for(page, "E41")
    expect(app.detail(page, 41)).to_be_visible()
    app.expect_address(page, "/?event=E41")
    app.expect_sentence(page, app.START)
    expect(app.notices(page)).to_have_count(0)


def test_a_bare_number_searches_and_offers_the_event(page: Page) -> None:
    app.open_app(page)
    app.search_for(page, "41")
    offer = page.locator(".offer a")
    expect(offer).to_have_text("E41, Russia on launchers in Romania")
    app.expect_address(page, "/?q=41")
    expect(page.locator(".detail")).to_have_count(0)
    offer.click()
    expect(app.detail(page, 41)).to_be_visible()


def test_a_date_opens_the_event_nearest_to_it(page: Page) -> None:
    app.open_app(page)
    app.search_for(page, "13 February 2017")
    expect(app.detail(page, 61)).to_be_visible()
    expect(app.notices(page)).to_have_text("13 February 2017: E61, Smith urges use of sanctions, February 2017.")
    app.expect_address(page, "/?event=E61")
    app.search_for(page, "2017-02-14")
    expect(app.detail(page, 55)).to_be_visible()
    expect(app.notices(page)).to_have_text("14 February 2017: E55, Press reports deployment, 14 February 2017.")


def test_a_number_that_no_event_has_is_said(page: Page) -> None:
    app.open_app(page)
    app.search_for(page, "E999")
    expect(app.notices(page)).to_have_text("There is no event E999; the record goes from E1 to E132.")
    app.expect_sentence(page, app.START)
    expect(page.locator(".detail")).to_have_count(0)
    app.expect_address(page, "/")


def test_what_looks_like_markup_is_text(page: Page) -> None:
    app.open_app(page)
    app.search_for(page, "<img src=x onerror=alert(1)>")
    app.expect_sentence(page, "Showing 0 of 132 events: July 2014 to December 2017, mentioning <img src=x onerror=alert(1)>.")
    expect(page.locator(".sentence img")).to_have_count(0)


def test_what_is_typed_while_the_app_answers_is_kept(page: Page) -> None:
    app.open_app(page)
    app.choose(page, "diplomatic")
    app.search_field(page).fill("Geneva")
    app.expect_address(page, "/?tracks=diplomatic")
    app.settled(page)
    expect(app.search_field(page)).to_have_value("Geneva")
    app.search_field(page).press("Enter")
    app.expect_address(page, "/?tracks=diplomatic&q=Geneva")

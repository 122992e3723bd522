"""The window of time: by year, by typed day, by slider, and the whole record."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from tests import plain_count
from tests.browser import app


def test_a_year_shows_its_events_alone(page: Page) -> None:
    found = plain_count.count({"window": (date(2017, 1, 1), date(2017, 12, 31))})
    app.open_app(page)
    app.choose(page, "2017")
    app.expect_sentence(page, f"Showing {found} of 132 events: 2017.")
    app.expect_address(page, "/?from=2017-01-01")
    app.expect_chosen(page, "2017")
    app.expect_not_chosen(page, "own", "2016")
    app.expect_date(page, "From", date(2017, 1, 1))


def test_pressing_a_year_again_gives_the_own_window_back(page: Page) -> None:
    app.open_app(page, "/?from=2017-01-01")
    app.choose(page, "2017")
    app.expect_sentence(page, app.START)
    app.expect_chosen(page, "own")
    app.expect_address(page, "/")


def test_a_typed_day_moves_the_start(page: Page) -> None:
    found = plain_count.count({"window": (date(2016, 10, 19), date(2017, 12, 31))})
    app.open_app(page)
    app.type_date(page, "From", date(2016, 10, 19))
    app.expect_sentence(page, f"Showing {found} of 132 events: 19 October 2016 to 31 December 2017.")
    app.expect_address(page, "/?from=2016-10-19")
    app.expect_date(page, "From", date(2016, 10, 19))
    app.expect_date(page, "To", date(2017, 12, 31))
    app.expect_not_chosen(page, "own", "2016", "2017")


def test_a_start_after_the_end_takes_the_end_along(page: Page) -> None:
    app.open_app(page, "/?to=2015-12-31")
    app.type_date(page, "From", date(2016, 10, 19))
    app.expect_address(page, "/?from=2016-10-19&to=2016-10-19")
    app.expect_date(page, "To", date(2016, 10, 19))


def test_an_end_before_the_start_takes_the_start_along(page: Page) -> None:
    app.open_app(page, "/?from=2016-01-01")
    app.type_date(page, "To", date(2015, 3, 4))
    app.expect_address(page, "/?from=2015-03-04&to=2015-03-04")
    app.expect_date(page, "From", date(2015, 3, 4))


def test_arrow_keys_on_the_slider_move_its_ends(page: Page) -> None:
    app.open_app(page)
    sliders = page.get_by_role("slider", name=re.compile("Window of time"))
    sliders.first.focus()
    page.keyboard.press("ArrowRight")
    app.expect_address(page, "/?from=2014-08-01")
    app.expect_date(page, "From", date(2014, 8, 1))
    sliders.last.focus()
    page.keyboard.press("ArrowLeft")
    app.expect_address(page, "/?from=2014-08-01&to=2017-11-30")
    app.expect_date(page, "To", date(2017, 11, 30))
    app.expect_sentence(page, re.compile(r"^Showing \d+ of 132 events: August 2014 to November 2017\.$"))


def test_the_whole_record_brings_in_background_and_aftermath(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    expect(app.mark(page, 1)).to_have_count(0)
    app.choose(page, "whole")
    app.expect_sentence(page, re.compile(r"^Showing 132 of 132 events: "))
    expect(app.mark(page, 1)).to_be_visible()
    app.expect_address(page, "/?from=1987-12-08&to=2019-08-18")
    app.settled(page)
    app.show_as(page, "list")
    expect(page.locator(".entry")).to_have_count(132)
    assert {app.event_id(1), app.event_id(120)} <= set(app.listed(page))

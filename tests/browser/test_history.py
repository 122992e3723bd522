"""Back and Forward, one choice at a time."""

from playwright.sync_api import Page, expect

from tests.browser import app

LANE = "/?tracks=diplomatic"
WINDOW = "/?tracks=diplomatic&from=2017-01-01"
EVENT = "/?tracks=diplomatic&from=2017-01-01&event=E92"


def see_start(page: Page) -> None:
    app.expect_address(page, "/")
    app.expect_sentence(page, app.START)
    app.expect_not_chosen(page, "diplomatic", "2017")


def see_lane(page: Page) -> None:
    app.expect_address(page, LANE)
    app.expect_chosen(page, "diplomatic", "own")
    app.expect_not_chosen(page, "2017")
    expect(page.locator(".sentence")).to_contain_text("diplomatic, July 2014 to December 2017")


def see_window(page: Page) -> None:
    app.expect_address(page, WINDOW)
    app.expect_chosen(page, "diplomatic", "2017")
    expect(page.locator(".sentence")).to_contain_text("diplomatic, 2017.")
    expect(page.locator(".detail")).to_have_count(0)


def see_event(page: Page) -> None:
    app.expect_address(page, EVENT)
    expect(app.detail(page, 92)).to_be_visible()
    app.expect_chosen(page, "diplomatic", "2017")


def test_back_undoes_one_choice_at_a_time_and_forward_does_it_again(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    app.choose(page, "diplomatic")
    see_lane(page)
    app.settled(page)
    app.choose(page, "2017")
    see_window(page)
    app.settled(page)
    app.open_mark(page, 92)
    see_event(page)
    for seen in (see_window, see_lane, see_start):
        app.settled(page)
        page.go_back()
        seen(page)
    for seen in (see_lane, see_window, see_event):
        app.settled(page)
        page.go_forward()
        seen(page)


def test_back_from_another_page_comes_to_the_same_place(page: Page) -> None:
    app.open_app(page, EVENT)
    see_event(page)
    app.go_to(page, "Sources")
    app.expect_address(page, EVENT.replace("/?", "/sources?"))
    page.go_back()
    see_event(page)


def test_a_choice_after_back_starts_from_there(page: Page) -> None:
    app.open_app(page)
    app.choose(page, "diplomatic")
    see_lane(page)
    app.settled(page)
    page.go_back()
    see_start(page)
    app.settled(page)
    app.choose(page, "economic")
    app.expect_address(page, "/?tracks=economic")
    app.expect_not_chosen(page, "diplomatic")

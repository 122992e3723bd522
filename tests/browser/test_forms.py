"""The list, the table, the narrow screen, and the case of nothing to show."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests import record
from tests.browser import app
from tests.browser.conftest import NewPage

PHONE: ViewportSize = {"width": 390, "height": 844}


def test_the_list_shows_every_event_under_its_year(page: Page) -> None:
    app.open_app(page)
    app.show_as(page, "list")
    expect(page.locator(".event-list .entry")).to_have_count(105)
    expect(page.locator(".event-list section > h2")).to_contain_text(["2014", "2015", "2016", "2017"])
    expect(page.locator(".timeline")).to_have_count(0)
    app.expect_address(page, "/?view=list")
    page.locator(".entry", has_text="E94").get_by_role("link").click()
    expect(app.detail(page, 94)).to_be_visible()
    expect(page.locator(".entry[aria-current=true]")).to_have_attribute("id", f"entry-{app.event_id(94)}")


def test_the_table_has_the_same_events_in_the_same_order(page: Page) -> None:
    app.open_app(page, "/?view=table")
    rows = page.locator(".event-table tbody tr")
    expect(rows).to_have_count(105)
    table = app.listed(page)
    expect(page.locator(".event-table thead th")).to_have_count(8)
    expect(page.locator(".event-list")).to_have_count(0)
    app.show_as(page, "list")
    expect(page.locator(".event-list .entry")).to_have_count(105)
    assert app.listed(page) == table


def test_a_claim_stands_beside_its_credit_in_list_and_table(page: Page) -> None:
    credit = "Disputed: asserted by U.S., denied by Russia"
    app.open_app(page, "/?view=list")
    expect(page.locator(f"#entry-{app.event_id(17)} .credit")).to_contain_text(credit)
    app.show_as(page, "table")
    expect(page.locator(f"tr#entry-{app.event_id(17)}")).to_contain_text(credit)


def test_a_narrow_screen_shows_the_list_and_not_the_chart(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    app.open_app(page)
    expect(page.locator(".event-list")).to_be_visible()
    expect(page.locator(".timeline")).to_be_hidden()
    app.expect_chosen(page, "list")
    app.expect_not_chosen(page, "chart")
    app.expect_address(page, "/")


def test_the_list_is_there_only_while_the_chart_is_not_to_be_seen(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    expect(page.locator(".event-list")).to_have_count(0)
    page.set_viewport_size(PHONE)
    expect(page.locator(".event-list .entry")).to_have_count(105)
    expect(page.locator(".event-list")).to_be_visible()
    expect(page.locator(".timeline")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".timeline .target").first).to_be_visible()
    expect(page.locator(".event-list")).to_have_count(0)
    app.expect_address(page, "/")


def test_a_narrow_screen_brings_an_opened_event_into_view(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    app.open_app(page)
    page.locator(".entry", has_text="E94").get_by_role("link").click()
    expect(app.detail(page, 94).get_by_role("heading", level=2)).to_be_in_viewport()
    expect(page.locator(".entry").first).not_to_be_in_viewport()


def test_a_narrow_screen_shows_the_chart_where_its_reader_chooses_it(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    app.open_app(page)
    app.show_as(page, "chart")
    app.expect_address(page, "/?view=chart")
    expect(page.locator(".event-list")).to_have_count(0)


@pytest.mark.parametrize(
    ("address", "label", "loosened"),
    [
        ("/?tracks=economic&q=Geneva", "the search", "/?tracks=economic"),
        ("/?q=zebra", "the search", "/"),
        ("/?layer=aftermath", "the window of time", "/?layer=aftermath&from=1987-12-08&to=2019-08-18"),
    ],
)
def test_an_empty_result_names_the_filter_and_takes_it_off(page: Page, address: str, label: str, loosened: str) -> None:
    app.open_app(page, address)
    expect(page.locator(".sentence")).to_contain_text("Showing 0 of 132 events")
    empty = page.locator(".empty")
    expect(empty.get_by_role("heading")).to_have_text("No event matches all of this")
    expect(page.locator(".timeline, .event-list")).to_have_count(0)
    empty.get_by_role("button", name=f"Without {label}:").click()
    app.expect_address(page, loosened)
    expect(empty).to_have_count(0)
    expect(page.locator(".sentence")).not_to_contain_text("Showing 0")


def test_an_empty_result_can_be_reset(page: Page) -> None:
    app.open_app(page, "/?tracks=economic&q=zebra")
    page.locator(".empty").get_by_role("button", name="Reset all filters").click()
    app.expect_sentence(page, app.START)
    app.expect_address(page, "/")


def test_reset_closes_the_event_and_keeps_the_form(page: Page) -> None:
    app.open_app(page, "/?tracks=economic&standing=documented&event=E94&view=table")
    page.get_by_role("button", name="Reset", exact=True).click()
    app.expect_address(page, "/?view=table")
    app.expect_sentence(page, app.START)
    expect(page.locator(".detail")).to_have_count(0)
    expect(page.locator(".event-table tbody tr")).to_have_count(105)


def test_a_day_of_looking_leaves_out_what_was_not_public(page: Page) -> None:
    hidden = record.dossier().event[app.event_id(79)]
    assert hidden.known
    app.open_app(page, "/?view=list")
    expect(page.locator(f"#entry-{hidden.id}")).to_be_visible()
    page.goto("/?view=list&as_of=2017-12-31")
    expect(page.locator(".sentence")).to_contain_text("as public on 31 December 2017")
    expect(page.locator(f"#entry-{hidden.id}")).to_have_count(0)

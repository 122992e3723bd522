"""An event in full, its neighbours, and an event outside what is shown."""

from playwright.sync_api import Page, expect

from dashboard.queries.attribution import credit
from tests import record
from tests.browser import app

OUTSIDE = 41  # a number of an event that is not on the economic lane


def test_an_event_tells_its_date_its_credit_and_its_sources(page: Page) -> None:
    app.open_app(page, "/?event=E17")
    event = record.dossier().event[app.event_id(17)]
    detail = app.detail(page, 17)
    expect(detail.get_by_role("heading", level=2)).to_have_text(event.title)
    expect(detail.locator("time")).to_have_text("29 July 2014")
    expect(detail).to_contain_text(str(event.date_note))
    expect(detail.locator(".standing")).to_contain_text(credit(event, record.dossier()))
    expect(detail.locator(".sources").first.locator("> li")).to_have_count(len(event.sources))
    for link in detail.locator(".sources a").all():
        expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_an_uncertain_day_is_called_uncertain(page: Page) -> None:
    app.open_app(page, "/?event=E87")
    expect(app.detail(page, 87).locator(".when")).to_contain_text("the day is not certain")
    expect(app.detail(page, 87)).to_contain_text("Disputed: asserted by")


def test_neighbours_lead_through_what_is_shown(page: Page) -> None:
    app.open_app(page, "/?tracks=economic&event=E94")
    app.settled(page)
    ways = page.locator(".neighbours a")
    expect(ways).to_have_count(2)
    ways.last.click()
    expect(app.detail(page, 95)).to_be_visible()
    app.expect_address(page, "/?tracks=economic&event=E95")
    ways.first.click()
    expect(app.detail(page, 94)).to_be_visible()
    ways.first.click()
    expect(app.detail(page, 73)).to_be_visible()
    app.expect_address(page, "/?tracks=economic&event=E73")


def test_the_first_and_the_last_event_have_one_neighbour(page: Page) -> None:
    app.open_app(page, "/?tracks=economic&event=E25")
    expect(page.locator(".neighbours .none")).to_have_text("Nothing earlier is shown")
    app.search_for(page, "E106")
    expect(app.detail(page, 106)).to_be_visible()
    expect(page.locator(".neighbours .none")).to_have_text("Nothing later is shown")


def test_an_event_outside_what_is_shown_opens_and_says_why(page: Page) -> None:
    app.open_app(page, "/?tracks=economic&event=E41")
    notice = app.detail(page, OUTSIDE).locator(".notice")
    expect(notice).to_contain_text("This event is outside what is shown: the choice of lanes hides it.")
    notice.get_by_role("button").click()
    app.expect_sentence(page, app.START)
    app.expect_address(page, "/?event=E41")
    expect(notice).to_have_count(0)
    expect(app.detail(page, OUTSIDE)).to_be_visible()


def test_an_event_outside_the_window_can_be_brought_in(page: Page) -> None:
    app.open_app(page, "/?event=E1")
    notice = app.detail(page, 1).locator(".notice")
    expect(notice).to_contain_text("the window of time hides it")
    notice.get_by_role("button").click()
    app.expect_address(page, "/?from=1987-12-08&to=2019-08-18&event=E1")
    expect(notice).to_have_count(0)
    expect(app.mark(page, 1)).to_be_visible()


def test_closing_an_event_brings_back_how_to_read_the_timeline(page: Page) -> None:
    app.open_app(page, "/?event=E41")
    page.get_by_role("button", name="Close this event").click()
    expect(page.locator(".detail")).to_have_count(0)
    app.expect_address(page, "/")
    expect(page.locator(".st-key-side .legend")).to_be_visible()


def test_a_link_in_an_event_opens_the_event_it_answers(page: Page) -> None:
    app.open_app(page, "/?event=E18")
    app.detail(page, 18).locator(".links a", has_text="U.S. declares a violation").first.click()
    expect(app.detail(page, 17)).to_be_visible()
    app.expect_address(page, "/?event=E17")

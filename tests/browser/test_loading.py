"""What stands on the page once it has loaded."""

from playwright.sync_api import Page, expect

from tests.browser import app
from tests.browser.conftest import NewPage

DARK_PAPER = "rgb(14, 17, 23)"


def test_the_real_record_is_shown(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    app.expect_sentence(page, app.START)
    expect(page.get_by_role("heading", level=1)).to_have_text("The INF Treaty compliance dispute")
    expect(page.locator(".panel h3")).to_have_text(["Diplomatic", "Military", "Economic"])
    expect(app.notices(page)).to_have_count(0)
    expect(page.locator(".detail")).to_have_count(0)
    app.expect_address(page, "/")


def test_the_title_of_the_window_is_the_records(page: Page) -> None:
    app.open_app(page)
    expect(page).to_have_title("The INF Treaty compliance dispute")


def test_a_dark_screen_gets_dark_paper_and_dark_paper_in_the_figure(new_page: NewPage) -> None:
    page = new_page(color_scheme="dark")
    app.open_app(page)
    figure = app.drawn(page)
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK_PAPER)
    expect(figure.locator(".main-svg").first).to_have_css("background-color", DARK_PAPER)


def test_the_sources_page_shows_what_the_shown_events_rest_on(page: Page) -> None:
    app.open_app(page, "/sources")
    app.expect_sentence(page, app.START)
    expect(page.locator(".source-list li").first).to_be_visible()
    expect(page.get_by_role("heading", name="Editions")).to_be_visible()
    expect(page.locator(".timeline")).to_have_count(0)


def test_a_source_opens_its_event_on_the_timeline(page: Page) -> None:
    app.open_app(page, "/sources?tracks=economic")
    page.locator(".rests a", has_text="E94").first.click()
    expect(app.detail(page, 94)).to_be_visible()
    app.drawn(page)
    app.expect_address(page, "/?tracks=economic&event=E94")

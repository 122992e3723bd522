"""A server that has just started, and one that serves another dossier."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.app.site import HARBOUR
from tests.browser import app, server
from tests.browser.watch import Watch

PAGES = [("/sources", ".source-list"), ("/study", ".sets"), ("/responses", ".lives"), ("/positions", ".turn")]


def watched(browser: Browser, address: str) -> tuple[Page, Watch]:
    """Open a page of a server of one's own, and watch it."""
    page = browser.new_page(base_url=address, viewport={"width": 1440, "height": 900})
    watch = Watch(address)
    watch.over(page)
    return page, watch


@pytest.mark.parametrize(("path", "shown"), PAGES, ids=[path for path, _ in PAGES])
def test_a_server_that_has_just_started_shows_any_page_to_its_first_visitor(browser: Browser, path: str, shown: str) -> None:
    with server.running() as address:
        page, watch = watched(browser, address)
        app.open_app(page, path)
        expect(page.locator(shown).first).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_text(path.strip("/").capitalize())
        expect(page.get_by_role("navigation", name="App pages").get_by_role("link", name="Timeline")).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)
        page.close()
    assert watch.problems == []


def test_another_dossier_shows_on_both_pages_with_its_own_sides_and_tracks(browser: Browser) -> None:
    with server.running(HARBOUR) as address:
        page, watch = watched(browser, address)
        app.open_app(page, "/responses")
        app.expect_sentence(page, "Showing 2 of 2 measures.")
        expect(page.locator(".panel h3")).to_contain_text(["Talks", "Works"])
        expect(page.locator(".strategy")).to_have_count(0)
        page.locator(".lives").get_by_role("link", name="Spoil toll").click()
        app.expect_at(app.measure(page, "spoil-toll"))
        expect(app.measure(page, "spoil-toll").locator(".stop")).to_contain_text("by Town of Brackwater, 28 March 1995.")
        app.open_app(page, "/responses?panel=works")
        app.expect_sentence(page, "Showing 1 of 2 measures: works alone.")

        app.open_app(page, "/positions")
        app.expect_sentence(page, "Showing 4 of 4 positions on 1 contested question.")
        expect(page.locator(".sides span")).to_have_text(["Brackwater", "Sallowhithe"])
        expect(page.locator(".answer-line")).to_have_count(2)
        app.entry(page, "bar-port-1993").locator("a[data-open]").click()
        expect(page.locator(".detail")).to_be_visible()
        app.expect_address(page, "/positions?event=E5")
        expect(page.locator(".stMain b")).to_have_count(0)
        page.close()
    assert watch.problems == []

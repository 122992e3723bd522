"""The further filters, which stand behind one button."""

from playwright.sync_api import Page, expect

from tests import plain_count
from tests.browser import app
from tests.browser.test_lanes import OWN_WINDOW

GROUPS = ("Standing", "Importance", "Layer", "Who acts")


FILTERS = [
    ("disputed", "standing", "standings"),
    ("key", "importance", "importances"),
    ("context", "layer", "layers"),
    ("nato", "party", "parties"),
]


def test_each_further_filter_shows_its_events_alone(page: Page) -> None:
    app.open_app(page)
    filters = app.open_filters(page)
    for group in GROUPS:
        expect(filters.get_by_role("group", name=group)).to_be_visible()
    for word, parameter, name in FILTERS:
        found = plain_count.count({"window": OWN_WINDOW, name: {word}})
        expect(app.choice(page, word).locator(".count")).to_have_text(str(found))
        app.choose(page, word)
        expect(page.locator(".sentence")).to_contain_text(f"Showing {found} of 132 events")
        app.expect_address(page, f"/?{parameter}={word}")
        expect(filters).to_be_visible()
        app.choose(page, word)
        app.expect_sentence(page, app.START)


def test_further_filters_in_use_are_counted_on_their_button(page: Page) -> None:
    app.open_app(page, "/?standing=disputed&party=us&party=russia")
    expect(page.get_by_role("button", name="More filters (2)")).to_be_visible()

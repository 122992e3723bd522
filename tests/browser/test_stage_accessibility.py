"""What a machine can tell of the accessibility of a talk: axe-core finds nothing to mend."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.fragments.talk import PRESENTER, ROLES
from tests.browser import app, talk
from tests.browser.conftest import WIDE, NewPage
from tests.browser.watch import Watch

NARROW = {"width": 390, "height": 844}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": WIDE},
    "dark": {"color_scheme": "dark", "viewport": WIDE},
    "narrow": {"color_scheme": "light", "viewport": NARROW},
}
STANDS_OUT = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().right > innerWidth + 1)
  .map(one => one.outerHTML.slice(0, 120))"""
KINDS = {"timeline": 1, "positions": 2}  # a scene of each kind in the brief


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """List what axe finds, with the elements."""
    page.evaluate("document.fonts.ready")
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_violation_on_the_stage_and_in_the_presenters_window(
    browser: Browser, app_address: str, watch: Watch, look: str
) -> None:
    found = {}
    with talk.windows_of(browser, app_address, bypass_csp=True, **LOOKS[look]) as context:  # the policy would keep axe out
        for role in ROLES:
            with talk.another(context, watch) as page:
                talk.open_window(page, talk.address(f"axe{look}", presenter=role == PRESENTER))
                for kind, number in KINDS.items():
                    talk.jump(page, number)
                    talk.expect_scene(page, number)
                    found[role, kind] = violations(page)
                talk.press(page, "?")
                expect(talk.keys(page)).to_be_visible()
                found[role, "keys"] = violations(page)
    assert found == {place: [] for place in found}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_violation_where_a_brief_is_chosen(new_page: NewPage, look: str) -> None:
    page = new_page(bypass_csp=True, **LOOKS[look])
    app.open_app(page, "/brief")
    page.locator(".briefs details").evaluate_all("all => all.forEach(fold => { fold.open = true; })")
    assert violations(page) == []


def test_a_narrow_presenters_window_is_read_downwards_with_its_buttons_always_at_hand(
    browser: Browser, app_address: str, watch: Watch
) -> None:
    with talk.windows_of(browser, app_address, viewport=NARROW) as context, talk.another(context, watch) as page:
        talk.open_window(page, talk.address("narrow", presenter=True))
        assert page.evaluate(STANDS_OUT) == []
        for place in ("Notes", "Time"):
            page.get_by_role("region", name=place).scroll_into_view_if_needed()
            expect(page.get_by_role("region", name=place)).to_be_in_viewport()
            expect(talk.button(page, "Next →")).to_be_in_viewport()
        talk.button(page, "Next →").click()
        talk.expect_scene(page, 2)

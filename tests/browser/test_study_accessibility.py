"""What a machine can tell of the accessibility of the study page, in each of its states."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from dashboard.queries.study.posed import Kind
from tests.browser import app, studying
from tests.browser.conftest import NewPage

SIZES = ({"width": 1440, "height": 900}, {"width": 390, "height": 844})


def _problems(page: Page) -> list[tuple[str, list[str]]]:
    page.evaluate("document.fonts.ready")
    violations = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in violations]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_axe_finds_no_violation_in_any_state(new_page: NewPage, size: dict[str, int], scheme: str) -> None:
    page = new_page(viewport=size, color_scheme=scheme, bypass_csp=True)  # the policy of the page would keep axe out
    found = {}
    studying.begin(page)
    app.open_app(page, "/study")
    page.locator(".study [data-do=erase]").click()
    found["sets"] = _problems(page)
    for kind, right in ((Kind.CHOICE, False), (Kind.ORDER, False), (Kind.MATCH, True), (Kind.NEXT, True)):
        one = studying.open_question(page, kind)
        found[f"{kind} asked"] = _problems(page)
        assert app.overflow(page) == 0
        studying.by_mouse(page, one, studying.answer_of(one, right=right))
        studying.expect_verdict(page, one, right=right)
        found[f"{kind} answered"] = _problems(page)
        assert app.overflow(page) == 0
    studying.open_set(page, "military-1")
    for one in studying.questions("military-1")[:2]:
        studying.expect_question(page, one)
        studying.by_mouse(page, one, studying.answer_of(one, right=False))
        page.locator("[data-do=next]").click()
    studying.act(page, "Skip").click()
    expect(page.locator(".is-end")).to_be_visible()
    app.unfold(page)
    found["end"] = _problems(page)
    app.open_app(page, "/study?set=made&q=zebra")
    found["none"] = _problems(page)
    assert found == {name: [] for name in found}

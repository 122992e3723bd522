"""What a machine can tell of accessibility: axe-core finds nothing to mend."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser import app
from tests.browser.conftest import NewPage

ADDRESSES = (
    "/",
    "/?event=E17",
    "/?view=list&event=E51",
    "/?view=table",
    "/?as_of=2014-08-01&not_public=shown",
    "/?type=large&event=E90",
    "/?q=nothing-like-it&tracks=economic",
    "/?tracks=nonsense",
    "/brief",
    "/study",
    "/sources",
    "/responses?measure=section-1290&event=E53",
    "/responses?panel=economic&as_of=2017-01-01",
    "/positions?question=range-of-9m729&event=E17",
)
SIZES = ({"width": 1440, "height": 900}, {"width": 390, "height": 844})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_axe_finds_no_violation_on_any_page(new_page: NewPage, size: dict[str, int], scheme: str) -> None:
    page = new_page(viewport=size, color_scheme=scheme, bypass_csp=True)  # the policy of the page would keep axe out
    found = {}
    for address in ADDRESSES:
        app.open_app(page, address)
        page.evaluate("document.fonts.ready")
        violations = Axe().run(page).response["violations"]
        found[address] = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in violations]
    assert found == {address: [] for address in ADDRESSES}


@pytest.mark.parametrize(("size", "scheme"), [(SIZES[0], "dark"), (SIZES[1], "light")], ids=["wide", "narrow"])
def test_axe_finds_no_violation_with_every_measure_and_passage_unfolded(
    new_page: NewPage, size: dict[str, int], scheme: str
) -> None:
    page = new_page(viewport=size, color_scheme=scheme, bypass_csp=True)
    found = {}
    for address in ("/responses", "/responses?as_of=2017-01-01", "/positions"):
        app.open_app(page, address)
        app.unfold(page)
        violations = Axe().run(page).response["violations"]
        found[address] = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in violations]
    assert [*found.values()] == [[], [], []], found


@pytest.mark.parametrize(("size", "scheme"), [(SIZES[0], "light"), (SIZES[1], "dark")], ids=["wide", "narrow"])
def test_axe_finds_no_violation_in_what_can_be_opened_over_a_page(new_page: NewPage, size: dict[str, int], scheme: str) -> None:
    page = new_page(viewport=size, color_scheme=scheme, bypass_csp=True)
    app.open_app(page, "/?view=chart&event=E17")
    app.drawn(page)
    found = {}

    def look(name: str) -> None:
        violations = Axe().run(page).response["violations"]
        found[name] = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in violations]
        page.keyboard.press("Escape")

    app.open_filters(page)
    look("filters")
    page.get_by_role("button", name="Export").click()
    expect(page.locator(".export-menu")).to_be_visible()
    look("exports")
    page.get_by_role("button", name="Choose date").first.click()
    expect(page.get_by_role("grid")).to_be_visible()
    look("calendar")
    page.get_by_role("button", name="Legend and keys").click()
    look("legend")
    page.locator(".term").first.focus()
    expect(page.locator(".term-tip")).to_be_visible()
    look("term")
    page.get_by_role("button", name="Add to notebook").first.click()
    page.get_by_role("button", name="Notebook").first.click()
    expect(page.locator(".notebook-drawer")).to_be_visible()
    look("notebook")
    assert found == {name: [] for name in found}

"""What a machine can tell of the one file's accessibility, on every page of it, wide and narrow, light and dark."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import app, onefile
from tests.browser.conftest import WIDE
from tests.exports import one_files

PLACES = (
    "event=E17&from=1987-01-01",
    "view=list&event=E51",
    "q=nothing-like-it",
    "page=responses",
    "page=positions",
    "page=brief",
    "page=sources",
)
FEW = PLACES[0], PLACES[3]  # where every colour is met
LOOKS = {  # size, scheme and places; the other scheme changes nothing but colours
    "wide light": (WIDE, "light", FEW),
    "wide dark": (WIDE, "dark", PLACES),
    "phone light": (onefile.PHONE, "light", (PLACES[1], PLACES[3], PLACES[6])),
    "phone dark": (onefile.PHONE, "dark", FEW),
}
SIDEWAYS = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1);
  return wide.map(one => one.outerHTML.slice(0, 100));
}"""
SMALL = """all => all.filter(one => one.checkVisibility()).map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([words]) => words)"""


def _violations(page: Page) -> list[tuple[str, list[str]]]:
    page.evaluate("document.fonts.ready")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]][:5]) for one in found]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_violation_on_any_page(browser: Browser, look: str) -> None:
    size, scheme, places = LOOKS[look]
    found = {}
    with onefile.opened(browser, viewport=size, color_scheme=scheme, bypass_csp=True) as page:  # the policy would keep axe out
        for at in places:
            onefile.go(page, at)
            found[at] = _violations(page)
        onefile.go(page, "from=1987-01-01&to=2020-12-31&view=chart")
        onefile.settled(page)
        page.get_by_role("button", name="Legend and keys").click()
        found["legend"] = _violations(page)
    assert found == {at: [] for at in found}


@pytest.mark.parametrize("write", [one_files.whole, one_files.hostile], ids=["whole", "hostile"])
def test_at_four_times_the_size_nothing_is_read_sideways(browser: Browser, write: Callable[[], bytes]) -> None:
    with onefile.opened(browser, write=write, viewport={"width": 320, "height": 256}) as page:
        for at in ("", *PLACES, "view=chart"):
            onefile.go(page, at)
            page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
            assert page.evaluate(SIDEWAYS) == [], at


def test_on_a_phone_the_list_comes_first_and_an_event_before_the_reader(browser: Browser) -> None:
    with onefile.opened(browser, viewport=onefile.PHONE, has_touch=True, is_mobile=True) as page:
        expect(page.locator("#list")).to_be_visible()
        expect(page.locator("#chart")).to_be_hidden()
        onefile.expect_pressed(page, "view", "list")
        onefile.press(page, "view", "list")
        onefile.expect_pressed(page, "view", "list")
        name = onefile.listed(page)[60]
        page.locator(f'#list [data-open="{name}"]').tap()
        expect(onefile.detail(page).locator("h2")).to_be_in_viewport()
        onefile.detail(page).get_by_role("button", name="Close this event").tap()
        expect(page.locator(f'#list [data-open="{name}"]')).to_be_in_viewport()
        onefile.press(page, "view", "chart")
        expect(page.locator("#chart")).to_be_visible()
        onefile.expect_pressed(page, "view", "chart")
        onefile.settled(page)
        page.set_viewport_size({"width": 844, "height": 390})  # turned
        onefile.settled(page)
        expect(page.locator("#chart")).to_be_visible()


def test_a_phone_turned_shows_as_pressed_what_it_shows(browser: Browser) -> None:
    with onefile.opened(browser, viewport=onefile.PHONE) as page:
        onefile.expect_pressed(page, "view", "list")
        page.set_viewport_size({"width": 844, "height": 390})
        expect(page.locator("#chart")).to_be_visible()
        onefile.expect_pressed(page, "view", "chart")


def test_what_can_be_pressed_is_large_enough(browser: Browser) -> None:
    with onefile.opened(browser, "event=E17", viewport=onefile.PHONE) as page:
        page.locator("#more > summary").click()
        assert page.locator("button, summary, nav a, #side .neighbours a").evaluate_all(SMALL) == []


def test_what_changes_is_told_and_every_part_has_a_name(browser: Browser) -> None:
    with onefile.opened(browser) as page:
        expect(page.locator("#sentence [role=status]")).to_have_text(app.START)
        onefile.press(page, "tracks", "economic")
        expect(page.locator("#sentence [role=status]")).to_contain_text("economic")
        expect(page.get_by_role("group", name="Lanes")).to_be_visible()
        expect(page.get_by_role("group", name="Window of time")).to_be_visible()
        expect(page.get_by_role("button", name="Economic, 18 events")).to_be_visible()
        assert page.title().startswith("The INF Treaty") or page.title()
        assert page.locator("h1").count() == 1

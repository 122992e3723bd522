"""The way in for who comes for the first time: a few hints, and never again once they are closed."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser import app
from tests.browser.test_notebook import CLOSED, SIZES, OpenReader, new_context, new_reader, reader
from tests.browser.watch import Watch

__all__ = ["new_context", "new_reader", "reader"]  # fixtures

STILL = """() => new Promise(done => {
  const places = [];
  const look = () => {
    places.unshift(document.querySelector(".sentence").getBoundingClientRect().top);
    if (places.length > 8 && new Set(places.slice(0, 8)).size === 1) done();
    else setTimeout(look, 250);
  };
  look();
})"""  # the page has stood still for two seconds
SHIFTS = """window.shifted = [];
new PerformanceObserver((list) => {
  const moved = list.getEntries().flatMap((one) => one.sources.map((source) => source.node?.parentElement));
  window.shifted.push(...moved.filter((place) => place && !place.closest(".hints")).map((place) => place.className));
}).observe({ type: "layout-shift" });"""
OUTLINED = ["lanes", "events", "event", "ways"]


def hints(page: Page) -> Locator:
    """Find the hints."""
    return page.get_by_role("complementary", name="Hints")


def press(page: Page, name: str) -> None:
    """Press a button of the hints."""
    hints(page).get_by_role("button", name=name).click()


def test_the_hints_go_forth_and_back_and_outline_what_they_are_about(reader: Page) -> None:
    app.open_app(reader)
    expect(hints(reader)).to_be_visible()
    assert reader.evaluate("document.activeElement === document.body")
    for at, name in enumerate(OUTLINED, 1):
        expect(hints(reader)).to_contain_text(f"{at} of 4")
        expect(reader.locator("body")).to_have_attribute("data-hint", name)
        if at < len(OUTLINED):
            press(reader, "Next")
    expect(hints(reader).get_by_role("button", name="Next")).to_be_disabled()
    expect(reader.locator(".st-key-export-menu")).to_have_css("outline-style", "dashed")
    press(reader, "Back")
    expect(hints(reader)).to_contain_text("3 of 4")
    expect(reader.locator(".st-key-side")).to_have_css("outline-style", "dashed")


@pytest.mark.parametrize("way", ["button", "key"])
def test_closed_hints_never_come_again(reader: Page, way: str) -> None:
    app.open_app(reader)
    expect(hints(reader)).to_be_visible()
    if way == "button":
        press(reader, "Close")
    else:
        reader.keyboard.press("Escape")
    expect(hints(reader)).to_have_count(0)
    expect(reader.locator("body[data-hint]")).to_have_count(0)
    reader.reload()
    app.open_app(reader)
    app.drawn(reader)
    reader.wait_for_timeout(500)
    expect(hints(reader)).to_have_count(0)


def test_escape_closes_an_open_event_before_the_hints(reader: Page) -> None:
    app.open_app(reader, "/?event=E17")
    expect(hints(reader)).to_be_visible()
    app.drawn(reader)
    reader.get_by_role("listbox").focus()
    reader.keyboard.press("Escape")
    expect(reader.locator(".detail")).to_have_count(0)
    expect(hints(reader)).to_be_visible()
    reader.keyboard.press("Escape")
    expect(hints(reader)).to_have_count(0)


def test_the_hints_are_the_timelines_alone_and_close_in_every_tab(
    new_context: Callable[..., BrowserContext], watch: Watch
) -> None:
    context = new_context()
    one, other = context.new_page(), context.new_page()
    watch.over(one)
    watch.over(other)
    app.open_app(one, "/responses")
    expect(hints(one)).to_have_count(0)
    app.go_to(one, "Timeline")
    expect(hints(one)).to_be_visible()
    app.go_to(one, "Positions")
    expect(hints(one)).to_have_count(0)
    app.go_to(one, "Timeline")
    app.open_app(other)
    expect(hints(one)).to_be_visible()
    press(other, "Close")
    expect(hints(one)).to_have_count(0)


def test_without_storage_there_are_no_hints(reader: Page) -> None:
    reader.add_init_script(CLOSED)
    app.open_app(reader)
    app.drawn(reader)
    reader.wait_for_timeout(500)
    expect(hints(reader)).to_have_count(0)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_the_hints_shift_nothing_and_cover_nothing(new_reader: OpenReader, size: dict[str, int]) -> None:
    page = new_reader(viewport=size, reduced_motion="reduce")
    app.open_app(page)
    expect(hints(page)).to_be_visible()
    app.settled(page)
    page.wait_for_load_state("networkidle")  # the page's own late parts move it, not the hints
    page.evaluate("document.fonts.ready")
    page.evaluate(STILL)
    page.evaluate(SHIFTS)
    top = page.locator(".sentence").bounding_box()
    for name in ("Next", "Next", "Next", "Close"):
        press(page, name)
    expect(hints(page)).to_have_count(0)
    assert page.evaluate("window.shifted") == []
    assert page.locator(".sentence").bounding_box() == top
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(hints(page)).to_be_visible()
    box = hints(page).bounding_box()
    main = page.locator(".stMain").bounding_box()
    assert box
    assert main
    assert main["y"] + main["height"] <= box["y"] + 1
    assert app.overflow(page) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_axe_finds_no_violation_with_any_hint(new_reader: OpenReader, size: dict[str, int], scheme: str) -> None:
    page = new_reader(viewport=size, color_scheme=scheme, bypass_csp=True)
    app.open_app(page)
    expect(hints(page)).to_be_visible()
    for at in range(len(OUTLINED)):
        assert Axe().run(page).response["violations"] == []
        if at < len(OUTLINED) - 1:
            press(page, "Next")

"""What stands around the pages: where the keyboard begins and goes on, what it must not do, and the parts of a page by name."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from dashboard.ui.frame import PAGES, title
from tests import record
from tests.browser import app
from tests.browser.conftest import NewPage

STOPS = 60  # presses of Tab that go well into the page
ZOOMED = {"width": 320, "height": 256}  # a screen of 1280 by 1024 at 400 %
# Whether what has the focus, or what it stands in, is ringed in a colour that stands out from the page at least 3:1.
RINGED = r"""() => {
  const light = (color) => {
    const parts = color.match(/[\d.]+/g).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(getComputedStyle(document.querySelector(".stApp")).backgroundColor);
  const stands = (one) => {
    const style = getComputedStyle(one);
    const [low, high] = [light(style.outlineColor), paper].sort((a, b) => a - b);
    return style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2 && (high + 0.05) / (low + 0.05) >= 3;
  };
  const at = document.activeElement;
  const around = [at, at.parentElement, at.parentElement?.parentElement, at.parentElement?.parentElement?.parentElement];
  return [at.getAttribute("aria-label") || at.textContent.trim().slice(0, 40), around.some((one) => one && stands(one))];
}"""
PARTS = """() => {
  const seen = (names) => [...document.querySelectorAll(names)].filter((one) => one.checkVisibility());
  return {
    mains: document.querySelectorAll("main, [role=main]").length,
    banners: seen("header").filter((one) => !one.closest("main, article, section")).length,
    levels: seen("h1, h2, h3, h4, h5, h6").map((one) => Number(one.localName[1])),
    language: document.documentElement.lang,
  };
}"""
HELD = """() => {
  const { localName, dataset, ariaLabel, className, textContent } = document.activeElement;
  return [localName, ariaLabel, dataset.choice ?? dataset.open ?? dataset.act ?? (className || textContent)];
}"""  # what has the keyboard, which may stand in new HTML
QUIET = 300  # milliseconds
# What is pressed on a page, and where the keyboard is then: on it still, or where it leads.
PRESSED = [
    ("/", '[data-choice="economic"]', ""),
    ("/", '[data-choice="2015"]', ""),
    ("/", '[data-choice="table"]', ""),
    ("/", ".play", ""),
    ("/", ".stSlider input >> nth=0", ""),
    ("/?view=list", ".event-list [data-open] >> nth=3", ""),
    ("/responses", ".measure summary >> nth=2", ""),
    ("/positions", ".turn a[data-open] >> nth=0", ""),
    ("/sources", ".sift button >> nth=0", ""),
    ("/?q=zebra", "[data-act^=loosen] >> nth=0", ".targets"),
    ("/positions?q=zebra", "[data-act=reset]", ".positions"),
]


def test_the_first_stop_leads_into_the_content(page: Page) -> None:
    app.open_app(page)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    app.expect_address(page, "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    expect(skip).not_to_be_in_viewport()


def test_single_letters_neither_run_the_page_again_nor_clear_anything(page: Page) -> None:
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(len(frame))))
    app.open_app(page)
    app.drawn(page)
    page.get_by_role("main").focus()
    before = len(sent)
    for key in ("r", "R", "c", "C", "Shift+r"):
        page.keyboard.press(key)
    page.get_by_role("listbox").focus()
    page.keyboard.press("r")
    app.settled(page)
    assert len(sent) == before
    expect(page.get_by_role("dialog")).to_have_count(0)
    app.search_field(page).press_sequentially("crc")
    expect(app.search_field(page)).to_have_value("crc")
    app.search_field(page).press("Enter")
    app.expect_sentence(page, re.compile("mentioning crc"))
    assert len(sent) > before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_always_seen_where_the_keyboard_is(new_page: NewPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    app.open_app(page, "/?event=E17")
    app.drawn(page)
    unseen = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        name, ringed = page.evaluate(RINGED)
        unseen += [] if ringed else [name]
    assert unseen == []


def test_what_is_pressed_keeps_the_keyboard(page: Page) -> None:
    for address, pressed, then in PRESSED:
        app.open_app(page, address)
        if address == "/":
            app.drawn(page)
        button = page.locator(pressed)
        button.focus()
        held = page.evaluate(HELD)
        page.keyboard.press("ArrowRight" if "input" in pressed else "Enter")
        if then:
            expect(page.locator(then)).to_be_focused()
        else:
            page.wait_for_timeout(QUIET)  # a run that the press asked for has begun by then, and not all ask for one
            app.settled(page)
            assert page.evaluate(HELD) == held, (address, pressed)


def test_every_page_has_its_title_its_parts_and_headings_in_order(page: Page) -> None:
    for path in PAGES:
        app.open_app(page, f"/{path}")
        expect(page).to_have_title(title(path, record.dossier().front.title))
        found = page.evaluate(PARTS)
        assert (found["mains"], found["banners"], found["language"]) == (1, 1, "en")
        levels = found["levels"]
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)
        expect(page.get_by_role("navigation", name="App pages")).to_be_visible()
    foreign = {one.language for one in record.dossier().sources if one.language != "en" and not one.title.startswith("[")}
    assert set(page.locator(".source-list [lang]").evaluate_all("all => all.map(one => one.lang)")) == foreign


def test_at_four_hundred_per_cent_nothing_has_to_be_scrolled_aside(new_page: NewPage) -> None:
    page = new_page(viewport=ZOOMED)
    for address in (*(f"/{path}" for path in PAGES), "/?event=E17", "/study?set=all-2"):
        app.open_app(page, address)
        assert app.overflow(page) == 0, address
        for name in ("Lanes", "Window of time"):
            row = page.get_by_role("group", name=name, exact=True).locator("visible=true").first
            assert row.evaluate("one => one.scrollWidth - one.clientWidth") <= 0, (address, name)
        expect(page.locator(".hints")).to_be_hidden()

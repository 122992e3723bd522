"""What placement measured is what the browser draws."""

from typing import Any

import pytest
from playwright.sync_api import Page

from dashboard.queries import typesetting
from tests.browser import app
from tests.browser.conftest import NewPage

NEAR = 1.0  # pixels between a text as measured and as drawn
SCREENS: dict[str, tuple[str, dict[str, Any]]] = {
    "wide": ("/", {"viewport": {"width": 1440, "height": 900}}),
    "wide and dark": ("/", {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"}),
    "a projector with large type": ("/?type=large", {"viewport": {"width": 1920, "height": 1080}}),
    "four to three": ("/?view=chart", {"viewport": {"width": 1024, "height": 768}}),
    "with an event and its links": ("/?event=E17", {"viewport": {"width": 1440, "height": 900}}),
}
TEXTS = """() => document.fonts.ready.then(() => [...document.querySelectorAll(".plot .labels text")].map((text) => {
  const { width } = text.getBBox();
  const { left, right, top, bottom } = text.getBoundingClientRect();
  const style = getComputedStyle(text);
  const [size, weight] = [parseFloat(style.fontSize), Number(style.fontWeight)];
  return { words: text.textContent, width, left, right, top, bottom, size, weight };
}))"""
PLOT = "() => document.querySelector('.plot .main-svg').getBoundingClientRect().toJSON()"


@pytest.fixture(params=SCREENS, ids=list(SCREENS))
def screen(request: pytest.FixtureRequest, new_page: NewPage) -> Page:
    address, options = SCREENS[request.param]
    page = new_page(**options)
    app.open_app(page, address)
    app.drawn(page)
    app.settled(page)
    return page


def texts_of(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(TEXTS)
    assert len(found) > 40
    return found


def test_every_drawn_text_is_as_wide_as_it_was_measured(screen: Page) -> None:
    far = [
        (text["words"], text["width"])
        for text in texts_of(screen)
        if abs(typesetting.width(text["words"], text["size"], text["weight"]) - text["width"]) > NEAR
    ]
    assert far == []


def test_no_two_drawn_texts_overlap_and_none_is_cut(screen: Page) -> None:
    texts = texts_of(screen)
    plot = screen.evaluate(PLOT)
    assert [text["words"] for text in texts if text["left"] < plot["left"] - NEAR or text["right"] > plot["right"] + NEAR] == []
    # A line of type is a little taller than its row where the rows are close; letters of two rows do not touch.
    pairs = [
        (one["words"], other["words"])
        for at, one in enumerate(texts)
        for other in texts[at + 1 :]
        if one["left"] < other["right"] - NEAR
        and other["left"] < one["right"] - NEAR
        and abs((one["top"] + one["bottom"]) / 2 - (other["top"] + other["bottom"]) / 2) < one["size"]
    ]
    assert pairs == []

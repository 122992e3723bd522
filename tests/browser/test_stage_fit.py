"""Every scene of every brief fits every screen that rooms have, in type that the last row reads."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import record
from tests.browser import talk

Screen = tuple[int, int]
Measured = Callable[[str, Screen], list[Any]]

SCREENS = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768))
FULL_HD = (1920, 1080)
LEAST_TYPE = 24  # pixels at 1920 by 1080
BRIEFS = {brief.id: len(brief.scenes) for brief in record.dossier().briefs}
FIT = """() => {
  const slide = document.querySelector(".slide.is-current");
  const scale = slide.getBoundingClientRect().width / slide.offsetWidth;
  const name = one => `${one.localName}.${one.getAttribute("class") ?? ""} “${one.textContent.trim().slice(0, 40)}”`;
  const says = one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  const all = [...slide.querySelectorAll("*")].filter(one => one.checkVisibility({ visibilityProperty: true }));
  const texts = all.filter(says);
  const html = texts.filter(one => !one.closest("svg"));
  const block = one => getComputedStyle(one).display === "inline" ? block(one.parentElement) : one;
  const blocks = [...new Set(html.map(block))];
  const rects = one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return [...range.getClientRects()].filter(rect => rect.width && rect.height);
  };
  const across = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
  const within = (inner, outer) => across(inner, outer) && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  const meet = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const root = document.documentElement;
  const scrolls = [root, document.body].filter(one => one.scrollWidth > innerWidth + 1 || one.scrollHeight > innerHeight + 1);
  const parts = [...slide.querySelectorAll(":scope > header, :scope > .body, :scope > footer"), ...blocks];
  // A line that is lower than its letters' boxes lets these stand out a little; nothing is cut where nothing clips.
  const slack = one => getComputedStyle(one).overflowY === "visible" ? 3 : 1;
  const cut = parts.filter(one => one.scrollHeight > one.clientHeight + slack(one) || one.scrollWidth > one.clientWidth + 1);
  const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const outer = one => (one.closest(".body") ?? slide).getBoundingClientRect();
  const outside = [slide].filter(one => !within(one.getBoundingClientRect(), screen));
  for (const one of texts) {
    const boxes = one.closest("svg") ? [one.getBoundingClientRect()] : rects(one);
    if (boxes.some(box => !within(box, outer(one)))) outside.push(one);
  }
  const overlaps = [];
  blocks.forEach((one, at) => blocks.slice(at + 1).forEach(other => {
    if (one.contains(other) || other.contains(one)) return;
    if (meet(one.getBoundingClientRect(), other.getBoundingClientRect())) overlaps.push(`${name(one)} on ${name(other)}`);
  }));
  const sizes = texts.map(one => [parseFloat(getComputedStyle(one).fontSize) * scale, name(one)]).sort((a, b) => a[0] - b[0]);
  return {
    wrong: [
      ...scrolls.map(one => `scrolls: ${one.localName} ${one.scrollWidth} by ${one.scrollHeight}`),
      ...cut.map(one => `cut by ${one.scrollHeight - one.clientHeight} pixels: ${name(one)}`),
      ...outside.map(one => `outside: ${name(one)}`),
      ...overlaps.map(one => `overlaps: ${one}`),
    ],
    texts: texts.length,
    least: sizes[0],
  };
}"""


@pytest.fixture(scope="module")
def context(browser: Browser, app_address: str) -> Iterator[BrowserContext]:
    """Give a browser without other windows of a talk."""
    with talk.windows_of(browser, app_address) as found:
        yield found


@pytest.fixture(scope="module")
def measured(context: BrowserContext) -> Measured:
    """Give a function that measures every scene of a brief on a screen, once for all tests."""
    found: dict[tuple[str, Screen], list[Any]] = {}

    def measure(brief: str, screen: Screen) -> list[Any]:
        if (brief, screen) not in found:
            with talk.another(context) as page:
                width, height = screen
                page.set_viewport_size({"width": width, "height": height})
                talk.open_window(page, talk.address("fits", brief=brief))
                page.evaluate("document.fonts.ready")
                found[brief, screen] = [_measure(page, number) for number in range(1, BRIEFS[brief] + 1)]
        return found[brief, screen]

    return measure


def _measure(page: Page, number: int) -> Any:
    if number > 1:
        talk.press(page, "ArrowRight")
    talk.expect_scene(page, number)
    return page.evaluate(FIT)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: "{} by {}".format(*screen))
@pytest.mark.parametrize("brief", BRIEFS)
def test_nothing_of_a_scene_is_cut_or_covered_or_needs_scrolling(measured: Measured, brief: str, screen: Screen) -> None:
    found = measured(brief, screen)
    assert all(one["texts"] > 5 for one in found)
    assert {number: one["wrong"] for number, one in enumerate(found, start=1) if one["wrong"]} == {}


@pytest.mark.parametrize("brief", BRIEFS)
def test_no_type_of_a_scene_is_smaller_than_the_last_row_reads(measured: Measured, brief: str) -> None:
    least = {number: one["least"] for number, one in enumerate(measured(brief, FULL_HD), start=1)}
    assert {number: told for number, told in least.items() if told[0] < LEAST_TYPE} == {}

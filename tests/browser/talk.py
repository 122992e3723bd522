"""A talk as its room and its speaker see it: the stage, the presenter's window, and the way back from a detour."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests import record
from tests.browser import app
from tests.browser.chromium import PATIENCE
from tests.browser.conftest import WIDE
from tests.browser.watch import Watch

BRIEF = "both-sides"  # the brief that most tests open: a timeline first and last, positions between
SCENES = len(next(brief for brief in record.dossier().briefs if brief.id == BRIEF).scenes)
SMALL = """all => all.filter(one => one.checkVisibility()).map(one => [one.textContent.trim(), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44).map(([words, box]) => `${words}: ${box.width} by ${box.height}`)"""
AFTER_A_KEY = """key => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(event);
  return event.defaultPrevented;
}"""
ASK = "([channel, query]) => new BroadcastChannel(channel).postMessage({ kind: 'show', query, from: 'presenter' })"


@dataclass(frozen=True)
class Pair:
    """The two windows of a talk."""

    stage: Page
    presenter: Page

    def __iter__(self) -> Iterator[Page]:
        """Go through both."""
        return iter((self.stage, self.presenter))


def address(pair: str, scene: object = 1, *, brief: str = BRIEF, presenter: bool = False, **more: str) -> str:
    """Write the address of a window of a talk."""
    window = {"window": "presenter"} if presenter else {}
    return f"/brief?{urlencode({'brief': brief, 'scene': scene, 'pair': pair} | window | more)}"


@contextmanager
def windows_of(browser: Browser, at: str, **options: Any) -> Iterator[BrowserContext]:
    """Give one browser's windows, which can speak to each other and to no others."""
    context = browser.new_context(**{"base_url": at, "viewport": WIDE} | options)
    context.set_default_timeout(PATIENCE)
    try:
        yield context
    finally:
        context.close()


def open_window(page: Page, at: str) -> Page:
    """Open a window of a talk, and wait until all its scenes are loaded."""
    page.goto(at)
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until all scenes of a window are loaded."""
    expect(page.locator("html[data-ready]")).to_be_attached()


@contextmanager
def another(context: BrowserContext, watch: Watch | None = None) -> Iterator[Page]:
    """Open a further page for as long as it is needed."""
    page = context.new_page()
    if watch:
        watch.over(page)
    try:
        yield page
    finally:
        page.close()


def current(page: Page) -> Locator:
    """Find the slide of the scene at hand."""
    return page.locator(".slide.is-current")


def found(page: Page) -> Locator:
    """Find the slide of what the presenter found."""
    return page.locator(".slide.found")


def expect_scene(page: Page, number: int) -> None:
    """See that a window shows a scene and no other."""
    expect(current(page)).to_have_attribute("aria-label", f"Scene {number}")
    expect(current(page)).to_have_count(1)
    expect(page).to_have_url(re.compile(rf"[?&]scene={number}(&|$)"))


def expect_on_stage(page: Page, number: int) -> None:
    """See that the room has a scene before its eyes."""
    expect_scene(page, number)
    expect(current(page)).to_be_visible()
    expect(current(page)).to_have_attribute("aria-hidden", "false")
    expect(page.locator(".slide").filter(visible=True)).to_have_count(1)


def expect_found(page: Page) -> None:
    """See that the room has before its eyes what the presenter found."""
    expect(found(page)).to_be_visible()
    expect(page.locator(".slide").filter(visible=True)).to_have_count(1)


def expect_blank(page: Page) -> None:
    """See that the room has a blank screen before its eyes."""
    expect(page.locator("html")).to_have_class(re.compile(r"\bis-blank\b"))
    expect(page.locator(".slide").filter(visible=True)).to_have_count(0)


def expect_not_blank(page: Page) -> None:
    """See that the screen is not blank."""
    expect(page.locator("html")).not_to_have_class(re.compile(r"\bis-blank\b"))


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other, without waiting for an answer."""
    for key in keys:
        page.keyboard.press(key)


def jump(page: Page, number: int) -> None:
    """Type the number of a scene, and Enter."""
    press(page, *str(number), "Enter")


def is_kept_from_the_browser(page: Page, key: str) -> bool:
    """Press a key in the page alone, and tell whether the page keeps the browser from acting on it too."""
    kept: bool = page.evaluate(AFTER_A_KEY, key)
    return kept


def rest(page: Page) -> None:
    """Let no button hold the keyboard."""
    page.evaluate("document.activeElement.blur()")


def typed(page: Page) -> Locator:
    """Find the number that is being typed."""
    return page.locator(".typed")


def keys(page: Page) -> Locator:
    """Find the list of keys."""
    return page.get_by_role("dialog", name="Keys")


def letters(page: Page) -> Locator:
    """Find the switch for single letters in the list of keys."""
    return keys(page).get_by_role("checkbox", name="Single letters act as keys")


def button(page: Page, name: str) -> Locator:
    """Find a button of the row at the foot of a window."""
    return page.get_by_role("navigation", name=re.compile("^(Stage|Presenter)$")).get_by_role("button", name=name, exact=True)


def way(page: Page, name: str) -> Locator:
    """Find a link of the row at the foot of the stage."""
    return page.get_by_role("navigation", name="Stage").get_by_role("link", name=name, exact=True)


def too_small_to_press(page: Page) -> list[str]:
    """List what can be pressed and is smaller than a finger needs."""
    small: list[str] = page.locator("button, a[href]").evaluate_all(SMALL)
    return small


def pairing(page: Page) -> Locator:
    """Find what the presenter's window says of the stage."""
    return page.locator(".pairing")


def expect_stage_open(page: Page) -> None:
    """See that the presenter's window says that the stage is open."""
    expect(pairing(page)).to_have_text(re.compile(r"^\s*The stage is open\."))
    expect(pairing(page).get_by_role("link")).to_have_count(0)


def expect_stage_not_open(page: Page, within: float | None = None) -> None:
    """See that the presenter's window says that the stage is not open, and leads to it."""
    expect(pairing(page)).to_have_text(re.compile(r"The stage is not open\."), timeout=within)
    expect(pairing(page).get_by_role("link", name="Open the stage")).to_be_visible()


def elapsed(page: Page) -> Locator:
    """Find the timer."""
    return page.get_by_role("timer")


def pace(page: Page) -> Locator:
    """Find the words for the pace."""
    return page.locator(".pace")


def seconds_of(page: Page) -> int:
    """Read the timer."""
    minutes, seconds = app.read(elapsed(page)).split(":")
    return int(minutes) * 60 + int(seconds)


def scene_list(page: Page) -> Locator:
    """Find the buttons of the scenes in the presenter's window."""
    return page.get_by_role("navigation", name="Scenes").get_by_role("button")


def look_around(page: Page) -> Locator:
    """Leave the presenter's window for the pages; give the bar that leads back."""
    button(page, "Look around").click()
    expect(page.locator(".sentence")).to_be_visible()
    app.settled(page)
    return detour(page)


def detour(page: Page) -> Locator:
    """Find the bar that leads back to the briefing."""
    bar = page.locator(".detour").filter(visible=True)
    expect(bar).to_have_count(1)
    return bar


def show_this(page: Page) -> None:
    """Put what the page shows on the stage."""
    detour(page).get_by_role("button", name="Show this").click()


def ask_for(page: Page, pair: str, query: str) -> None:
    """Ask the stage from another window, as the bar does, to show what a query finds."""
    page.evaluate(ASK, [f"briefing {BRIEF} {pair}", query])


def told(base: str, at: str) -> tuple[int, dict[str, Any]]:
    """Fetch a window of a talk; give the code of the answer and what its script is given."""
    try:
        with urlopen(base + at) as response:  # noqa: S310 - our own address
            html = response.read().decode()
    except HTTPError as error:
        return error.code, {}
    data: dict[str, Any] = json.loads(html.partition('id="talk">')[2].partition("</script>")[0])
    return response.status, data

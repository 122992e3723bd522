"""What a press leads to is shown before the page has come to it, and nothing of an earlier press takes its place."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from tests.browser import app
from tests.browser.conftest import NewPage
from tests.browser.watch import Watch

STREAM = re.compile("/_stcore/stream")
ECONOMIC = "Showing 18 of 132 events: economic, July 2014 to December 2017."
_NOTE = """() => {
  window.seen = [];
  const box = document.querySelector(".targets");
  new MutationObserver(() => window.seen.push(box.getAttribute("aria-label"))).observe(box, {attributes: true});
}"""


class Line:
    """The line from the server to a page, on which messages can be held back."""

    def __init__(self) -> None:
        """Let everything pass at first."""
        self.holds = False
        self.held: list[Callable[[], None]] = []

    def connect(self, page: WebSocketRoute) -> None:
        """Stand between a page and the server."""
        server = page.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            self.held.append(lambda: page.send(message))
            if not self.holds:
                self.let_go()

        server.on_message(pass_on)

    def hold(self) -> None:
        """Hold messages back from now on."""
        self.holds = True

    def let_go(self) -> None:
        """Pass on what was held back, and all that comes."""
        self.holds = False
        while self.held:
            self.held.pop(0)()


@pytest.fixture
def line() -> Line:
    """Give a line that a test can hold."""
    return Line()


@pytest.fixture
def held(new_page: NewPage, line: Line) -> Iterator[Page]:
    """Open the timeline over such a line."""
    page = new_page(viewport={"width": 1440, "height": 901})  # a context of its own, or other tests would be routed too
    page.route_web_socket(STREAM, line.connect)
    app.open_app(page)
    line.hold()
    yield page
    line.let_go()


def test_a_filter_is_seen_before_the_page_has_run(held: Page, line: Line) -> None:
    app.choose(held, "economic")
    app.expect_figure_of(held, 18)
    app.expect_sentence(held, ECONOMIC)
    app.expect_address(held, "/")
    line.let_go()
    app.expect_address(held, "/?tracks=economic")
    app.settled(held)
    app.expect_figure_of(held, 18)
    assert app.lane_counts(held)["economic"] == 18


def test_so_is_a_window(held: Page, line: Line) -> None:
    app.toggle(held, "Window of time", "2017").click()
    app.expect_sentence(held, "Showing 60 of 132 events: 2017.")
    line.let_go()
    app.expect_address(held, "/?from=2017-01-01")


def test_so_is_an_event_and_its_end(held: Page, line: Line) -> None:
    app.mark(held, 17).click()
    expect(app.detail(held, 17)).to_be_visible()
    held.keyboard.press("Escape")
    expect(held.locator(".detail")).to_have_count(0)
    line.let_go()
    app.settled(held)
    app.expect_address(held, "/")
    expect(held.locator(".detail")).to_have_count(0)


def test_so_is_the_next_event(held: Page, line: Line) -> None:
    line.let_go()
    app.open_mark(held, 17)
    line.hold()
    held.locator(".neighbours a").last.click()
    expect(app.detail(held, 17)).to_have_count(0)
    expect(held.locator(".detail")).to_be_visible()
    app.expect_address(held, "/?event=E17")


def test_so_are_a_search_and_a_reset(held: Page, line: Line) -> None:
    app.search_for(held, "missile")
    app.expect_sentence(held, re.compile("mentioning missile"))
    app.expect_address(held, "/")
    held.get_by_role("button", name="Reset", exact=True).click()
    app.expect_sentence(held, app.START)
    line.let_go()
    app.settled(held)
    app.expect_address(held, "/")
    app.expect_figure_of(held, 105)


def test_a_press_goes_on_from_where_the_last_one_led(held: Page, line: Line) -> None:
    app.choose(held, "economic")
    app.expect_figure_of(held, 18)
    app.toggle(held, "Window of time", "2017").click()
    app.expect_sentence(held, "Showing 13 of 132 events: economic, 2017.")
    line.let_go()
    app.expect_address(held, "/?tracks=economic&from=2017-01-01")


def test_no_answer_to_an_earlier_press_takes_the_place_of_a_later_one(held: Page, line: Line) -> None:
    app.choose(held, "economic")
    app.expect_figure_of(held, 18)
    held.wait_for_timeout(500)  # the run for it is over, and its messages are held
    app.choose(held, "military")
    expect(held.locator(".sentence")).to_contain_text("military and economic")
    held.evaluate(_NOTE)
    line.let_go()
    app.expect_address(held, "/?tracks=military&tracks=economic")
    app.settled(held)
    assert held.evaluate("window.seen") == []


def test_what_is_not_asked_for_ahead_holds_once_the_page_is_at_rest(held: Page, line: Line) -> None:
    app.choose(held, "economic")
    app.expect_figure_of(held, 18)
    app.choose(held, "list")
    line.let_go()
    expect(held.locator(".event-list")).to_be_visible()
    app.expect_address(held, "/?tracks=economic&view=list")
    assert len(app.listed(held)) == 18


def test_a_day_that_was_typed_and_not_yet_taken_is_not_passed_over(held: Page, line: Line) -> None:
    held.get_by_role("spinbutton", name="year, As public on").click()
    held.keyboard.type("20150101")
    app.choose(held, "economic")
    held.wait_for_timeout(500)
    app.expect_sentence(held, app.START)  # nothing is shown of which it is not known whether it was public
    line.let_go()
    app.expect_sentence(held, re.compile("economic.* as public on 1 January 2015"))
    app.expect_address(held, "/?tracks=economic&as_of=2015-01-01")


def test_nor_is_a_day_that_is_played(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    app.open_app(page, "/?from=2017-01-01")
    page.get_by_role("button", name="Play").click()
    expect(page.locator(".sentence")).to_contain_text("as public on")
    app.choose(page, "economic")
    expect(page).to_have_url(re.compile("tracks=economic.*as_of="))
    app.settled(page)
    assert [url for url in asked if "/ahead?" in url and "as_of=" not in url] == []


def test_an_answer_that_comes_on_another_page_is_not_shown_there(page: Page) -> None:
    held: list[Route] = []
    page.route("**/ahead?*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright names what it is given
    app.open_app(page)
    app.choose(page, "economic")
    app.expect_address(page, "/?tracks=economic")
    app.go_to(page, "Responses")
    sentence = "Showing 6 of 24 measures: economic."
    app.expect_sentence(page, sentence)
    for one in held:
        one.continue_()
    page.wait_for_timeout(500)
    app.expect_sentence(page, sentence)
    page.unroute("**/ahead?*")


def test_escape_closes_an_event_before_the_chart_has_ringed_it(held: Page) -> None:
    held.get_by_role("listbox").focus()
    held.keyboard.press("ArrowRight")
    held.evaluate(
        """keys => keys.forEach((key) => {
          document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        })""",
        ["Enter", "Escape"],
    )
    held.wait_for_timeout(500)
    expect(held.locator(".detail")).to_have_count(0)


def test_where_it_is_refused_the_page_brings_it(new_page: NewPage, watch: Watch) -> None:
    page = new_page(viewport={"width": 1440, "height": 902})
    page.route("**/ahead?*", lambda route: route.fulfill(status=429, body="later"))
    app.open_app(page)
    app.choose(page, "economic")
    app.expect_figure_of(page, 18)
    app.open_mark(page, 53)
    app.settled(page)
    assert all("429" in problem for problem in watch.problems)
    watch.problems.clear()


def test_other_pages_ask_for_nothing(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    app.open_app(page, "/responses")
    app.choose(page, "economic")
    app.expect_address(page, "/responses?tracks=economic")
    app.settled(page)
    assert "/ahead" not in asked

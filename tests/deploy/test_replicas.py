"""A replica ends while somebody reads: another goes on, and nothing that the reader set is lost."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import app, talk
from tests.browser.chromium import PATIENCE
from tests.deploy.nginx import Proxy
from tests.deploy.replicas import Replicas

SOON = 10_000  # milliseconds within which a page works again
START = "/?tracks=economic&event=E106"
PAIR = "replicas"
NEXT_RUN = """() => ({ over: new Promise((resolve) => {
  const app = document.querySelector("[data-testid=stApp]");
  let ran = false;
  new MutationObserver(() => {
    if (app.dataset.testScriptState !== "notRunning") ran = true;
    else if (ran && app.dataset.testConnectionState === "CONNECTED") resolve();
  }).observe(app, { attributes: true });
}) })"""  # is over when a run is
KEPT = "localStorage.getItem('notebook-1')"


@pytest.fixture
def context(browser: Browser, proxy: Proxy) -> Iterator[BrowserContext]:
    """Give the windows of one reader."""
    found = browser.new_context(base_url=proxy.address, viewport={"width": 1440, "height": 900})
    found.set_default_timeout(PATIENCE)
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext, replicas: Replicas) -> Page:
    """Open the page of a reader who chose a lane and an event; where one replica is left the others are started again."""
    if len(replicas.ports) == 1:
        replicas.start()
    page = context.new_page()
    app.open_app(page, START)
    return page


def expect_lanes(page: Page, *lanes: str) -> None:
    """See that lanes are chosen, on the page and in the address, that the event is still open, and that nothing lies over it."""
    for lane in lanes:
        expect(page).to_have_url(re.compile(rf"[?&]tracks={lane}(&|$)"), timeout=SOON)
    assert app.query(page.url)["tracks"] == list(lanes)
    app.expect_chosen(page, *lanes)
    expect(page.locator(".sentence")).to_contain_text(" and ".join(lanes))
    expect(app.detail(page, 106)).to_be_visible()
    expect(page.get_by_role("dialog").filter(visible=True)).to_have_count(0)


def test_a_page_goes_on_with_another_replica_at_the_first_press_and_keeps_what_is_being_typed(
    page: Page, replicas: Replicas
) -> None:
    field = app.search_field(page)
    field.fill("E106")
    before = replicas.serving()
    ran = page.evaluate_handle(NEXT_RUN)
    replicas.end(before)
    page.evaluate("ran => ran.over", ran)
    expect(field).to_be_focused()
    expect(field).to_have_value("E106")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"[?&]q=E106|[?&]event=E106"), timeout=SOON)
    expect_lanes(page, "economic")
    app.choose(page, "military")
    expect_lanes(page, "military", "economic")
    page.get_by_role("navigation", name="App pages").get_by_role("link", name="Responses").click()
    expect(page.locator(".lives")).to_be_visible()
    app.expect_chosen(page, "military", "economic")


def test_a_press_after_the_end_of_a_replica_is_answered_by_another(page: Page, replicas: Replicas) -> None:
    replicas.end(replicas.serving())
    app.choose(page, "military")
    expect_lanes(page, "military", "economic")


def test_a_press_that_a_replica_took_along_is_answered_by_another_and_back_undoes_it(page: Page, replicas: Replicas) -> None:
    serving = replicas.serving()
    app.choose(page, "military")
    replicas.end(serving)
    expect_lanes(page, "military", "economic")
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?tracks=economic&event=E106$"), timeout=SOON)
    app.expect_not_chosen(page, "military")
    expect_lanes(page, "economic")


def test_a_talk_and_the_notebook_go_on_and_exports_come_from_those_that_are_left(
    page: Page, context: BrowserContext, replicas: Replicas
) -> None:
    page.locator(".detail .to-notebook").first.click()
    expect(page.locator(".notebook-open")).to_have_text("Notebook (1)")
    kept = page.evaluate(KEPT)
    stage = talk.open_window(context.new_page(), talk.address(PAIR))
    talk.press(stage, "PageDown")
    talk.expect_on_stage(stage, 2)
    with page.expect_websocket(timeout=SOON):
        replicas.end(replicas.serving())
    talk.press(stage, "PageDown")
    talk.expect_on_stage(stage, 3)
    assert context.request.get(f"/export/timeline.csv?{urlsplit(page.url).query}").status == 200
    app.settled(page)
    expect_lanes(page, "economic")
    stage.reload()
    talk.ready(stage)
    talk.expect_on_stage(stage, 3)
    assert page.evaluate(KEPT) == kept
    page.reload()
    expect(page.locator(".notebook-open")).to_have_text("Notebook (1)")
    expect_lanes(page, "economic")

"""Hostile text in addresses, in fields and in the record, as a browser takes it: it stays text, and nothing goes elsewhere."""

from itertools import cycle
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.queries.address import NAMES
from dashboard.ui.frame import PAGES
from tests.browser import app, server
from tests.browser.chromium import PATIENCE
from tests.browser.watch import Watch
from tests.hostility.corpus import LIVE, RAW, TEXTS

LIVELY = ("HTML", "script", "attribute", "CSS", "comment", "link", "template", "bidirectional", "control characters", "nested")
TYPED = [TEXTS[name] for name in (*LIVELY, "zero width", "formula", "SQL", "pattern", "constructor")]
HOSTILE = {name: quote(TEXTS[name][:80]) for name in LIVELY} | {name: RAW[name] for name in ("no UTF-8", "wrongly encoded")}
FOREIGN = f"{LIVE}, img[src='x'], img[src*='evil'], [onerror], [onload], [onclick], [onmouseover]"


def see_text_alone(page: Page) -> None:
    """See that there is a page, and on it nothing that somebody else wrote as markup."""
    expect(page.locator("h1").filter(visible=True).first).not_to_be_empty()
    expect(page.locator(FOREIGN)).to_have_count(0)
    expect(page.get_by_text("Traceback")).to_have_count(0)
    expect(page.get_by_text("This part did not work")).to_have_count(0)


@pytest.mark.parametrize(("value", "path"), list(zip(HOSTILE.values(), cycle(PAGES), strict=False)), ids=HOSTILE)
def test_an_address_that_is_hostile_in_every_part_shows_the_page(page: Page, value: str, path: str) -> None:
    page.goto(f"/{path}?{'&'.join(f'{name}={value}' for name in NAMES)}&{value}={value}#{value}")
    expect(page.locator(".sentence")).to_be_visible()
    app.settled(page)
    see_text_alone(page)


@pytest.mark.parametrize("value", [HOSTILE["HTML"], HOSTILE["script"], HOSTILE["attribute"]], ids=["HTML", "script", "attribute"])
def test_a_talk_at_a_hostile_address_is_shown(page: Page, value: str) -> None:
    for window in ("stage", "presenter", value):
        page.goto(f"/brief?brief=selection&from=2017-12-01&party={value}&window={window}&scene={value}&pair={value}#{value}")
        expect(page.locator("html[data-ready]")).to_be_attached()
        expect(page.locator(FOREIGN)).to_have_count(0)


def test_what_is_typed_into_the_search_and_taken_into_the_address_is_text(page: Page) -> None:
    app.open_app(page, "/?view=list&from=2017-12-01")
    for text in TYPED:
        app.search_for(page, text.replace("\x00", ""))
        app.settled(page)
        see_text_alone(page)
    page.reload()
    expect(page.locator(".sentence")).to_be_visible()
    app.settled(page)
    see_text_alone(page)


def test_what_is_typed_into_the_notebook_is_text_and_still_there_after_a_reload(page: Page) -> None:
    app.open_app(page, "/?view=list&from=2017-12-01&event=E94")
    page.locator(".detail .to-notebook").first.click()
    page.locator(".notebook-open").click()
    field = page.locator(".notebook-drawer textarea").first
    for text in TYPED:
        field.fill(text)
        page.get_by_label("Title").fill(text)
        see_text_alone(page)
    field.fill("".join(TYPED))
    kept = field.input_value()
    page.reload()
    app.settled(page)
    page.locator(".notebook-open").click()
    expect(page.locator(".notebook-drawer textarea").first).to_have_value(kept)
    see_text_alone(page)


def test_a_record_whose_every_text_is_hostile_is_text_on_every_page_and_asks_no_other_host(browser: Browser) -> None:
    with server.running(script="tests/hostility/record.py") as address:
        watch = Watch(address)
        context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        watch.over(page)
        for path in (*(f"/{path}" for path in PAGES), "/?view=list", "/?view=table", "/responses?measure=measure", "/?event=E1"):
            page.goto(path)
            expect(page.locator(".sentence")).to_be_visible()
            app.settled(page)
            see_text_alone(page)
            expect(page.locator("body")).to_contain_text(f"<{LIVE} onclick=alert(1)>")
        page.goto("/brief?brief=selection")
        expect(page.locator("html[data-ready]")).to_be_attached()
        expect(page.locator(FOREIGN)).to_have_count(0)
        context.close()
    assert watch.problems == []

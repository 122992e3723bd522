"""The page to choose a brief on, what it opens, and what is left behind on paper."""

import re

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests import record
from tests.browser import app, talk

BRIEFS = record.dossier().briefs


def _card(page: Page, title: str) -> Locator:
    return page.get_by_role("region", name=title, exact=True)


def _opened(card: Locator, name: str) -> Page:
    context: BrowserContext = card.page.context
    with context.expect_page() as opened:
        card.get_by_role("link", name=name).click()
    talk.ready(opened.value)
    return opened.value


def test_each_brief_is_offered_with_its_audience_its_time_and_its_scenes(page: Page) -> None:
    app.open_app(page, "/brief")
    for brief in BRIEFS:
        card = _card(page, brief.title)
        expect(card).to_contain_text(brief.audience)
        expect(card).to_contain_text(f"{brief.minutes} minutes, {len(brief.scenes)} scenes")
        card.locator("summary").click()
        for scene in brief.scenes:
            expect(card.get_by_role("link", name=scene.title)).to_be_visible()
            expect(card).to_contain_text(scene.message)


def test_both_windows_opened_from_a_brief_drive_each_other(page: Page) -> None:
    app.open_app(page, "/brief")
    card = _card(page, BRIEFS[0].title)
    stage = _opened(card, "Open the stage")
    presenter = _opened(card, "Open the presenter window")
    talk.press(presenter, "PageDown", "PageDown")
    talk.expect_scene(stage, 3)
    talk.press(stage, "PageUp")
    talk.expect_scene(presenter, 2)


def test_the_events_selected_are_offered_and_presented_one_by_one(page: Page) -> None:
    app.open_app(page, "/brief?tracks=economic&from=2017-12-08")
    card = _card(page, "Present this selection")
    said = page.locator(".sentence").inner_text()
    expect(card).to_contain_text(said)
    number = int(re.findall(r"\d+", said)[0])
    stage = _opened(card, "Open the stage")
    expect(stage.locator(".slide:not(.found)")).to_have_count(number)
    expect(talk.current(stage).locator("footer .number")).to_have_text(re.compile(r"^E\d+$"))


def test_where_no_event_is_selected_only_the_briefs_are_offered(page: Page) -> None:
    app.open_app(page, "/brief?q=nothing-like-it")
    expect(_card(page, BRIEFS[0].title)).to_be_visible()
    expect(_card(page, "Present this selection")).to_have_count(0)


def test_on_paper_each_scene_stands_above_its_notes_and_no_button_is_printed(page: Page) -> None:
    talk.open_window(page, talk.address("paper"))
    page.emulate_media(media="print")
    slides = page.locator(".slide:not(.found)")
    expect(slides.filter(visible=True)).to_have_count(talk.SCENES)
    expect(page.locator(".printed-notes").filter(visible=True)).to_have_count(talk.SCENES)
    expect(page.locator(".controls")).to_be_hidden()
    under = slides.evaluate_all(
        """all => all.map(slide => slide.querySelector(".printed-notes").getBoundingClientRect().top
        - slide.querySelector("footer").getBoundingClientRect().bottom)"""
    )
    assert all(gap >= 0 for gap in under)
    page.emulate_media(media="screen")
    expect(page.locator(".printed-notes").filter(visible=True)).to_have_count(0)

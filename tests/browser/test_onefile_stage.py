"""Presenting from the one file: the stage and the presenter's window, opened by it and paired without any server."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from dashboard.queries import scenes
from tests import record
from tests.browser import app, onefile, talk
from tests.browser.talk import BRIEF, SCENES
from tests.exports import one_files

TALK = next(brief for brief in record.dossier().briefs if brief.id == BRIEF)


@contextmanager
def _file(browser: Browser, at: str = "page=brief") -> Iterator[Page]:
    with onefile.opened(browser, at) as page:
        yield page


def _open(page: Page, brief: str = BRIEF, window: str = "stage") -> Page:
    link = page.locator(f'#briefs a[href^="#talk={brief}&window={window}"]').first
    with page.context.expect_page() as opening:
        link.click()
    talk.ready(opening.value)
    return opening.value


def _leave(stage: Page) -> None:
    """Press Escape until the window is gone: once out of full screen, and once more."""
    if stage.evaluate("() => document.fullscreenElement !== null"):
        stage.keyboard.press("Escape")
        stage.wait_for_function("() => document.fullscreenElement === null")
    with stage.expect_event("close"), suppress(Error):  # the window may be gone before the key is let go
        stage.keyboard.press("Escape")


def _expect_scene(page: Page, number: int) -> None:
    expect(talk.current(page)).to_have_attribute("aria-label", f"Scene {number}")
    expect(talk.current(page)).to_have_count(1)


@pytest.mark.parametrize("brief", [brief.id for brief in record.dossier().briefs])
def test_every_brief_opens_with_all_its_scenes_drawn_and_escape_leaves_it(browser: Browser, brief: str) -> None:
    told = next(one for one in record.dossier().briefs if one.id == brief)
    with _file(browser) as page:
        stage = _open(page, brief)
        expect(stage.locator(".slide:not(.found)")).to_have_count(len(told.scenes))
        for number, scene in enumerate(told.scenes, start=1):
            _expect_scene(stage, number)
            expect(talk.current(stage)).to_be_visible()
            expect(talk.current(stage)).to_contain_text(scene.message)
            if talk.current(stage).locator(".plot").count():
                assert talk.current(stage).locator(".plot svg.main-svg").count()
            stage.keyboard.press("PageDown")
        stage.keyboard.press("Home")
        _expect_scene(stage, 1)
        _leave(stage)
        expect(page.locator("#briefs")).to_be_visible()


def test_a_press_in_one_window_moves_the_other_and_the_notes_follow(browser: Browser) -> None:
    with _file(browser) as page:
        stage = _open(page)
        with page.context.expect_page() as opening:
            stage.keyboard.press("n")
        presenter = opening.value
        talk.ready(presenter)
        expect(presenter.locator(".ready")).to_have_text(f"Ready offline: all {SCENES} scenes are loaded.")
        talk.expect_stage_open(presenter)
        expect(stage.locator("html")).to_have_class(re.compile(r"\bis-paired\b"))
        for at, scene in enumerate(TALK.scenes[1:], start=2):
            talk.press(presenter if at % 2 else stage, "PageDown")
            _expect_scene(stage, at)
            _expect_scene(presenter, at)
            note = presenter.locator(".notes > *").filter(visible=True)
            expect(note).to_have_count(1)
            expect(note).to_contain_text(app.plain(scene.notes).replace("*", "")[:40])
        talk.press(presenter, "b")
        talk.expect_blank(stage)
        talk.press(presenter, "b")
        talk.jump(presenter, 2)
        _expect_scene(stage, 2)
        stage.close()
        talk.expect_stage_not_open(presenter)
        with page.context.expect_page() as again:
            presenter.get_by_role("link", name="Open the stage").click()
        talk.ready(again.value)
        _expect_scene(again.value, 2)
        talk.expect_stage_open(presenter)


def test_presenting_twice_starts_anew_in_the_same_window_and_no_ghost_of_the_first_answers(browser: Browser) -> None:
    with _file(browser) as page:
        stage = _open(page)
        link = page.locator(f'#briefs a[href^="#talk={BRIEF}&window=stage"]').first
        link.click()
        talk.ready(stage)
        _expect_scene(stage, 1)
        talk.press(stage, "PageDown", "PageDown", "PageDown")
        _expect_scene(stage, 4)
        with page.context.expect_page() as opening:
            stage.keyboard.press("n")
        presenter = opening.value
        talk.ready(presenter)
        talk.expect_stage_open(presenter)
        _expect_scene(presenter, 4)
        talk.press(presenter, "PageDown")
        _expect_scene(stage, 5)
        _expect_scene(presenter, 5)
        assert len(page.context.pages) == 3


def test_exploring_leads_to_the_view_of_the_scene_in_the_file(browser: Browser) -> None:
    with _file(browser) as page:
        stage = _open(page)
        stage.mouse.move(200, 200)
        stage.get_by_role("link", name="Explore from here").click()
        told = scenes.of_brief(TALK).scenes[0]
        expect(page.locator(f'[data-page="{"" if told.page == "timeline" else told.page}"]')).to_be_visible()
        query = parse_qs(urlsplit(page.url).fragment)
        if told.place.selection.tracks:
            onefile.expect_pressed(
                page, "tracks", *[lane for lane in record.dossier().lane if lane in told.place.selection.tracks]
            )
        if told.place.event:
            expect(onefile.detail(page)).to_have_attribute("data-event", told.place.event)
        assert "from" in query
        _expect_scene(stage, 1)
        with page.context.expect_page() as opening:
            stage.keyboard.press("n")
        presenter = opening.value
        talk.ready(presenter)
        talk.jump(presenter, 2)
        talk.button(presenter, "Look around").click()
        told = scenes.of_brief(TALK).scenes[1]
        expect(page.locator(f'[data-page="{"" if told.page == "timeline" else told.page}"]')).to_be_visible()
        _expect_scene(presenter, 2)


def test_a_scene_as_of_a_day_is_not_explored_as_of_today(browser: Browser) -> None:
    """A link that can not hold its promise is not offered, or says so."""
    of_a_day = [
        (brief.id, at) for brief in record.dossier().briefs for at, told in enumerate(scenes.of_brief(brief).scenes, start=1)
        if told.place.selection.as_of
    ]  # fmt: skip
    if not of_a_day:
        pytest.skip("the record has no such scene")
    brief, at = of_a_day[0]
    with _file(browser) as page:
        stage = _open(page, brief)
        talk.jump(stage, at)
        stage.mouse.move(200, 200)
        link = stage.get_by_role("link", name="Explore from here")
        if link.is_visible():
            link.click()
            expect(page.locator(".notice").filter(visible=True).first).to_contain_text("as ")


def test_a_hostile_records_talk_is_text(browser: Browser) -> None:
    with onefile.opened(browser, "page=brief", write=one_files.hostile) as page:
        link = page.locator('#briefs a[href^="#talk="]').first
        with page.context.expect_page() as opening:
            link.click()
        stage = opening.value
        talk.ready(stage)
        expect(talk.current(stage)).to_contain_text(one_files.HOSTILE[:40])
        expect(stage.locator("img")).to_have_count(0)

"""The stage needs no server once it is there: what happens to the server does not show in the room."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import server, talk
from tests.browser.talk import SCENES, Pair
from tests.browser.watch import Watch

WORD = "alone"


@dataclass
class Server:
    """An app of this test's own, which it may stop and start again at the same address."""

    stack: ExitStack
    address: str = ""

    def start(self) -> None:
        """Start it; the second time at the address that it had."""
        self.address = self.stack.enter_context(server.running(port=urlsplit(self.address).port if self.address else None))

    def stop(self) -> None:
        """Stop it, and wait until it is gone."""
        self.stack.close()


@pytest.fixture(scope="module")
def own() -> Iterator[Server]:
    """Start a server that is this module's own."""
    with ExitStack() as stack:
        found = Server(stack)
        found.start()
        yield found


@pytest.fixture(scope="module")
def watched(own: Server) -> Watch:
    """Watch the room's screen."""
    return Watch(own.address)


@pytest.fixture(scope="module")
def windows(browser: Browser, own: Server, watched: Watch) -> Iterator[tuple[Pair, Page]]:
    """Open both windows of a talk and a page of the same browser on a detour, and then stop the server."""
    with talk.windows_of(browser, own.address) as context:
        stage, presenter, looking = (context.new_page() for _ in range(3))
        watched.over(stage)
        watched.over(presenter)
        talk.open_window(stage, talk.address(WORD))
        for page in (presenter, looking):
            talk.open_window(page, talk.address(WORD, presenter=True))
            expect(page.locator(".ready")).to_have_text(f"Ready offline: all {SCENES} scenes are loaded.")
        talk.look_around(looking)
        own.stop()
        yield Pair(stage, presenter), looking


@pytest.fixture
def pair(windows: tuple[Pair, Page]) -> Pair:
    """Give both windows at the first scene."""
    found, _ = windows
    talk.press(found.stage, "Home")
    talk.expect_on_stage(found.stage, 1)
    talk.expect_scene(found.presenter, 1)
    return found


def test_all_scenes_step_in_both_windows_and_nothing_of_the_loss_shows(pair: Pair, watched: Watch) -> None:
    for number in range(2, SCENES + 1):
        talk.press(pair.stage if number % 2 else pair.presenter, "PageDown")
        talk.expect_on_stage(pair.stage, number)
        talk.expect_scene(pair.presenter, number)
    talk.press(pair.presenter, "b")
    talk.expect_blank(pair.stage)
    talk.press(pair.presenter, "b")
    talk.expect_on_stage(pair.stage, SCENES)
    talk.expect_stage_open(pair.presenter)
    for page in pair:
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.locator("[data-testid^=st]")).to_have_count(0)
    assert watched.problems == []


def test_what_can_not_be_fetched_leaves_the_scene_of_the_room_and_is_told_to_who_asked(
    pair: Pair, windows: tuple[Pair, Page]
) -> None:
    _, looking = windows
    talk.press(pair.stage, "PageDown")
    talk.expect_on_stage(pair.stage, 2)
    talk.detour(looking).get_by_role("button", name="Show this").dispatch_event("click")
    expect(looking.locator(".detour").get_by_role("status")).to_have_text("The stage could not show it.")
    talk.expect_on_stage(pair.stage, 2)
    expect(talk.found(pair.stage)).to_be_hidden()
    here = looking.url
    talk.detour(looking).get_by_role("button", name="Return").dispatch_event("click")
    expect(looking.locator(".detour").get_by_role("status")).to_contain_text("The server does not answer")
    assert looking.url == here
    talk.press(pair.presenter, "PageDown")
    talk.expect_on_stage(pair.stage, 3)


def test_with_the_server_back_a_reload_and_show_this_work_again(pair: Pair, own: Server) -> None:
    talk.jump(pair.presenter, 4)
    talk.expect_on_stage(pair.stage, 4)
    own.start()
    for page in pair:
        page.reload()
        talk.ready(page)
        talk.expect_scene(page, 4)
    talk.press(pair.presenter, "PageDown")
    talk.expect_on_stage(pair.stage, 5)
    talk.ask_for(pair.presenter, WORD, "event=E17")
    talk.expect_found(pair.stage)
    expect(talk.found(pair.stage).locator("footer")).to_contain_text("E17")

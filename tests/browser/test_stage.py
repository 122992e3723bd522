"""The stage and the presenter's window: keys, pairing, time, and a detour, in one browser."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from dashboard.ui.assets import STAGE
from tests import record
from tests.browser import app, talk
from tests.browser.talk import BRIEF, SCENES, Pair
from tests.browser.watch import Watch

WORD = "pair1"  # that the two windows of most tests are paired by
SCENES_OF_BRIEF = next(brief for brief in record.dossier().briefs if brief.id == BRIEF).scenes
PLANNED = [scene.seconds for scene in SCENES_OF_BRIEF]
FULL = "() => document.fullscreenElement !== null"
NOT_FULL = "() => document.fullscreenElement === null"
CURSOR = "() => getComputedStyle(document.documentElement).cursor"
SHOWN = "one => getComputedStyle(one).opacity"
WITHIN = """() => ["now", "next"].every(name => {
  const box = one => document.querySelector(one).getBoundingClientRect();
  const slide = box(name === "now" ? ".slide.is-current" : ".slide.is-next");
  const frame = box(`.frame[data-frame=${name}]`);
  const across = slide.left >= frame.left - 1 && slide.right <= frame.right + 1;
  return across && slide.top >= frame.top - 1 && slide.bottom <= frame.bottom + 1;
})"""
TABLES = """async ([address, pace, words]) => {
  const script = await import(address);
  return [pace.map(one => script.pace(...one)), words.map(one => script.inWords(one))];
}"""


@pytest.fixture(scope="module")
def watched(app_address: str) -> Watch:
    """Watch the pages that the tests of this module share."""
    return Watch(app_address)


@pytest.fixture(scope="module")
def room(browser: Browser, app_address: str) -> Iterator[BrowserContext]:
    """Give one browser's windows: what stands in one can speak to the others."""
    with talk.windows_of(browser, app_address) as context:
        yield context


@pytest.fixture(scope="module")
def windows(room: BrowserContext, watched: Watch) -> Pair:
    """Open both windows of a talk once for all."""
    stage, presenter = room.new_page(), room.new_page()
    for page in (stage, presenter):
        watched.over(page)
    return Pair(talk.open_window(stage, talk.address(WORD)), talk.open_window(presenter, talk.address(WORD, presenter=True)))


@pytest.fixture
def pair(windows: Pair, watched: Watch) -> Iterator[Pair]:
    """Give both windows at the first scene, and let the test fail where anything went wrong beside it."""
    for page in windows:
        talk.rest(page)
        talk.press(page, "Home")
    for page in windows:
        talk.expect_scene(page, 1)
        talk.expect_not_blank(page)
    yield windows
    for page in windows:
        if talk.keys(page).is_visible():
            page.keyboard.press("Escape")
    assert watched.problems == []


# Two windows


def test_each_window_drives_the_other(pair: Pair) -> None:
    talk.press(pair.stage, "ArrowRight")
    talk.expect_scene(pair.presenter, 2)
    talk.expect_on_stage(pair.stage, 2)
    talk.press(pair.presenter, "ArrowRight")
    talk.expect_on_stage(pair.stage, 3)
    talk.button(pair.presenter, "← Back").click()
    talk.expect_on_stage(pair.stage, 2)
    talk.expect_scene(pair.presenter, 2)


@pytest.mark.parametrize("at", ["stage", "presenter"])
def test_twenty_presses_in_a_second_land_on_the_right_scene_in_both_windows(pair: Pair, at: str) -> None:
    page = pair.stage if at == "stage" else pair.presenter
    on, back = ["ArrowRight"] * 7, ["ArrowLeft"] * 3
    talk.press(page, *on, *back, "PageDown", *back, *["ArrowRight"] * 5, "PageUp")
    for window in pair:
        talk.expect_scene(window, 1 + 7 - 3 + 1 - 3 + 5 - 1)
    talk.expect_on_stage(pair.stage, 7)


def test_twenty_presses_at_once_stop_at_the_last_scene(pair: Pair) -> None:
    pair.presenter.evaluate(
        "() => { for (let i = 0; i < 20; i += 1) window.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown' })); }"
    )
    for window in pair:
        talk.expect_scene(window, SCENES)
    talk.press(pair.stage, "ArrowLeft")
    for window in pair:
        talk.expect_scene(window, SCENES - 1)


def test_presses_in_one_window_and_then_the_other_are_all_counted(pair: Pair) -> None:
    for number in range(2, 8):
        page, other = (pair.stage, pair.presenter) if number % 2 else (pair.presenter, pair.stage)
        talk.press(page, "ArrowRight")
        talk.expect_scene(other, number)


def test_two_briefings_in_one_browser_do_not_cross(pair: Pair, room: BrowserContext, watched: Watch) -> None:
    with talk.another(room, watched) as other:
        talk.open_window(other, talk.address("pair2", 3))
        talk.press(pair.presenter, "ArrowRight")
        talk.expect_on_stage(pair.stage, 2)
        talk.expect_on_stage(other, 3)
        talk.press(other, "End", "b")
        talk.expect_blank(other)
        talk.expect_scene(other, SCENES)
        talk.expect_on_stage(pair.stage, 2)
        talk.expect_scene(pair.presenter, 2)


@pytest.mark.parametrize("which", ["stage", "presenter"])
def test_a_reload_keeps_the_scene_and_the_other_window_goes_on_driving(pair: Pair, which: str) -> None:
    page, other = (pair.stage, pair.presenter) if which == "stage" else (pair.presenter, pair.stage)
    talk.jump(other, 4)
    talk.expect_scene(page, 4)
    page.reload()
    talk.ready(page)
    talk.expect_scene(page, 4)
    talk.expect_scene(other, 4)
    talk.press(other, "ArrowRight")
    talk.expect_scene(page, 5)
    talk.press(page, "ArrowRight")
    talk.expect_scene(other, 6)


def test_the_presenter_is_told_when_the_stage_closes_and_when_it_is_there_again(room: BrowserContext, watched: Watch) -> None:
    with talk.another(room, watched) as presenter:
        talk.open_window(presenter, talk.address("pair3", 2, presenter=True))
        talk.expect_stage_not_open(presenter)
        with talk.another(room, watched) as stage:
            talk.open_window(stage, talk.address("pair3", 5))
            talk.expect_stage_open(presenter)
            talk.expect_on_stage(stage, 2)  # who is there already says where the talk stands
        talk.expect_stage_not_open(presenter, within=5000)
        talk.press(presenter, "ArrowRight")
        talk.expect_scene(presenter, 3)
        with room.expect_page() as opened:
            talk.pairing(presenter).get_by_role("link").click()
        watched.over(opened.value)
        talk.expect_stage_open(presenter)
        talk.expect_on_stage(opened.value, 3)
        opened.value.close()
    assert watched.problems == []


# Keys


@pytest.mark.parametrize("key", ["ArrowRight", "PageDown", "Space", "Enter"])
def test_a_key_that_rooms_know_steps_on(pair: Pair, key: str) -> None:
    talk.press(pair.stage, key)
    talk.expect_on_stage(pair.stage, 2)
    talk.press(pair.presenter, key)
    talk.expect_on_stage(pair.stage, 3)


@pytest.mark.parametrize("key", ["ArrowLeft", "PageUp", "Shift+Space", "Backspace"])
def test_a_key_that_rooms_know_steps_back(pair: Pair, key: str) -> None:
    talk.jump(pair.stage, 4)
    talk.press(pair.stage, key)
    talk.expect_on_stage(pair.stage, 3)
    talk.press(pair.presenter, key)
    talk.expect_on_stage(pair.stage, 2)


def test_there_is_nothing_before_the_first_scene_and_after_the_last(pair: Pair) -> None:
    talk.press(pair.stage, "ArrowLeft")
    talk.expect_on_stage(pair.stage, 1)
    talk.press(pair.stage, "End", "ArrowRight")
    talk.expect_on_stage(pair.stage, SCENES)
    talk.press(pair.stage, "ArrowLeft")
    talk.expect_on_stage(pair.stage, SCENES - 1)
    talk.press(pair.stage, "Home")
    talk.expect_on_stage(pair.stage, 1)


@pytest.mark.parametrize("key", ["b", "B", "."])
def test_a_key_blanks_the_screen_and_brings_the_scene_back(pair: Pair, key: str) -> None:
    talk.press(pair.stage, "ArrowRight", key)
    talk.expect_blank(pair.stage)
    expect(pair.presenter.locator(".room")).to_have_text("The room sees a blank screen.")
    talk.press(pair.presenter, key)
    talk.expect_on_stage(pair.stage, 2)
    expect(pair.presenter.locator(".room")).to_have_text("")


def test_a_step_ends_the_blank(pair: Pair) -> None:
    talk.press(pair.presenter, "b")
    talk.expect_blank(pair.stage)
    talk.press(pair.presenter, "ArrowRight")
    talk.expect_on_stage(pair.stage, 2)


@pytest.mark.parametrize(
    ("keys", "lands"),
    [("7", 7), ("10", 10), ("1 Backspace 4", 4), ("99", SCENES), ("007", 7), ("g 3", 3), ("G 8", 8), ("0", 1), ("g", 1)],
)
def test_digits_wait_for_enter_and_jump(pair: Pair, keys: str, lands: int) -> None:
    for key in keys.split():
        talk.press(pair.stage, *([key] if key == "Backspace" else key))
    expect(talk.typed(pair.stage)).to_be_visible()
    talk.expect_on_stage(pair.stage, 1)
    talk.press(pair.stage, "Enter")
    expect(talk.typed(pair.stage)).to_be_hidden()
    talk.expect_on_stage(pair.stage, lands)
    talk.expect_scene(pair.presenter, lands)


@pytest.mark.parametrize("keys", ["5", "g", "g5"])
def test_escape_gives_up_a_jump_and_does_not_leave(pair: Pair, keys: str) -> None:
    talk.press(pair.stage, *keys)
    expect(talk.typed(pair.stage)).to_be_visible()
    talk.press(pair.stage, "Escape")
    expect(talk.typed(pair.stage)).to_be_hidden()
    talk.press(pair.stage, "Enter")
    talk.expect_on_stage(pair.stage, 2)


def test_another_key_gives_up_a_jump_and_acts(pair: Pair) -> None:
    talk.press(pair.presenter, "5", "ArrowRight")
    expect(talk.typed(pair.presenter)).to_be_hidden()
    talk.expect_on_stage(pair.stage, 2)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_on_a_focused_button_acts_on_the_button_alone(pair: Pair, key: str) -> None:
    for page in pair:
        talk.button(page, "Blank").focus()
        talk.press(page, key)
        talk.expect_blank(pair.stage)
        talk.press(page, key)
        talk.expect_on_stage(pair.stage, 1)
    talk.button(pair.presenter, "Next →").focus()
    talk.press(pair.presenter, key)
    talk.expect_on_stage(pair.stage, 2)
    talk.press(pair.presenter, key, "PageDown")
    talk.expect_on_stage(pair.stage, 4)


def test_keys_are_left_to_a_field_that_is_typed_into(pair: Pair) -> None:
    for page in pair:
        page.evaluate("document.body.append(Object.assign(document.createElement('input'), { id: 'field' }))")
        page.locator("#field").focus()
        talk.press(page, "b", ".", "3", "Enter", "Space", "x", "ArrowLeft", "Backspace", "Home", "End")
        expect(page.locator("#field")).to_have_value("b.3x")
        talk.expect_scene(page, 1)
        talk.expect_not_blank(page)
        expect(talk.typed(page)).to_be_hidden()
        assert talk.is_kept_from_the_browser(page, "F5")
        page.locator("#field").evaluate("field => field.remove()")


def test_keys_of_the_browser_are_left_to_it(pair: Pair) -> None:
    talk.press(pair.stage, "Control+b", "Alt+ArrowUp", "Meta+b", "Tab")
    talk.expect_on_stage(pair.stage, 1)
    talk.expect_not_blank(pair.stage)


def test_f5_never_reloads_either_window(pair: Pair) -> None:
    for page in pair:
        page.evaluate("window.marker = 'here'")
    pair.stage.bring_to_front()
    talk.press(pair.stage, "F5")
    pair.stage.wait_for_function(FULL)
    assert talk.is_kept_from_the_browser(pair.stage, "F5")
    pair.stage.wait_for_function(NOT_FULL)
    talk.press(pair.presenter, "F5")
    assert talk.is_kept_from_the_browser(pair.presenter, "F5")
    for page in pair:
        talk.press(page, "?")
        expect(talk.keys(page)).to_be_visible()
        talk.press(page, "F5")
        assert talk.is_kept_from_the_browser(page, "F5")
        talk.press(page, "Escape", "ArrowRight")
        assert page.evaluate("window.marker") == "here"
        assert page.evaluate(NOT_FULL)
    talk.expect_on_stage(pair.stage, 3)


def test_f_goes_into_full_screen_and_out_of_it(pair: Pair) -> None:
    pair.stage.bring_to_front()
    talk.press(pair.stage, "f")
    pair.stage.wait_for_function(FULL)
    talk.expect_on_stage(pair.stage, 1)
    talk.press(pair.stage, "f")
    pair.stage.wait_for_function(NOT_FULL)
    talk.press(pair.presenter, "f", "Escape")
    assert pair.presenter.evaluate(NOT_FULL)
    talk.expect_scene(pair.presenter, 1)


def test_the_list_of_keys_opens_over_the_stage_and_lets_nothing_through(pair: Pair) -> None:
    for page in pair:
        talk.press(page, "?")
        expect(talk.keys(page)).to_be_visible()
        talk.press(page, "ArrowRight", "b", "End")
        talk.expect_scene(page, 1)
        talk.expect_not_blank(page)
        talk.press(page, "Escape")
        expect(talk.keys(page)).to_be_hidden()
        talk.button(page, "Keys").click()
        talk.keys(page).get_by_role("button", name="Close").click()
        expect(talk.keys(page)).to_be_hidden()
        talk.expect_scene(page, 1)


def test_single_letters_can_be_switched_off_for_good_and_the_other_keys_go_on(pair: Pair) -> None:
    page = pair.stage
    talk.press(page, "?")
    expect(talk.letters(page)).to_be_checked()
    talk.letters(page).uncheck()
    talk.press(page, "Escape")
    page.reload()
    talk.ready(page)
    try:
        talk.press(page, "b", "g", "f", "n")
        talk.expect_on_stage(page, 1)
        expect(talk.typed(page)).to_be_hidden()
        assert page.evaluate(NOT_FULL)
        talk.press(page, "ArrowRight", ".")
        talk.expect_blank(page)
        talk.press(page, ".", "3", "Enter")
        talk.expect_on_stage(page, 3)
        talk.press(page, "?")
        expect(talk.letters(page)).not_to_be_checked()
    finally:
        talk.letters(page).check()
        talk.press(page, "Escape")
    talk.press(page, "b")
    talk.expect_blank(page)


def test_n_opens_the_presenters_window_at_the_scene_paired_with_the_stage(pair: Pair, room: BrowserContext) -> None:
    talk.press(pair.stage, "ArrowRight")
    talk.expect_on_stage(pair.stage, 2)
    with room.expect_page() as opened:
        talk.press(pair.stage, "n")
    expect(opened.value).to_have_url(re.compile(rf"brief={BRIEF}&scene=2&pair={WORD}&window=presenter"))
    opened.value.close()
    talk.expect_on_stage(pair.stage, 2)


def test_a_stage_opened_to_present_goes_to_full_screen_by_the_first_key_and_is_left_by_the_second_escape(
    room: BrowserContext, watched: Watch
) -> None:
    with talk.another(room, watched) as page:
        talk.open_window(page, talk.address("pair4", start="full"))
        assert page.evaluate(NOT_FULL)
        talk.press(page, "ArrowRight")
        page.wait_for_function(FULL)
        talk.expect_on_stage(page, 2)
        talk.press(page, "Escape")
        page.wait_for_function(NOT_FULL)
        talk.expect_on_stage(page, 2)
        talk.press(page, "ArrowRight")
        talk.expect_on_stage(page, 3)
        assert page.evaluate(NOT_FULL)
        page.evaluate("window.marker = 'here'")
        talk.press(page, "Escape")
        expect(page).to_have_url(re.compile(r"/brief$"))
        app.settled(page)
        expect(page.get_by_role("heading", name="Both sides")).to_be_visible()
    assert watched.problems == []


# Buttons, touch and the pointer


def test_everything_that_can_be_pressed_is_large_enough_for_a_finger(pair: Pair) -> None:
    for page in pair:
        assert talk.too_small_to_press(page) == []
        talk.press(page, "?")
        expect(talk.keys(page)).to_be_visible()
        assert talk.too_small_to_press(page) == []
        talk.press(page, "Escape")


def test_the_pointer_and_the_buttons_go_after_three_seconds_and_come_back_with_a_movement(pair: Pair) -> None:
    page = pair.stage
    controls = page.get_by_role("navigation", name="Stage")
    page.mouse.move(300, 300)
    assert (page.evaluate(CURSOR), controls.evaluate(SHOWN)) == ("auto", "1")
    expect(page.locator("html")).to_have_class(re.compile("is-idle"), timeout=5000)
    assert (page.evaluate(CURSOR), controls.evaluate(SHOWN)) == ("none", "0")
    talk.press(page, "ArrowRight")
    talk.expect_on_stage(page, 2)
    assert page.evaluate(CURSOR) == "none"
    page.mouse.move(310, 310)
    assert (page.evaluate(CURSOR), controls.evaluate(SHOWN)) == ("auto", "1")
    talk.button(page, "Back").click()
    talk.expect_on_stage(page, 1)


def test_touch_alone_steps(browser: Browser, app_address: str, watched: Watch) -> None:
    tablet = {"viewport": {"width": 1024, "height": 768}, "has_touch": True}
    with talk.windows_of(browser, app_address, **tablet) as context, talk.another(context, watched) as page:
        talk.open_window(page, talk.address("pair5"))
        talk.button(page, "Next").tap()
        talk.expect_on_stage(page, 2)
        talk.button(page, "Next").tap()
        talk.expect_on_stage(page, 3)
        expect(page.locator("html")).to_have_class(re.compile("is-idle"), timeout=5000)
        page.touchscreen.tap(500, 300)
        talk.expect_on_stage(page, 3)
        talk.button(page, "Back").tap()
        talk.expect_on_stage(page, 2)
    assert watched.problems == []


# The presenter's window


def test_the_next_scene_is_shown_small_and_the_last_says_that_it_is_the_last(pair: Pair) -> None:
    following = pair.presenter.locator(".slide.is-next")
    for number in (1, 2, SCENES - 1):
        talk.jump(pair.presenter, number)
        talk.expect_scene(pair.presenter, number)
        expect(following).to_have_attribute("aria-label", f"Scene {number + 1}")
        expect(following).to_be_visible()
        assert pair.presenter.evaluate(WITHIN)
        expect(pair.presenter.get_by_text("This is the last scene.")).to_be_hidden()
    talk.press(pair.presenter, "End")
    expect(pair.presenter.get_by_text("This is the last scene.")).to_be_visible()
    expect(following).to_have_count(0)
    expect(pair.stage.get_by_text("This is the last scene.")).to_have_count(0)


def test_the_notes_are_those_of_the_scene_and_the_room_never_sees_them(pair: Pair) -> None:
    for number in (1, 2, SCENES):
        talk.jump(pair.stage, number)
        talk.expect_scene(pair.presenter, number)
        notes = pair.presenter.get_by_role("region", name="Notes")
        first = SCENES_OF_BRIEF[number - 1].notes.replace("**", "").partition("\n\n")[0]
        expect(notes).to_contain_text(app.plain(first))
        expect(pair.presenter.locator(".notes > div").filter(visible=True)).to_have_count(1)
        expect(pair.stage.locator(".printed-notes").filter(visible=True)).to_have_count(0)


def test_the_list_of_scenes_says_where_the_talk_stands_and_jumps(pair: Pair) -> None:
    for number, scene in enumerate(SCENES_OF_BRIEF, start=1):
        expect(talk.scene_list(pair.presenter).nth(number - 1)).to_contain_text(f"{scene.title} {scene.seconds} s")
    talk.scene_list(pair.presenter).nth(5).click()
    talk.expect_on_stage(pair.stage, 6)
    expect(talk.scene_list(pair.presenter).nth(5)).to_have_attribute("aria-current", "step")
    expect(pair.presenter.locator("[aria-current]")).to_have_count(1)
    expect(pair.presenter.locator(".at")).to_have_text(f"Scene 6 of {SCENES}")


def test_the_room_is_told_of_a_step_in_words(pair: Pair) -> None:
    talk.press(pair.stage, "ArrowRight")
    expect(pair.stage.get_by_role("status")).to_have_text(f"Scene 2 of {SCENES}: {SCENES_OF_BRIEF[1].message}")
    expect(pair.stage).to_have_title(f"{SCENES_OF_BRIEF[1].title}, Both sides")


# Time


@pytest.fixture(scope="module")
def late(browser: Browser, app_address: str) -> Iterator[Page]:
    """Open a presenter's window whose time stands still until a test lets it go on."""
    with talk.windows_of(browser, app_address) as context:
        context.clock.install(time="2030-01-01T09:00:00")
        page = context.new_page()
        talk.open_window(page, talk.address("pair6", presenter=True))
        page.clock.pause_at("2030-01-01T10:00:00")
        yield page


@pytest.fixture
def timed(late: Page) -> Page:
    """Give that window at the first scene with its timer at rest at nought."""
    talk.press(late, "Home")
    talk.rest(late)
    timer = late.get_by_role("region", name="Time")
    if timer.get_by_role("button", name="Pause").is_visible():
        timer.get_by_role("button", name="Pause").click()
    timer.get_by_role("button", name="Reset").click()
    expect(talk.elapsed(late)).to_have_text("0:00")
    return late


def _time_button(page: Page, name: str) -> None:
    page.get_by_role("region", name="Time").get_by_role("button", name=name, exact=True).click()


def test_the_timer_starts_pauses_goes_on_and_is_reset(timed: Page) -> None:
    timed.clock.run_for(5000)
    expect(talk.elapsed(timed)).to_have_text("0:00")
    expect(talk.pace(timed)).to_have_text("")
    _time_button(timed, "Start")
    timed.clock.run_for(65_000)
    expect(talk.elapsed(timed)).to_have_text("1:05")
    _time_button(timed, "Pause")
    timed.clock.run_for(30_000)
    expect(talk.elapsed(timed)).to_have_text("1:05")
    _time_button(timed, "Go on")
    timed.clock.run_for(2000)
    expect(talk.elapsed(timed)).to_have_text("1:07")
    _time_button(timed, "Reset")
    expect(talk.elapsed(timed)).to_have_text("0:00")
    timed.clock.run_for(3000)
    expect(talk.elapsed(timed)).to_have_text("0:03")
    _time_button(timed, "Pause")
    _time_button(timed, "Reset")
    timed.clock.run_for(3000)
    expect(talk.elapsed(timed)).to_have_text("0:00")
    expect(timed.locator(".total")).to_have_text("12 min planned")


def test_the_pace_is_told_in_words(timed: Page) -> None:
    _time_button(timed, "Start")
    timed.clock.run_for(30_000)
    expect(talk.pace(timed)).to_have_text("On time")
    talk.press(timed, "ArrowRight")
    expect(talk.pace(timed)).to_have_text(f"{PLANNED[0] - 30} s ahead")
    timed.clock.run_for((PLANNED[0] - 30) * 1000)
    expect(talk.pace(timed)).to_have_text("On time")
    timed.clock.run_for(PLANNED[1] * 1000)
    expect(talk.pace(timed)).to_have_text("On time")
    timed.clock.run_for(10_000)
    expect(talk.pace(timed)).to_have_text("10 s behind")
    timed.clock.run_for(60_000)
    expect(talk.pace(timed)).to_have_text("1 min 10 s behind")


def test_each_scene_says_how_long_it_took(timed: Page) -> None:
    _time_button(timed, "Start")
    timed.clock.run_for(30_000)
    talk.press(timed, "ArrowRight")
    timed.clock.run_for(65_000)
    talk.press(timed, "ArrowRight")
    took = timed.locator(".took")
    expect(took.nth(0)).to_have_text("took 30 s")
    expect(took.nth(1)).to_have_text("took 1 min 5 s")
    expect(took.nth(2)).to_have_text("")
    talk.press(timed, "Home")
    timed.clock.run_for(5000)
    expect(took.nth(0)).to_have_text("took 35 s")
    expect(timed.locator(".total")).to_have_text("12 min planned, 1 min 40 s so far")


def test_the_slides_stay_in_their_frames_while_the_list_of_scenes_grows(timed: Page) -> None:
    _time_button(timed, "Start")
    for _ in PLANNED:
        timed.clock.run_for(70_000)
        talk.press(timed, "ArrowRight")
    expect(timed.locator(".took").first).to_have_text("took 1 min 10 s")
    talk.press(timed, "Home")
    timed.clock.run_for(5000)
    assert timed.evaluate(WITHIN)


def test_the_timer_is_kept_over_a_reload(timed: Page) -> None:
    _time_button(timed, "Start")
    timed.clock.run_for(30_000)
    talk.press(timed, "ArrowRight")
    timed.clock.run_for(10_000)
    timed.reload()
    talk.expect_scene(timed, 2)
    expect(talk.elapsed(timed)).to_have_text("0:40")
    expect(timed.locator(".took").nth(0)).to_have_text("took 30 s")
    timed.clock.run_for(5000)
    expect(talk.elapsed(timed)).to_have_text("0:45")
    _time_button(timed, "Pause")
    timed.reload()
    expect(talk.elapsed(timed)).to_have_text("0:45")
    expect(timed.get_by_role("region", name="Time").get_by_role("button", name="Go on")).to_be_visible()


PACES = [
    ([[60, 30], 0, 0], ["on time", 0]),
    ([[60, 30], 0, 60], ["on time", 0]),
    ([[60, 30], 0, 61], ["behind", 1]),
    ([[60, 30], 1, 0], ["ahead", 60]),
    ([[60, 30], 1, 59], ["ahead", 1]),
    ([[60, 30], 1, 60], ["on time", 0]),
    ([[60, 30], 1, 90], ["on time", 0]),
    ([[60, 30], 1, 91], ["behind", 1]),
    ([[60, 30], 1, 690], ["behind", 600]),
]
WORDS = {0: "0 s", 1: "1 s", 59: "59 s", 60: "1 min", 61: "1 min 1 s", 119: "1 min 59 s", 120: "2 min", 3600: "60 min"}


def test_the_pace_and_its_words_are_right_at_every_edge(windows: Pair) -> None:
    paces, words = windows.stage.evaluate(TABLES, [STAGE.address, [case for case, _ in PACES], list(WORDS)])
    assert paces == [right for _, right in PACES]
    assert words == list(WORDS.values())


# Addresses


@pytest.mark.parametrize(
    ("scene", "at"),
    [
        ("1", 1), ("4", 4), ("0", 1), ("-3", 1), ("999999999999999999", SCENES), ("9" * 5000, SCENES), ("1e1", 1), ("2.5", 1),
        ("", 1), ("two", 1), ("<script>", 1), ("²", 1), ("4&scene=5", 5),
    ],
)  # fmt: skip
def test_an_absurd_scene_is_tamed(app_address: str, scene: str, at: int) -> None:
    code, data = talk.told(app_address, f"/brief?brief={BRIEF}&pair=abcd&scene={quote(scene, safe='&=')}")
    assert (code, data["at"] + 1) == (200, at)


@pytest.mark.parametrize("word", ["", "abc", "x" * 33, "ABCD", "</script><script>", "a b c d", "пара", "a" * 5000])
def test_an_absurd_pair_gives_way_to_a_new_one(app_address: str, word: str) -> None:
    code, data = talk.told(app_address, f"/brief?brief={BRIEF}&pair={quote(word)}")
    assert code == 200
    assert data["pair"] != word
    assert re.fullmatch("[a-z0-9]{8}", data["pair"])
    assert data["pair"] != talk.told(app_address, f"/brief?brief={BRIEF}&pair={quote(word)}")[1]["pair"]


@pytest.mark.parametrize(
    ("window", "role"),
    [("presenter", "presenter"), ("stage", "stage"), ("", "stage"), ("PRESENTER", "stage"), ("<script>", "stage")],
)
def test_an_absurd_window_is_the_stage(app_address: str, window: str, role: str) -> None:
    assert talk.told(app_address, f"/brief?brief={BRIEF}&window={quote(window)}")[1]["role"] == role


@pytest.mark.parametrize(("start", "full"), [("full", True), ("", False), ("FULL", False), ("yes", False)])
def test_only_one_word_asks_for_full_screen(app_address: str, start: str, full: bool) -> None:  # noqa: FBT001 - a case
    assert talk.told(app_address, f"/brief?brief={BRIEF}&start={start}")[1]["full"] is full


@pytest.mark.parametrize("query", ["brief=nonsense", "brief=", "brief=%00", "brief=selection&q=nothing-like-it"])
def test_what_can_not_be_presented_is_not_found(app_address: str, query: str) -> None:
    assert talk.told(app_address, f"/brief?{query}")[0] == 404


def test_an_unknown_brief_is_told_in_words_with_a_way_to_the_others(room: BrowserContext) -> None:
    with talk.another(room) as page:
        answer = page.goto("/brief?brief=nonsense")
        assert answer
        assert answer.status == 404
        expect(page.get_by_role("heading", name="There is nothing to present here")).to_be_visible()
        page.get_by_role("link", name="Choose a brief").click()
        expect(page.get_by_role("heading", name="Both sides")).to_be_visible()
        app.settled(page)
        stage = page.get_by_role("link", name=re.compile("^Open the stage ?: Both sides"))
        presenter = page.get_by_role("link", name=re.compile("^Open the presenter window ?: Both sides"))
        words = {re.findall(r"pair=(\w+)", link.get_attribute("href") or "")[0] for link in (stage, presenter)}
        assert len(words) == 1
        expect(stage).to_have_attribute("href", re.compile("start=full"))
        expect(presenter).to_have_attribute("href", re.compile("window=presenter"))
        expect(page.locator(".detour").filter(visible=True)).to_have_count(0)


def test_the_events_selected_can_be_presented_and_are_told_one_by_one(app_address: str) -> None:
    query = "tracks=economic&from=2017-12-01"
    _, data = talk.told(app_address, f"/brief?brief=selection&{query}")
    events = record.dossier().event
    assert 2 < len(data["scenes"]) < 40
    assert {scene["title"] for scene in data["scenes"]} <= {event.label for event in events.values()}
    assert all("tracks=economic" in scene["explore"] for scene in data["scenes"])


# To the pages and back


def test_explore_from_here_opens_the_page_with_the_same_view(room: BrowserContext, watched: Watch) -> None:
    with talk.another(room, watched) as page:
        talk.open_window(page, talk.address("pair7"))
        for number, scene in enumerate(SCENES_OF_BRIEF, start=1):
            talk.jump(page, number)
            path = {"timeline": "", "responses": "responses", "positions": "positions"}[scene.page]
            event = f"E{record.dossier().event[str(scene.event)].number}"
            expect(talk.way(page, "Explore from here")).to_have_attribute(
                "href", re.compile(rf"^\./{path}\?.*event={event}(&|$)")
            )
        talk.jump(page, 1)
        talk.way(page, "Explore from here").click()
        expect(app.detail(page, record.dossier().event[str(SCENES_OF_BRIEF[0].event)].number)).to_be_visible()
        app.settled(page)
        lanes = [str(lane) for lane in SCENES_OF_BRIEF[0].view.tracks]
        app.expect_chosen(page, *lanes)
        expect(page.locator(".detour").filter(visible=True)).to_have_count(0)
    assert watched.problems == []


def test_a_detour_leaves_the_stage_as_it_is_and_b_returns_to_the_scene_and_a_running_timer(pair: Pair) -> None:
    talk.jump(pair.presenter, 3)
    _time_button(pair.presenter, "Start")
    talk.look_around(pair.presenter)
    talk.expect_on_stage(pair.stage, 3)
    expect(talk.detour(pair.presenter)).to_contain_text("“Both sides” is waiting.")
    field = app.search_field(pair.presenter)
    field.press_sequentially("bb")
    expect(field).to_have_value("bb")
    talk.detour(pair.presenter)
    talk.rest(pair.presenter)
    talk.press(pair.presenter, "b")
    talk.ready(pair.presenter)
    talk.expect_scene(pair.presenter, 3)
    talk.expect_on_stage(pair.stage, 3)
    expect(pair.presenter.get_by_role("region", name="Time").get_by_role("button", name="Pause")).to_be_visible()
    assert talk.seconds_of(pair.presenter) > 0
    _time_button(pair.presenter, "Pause")
    assert pair.presenter.evaluate("sessionStorage.getItem('detour')") is None
    talk.press(pair.presenter, "ArrowRight")
    talk.expect_on_stage(pair.stage, 4)


def test_what_was_found_is_shown_and_the_next_press_goes_on_where_the_brief_was(pair: Pair) -> None:
    talk.jump(pair.presenter, 3)
    talk.look_around(pair.presenter)
    app.go_to(pair.presenter, "Timeline")
    talk.expect_on_stage(pair.stage, 3)
    talk.show_this(pair.presenter)
    expect(talk.detour(pair.presenter).get_by_role("status")).to_have_text("It is on the stage.")
    talk.expect_found(pair.stage)
    number = record.dossier().event[str(SCENES_OF_BRIEF[2].event)].number
    expect(talk.found(pair.stage).locator("footer")).to_contain_text(f"E{number}")
    expect(talk.found(pair.stage).locator(".plot svg").first).to_be_visible()
    talk.detour(pair.presenter).get_by_role("button", name="Return to the briefing").click()
    talk.ready(pair.presenter)
    talk.expect_found(pair.stage)
    expect(pair.presenter.locator(".room")).to_have_text("The room sees what you found. The next press goes on here.")
    talk.press(pair.presenter, "PageDown")
    talk.expect_on_stage(pair.stage, 3)
    expect(pair.presenter.locator(".room")).to_have_text("")
    talk.press(pair.presenter, "PageDown")
    talk.expect_on_stage(pair.stage, 4)


def test_a_press_while_something_is_being_found_is_not_undone_when_it_comes(pair: Pair) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    pair.stage.route("**/brief/scene?*", hold)
    try:
        with pair.stage.expect_request("**/brief/scene?*"):
            talk.ask_for(pair.presenter, WORD, "event=E17")
        talk.press(pair.presenter, "ArrowRight")
        talk.expect_on_stage(pair.stage, 2)
        with pair.stage.expect_response("**/brief/scene?*"):
            held[0].continue_()
        pair.stage.evaluate("() => new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame))")
        talk.press(pair.presenter, "ArrowRight")
        talk.expect_on_stage(pair.stage, 3)
    finally:
        pair.stage.unroute("**/brief/scene?*")

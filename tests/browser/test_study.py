"""Study: each kind of question answered by keyboard, by mouse and by touch, rightly and wrongly, and what the page then says."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.queries.study.posed import Kind, Posed
from tests.browser import app, studying
from tests.browser.conftest import NewPage
from tests.browser.studying import act, expect_question, expect_verdict, heading, questions
from tests.record import tables

Answer = Callable[[Page, Posed, tuple[str, ...]], None]
WAYS: dict[str, tuple[Answer, dict[str, object]]] = {
    "keyboard": (studying.by_keyboard, {}),
    "mouse": (studying.by_mouse, {}),
    "touch": (studying.by_touch, {"has_touch": True, "viewport": {"width": 390, "height": 844}}),
}
each_kind = pytest.mark.parametrize("kind", list(Kind))


@each_kind
@pytest.mark.parametrize("way", WAYS)
def test_each_kind_is_answered_rightly_and_wrongly(new_page: NewPage, way: str, kind: Kind) -> None:
    answer, options = WAYS[way]
    page = new_page(**options)
    one = studying.open_question(page, kind)
    for right in (False, True):
        answer(page, one, studying.answer_of(one, right=right))
        expect_verdict(page, one, right=right)
        expect(page.locator(".answers .is-wrong")).to_have_count(0 if right else _wrong(one))
        if not right:
            one = studying.open_question(page, kind)


def _wrong(one: Posed) -> int:
    """Count the places in which the reverse of an order differs from it; of a choice it is one."""
    return sum(mine != other for mine, other in zip(one.answer, reversed(one.answer), strict=True)) or 1


def test_the_whole_of_a_set_is_gone_through_with_keys_and_the_focus_goes_along(page: Page) -> None:
    studying.open_set(page, "economic-1")
    asked = questions("economic-1")
    for number, one in enumerate(asked, start=1):
        expect_question(page, one)
        if number > 1:
            expect(heading(page)).to_be_focused()
        expect(page.get_by_role("heading", name=f"Question {number} of {len(asked)}")).to_be_visible()
        studying.by_keyboard(page, one, studying.answer_of(one, right=number != 2))
        expect_verdict(page, one, right=number != 2)
        expect(page.locator("[data-do=next]")).to_be_focused()
        page.keyboard.press("Enter")
    expect(heading(page)).to_be_focused()
    expect(heading(page)).to_have_text("The end of the set")
    expect(page.locator(".is-end")).to_contain_text(f"{len(asked) - 1} of {len(asked)} questions right.")
    expect(page.locator(".missed > li > details > summary")).to_have_text([asked[1].prompt])
    expect(page.locator(".missed")).not_to_contain_text("!")
    act(page, "Only those not right").click()
    expect_question(page, asked[1])
    expect(heading(page)).to_be_focused()
    studying.by_mouse(page, asked[1], studying.answer_of(asked[1], right=True))
    act(page, "To the end of the set").click()
    expect(page.locator(".is-end")).to_contain_text(f"{len(asked)} of {len(asked)} questions right.")
    act(page, "Again").click()
    expect_question(page, asked[0])


def test_another_order_is_that_of_the_next_seed_and_stands_in_the_address(page: Page) -> None:
    studying.open_set(page, "military-1")
    for _ in questions("military-1"):
        act(page, "Skip").click()
    expect(page.locator(".is-end")).to_contain_text("0 of 3 questions right, 3 not answered.")
    act(page, "Another order").click()
    app.expect_address(page, "/study?set=military-1&seed=2")
    expect_question(page, questions("military-1", 2)[0])
    expect(heading(page)).to_be_focused()
    page.go_back()
    app.expect_address(page, "/study?set=military-1")


def test_a_set_is_chosen_from_the_list_and_left_again(page: Page) -> None:
    studying.begin(page)
    app.open_app(page, "/study?tracks=economic")
    page.locator("[data-set=military-2]").click()
    app.expect_address(page, "/study?tracks=economic&set=military-2")
    expect_question(page, questions("military-2")[0])
    expect(heading(page)).to_be_focused()
    page.get_by_role("link", name="All sets").click()
    expect(page.locator("#sets")).to_be_focused()
    app.expect_address(page, "/study?tracks=economic")
    app.go_to(page, "Responses")
    app.expect_address(page, "/responses?tracks=economic")


def test_an_address_gives_two_browsers_the_same_questions(browser: Browser, app_address: str) -> None:
    seen = []
    for _ in range(2):
        context = browser.new_context(base_url=app_address)
        page = context.new_page()
        found = []
        for name in ("all-2", "made", "next"):
            app.open_app(page, f"/study?set={name}&seed=7&from=2016-01-01")
            while not page.locator(".is-end").count():
                found.append((app.read(heading(page)), app.read(page.locator(".answers"))))
                act(page, "Skip").click()
        seen.append(found)
        context.close()
    assert seen[0] == seen[1]
    assert len(seen[0]) > len(questions("all-2"))


def test_an_answer_that_is_not_whole_is_not_checked(page: Page) -> None:
    one = studying.open_question(page, Kind.CHOICE)
    act(page, "Check").click()
    expect(page.locator(".feedback")).to_have_text("Choose an answer first.")
    expect_question(page, one)
    one = studying.open_question(page, Kind.MATCH)
    page.locator("select").first.select_option(one.answer[0])
    act(page, "Check").click()
    expect(page.locator(".feedback")).to_have_text("Choose a partner for each first.")
    studying.choose_partners(page, (one.answer[0],) * 4)
    act(page, "Check").click()
    expect(page.locator(".feedback")).to_have_text("Two have the same partner; give each its own.")
    assert studying.kept(page) == {}


def test_once_checked_nothing_can_be_changed(page: Page) -> None:
    one = studying.open_question(page, Kind.ORDER)
    studying.by_mouse(page, one, studying.answer_of(one, right=False))
    stood = studying.places(page)
    studying.drag_by_mouse(page, studying.item(page, stood[-1]), studying.item(page, stood[0]))
    page.keyboard.press("Alt+ArrowUp")
    assert studying.places(page) == stood
    expect(act(page, "Check")).to_have_count(0)


def test_what_is_put_in_order_is_moved_by_its_buttons_and_said(page: Page) -> None:
    one = studying.open_question(page, Kind.ORDER)
    first, second, *_ = studying.places(page)
    later = studying.item(page, first).get_by_role("button", name=re.compile("Later"))
    later.click()
    assert studying.places(page)[:2] == [second, first]
    expect(later).to_be_focused()
    label = next(option.label for option in one.options if option.id == first)
    heard = page.locator(".study [aria-live=polite]:not([role])")
    expect(heard).to_have_text(f"{label}: place 2 of {len(one.options)}.")
    earlier = studying.item(page, first).get_by_role("button", name=re.compile("Earlier"))
    earlier.press("Enter")
    earlier.press("Enter")  # it is the first already
    assert studying.places(page)[0] == first
    expect(earlier).to_have_attribute("aria-disabled", "true")
    expect(heard).to_have_text(f"{label}: place 1 of {len(one.options)}.")


def test_a_finger_beside_the_grip_does_not_move_what_is_put_in_order(new_page: NewPage) -> None:
    page = new_page(has_touch=True, viewport={"width": 390, "height": 844})
    studying.open_question(page, Kind.ORDER)
    before = studying.places(page)
    box = studying.item(page, before[0]).locator(".label").bounding_box()
    assert box
    session = page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + 5
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y + 200}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert studying.places(page) == before


def test_an_event_of_an_answer_opens_on_the_timeline(page: Page) -> None:
    one = studying.open_question(page, Kind.CHOICE)
    studying.by_mouse(page, one, studying.answer_of(one, right=True))
    with page.context.expect_page() as opened:
        page.locator(".settled .links a").first.click()
    other = opened.value
    expect(other.locator(f'.detail[data-event="{one.events[0]}"]')).to_be_visible()
    expect(other.locator(".detail .notice")).to_have_count(0)
    other.close()
    expect(page.locator(".verdict")).to_be_visible()


def test_what_came_next_shows_the_day_before_and_then_what_followed(page: Page) -> None:
    one = studying.open_question(page, Kind.NEXT)
    assert one.as_of
    expect(page.locator(".by-then li")).not_to_have_count(0)
    for event in one.events:
        expect(page.locator(".by-then")).not_to_contain_text(f"E{tables().dossier.event[event].number}.")
    link = page.locator(".by-then a")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("href", re.compile(rf"[?&]as_of={one.as_of}"))
    studying.by_keyboard(page, one, studying.answer_of(one, right=True))
    expect(page.get_by_role("heading", name="What followed")).to_be_visible()


def test_a_filter_changes_no_question_of_the_record_under_its_reader(page: Page) -> None:
    studying.open_set(page, "all-2")
    act(page, "Skip").click()
    app.choose(page, "economic")
    app.expect_address(page, "/study?tracks=economic&set=all-2")
    app.settled(page)
    expect_question(page, questions("all-2")[1])
    expect(app.choice(page, "economic")).to_be_focused()


def test_answering_asks_the_server_for_nothing(page: Page) -> None:
    studying.open_set(page, "military-1")
    app.settled(page)
    page.context.set_offline(True)
    for one in questions("military-1"):
        studying.by_mouse(page, one, studying.answer_of(one, right=True))
        expect_verdict(page, one, right=True)
        page.locator("[data-do=next]").click()
    expect(page.locator(".is-end")).to_contain_text("3 of 3 questions right.")
    page.context.set_offline(False)


def test_the_link_for_a_class_is_copied(new_page: NewPage, app_address: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    app.open_app(page, "/study?tracks=economic&set=military-1&seed=7&event=E41")
    page.get_by_role("button", name="Copy link for a class").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{app_address}/study?set=military-1&seed=7"


def test_nothing_moves_by_itself_under_reduced_motion(new_page: NewPage) -> None:
    page = new_page(reduced_motion="reduce")
    one = studying.open_question(page, Kind.ORDER)
    studying.by_mouse(page, one, studying.answer_of(one, right=True))
    assert page.evaluate("document.getAnimations().filter(one => one.effect.target.closest('.study')).length") == 0

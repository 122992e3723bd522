"""The study page as its reader sees it: finding a question of a kind, and answering it by keyboard, by mouse or by touch."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from dashboard.queries.selection import Selection
from dashboard.queries.study import sets
from dashboard.queries.study.posed import Kind, Posed
from tests.browser import app
from tests.record import tables

KEY = "policy-timeline.study"
SETS = {  # a set that holds a question of the kind
    Kind.CHOICE: "all-1",
    Kind.ORDER: "all-1",
    Kind.MATCH: "all-2",
    Kind.STANDING: "all-3",
    Kind.TRACK: "made",
    Kind.BEFORE: "made",
    Kind.NEXT: "next",
}


def questions(name: str, seed: int = 1) -> tuple[Posed, ...]:
    """Give the questions of a set as the page puts them."""
    return sets.posed(name, seed, tables(), Selection(window=tables().window))


def begin(page: Page) -> None:
    """Let a page begin with nothing kept, whatever other pages of its browser have answered; a reload keeps what it has."""
    page.add_init_script(
        f"""try {{
          if (!sessionStorage.getItem("begun")) localStorage.removeItem("{KEY}");
          sessionStorage.setItem("begun", "1");
        }} catch {{}}"""
    )


def open_set(page: Page, name: str, seed: int = 1) -> None:
    """Open the address of a set, and wait for its first question or its end."""
    begin(page)
    app.open_app(page, f"/study?set={name}" + (f"&seed={seed}" if seed != 1 else ""))
    expect(heading(page)).to_be_visible()


def heading(page: Page) -> Locator:
    """Find the heading of the question, or of the end."""
    return page.locator("#asked")


def expect_question(page: Page, one: Posed) -> None:
    """See that a question is asked, and nothing told of its answer yet."""
    expect(heading(page)).to_contain_text(one.prompt)
    expect(page.locator(".verdict")).to_have_count(0)


def open_question(page: Page, kind: Kind) -> Posed:
    """Open the first question of a kind, skipping those before it, with nothing answered yet."""
    if page.url != "about:blank":
        page.evaluate("key => localStorage.removeItem(key)", KEY)
    name = SETS[kind]
    open_set(page, name)
    for one in questions(name):
        expect_question(page, one)
        if one.kind is kind:
            return one
        act(page, "Skip").click()
    message = f"no question of {name} is of the kind {kind}"
    raise AssertionError(message)


def act(page: Page, words: str) -> Locator:
    """Find a button of the page."""
    return page.locator(".study").get_by_role("button", name=words, exact=True)


def answer_of(one: Posed, *, right: bool) -> tuple[str, ...]:
    """Give the right answer, or a wrong one."""
    if right:
        return tuple(str(option) for option in one.answer)
    if len(one.answer) > 1:
        return tuple(str(option) for option in reversed(one.answer))
    return (next(str(option.id) for option in one.options if option.id != one.answer[0]),)


def by_keyboard(page: Page, one: Posed, answer: tuple[str, ...]) -> None:
    """Answer with keys alone, from the heading, which has the focus."""
    heading(page).focus()
    if one.kind is Kind.ORDER:
        for place, event in enumerate(answer):
            tab_to(page, item(page, event).locator("[data-move='-1']"))
            for _ in range(places(page).index(event) - place):
                page.keyboard.press("Alt+ArrowUp")
    elif one.kind is Kind.MATCH:
        for place, partner in enumerate(answer):
            tab_to(page, page.locator("select").nth(place))
            for _ in range([str(option.id) for option in one.partners].index(partner) + 1):
                page.keyboard.press("ArrowDown")
    else:
        page.keyboard.press(str([str(option.id) for option in one.options].index(answer[0]) + 1))
        page.keyboard.press("Enter")
        return
    tab_to(page, act(page, "Check"))
    page.keyboard.press("Enter")


def by_mouse(page: Page, one: Posed, answer: tuple[str, ...]) -> None:
    """Answer with the mouse alone; the list of a select is the system's, so there the choice is made for it."""
    if one.kind is Kind.ORDER:
        for place, event in enumerate(answer):
            while places(page).index(event) > place:
                drag_by_mouse(page, item(page, event), item(page, places(page)[place]))
    elif one.kind is Kind.MATCH:
        choose_partners(page, answer)
    else:
        item(page, answer[0]).click()
    act(page, "Check").click()


def by_touch(page: Page, one: Posed, answer: tuple[str, ...]) -> None:
    """Answer with a finger."""
    if one.kind is Kind.ORDER:
        for place, event in enumerate(answer):
            if places(page).index(event) > place:
                drag_by_touch(page, item(page, event), item(page, places(page)[place]))
        heading(page).tap()  # the browser takes a tap at the heels of a drag for a part of it
    elif one.kind is Kind.MATCH:
        choose_partners(page, answer)
    else:
        item(page, answer[0]).tap()
    act(page, "Check").tap()


def choose_partners(page: Page, answer: tuple[str, ...]) -> None:
    """Choose the partner of each, in their order."""
    for place, partner in enumerate(answer):
        page.locator("select").nth(place).select_option(partner)


def item(page: Page, option: str) -> Locator:
    """Find an option of the question by its id."""
    return page.locator(f'.answers [data-option="{option}"]')


def places(page: Page) -> list[str]:
    """Give the ids of what is put in order, as it stands."""
    found: list[str] = page.locator(".in-order [data-option]").evaluate_all("all => all.map(item => item.dataset.option)")
    return found


def tab_to(page: Page, wanted: Locator) -> None:
    """Press the Tab key until something has the focus."""
    for _ in range(40):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(wanted).to_be_focused()


def drag_by_mouse(page: Page, held: Locator, to: Locator) -> None:
    """Drag an item above another."""
    _bring_to_the_middle(page)
    start, end = _box(held), _box(to)
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + 3, steps=6)
    page.mouse.up()


def drag_by_touch(page: Page, held: Locator, to: Locator) -> None:
    """Drag an item above another by its grip, with a finger."""
    _bring_to_the_middle(page)
    start, end = _box(held.locator(".grip")), _box(to)
    x, y = start["x"] + start["width"] / 2, start["y"] + start["height"] / 2
    session = page.context.new_cdp_session(page)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 7):
        point = {"x": x, "y": y + (end["y"] + 3 - y) * step / 6}
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def expect_verdict(page: Page, one: Posed, *, right: bool) -> None:
    """See that it is said whether the answer was right, and what settles it."""
    feedback = page.get_by_role("status").filter(has=page.locator(".verdict"))
    expect(feedback.locator(".verdict")).to_have_text("Right." if right else "Not right.")
    expect(feedback.locator(f".verdict .of-{'right' if right else 'wrong'}")).to_have_count(1)
    expect(feedback).to_contain_text(one.explanation)
    expect(page.locator(".settled .links li")).to_have_count(len(one.events))
    expect(page.locator(".settled .passages li")).to_have_count(len(one.sources))


def kept(page: Page) -> dict[str, Any]:
    """Give what the browser keeps of this record's answers."""
    found: dict[str, Any] = page.evaluate(
        "key => Object.values(JSON.parse(localStorage.getItem(key) ?? '{\"records\": {}}').records)[0] ?? {}", KEY
    )
    return found


def _bring_to_the_middle(page: Page) -> None:
    page.locator(".in-order").evaluate("list => list.scrollIntoView({ block: 'center' })")


def _box(place: Locator) -> dict[str, float]:
    box: Any = place.bounding_box()
    assert box
    return dict(box)

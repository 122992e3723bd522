"""The dashboard without a mouse."""

from playwright.sync_api import Page, expect

from tests.browser import app

MANY = 50  # presses of Tab that go past the figure
NAMES = """() => {
  const at = document.activeElement;
  const label = at.getAttribute("aria-label") || at.textContent.trim();
  const group = at.closest("[role=group]")?.getAttribute("aria-label");
  return [at.getAttribute("role") || at.tagName.toLowerCase(), label, group || ""];
}"""
ON_THE_WAY = [
    ("button", "Findings and positions", "Lanes"),
    ("button", "Economic", "Lanes"),
    ("input", "Search", ""),
    ("button", "More filters", ""),
    ("button", "Reset", ""),
    ("button", "2014", "Window of time"),
    ("button", "Whole record", "Window of time"),
    ("input", "Window of time", "Window of time"),
    ("spinbutton", "year, From", "From"),
    ("spinbutton", "day, To", "To"),
    ("button", "Chart", "Show as"),
    ("button", "Table", "Show as"),
    ("listbox", "Timeline of 105 events on 4 lanes", ""),
]


def test_tab_reaches_every_control_and_the_figure_once(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    app.settled(page)
    page.evaluate("document.activeElement.blur()")
    stops = []
    for _ in range(MANY):
        page.keyboard.press("Tab")
        stops.append(tuple(page.evaluate(NAMES)))
    places = [next((at for at, stop in enumerate(stops) if is_like(stop, wanted)), None) for wanted in ON_THE_WAY]
    assert None not in places, dict(zip(ON_THE_WAY, places, strict=True))
    assert places == sorted(at for at in places if at is not None)
    assert [role for role, _, _ in stops].count("listbox") == 1


def is_like(stop: tuple[str, str, str], wanted: tuple[str, str, str]) -> bool:
    """Tell whether a stop is the wanted one; its words may go on."""
    return stop[0] == wanted[0] and stop[1].startswith(wanted[1]) and stop[2] == wanted[2]


def active(page: Page) -> str:
    """Say what the keyboard points at in the figure."""
    listbox = page.locator(".targets")
    name = listbox.get_attribute("aria-activedescendant")
    words: str = page.locator(f".targets #{name}").get_attribute("aria-label") or ""
    return words


def enter_figure(page: Page) -> None:
    """Bring the focus into the figure."""
    app.drawn(page)
    app.settled(page)
    page.get_by_role("listbox").focus()


def test_keys_move_within_the_figure(page: Page) -> None:
    app.open_app(page)
    enter_figure(page)
    first = active(page)
    assert first.startswith("Event 1 of 105:")
    page.keyboard.press("ArrowRight")
    second = active(page)
    assert second.startswith("Event 2 of 105:")
    page.keyboard.press("ArrowLeft")
    assert active(page) == first
    page.keyboard.press("ArrowLeft")
    assert active(page) == first
    page.keyboard.press("ArrowDown")
    assert ". Diplomatic. " in active(page)
    page.keyboard.press("ArrowUp")
    assert ". Findings and positions. " in active(page)
    page.keyboard.press("Home")
    page.keyboard.press("PageDown")
    assert " 2015, " in active(page)
    page.keyboard.press("PageDown")
    assert " 2016, " in active(page)
    page.keyboard.press("PageUp")
    assert " 2015, " in active(page)
    page.keyboard.press("End")
    last = active(page)
    assert "December 2017" in last
    page.keyboard.press("ArrowRight")
    assert active(page) == last
    page.keyboard.press("Home")
    assert active(page) == first
    expect(page.get_by_role("listbox")).to_be_focused()
    expect(page.locator(".detail")).to_have_count(0)


def test_enter_opens_and_escape_closes_with_the_focus_left_in_the_figure(page: Page) -> None:
    app.open_app(page)
    enter_figure(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    chosen = active(page)
    assert "29 July 2014, U.S. declares a violation" in chosen
    page.keyboard.press("Enter")
    expect(app.detail(page, 17)).to_be_visible()
    app.settled(page)
    expect(page.get_by_role("listbox")).to_be_focused()
    assert active(page) == chosen
    page.keyboard.press("Escape")
    expect(page.locator(".detail")).to_have_count(0)
    app.settled(page)
    expect(page.get_by_role("listbox")).to_be_focused()
    page.keyboard.press("ArrowRight")
    assert active(page).startswith("Event 4 of 105:")


def test_the_open_event_is_where_the_keyboard_enters(page: Page) -> None:
    app.open_app(page, "/?event=E94")
    enter_figure(page)
    assert "Strategy, economic part" in active(page)


def test_a_search_by_key_keeps_the_focus_in_the_field(page: Page) -> None:
    app.open_app(page)
    app.search_for(page, "Geneva")
    app.expect_address(page, "/?q=Geneva")
    app.settled(page)
    expect(app.search_field(page)).to_be_focused()


def test_next_by_key_can_be_pressed_again(page: Page) -> None:
    app.open_app(page, "/?tracks=economic&event=E94")
    app.settled(page)
    page.locator(".neighbours .next").focus()
    page.keyboard.press("Enter")
    expect(app.detail(page, 95)).to_be_visible()
    app.settled(page)
    expect(page.locator(".neighbours .next")).to_be_focused()
    page.keyboard.press("Enter")
    expect(app.detail(page, 97)).to_be_visible()

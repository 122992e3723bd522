"""Terms explained where they stand: by hover, focus, touch and keys, and gone again when the reader wants it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import app
from tests.browser.conftest import NewPage

EVENT = "/?event=E17"


def _term(page: Page) -> Locator:
    return page.locator(".detail .summary .term").first


def _tip(page: Page) -> Locator:
    return page.locator(".term-tip")


def test_a_pointer_over_a_term_shows_what_it_means_and_may_go_there(page: Page) -> None:
    app.open_app(page, EVENT)
    _term(page).hover()
    expect(_tip(page)).to_be_visible()
    expect(_tip(page)).to_contain_text("In the glossary, with sources")
    _tip(page).hover()
    page.wait_for_timeout(600)
    expect(_tip(page)).to_be_visible()
    page.locator(".sentence").hover()
    expect(_tip(page)).to_have_count(0)


def test_the_focus_shows_a_term_and_the_links_in_it_come_next(page: Page) -> None:
    app.open_app(page, EVENT)
    page.locator(".detail .close").focus()
    page.keyboard.press("Tab")
    expect(_term(page)).to_be_focused()
    expect(_term(page)).to_have_attribute("aria-expanded", "true")
    expect(_tip(page)).to_be_visible()
    expect(_term(page)).to_have_attribute("aria-describedby", "term-tip")
    page.keyboard.press("Tab")
    expect(_tip(page).get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(_tip(page)).to_have_count(0)
    expect(_term(page)).to_be_focused()


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_esc_takes_the_explanation_away_and_leaves_the_event_open(page: Page, way: str) -> None:
    app.open_app(page, EVENT)
    if way == "hover":
        _term(page).hover()
    else:
        page.locator(".detail .close").focus()
        page.keyboard.press("Tab")
    expect(_tip(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_tip(page)).to_have_count(0)
    app.settled(page)
    expect(app.detail(page, 17)).to_be_visible()
    page.keyboard.press("Escape")
    expect(app.detail(page, 17)).to_have_count(0)


def test_a_press_shows_a_term_until_the_next_press(page: Page) -> None:
    app.open_app(page, EVENT)
    _term(page).focus()
    page.keyboard.press("Enter")
    expect(_tip(page)).to_be_visible()
    page.keyboard.press("Enter")
    expect(_tip(page)).to_have_count(0)
    page.keyboard.press("Space")
    expect(_tip(page)).to_be_visible()


def test_a_touch_shows_a_term_and_a_touch_elsewhere_takes_it_away(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    app.open_app(page, EVENT)
    _term(page).tap()
    expect(_tip(page)).to_be_visible()
    box = _tip(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    page.locator(".detail h2").tap()
    expect(_tip(page)).to_have_count(0)
    expect(app.detail(page, 17)).to_be_visible()


def test_a_term_leads_to_its_place_in_the_glossary(page: Page) -> None:
    app.open_app(page, "/?tracks=economic&event=E17")
    name = _term(page).get_attribute("data-term")
    _term(page).hover()
    page.get_by_role("link", name="In the glossary, with sources").click()
    entry = page.locator(f"#term-{name}")
    expect(entry).to_be_focused()
    expect(entry).to_be_in_viewport()
    assert "tracks=economic" in page.url


def test_definitions_are_fetched_once_and_not_before_they_are_needed(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "glossary-" in request.url else None)
    app.open_app(page, EVENT)
    assert asked == []
    for term in page.locator(".detail .term").all()[:2]:
        term.hover()
        expect(_tip(page)).to_be_visible()
        page.locator(".sentence").hover()
        expect(_tip(page)).to_have_count(0)
    assert len(asked) == 1


@pytest.mark.parametrize("address", [f"{EVENT}&as_of=2017-12-20", "/positions?as_of=2017-12-20", "/responses?as_of=2017-12-20"])
def test_as_of_a_day_no_term_is_marked(page: Page, address: str) -> None:
    app.open_app(page, address)
    expect(page.locator(".panels, .positions").first).to_be_visible()
    expect(page.locator(".term")).to_have_count(0)


@pytest.mark.parametrize("address", [EVENT, "/positions", "/responses", "/sources"])
def test_no_term_is_marked_in_a_heading_a_link_or_a_button(page: Page, address: str) -> None:
    app.open_app(page, address)
    expect(page.locator(".term").first).to_be_attached()
    expect(page.locator(":is(h1, h2, h3, h4, h5, a, button, label, summary) .term")).to_have_count(0)

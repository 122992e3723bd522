"""What was public on a day, and playing through the window."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from tests import record
from tests.browser import app
from tests.browser.conftest import NewPage

DAY = date(2014, 8, 1)
PLAYING = re.compile("as public on .* 2014")
YEARS_AFTER = re.compile(r"\b(2015|2016|2018|2019)\b")


def later_texts() -> list[str]:
    """Give all that became public only after the day: titles of events and notes."""
    found = [event.title for event in record.dossier().events if event.public.earliest > DAY]
    notes = (note for event in record.dossier().events for note in event.later)
    return [*found, *(note.text for note in notes if note.known.earliest > DAY)]


def said(page: Page) -> str:
    """Read all that the page says of events: list, chosen event, panels, and what the figure says in words."""
    parts = page.locator(".detail, .panels .measures, .panels .links, .event-list, .event-table").all_inner_texts()
    words = page.locator(".target").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    return "\n".join([*parts, *words])


def test_nothing_made_known_later_stands_anywhere_on_the_page(page: Page) -> None:
    texts = later_texts()
    assert len(texts) > 120
    for address in ("/?as_of=2014-08-01&event=E17", "/?as_of=2014-08-01&view=list&event=E6", "/?as_of=2014-08-01&view=table"):
        app.open_app(page, address)
        page_says = said(page)
        assert [text for text in texts if text in page_says] == []
        assert YEARS_AFTER.findall(page_says) == []
        app.expect_sentence(page, "Showing 6 of 132 events: July 2014 to December 2017, as public on 1 August 2014.")


def test_what_was_not_yet_public_can_be_shown_in_outline(page: Page) -> None:
    app.open_app(page, "/?as_of=2017-08-01")
    app.expect_figure_of(page, 68)
    expect(app.mark(page, 30)).to_have_count(0)
    app.choose(page, "ghosts")
    app.expect_address(page, "/?as_of=2017-08-01&not_public=shown")
    expect(page.locator(".sentence")).to_contain_text("not yet public")
    expect(app.mark(page, 30)).to_be_visible()
    app.choose(page, "list")
    expect(page.locator(".hidden-until").first).to_contain_text("Not public until")


def test_an_ordinary_view_shows_what_became_known_later_with_its_day(page: Page) -> None:
    app.open_app(page, "/?event=E17")
    expect(app.detail(page, 17)).to_contain_text("Known later, from 8 December 2017.")
    expect(page.locator(".choice[data-choice=ghosts]")).to_have_count(0)


def test_play_goes_through_the_window_and_any_input_pauses_it(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    before = page.evaluate("history.length")
    button = page.locator(".play")
    expect(button).to_have_text("Play")
    button.click()
    expect(button).to_have_text("Pause")
    app.expect_sentence(page, PLAYING)
    page.keyboard.press("Shift")
    expect(button).to_have_text("Play")
    expect(page).to_have_url(re.compile(r"as_of=201[4-6]-\d\d-\d\d"))
    app.settled(page)
    paused_at = page.locator(".sentence").inner_text()
    app.choose(page, "economic")
    expect(page.locator(".sentence")).to_contain_text("economic")
    day = paused_at.rpartition(", as public on ")[2]
    expect(page.locator(".sentence")).to_contain_text(day)
    assert page.evaluate("history.length") <= before + 2


def test_play_stands_still_under_reduced_motion(new_page: NewPage) -> None:
    page = new_page(reduced_motion="reduce")
    app.open_app(page)
    app.drawn(page)
    button = page.locator(".play")
    expect(button).to_have_text("Next step")
    button.click()
    app.expect_sentence(page, re.compile("as public on 31 July 2014"))
    button.click()
    app.expect_sentence(page, re.compile("as public on 31 August 2014"))
    app.settled(page)
    expect(button).to_have_text("Next step")
    app.expect_sentence(page, re.compile("as public on 31 August 2014"))

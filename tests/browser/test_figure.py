"""The figure: its marks, labels and clusters under the mouse."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import app
from tests.browser.conftest import NewPage
from tests.browser.watch import Watch

WITHIN = 3  # pixels that a drawn label may reach over its target
LABELS = ".plot .labels text"
COUNT = re.compile(r"\+\d+")
LABELLED = 17  # the number of an event with its label on the right of its mark

Box = dict[str, float]


def box_of(found: Locator) -> Box:
    """Measure something on the page."""
    box = found.bounding_box()
    assert box
    return {"left": box["x"], "top": box["y"], "right": box["x"] + box["width"], "bottom": box["y"] + box["height"]}


def boxes_of(found: Locator) -> list[tuple[str, Box]]:
    """Measure many things on the page at once, each with its words."""
    measured: list[tuple[str, Box]] = [
        (words, box)
        for words, box in found.evaluate_all(
            "all => all.map(one => [one.getAttribute('aria-label') || one.textContent, one.getBoundingClientRect().toJSON()])"
        )
    ]
    return measured


def holds(outer: Box, inner: Box) -> bool:
    """Tell whether a box lies in another, but for a few pixels."""
    return (
        outer["left"] - WITHIN <= inner["left"]
        and inner["right"] <= outer["right"] + WITHIN
        and outer["top"] - WITHIN <= inner["top"]
        and inner["bottom"] <= outer["bottom"] + WITHIN
    )


@pytest.mark.parametrize("width", [1440, 1024])
def test_every_drawn_label_lies_in_the_target_of_its_event(new_page: NewPage, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    app.open_app(page)
    app.drawn(page)
    app.settled(page)
    targets = boxes_of(page.locator(".target"))
    labels = [(words, box) for words, box in boxes_of(page.locator(LABELS)) if not COUNT.fullmatch(words)]
    astray = [words for words, box in labels if not any(words in said and holds(target, box) for said, target in targets)]
    assert astray == []
    assert len(labels) > 30


def test_a_click_on_a_mark_opens_its_event(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    app.settled(page)
    target = app.mark(page, LABELLED)
    target.click(position={"x": 6, "y": 10})
    expect(app.detail(page, LABELLED)).to_be_visible()
    app.expect_address(page, "/?event=E17")
    app.drawn(page)
    expect(target).to_have_attribute("aria-selected", "true")
    expect(page.locator(".target[aria-selected=true]")).to_have_count(1)


def test_a_click_on_a_label_opens_its_event(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    app.settled(page)
    label = box_of(page.locator(LABELS, has_text="U.S. declares a violation"))
    page.mouse.click(label["right"] - 4, (label["top"] + label["bottom"]) / 2)
    expect(app.detail(page, LABELLED)).to_be_visible()


def test_a_second_click_keeps_the_event_open(page: Page) -> None:
    app.open_app(page)
    app.open_mark(page, LABELLED)
    app.settled(page)
    app.mark(page, LABELLED).click()
    app.choose(page, "findings")
    app.expect_address(page, "/?tracks=findings&event=E17")
    expect(app.detail(page, LABELLED)).to_be_visible()


def test_pointing_at_a_mark_says_it_in_words(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    tip = page.locator(".tip")
    expect(tip).to_be_hidden()
    app.mark(page, LABELLED).hover()
    expect(tip).to_contain_text(
        "29 July 2014. The United States announces its finding that Russia violated the treaty. Disputed: asserted"
    )
    page.get_by_role("heading", level=1).hover()
    expect(tip).to_be_hidden()


def test_a_click_on_a_cluster_opens_its_window(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    app.settled(page)
    cluster = page.locator('.target[aria-label*=" more event"]').first
    _, start, end = (cluster.get_attribute("data-key") or "").split()
    cluster.click()
    expect(page).to_have_url(re.compile(rf"from={start}"))
    assert app.query(page.url) == {"from": [start], "to": [end]}
    expect(page.locator(".detail")).to_have_count(0)
    expect(page.locator(".sentence")).not_to_have_text(app.START)
    app.expect_not_chosen(page, "own")


def test_the_figure_holds_what_is_counted_beside_the_lanes(page: Page) -> None:
    app.open_app(page)
    app.expect_figure_of(page, 105)
    assert app.shown_on_lanes(page) == app.lane_counts(page)


def test_a_click_on_a_low_mark_opens_it_though_the_page_was_scrolled(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 1280, "height": 620})
    app.open_app(page)
    app.drawn(page)
    app.settled(page)
    low = app.mark(page, 53)
    low.scroll_into_view_if_needed()
    place = box_of(low)
    page.mouse.click(place["left"] + 8, (place["top"] + place["bottom"]) / 2)
    expect(app.detail(page, 53)).to_be_visible()


@pytest.mark.parametrize("width", [320, 5000])
def test_the_chart_is_drawn_however_narrow_or_wide_the_screen_is(new_page: NewPage, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    app.open_app(page, "/?view=chart")
    app.drawn(page)


def test_a_chart_that_can_not_be_loaded_says_where_its_events_are(page: Page, watch: Watch) -> None:
    page.route("**/assets/plotly-*", lambda route: route.abort())
    page.goto("/")
    expect(page.locator(".plot")).to_have_text("The chart did not load. The list and the table have the same events.")
    app.choose(page, "list")
    expect(page.locator(".event-list .entry")).to_have_count(105)
    assert all("ERR_FAILED" in problem for problem in watch.problems)
    watch.problems.clear()

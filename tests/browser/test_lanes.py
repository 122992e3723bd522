"""The toggles of the lanes."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from dashboard.model.events import Event
from tests import plain_count, record
from tests.browser import app

WORDS = {
    "findings": "findings and positions",
    "diplomatic": "diplomatic",
    "military": "military",
    "economic": "economic",
}
TRACKS = ("diplomatic", "military", "economic")
OWN_WINDOW = (date(2014, 7, 1), date(2017, 12, 31))


def events_on(lane: str) -> list[Event]:
    """List the events of the own window on a lane, told by plain loops over the files."""
    choice = {"tracks": {lane}, "window": OWN_WINDOW}
    ids = {event["id"] for event in plain_count.raw("events") if all(plain_count.meets(event, name, choice) for name in choice)}
    return [record.dossier().event[str(name)] for name in record.tables().events.index if name in ids]


def latest_in_panel(page: Page, track: str) -> list[str]:
    """Name the latest events of a panel by their numbers."""
    links = page.locator(f".panel.lane-{track} .links a")
    numbers: list[str] = links.evaluate_all("all => all.map(link => new URL(link.href).searchParams.get('event').slice(1))")
    return numbers


def test_each_lane_alone_changes_everything_together(page: Page) -> None:
    app.open_app(page)
    for lane, words in WORDS.items():
        expected = events_on(lane)
        app.choose(page, lane)
        app.expect_sentence(page, f"Showing {len(expected)} of 132 events: {words}, July 2014 to December 2017.")
        expect(page).to_have_url(re.compile(rf"/\?tracks={lane}(&view=chart)?$"))
        app.settled(page)
        app.expect_figure_of(page, len(expected))
        assert app.shown_on_lanes(page) == {lane: len(expected)}
        expect(app.choice(page, lane).locator(".count")).to_have_text(str(len(expected)))
        for track in TRACKS:
            assert latest_in_panel(page, track) == [str(event.number) for event in expected if track in event.tracks][:-6:-1]
        for form in ("list", "table"):
            app.show_as(page, form)
            assert app.listed(page) == [event.id for event in expected]
        app.show_as(page, "chart")
        app.expect_address(page, f"/?tracks={lane}&view=chart")
        app.choose(page, lane)
        app.expect_sentence(page, app.START)


def test_a_lane_leaves_the_counts_of_the_others_as_they_are(page: Page) -> None:
    app.open_app(page)
    counts = page.get_by_role("group", name="Lanes").locator(".count")
    before = counts.all_inner_texts()
    app.choose(page, "military")
    app.expect_address(page, "/?tracks=military")
    app.settled(page)
    expect(counts).to_have_text(before)


def test_two_lanes_show_the_events_of_either(page: Page) -> None:
    app.open_app(page)
    app.choose(page, "diplomatic", "economic")
    both = {event.id for lane in ("diplomatic", "economic") for event in events_on(lane)}
    app.expect_sentence(page, f"Showing {len(both)} of 132 events: diplomatic and economic, July 2014 to December 2017.")
    app.settled(page)
    app.expect_figure_of(page, len(both))
    assert set(app.shown_on_lanes(page)) == {"diplomatic", "economic"}


def test_a_toggle_keeps_the_focus_when_it_is_pressed_by_key(page: Page) -> None:
    app.open_app(page)
    toggle = app.choice(page, "diplomatic")
    app.choice(page, "findings").focus()
    page.keyboard.press("Tab")
    expect(toggle).to_be_focused()
    page.keyboard.press("Space")
    app.expect_address(page, "/?tracks=diplomatic")
    app.settled(page)
    expect(toggle).to_be_focused()
    app.expect_chosen(page, "diplomatic")
    page.keyboard.press("Enter")
    app.expect_sentence(page, app.START)
    app.settled(page)
    expect(toggle).to_be_focused()
    app.expect_not_chosen(page, "diplomatic")


def test_pressing_twice_quickly_is_no_choice(page: Page) -> None:
    app.open_app(page)
    app.choose(page, "military", "military", "economic")
    app.expect_address(page, "/?tracks=economic")
    app.settled(page)
    app.expect_chosen(page, "economic")
    app.expect_not_chosen(page, "military")
    app.expect_sentence(page, "Showing 18 of 132 events: economic, July 2014 to December 2017.")


def test_three_quick_choices_are_all_kept(page: Page) -> None:
    app.open_app(page)
    page.get_by_role("group", name="Lanes").evaluate(
        "group => ['economic', 'diplomatic', 'military'].forEach(lane => group.querySelector(`[data-choice=${lane}]`).click())"
    )
    app.expect_address(page, "/?tracks=diplomatic&tracks=military&tracks=economic")
    app.settled(page)
    app.expect_chosen(page, "diplomatic", "military", "economic")
    app.expect_not_chosen(page, "findings")


def test_three_choices_one_after_the_other_are_all_kept(page: Page) -> None:
    app.open_app(page)
    app.choose(page, "findings", "economic", "military")
    app.expect_address(page, "/?tracks=findings&tracks=military&tracks=economic")
    app.settled(page)
    app.expect_chosen(page, "findings", "military", "economic")
    app.expect_not_chosen(page, "diplomatic")

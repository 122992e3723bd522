"""What stays as it is while something else changes."""

from playwright.sync_api import Page, Route, expect

from tests.browser import app
from tests.browser.conftest import NewPage

LIVE = "[aria-live], [role=status], [role=alert]"


def test_a_filter_changes_the_plot_and_does_not_rebuild_it(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    page.evaluate("document.querySelector('.plot .main-svg').dataset.same = 'yes'")
    app.choose(page, "economic")
    app.expect_figure_of(page, 18)
    expect(page.locator(".plot .main-svg").first).to_have_attribute("data-same", "yes")


def test_the_one_live_region_says_the_sentence_after_a_filter_and_only_then(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    page.evaluate(
        """() => {
          window.said = [];
          const region = document.querySelector('.reader[role=status]');
          const heard = new MutationObserver(() => window.said.push(region.textContent.trim()));
          heard.observe(region, {childList: true, subtree: true});
        }"""
    )
    app.open_mark(page, 17)
    app.settled(page)
    assert page.evaluate("window.said") == []
    app.choose(page, "economic")
    app.expect_sentence(page, "Showing 18 of 132 events: economic, July 2014 to December 2017.")
    app.settled(page)
    assert page.evaluate("window.said") == ["Showing 18 of 132 events: economic, July 2014 to December 2017."]
    assert page.locator(".stMain").locator(LIVE).count() == 1


def test_large_type_is_kept_in_the_address_and_makes_every_text_larger(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    small = page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('.sentence')).fontSize)")
    app.choose(page, "large")
    app.expect_address(page, "/?type=large")
    app.settled(page)
    app.drawn(page)
    assert page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('.sentence')).fontSize)") > small
    page.reload()
    app.drawn(page)
    app.expect_chosen(page, "large")


def test_a_question_mark_in_the_figure_shows_the_keys(page: Page) -> None:
    app.open_app(page)
    app.drawn(page)
    keys = page.get_by_role("dialog", name="Legend and keys")
    expect(keys).to_be_hidden()
    page.get_by_role("listbox").focus()
    page.keyboard.press("?")
    expect(keys).to_be_visible()
    expect(keys).to_contain_text("previous and next event in time")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    expect(page.get_by_role("listbox")).to_be_focused()


def test_a_narrow_screen_shows_the_list_before_any_script_of_ours_answers(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    held: list[Route] = []

    def hold(route: Route) -> None:  # the script of the chart never comes
        held.append(route)

    page.route("**/assets/plotly-*", hold)
    page.goto("/", wait_until="commit")  # a page that waits for a script has not come as a whole
    expect(page.locator(".event-list")).to_be_visible()
    expect(page.locator(".timeline")).to_be_hidden()


def test_the_first_figure_is_drawn_once_for_the_room_that_there_is(page: Page) -> None:
    page.add_init_script(
        """window.drawings = [];
        const wait = setInterval(() => {
          const targets = document.querySelector(".timeline .targets");
          if (!targets) return;
          clearInterval(wait);
          const drawn = new MutationObserver(() => window.drawings.push(targets.childElementCount));
          drawn.observe(targets, { childList: true });
        }, 5);"""
    )
    app.open_app(page)
    app.drawn(page)
    app.settled(page)
    assert len(page.evaluate("window.drawings")) == 1
    room = page.evaluate("document.querySelector('.timeline').clientWidth")
    assert 0 <= room - page.evaluate("document.querySelector('.plot .main-svg').clientWidth") < 12

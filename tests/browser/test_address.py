"""The address of a page: it restores everything, and what is bad in it is dropped and said."""

import re
from datetime import date
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser import app
from tests.browser.conftest import NewPage

EVERYTHING = (
    "tracks=diplomatic&tracks=economic&party=us&standing=documented&standing=disputed&importance=key&importance=major"
    "&layer=core&q=treaty&from=2016-01-01&to=2017-12-20&as_of=2017-12-31&event=E94&view=list"
)
HOSTILE = "<img src=x onerror=alert(1)>"
LONG = "x" * 5000


def see_everything(page: Page, sentence: str) -> None:
    """See that every control stands as the address says."""
    app.expect_sentence(page, sentence)
    app.expect_chosen(page, "diplomatic", "economic")
    app.expect_not_chosen(page, "findings", "military")
    expect(app.search_field(page)).to_have_value("treaty")
    app.expect_date(page, "From", date(2016, 1, 1))
    app.expect_date(page, "To", date(2017, 12, 20))
    app.expect_date(page, "As public on", date(2017, 12, 31))
    filters = app.open_filters(page)
    app.expect_chosen(filters, "us", "documented", "disputed", "key", "major", "core")
    app.expect_not_chosen(filters, "russia", "asserted", "detail", "context")
    page.keyboard.press("Escape")
    expect(filters).to_be_hidden()


def test_an_address_restores_every_control_and_keeps_it(page: Page) -> None:
    app.open_app(page, f"/?{EVERYTHING}")
    sentence = page.locator(".sentence").inner_text()
    assert "diplomatic and economic, 1 January 2016 to 20 December 2017" in sentence
    see_everything(page, sentence)
    expect(app.detail(page, 94)).to_be_visible()
    app.expect_chosen(page, "list")
    app.expect_address(page, f"/?{EVERYTHING}")

    page.reload()
    see_everything(page, sentence)
    app.expect_address(page, f"/?{EVERYTHING}")

    app.go_to(page, "Sources")
    expect(page.locator(".source-list")).to_be_visible()
    app.expect_address(page, f"/sources?{EVERYTHING}")
    see_everything(page, sentence)

    chosen = sentence.partition(": ")[2]
    for title, path in (("Responses", "responses"), ("Positions", "positions")):
        app.go_to(page, title)
        app.expect_address(page, f"/{path}?{EVERYTHING}")
        expect(app.detail(page, 94)).to_be_visible()
        there = page.locator(".sentence").inner_text()
        assert there.partition(": ")[2] == chosen.replace("acts of", "by")
        see_everything(page, there)

    app.go_to(page, "Timeline")
    expect(app.detail(page, 94)).to_be_visible()
    app.expect_address(page, f"/?{EVERYTHING}")
    see_everything(page, sentence)
    app.expect_chosen(page, "list")


def test_a_copied_link_opens_the_same_for_another_reader(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    app.open_app(page)
    app.choose(page, "military", "2017")
    app.expect_address(page, "/?tracks=military&from=2017-01-01")
    app.settled(page)
    button = page.locator(".st-key-copy-link button")
    expect(button).to_have_text("Copy link")
    button.click()
    expect(button).to_have_text("Copied")
    link = page.evaluate("navigator.clipboard.readText()")
    other = new_page()
    app.open_app(other, link)
    app.expect_chosen(other, "military", "2017")
    app.expect_sentence(other, page.locator(".sentence").inner_text())


def test_a_copied_citation_names_the_event_and_its_address(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    app.open_app(page, "/?tracks=findings&event=E17")
    page.get_by_role("button", name="Copy citation", exact=True).click()
    expect(app.detail(page, 17).get_by_role("button", name="Copied")).to_be_visible()
    citation = page.evaluate("navigator.clipboard.readText()")
    assert ",” in The INF Treaty compliance dispute, edition " in citation
    assert re.search(r", E17 \(29 July 2014; disputed: .+\), accessed \d+ \w+ \d{4}, http", citation)
    assert citation.endswith("/?tracks=findings&event=E17.")


def test_a_copied_source_is_cited_with_its_place_and_its_own_address_and_the_button_is_itself_again(new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    app.open_app(page, "/?tracks=findings&event=E17")
    source = app.detail(page, 17).locator(".sources li").filter(has=page.locator("a")).first
    button = source.get_by_role("button", name=re.compile("^Copy citation of ."))
    told, address = button.inner_text(), source.locator("a").get_attribute("href")
    button.click()
    expect(source.get_by_role("button", name="Copied")).to_be_visible()
    citation = page.evaluate("navigator.clipboard.readText()")
    assert citation.endswith(f", {address}.")
    assert "event=E17" not in citation
    expect(button).to_have_text(told)
    expect(button.locator(".unseen")).to_have_count(1)


def test_bad_values_are_dropped_and_said_and_the_rest_is_kept(page: Page) -> None:
    app.open_app(page, f"/?tracks=economic&tracks=naval&party={quote(HOSTILE)}&from=2017-13-01&event=E999&view=globe")
    expect(app.notices(page)).to_have_text(
        [
            "The address has “tracks=naval”, which is not in this record; it was left out.",
            f"The address has “party={HOSTILE}”, which is not in this record; it was left out.",
            "The address has “from=2017-13-01”, which is not a day like 2017-12-08; it was left out.",
            "And 2 more things in the address were left out.",
        ]
    )
    app.expect_sentence(page, "Showing 18 of 132 events: economic, July 2014 to December 2017.")
    app.expect_address(page, "/?tracks=economic")
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_hostile_text_is_shown_as_text(page: Page) -> None:
    app.open_app(page, f"/?q={quote(HOSTILE)}")
    app.expect_sentence(page, f"Showing 0 of 132 events: July 2014 to December 2017, mentioning {HOSTILE}.")
    expect(app.search_field(page)).to_have_value(HOSTILE)
    expect(page.locator("img[src=x]")).to_have_count(0)


def test_what_one_page_alone_has_a_use_for_is_left_behind_on_the_way_to_another(page: Page) -> None:
    app.open_app(page, "/responses?panel=economic&measure=section-1290&tracks=economic")
    app.go_to(page, "Positions")
    app.expect_address(page, "/positions?tracks=economic")
    page.get_by_role("link", name="Are the economic measures a fitting answer?").click()
    app.expect_address(page, "/positions?tracks=economic&question=economic-measures")
    app.settled(page)
    app.go_to(page, "Timeline")
    app.expect_address(page, "/?tracks=economic")
    expect(app.notices(page)).to_have_count(0)


@pytest.mark.parametrize("address", ["/responses?panel={0}&measure={0}&q={0}", "/positions?question={0}&event={0}&q={0}"])
def test_hostile_text_is_shown_as_text_on_every_page(page: Page, address: str) -> None:
    app.open_app(page, address.format(quote(HOSTILE)))
    expect(app.notices(page)).to_have_count(2)
    expect(page.locator(".sentence")).to_contain_text(f"mentioning {HOSTILE}.")
    expect(page.locator("img[src=x]")).to_have_count(0)
    page.locator(".empty").get_by_role("button", name="Without the search").click()
    expect(page.locator(".empty")).to_have_count(0)
    app.expect_address(page, address.partition("?")[0])


def test_a_search_of_thousands_of_characters_is_cut_and_said(page: Page) -> None:
    app.open_app(page, f"/?q={LONG}")
    expect(app.notices(page)).to_have_text("The search in the address has 5000 characters; only the first 200 were used.")
    expect(app.search_field(page)).to_have_value(LONG[:200])
    assert len(page.locator(".sentence").inner_text()) < 300

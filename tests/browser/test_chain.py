"""The chain of response links from an event, in its detail."""

import re
from datetime import date

from playwright.sync_api import Locator, Page, expect

from tests import record
from tests.browser import app

REVIEW = 90  # an event with a long chain
ALONE = 1  # one that stands in no response link
DAY = date(2017, 1, 1)


def chain_of(number: int, day: date = date.max) -> set[int]:
    """Follow the record's own links from an event both ways, and give the numbers of all that are reached by a day."""
    events = [event for event in record.dossier().events if event.public.earliest <= day]
    numbers = {event.id: event.number for event in events}
    back = {
        event.number: {numbers[response.event] for response in event.responds_to if response.event in numbers} for event in events
    }
    on = {one: {other for other, answered in back.items() if one in answered} for one in back}
    found = set()
    for ways in (back, on):
        reached, waiting = {number}, [number]
        while waiting:
            new = ways[waiting.pop()] - reached
            reached |= new
            waiting += new
        found |= reached
    return found


def chain(page: Page, number: int) -> Locator:
    """Find the chain in the detail of an event."""
    return app.detail(page, number).locator("details.chain")


def numbers(chain: Locator) -> list[int]:
    """Read the numbers of the events that stand in a chain, in order."""
    texts = chain.locator("li > .note:first-of-type").all_text_contents()
    return [int(found[1]) for text in texts if (found := re.match(r"E(\d+), ", text.strip()))]


def test_the_chain_opens_holds_every_link_and_leads_to_another_event(page: Page) -> None:
    wanted = chain_of(REVIEW)
    app.open_app(page, f"/?event=E{REVIEW}&view=list")
    found = chain(page, REVIEW)
    app.expect_closed(found)
    expect(found.locator("li").first).to_be_hidden()
    found.get_by_text(f"Follow the chain: {len(wanted)} events").click()
    app.expect_open(found)
    expect(found.locator("li").first).to_be_visible()
    in_order = sorted(
        (event for event in record.dossier().events if event.number in wanted),
        key=lambda event: (event.date.earliest, event.number),
    )
    assert numbers(found) == [event.number for event in in_order]
    expect(found.locator("[aria-current]")).to_contain_text(f"E{REVIEW}, ")
    text = app.read(found)
    for event in in_order:
        for response in event.responds_to:
            answered = record.dossier().event[response.event]
            if answered.number in wanted:
                assert re.search(rf"answers E{answered.number}(, [^;]*)?; {response.grounds}", text)

    other = next(event for event in in_order if event.number != REVIEW)
    found.get_by_role("link", name=other.label).click()
    expect(app.detail(page, other.number)).to_be_visible()
    expect(app.detail(page, REVIEW)).to_have_count(0)
    app.expect_address(page, f"/?event=E{other.number}&view=list")
    expect(chain(page, other.number)).to_contain_text(f"Follow the chain: {len(chain_of(other.number))} events")


def test_the_chain_holds_nothing_that_was_not_public_on_the_day(page: Page) -> None:
    number = 17
    assert len(chain_of(number, DAY)) < len(chain_of(number))
    app.open_app(page, f"/?event=E{number}&view=list&as_of={DAY}")
    found = chain(page, number)
    assert set(numbers(found)) == chain_of(number, DAY)


def test_an_event_without_response_links_has_no_chain(page: Page) -> None:
    assert chain_of(ALONE) == {ALONE}
    app.open_app(page, f"/?event=E{ALONE}&view=list")
    expect(app.detail(page, ALONE)).to_be_visible()
    expect(chain(page, ALONE)).to_have_count(0)


def test_the_chain_leads_on_beside_the_responses_too(page: Page) -> None:
    app.open_app(page, f"/responses?event=E{REVIEW}")
    chain(page, REVIEW).locator("summary").click()
    chain(page, REVIEW).get_by_role("link").first.click()
    expect(app.detail(page, REVIEW)).to_have_count(0)
    expect(page.locator(".detail")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/responses\?event=E\d+$"))

"""The app as its reader sees it: what to do, and what to look at."""

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests import record

START = "Showing 105 of 132 events: July 2014 to December 2017."
TOLD = """() => {
  const page = document.querySelector(".stMain").cloneNode(true);
  page.querySelectorAll(".choices, .of-the-edition, style").forEach((one) => one.remove());
  const heard = [...page.querySelectorAll("[title], [aria-label]")];
  const words = heard.flatMap((one) => [one.title, one.getAttribute("aria-label")]);
  return [page.textContent, ...words].join(" ");
}"""
EVENTS_OF_A_CLUSTER = re.compile(r"^(\d+) more events? in ")


def open_app(page: Page, address: str = "/") -> None:
    """Open an address of the app, and wait until all of it is there."""
    page.goto(address)
    expect(page.locator(".sentence")).to_be_visible()
    settled(page)
    expect(page.locator(".skip")).to_have_css("position", "absolute")  # the styles have come
    room = page.locator("[class*=st-key-as-chart]").filter(visible=True)
    expect(room.filter(has_not=page.locator(".timeline[data-drawn]"))).to_have_count(0)


def settled(page: Page) -> None:
    """Wait until the app has nothing left to do."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def choice(place: Page | Locator, word: str) -> Locator:
    """Find a toggle, on a page or in a part of it, by what it chooses."""
    return place.locator(f'.choice[data-choice="{word}"]')


def choose(page: Page, *words: str) -> None:
    """Press toggles, one after the other, without waiting for an answer."""
    for word in words:
        choice(page, word).click()


def expect_chosen(place: Page | Locator, *words: str) -> None:
    """See that toggles stand pressed."""
    for word in words:
        expect(choice(place, word)).to_have_attribute("aria-pressed", "true")


def expect_not_chosen(place: Page | Locator, *words: str) -> None:
    """See that toggles do not stand pressed."""
    for word in words:
        expect(choice(place, word)).to_have_attribute("aria-pressed", "false")


def show_as(page: Page, form: str) -> None:
    """Show the events as a chart, a list or a table, and wait until they stand so."""
    choose(page, form)
    expect(page).to_have_url(re.compile(rf"[?&]view={form}(&|$)"))
    settled(page)
    if form == "chart":
        drawn(page)
    else:
        expect(page.locator(f".event-{form}")).to_have_count(1)


def search_for(page: Page, text: str) -> None:
    """Write into the search field and press Enter."""
    field = search_field(page)
    field.fill(text)
    field.press("Enter")


def search_field(page: Page) -> Locator:
    """Find the search field."""
    return page.get_by_role("textbox", name="Search")


def open_filters(page: Page) -> Locator:
    """Open the further filters."""
    page.get_by_role("button", name="More filters").click()
    filters = page.get_by_role("dialog", name="More filters")
    expect(filters).to_be_visible()
    return filters


def type_date(page: Page, label: str, day: date) -> None:
    """Type a day into a date field, part by part, and close its calendar."""
    group = page.get_by_role("group", name=label, exact=True)
    group.get_by_role("spinbutton", name=f"year, {label}").click()
    page.keyboard.type(f"{day:%Y%m%d}")
    page.keyboard.press("Escape")


def expect_date(page: Page, label: str, day: date) -> None:
    """See that a date field holds a day."""
    group = page.get_by_role("group", name=label, exact=True)
    for part, number in (("year", f"{day:%Y}"), ("month", f"{day:%m}"), ("day", f"{day:%d}")):
        expect(group.get_by_role("spinbutton", name=f"{part}, {label}")).to_have_text(number)


def toggle(page: Page, group: str, word: str) -> Locator:
    """Find a toggle of one group by what it chooses."""
    return choice(page.get_by_role("group", name=group), word)


def go_to(page: Page, title: str) -> None:
    """Change to another page of the site."""
    page.get_by_role("navigation", name="App pages").get_by_role("link", name=title).click()
    expect(page.locator(".sentence")).to_be_visible()
    settled(page)


def expect_sentence(page: Page, sentence: str | re.Pattern[str]) -> None:
    """See what the app says that it shows."""
    expect(page.locator(".sentence")).to_have_text(sentence)


def expect_address(page: Page, address: str) -> None:
    """See the address of the page, from its path on."""
    expect(page).to_have_url(address)


def notices(page: Page) -> Locator:
    """Find what the app says to the reader once."""
    return page.locator("p.notice")


def query(url: str) -> dict[str, list[str]]:
    """Read the parameters of an address."""
    return parse_qs(urlsplit(url).query)


def event_id(number: int) -> str:
    """Find the id of an event by its number."""
    return next(event.id for event in record.dossier().events if event.number == number)


def detail(page: Page, number: int) -> Locator:
    """Find the event of a number where it is open in full."""
    return page.locator(f'.detail[data-event="{event_id(number)}"]')


def mark(page: Page, number: int) -> Locator:
    """Find what can be pointed at for an event in the figure; its first where it stands on several lanes."""
    return page.locator(f'.target[data-key$=" {event_id(number)}"]').first


def open_mark(page: Page, number: int) -> None:
    """Click on an event in the figure, and wait until it is open, in the address too."""
    drawn(page)
    mark(page, number).click()
    expect(detail(page, number)).to_be_visible()
    expect(page).to_have_url(re.compile(rf"[?&]event=E{number}(&|$)"))


def drawn(page: Page) -> Locator:
    """Wait until the figure is drawn, and give it."""
    figure = page.locator(".timeline[data-drawn]")
    expect(figure).to_be_visible()
    return figure


def expect_figure_of(page: Page, count: int) -> None:
    """See that the figure is drawn and says how many events it holds."""
    drawn(page)
    expect(page.get_by_role("listbox", name=re.compile(rf"^Timeline of {count} events? "))).to_be_visible()


def shown_on_lanes(page: Page) -> dict[str, int]:
    """Count the events on each lane of the figure, those that a cluster counts among them."""
    found: dict[str, int] = {}
    targets = page.locator(".target").evaluate_all("all => all.map(one => [one.dataset.key, one.getAttribute('aria-label')])")
    for key, words in targets:
        cluster = EVENTS_OF_A_CLUSTER.match(words)
        lane = key.split()[0]
        found[lane] = found.get(lane, 0) + (int(cluster[1]) if cluster else 1)
    return found


def listed(page: Page) -> list[str]:
    """Name the events of the list or the table, by their ids."""
    entries = page.locator(".event-list .entry, .event-table tbody tr")
    ids: list[str] = entries.evaluate_all("all => all.map(entry => entry.id.replace('entry-', ''))")
    return ids


def lane_counts(page: Page) -> dict[str, int]:
    """Read the counts beside the lanes."""
    counts = page.get_by_role("group", name="Lanes").locator(".choice")
    found: dict[str, int] = dict(
        counts.evaluate_all("all => all.map(lane => [lane.dataset.choice, Number(lane.querySelector('.count').textContent)])")
    )
    return found


def plain(text: str) -> str:
    """Give a text with single spaces, as it stands on a page whatever its lines."""
    return " ".join(text.split())


def read(place: Locator) -> str:
    """Read what is to be seen of a place of the page."""
    return plain(place.inner_text())


def unfold(page: Page) -> None:
    """Open all that can be unfolded on the page."""
    page.locator(".stMain details").evaluate_all("all => all.forEach(fold => { fold.open = true; })")


def told(page: Page) -> str:
    """Give all that the page tells, open or folded, seen or heard, but for its toggles and what is called the editors' own."""
    return plain(page.evaluate(TOLD))


def measure(page: Page, name: str) -> Locator:
    """Find the card of a measure by its id."""
    return page.locator(f'details[data-card="{name}"]')


def expect_open(card: Locator) -> None:
    """See that a card or another fold is open."""
    expect(card).to_have_attribute("open", "")


def expect_closed(card: Locator) -> None:
    """See that a card or another fold is there and closed."""
    expect(card).to_be_attached()
    expect(card).not_to_have_attribute("open", "")


def expect_at(card: Locator) -> None:
    """See that a card was brought to the reader: open, in view, and the keyboard goes on from its first line."""
    expect_open(card)
    expect(card.locator("> summary")).to_be_in_viewport(ratio=1)
    expect(card.locator("> summary")).to_be_focused()


def entry(page: Page, name: str) -> Locator:
    """Find what was said to a contested question by the id of the entry."""
    return page.locator(f'article[data-entry="{name}"]')


def counted_in_sentence(page: Page) -> int:
    """Read how many the sentence says that are shown."""
    found = re.match(r"Showing ([\d,]+) of ", read(page.locator(".sentence")))
    assert found
    return int(found[1].replace(",", ""))


def overflow(page: Page) -> int:
    """Measure by how many pixels the page is wider than its window."""
    width: int = page.evaluate(
        "Math.max(...[document.documentElement, document.querySelector('.stMain')].map(one => one.scrollWidth - one.clientWidth))"
    )
    return width

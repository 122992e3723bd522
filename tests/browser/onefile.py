"""The one file as its reader opens it from a disk, with no network: what to do, and what to look at."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.chromium import PATIENCE
from tests.browser.conftest import WIDE
from tests.browser.watch import Watch
from tests.exports import one_files

_FOLDER = TemporaryDirectory()
PHONE = {"width": 390, "height": 844}
GO = """wanted => new Promise(done => {
  if (location.hash === wanted) return done();
  addEventListener("hashchange", () => requestAnimationFrame(done), { once: true });
  location.hash = wanted;
})"""
COUNTS = """groups => {
  const all = group => [...document.querySelectorAll(`#${group} .choice`)];
  const counts = group => all(group).map(one => [one.dataset.choice, one.querySelector(".count")]);
  const read = count => Number(count.textContent.replaceAll(",", ""));
  const table = group => Object.fromEntries(counts(group).map(([id, count]) => [id, read(count)]));
  return Object.fromEntries(groups.map(group => [group, table(group)]));
}"""
PAPERS = """() => {
  const page = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
  return [page, document.querySelector(".plot").layout?.paper_bgcolor];
}"""
DRAWN = "() => [...document.querySelectorAll('.target')].map(one => one.target)"

SETTLED = """() => {
  const { data } = document.querySelector(".timeline").state ?? {};
  const laid = [...document.querySelectorAll(".target")].map(one => one.target);
  return data && JSON.stringify(laid) === JSON.stringify(data.targets);
}"""


@cache
def written(write: Callable[[], bytes]) -> str:
    """Lay a file on the disk, and give its address."""
    path = Path(_FOLDER.name) / f"{write.__name__}.html"
    path.write_bytes(write())
    return path.as_uri()


@contextmanager
def opened(
    browser: Browser, at: str | Mapping[str, object] = "", write: Callable[[], bytes] = one_files.whole, **options: Any
) -> Iterator[Page]:
    """Open a file with the network off; fail where it asked anything of it, or complained."""
    watch = Watch("file:///")
    wanted: dict[str, Any] = {"viewport": WIDE, "offline": True} | options
    context = browser.new_context(**wanted)
    context.set_default_timeout(PATIENCE)
    context.on("page", watch.over)
    try:
        page = context.new_page()
        page.goto(f"{written(write)}{hash_of(at)}")
        expect(page.locator("html[data-ready]")).to_be_attached()
        yield page
    finally:
        context.close()
    assert not watch.problems, watch.problems


def hash_of(at: str | Mapping[str, object]) -> str:
    """Write what stands behind the file's address."""
    words = at if isinstance(at, str) else urlencode(at, doseq=True)
    return words and f"#{words}"


def go(page: Page, at: str | Mapping[str, object]) -> None:
    """Change the address behind the "#", as a link or a reader does, and wait until the page has heard of it."""
    page.evaluate(GO, hash_of(at))


def sentence(page: Page) -> Locator:
    """Find what the file says that it shows."""
    return page.locator(".sentence")


def listed(page: Page) -> list[str]:
    """Name the events of the list by their ids, hidden ones left out; in the list's order."""
    ids: list[str] = page.locator("#list .entry").evaluate_all(
        "all => all.filter(one => !one.hidden && !one.closest('section').hidden).map(one => one.id.replace('entry-', ''))"
    )
    return ids


def targets(page: Page) -> list[dict[str, Any]]:
    """Give what can be pointed at in the chart."""
    found: list[dict[str, Any]] = page.evaluate(DRAWN)
    return found


def settled(page: Page) -> None:
    """Wait until the chart is drawn as it was last asked for."""
    page.wait_for_function(SETTLED)


def drawn(page: Page) -> list[str]:
    """Name the events of the chart by their ids, those of its clusters among them, in alphabetical order."""
    ids = [[one["id"]] if "id" in one else one["events"] for one in targets(page)]
    return sorted({name for some in ids for name in some})


def beside(page: Page) -> dict[str, dict[str, int]]:
    """Read the count beside each toggle, by parameter."""
    groups = ("tracks", "party", "standing", "importance", "layer")
    found: dict[str, dict[str, int]] = page.evaluate(COUNTS, list(groups))
    return found


def pressed(page: Page, group: str) -> list[str]:
    """Name the toggles of a group that stand pressed."""
    found: list[str] = page.locator(f"#{group} .choice[aria-pressed=true]").evaluate_all(
        "all => all.map(one => one.dataset.choice)"
    )
    return found


def press(page: Page, group: str, *words: str) -> None:
    """Press toggles of a group one after the other."""
    for word in words:
        page.locator(f'#{group} .choice[data-choice="{word}"]').click()


def expect_pressed(page: Page, group: str, *words: str) -> None:
    """See that these toggles of a group stand pressed, and no others."""
    expect(page.locator(f"#{group} .choice[aria-pressed=true]")).to_have_count(len(words))
    found = pressed(page, group)
    assert found == list(words), found


def turn_to(page: Page, title: str) -> None:
    """Change to another page of the file."""
    page.get_by_role("navigation", name="Pages").get_by_role("link", name=title).click()


def detail(page: Page) -> Locator:
    """Find the open event."""
    return page.locator("#side .detail")


def mark(page: Page, name: str) -> Locator:
    """Find what can be pointed at for an event in the chart; its first where it stands on several lanes."""
    return page.locator(f'.target[data-key$=" {name}"]').first


def search_for(page: Page, text: str) -> None:
    """Write into the search field and press Enter."""
    field = page.get_by_role("searchbox", name="Search")
    field.fill(text)
    field.press("Enter")


def theme_of(page: Page) -> Sequence[str]:
    """Give the colours of the page and of the chart's paper."""
    found: Sequence[str] = page.evaluate(PAPERS)
    return found

"""The reader's notebook: what goes into it on each page, how it lasts, leaves and comes back."""

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser import app
from tests.browser.chromium import PATIENCE
from tests.browser.conftest import WIDE
from tests.browser.watch import Watch

HOSTILE = "<img src=x onerror=alert(1)> *bold* [a](javascript:alert(1)) `code` # no heading\n\n---\n1. no list\n</script>"
QUICK = "/positions?question=range-of-9m729"  # a page that is there soon
PLACES = [
    ("/?event=E17", ".detail", "E17"),
    ("/responses?measure=section-1290", '[data-card="section-1290"]', "A law bars"),
    ("/positions?question=range-of-9m729", ".turn", ""),
    ("/sources", ".source-list", ""),
]
CLOSED = """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("closed", "SecurityError"); } });"""
FULL = """{
  const set = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    if (key === "notebook-1") throw new DOMException("full", "QuotaExceededError");
    return set.call(this, key, value);
  };
}"""
SIZES = ({"width": 1440, "height": 900}, {"width": 390, "height": 844})
OpenReader = Callable[..., Page]


@pytest.fixture
def new_context(browser: Browser, app_address: str) -> Iterator[Callable[..., BrowserContext]]:
    """Give a function that makes a browser in which nothing is kept yet."""
    made: list[BrowserContext] = []

    def context(**options: Any) -> BrowserContext:
        made.append(browser.new_context(**{"base_url": app_address, "viewport": WIDE} | options))
        made[-1].set_default_timeout(PATIENCE)
        return made[-1]

    yield context
    for one in made:
        one.close()


@pytest.fixture
def new_reader(new_context: Callable[..., BrowserContext], watch: Watch) -> OpenReader:
    """Give a function that opens a page of a reader who was never here."""

    def open_page(**options: Any) -> Page:
        page = new_context(**options).new_page()
        watch.over(page)
        return page

    return open_page


@pytest.fixture
def reader(new_reader: OpenReader) -> Page:
    """Open a page of a reader who was never here."""
    return new_reader()


def add(place: Page | Locator) -> None:
    """Press the first button of a place that adds to the notebook."""
    place.locator(".to-notebook").first.click()
    expect(place.locator(".to-notebook").first).to_have_text(re.compile("In the notebook"), use_inner_text=True)


def open_notebook(page: Page) -> Locator:
    """Open the notebook."""
    page.locator(".notebook-open").click()
    return notebook(page)


def notebook(page: Page) -> Locator:
    """Find the open notebook."""
    found = page.get_by_role("dialog", name="Notebook")
    expect(found).to_be_visible()
    return found


def words(page: Page, at: int = 0) -> Locator:
    """Find the field for one's own words on an entry."""
    return page.locator(".notebook-drawer textarea").nth(at)


def titles(page: Page) -> list[str]:
    """Name the entries in their order."""
    return [app.plain(title) for title in page.locator(".notebook-drawer li h3").all_inner_texts()]


def says(page: Page, text: str | re.Pattern[str]) -> None:
    """See what the open notebook says."""
    expect(page.locator(".notebook-drawer .said")).to_have_text(text)


def saved(page: Page, button: str) -> str:
    """Save the notebook as a file, and read that."""
    with page.expect_download() as coming:
        page.get_by_role("button", name=button, exact=True).click()
    assert re.fullmatch(r"notebook-\d{4}-\d\d-\d\d\.(html|md|json)", coming.value.suggested_filename)
    return Path(coming.value.path()).read_text(encoding="utf-8")


def kept(page: Page) -> Any:
    """Read what the browser keeps."""
    return json.loads(page.evaluate("localStorage.getItem('notebook-1')") or "null")


def fill(page: Page, count: int, own: str = "") -> None:
    """Put a notebook of so many entries into the browser's storage, and load the page anew."""
    book = {"version": 1, "title": "", "entries": [an_entry(at, words=own) for at in range(count)]}
    page.evaluate("text => localStorage.setItem('notebook-1', text)", json.dumps(book))
    page.reload()
    expect(page.locator(".notebook-open")).to_have_text(f"Notebook ({count})")


def an_entry(at: int, **told: str) -> dict[str, str]:
    """Make an entry of a notebook."""
    entry = dict.fromkeys(("number", "credit", "date", "address", "record", "added", "words"), "")
    return entry | {"kind": "event", "id": f"made-{at}", "title": f"Title {at}", "citation": f"Citation {at}."} | told


def import_file(page: Page, content: str) -> None:
    """Choose a file to import."""
    page.locator(".notebook-drawer input[type=file]").set_input_files(
        {"name": "backup.json", "mimeType": "application/json", "buffer": content.encode()}
    )


def test_things_of_each_page_are_added_kept_and_lead_back(reader: Page) -> None:
    for at, (address, place, title) in enumerate(PLACES):
        app.open_app(reader, address)
        expect(reader.locator(".notebook-open")).to_have_text(f"Notebook ({at})")
        add(reader.locator(place).first)
        expect(reader.locator(".notebook-open")).to_have_text(f"Notebook ({at + 1})")
        expect(reader.locator(".notebook-said")).to_contain_text("Added to the notebook: ")
        expect(reader.locator(".notebook-said")).to_contain_text(title)
    assert [entry["kind"] for entry in kept(reader)["entries"]] == ["event", "measure", "position", "source"]
    reader.reload()
    app.settled(reader)
    open_notebook(reader)
    assert len(titles(reader)) == len(PLACES)
    words(reader, 2).fill("What I make of it.")
    reader.reload()
    app.settled(reader)
    open_notebook(reader)
    expect(words(reader, 2)).to_have_value("What I make of it.")
    said = titles(reader)[2]
    reader.locator(".notebook-drawer li a").nth(2).click()
    expect(reader).to_have_url(re.compile(r"/positions\?question=range-of-9m729"))
    turn = reader.locator(".turn", has_text=said).first
    expect(turn).to_be_in_viewport()
    expect(turn.locator(".to-notebook")).to_have_text(re.compile("In the notebook"), use_inner_text=True)


def test_a_thing_is_marked_when_the_page_draws_it_anew_and_its_button_opens_the_notebook_at_it(reader: Page) -> None:
    app.open_app(reader, f"{QUICK}&event=E17")
    add(app.detail(reader, 17))
    reader.locator(".neighbours .next").click()
    expect(app.detail(reader, 18)).to_be_visible()
    button = app.detail(reader, 18).locator(".to-notebook")
    expect(button).to_have_text(re.compile("Add to notebook"), use_inner_text=True)
    reader.wait_for_url(re.compile("event=E18"))
    reader.go_back()
    again = app.detail(reader, 17).locator(".to-notebook")
    expect(again).to_have_text(re.compile("In the notebook"), use_inner_text=True)
    app.settled(reader)
    again.click()
    notebook(reader)
    expect(words(reader)).to_be_focused()
    assert len(kept(reader)["entries"]) == 1


def test_two_tabs_stay_in_step_and_neither_loses_what_the_other_wrote(
    new_context: Callable[..., BrowserContext], watch: Watch
) -> None:
    context = new_context()
    one, other = context.new_page(), context.new_page()
    for page, number in ((one, 17), (other, 18)):
        watch.over(page)
        app.open_app(page, f"{QUICK}&event=E{number}")
    add(app.detail(one, 17))
    expect(other.locator(".notebook-open")).to_have_text("Notebook (1)")
    add(app.detail(other, 18))
    for page in (one, other):
        open_notebook(page)
        expect(page.locator(".notebook-drawer li")).to_have_count(2)
    words(one, 0).fill("from the first")
    words(other, 1).fill("from the second")
    for page in (one, other):
        expect(words(page, 0)).to_have_value("from the first")
        expect(words(page, 1)).to_have_value("from the second")


def test_entries_are_moved_removed_and_brought_back_by_keys_alone(reader: Page) -> None:
    app.open_app(reader, QUICK)
    fill(reader, 3)
    app.settled(reader)
    reader.locator(".notebook-open").focus()
    reader.keyboard.press("Enter")
    notebook(reader)
    up = reader.get_by_role("button", name=re.compile("^Move up ?: “Title 2”"))
    up.focus()
    reader.keyboard.press("Enter")
    expect(up).to_be_focused()
    reader.keyboard.press("Enter")
    assert titles(reader) == ["Title 2", "Title 0", "Title 1"]
    expect(reader.get_by_role("button", name=re.compile("^Move down ?: “Title 2”"))).to_be_focused()
    reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")
    says(reader, "Removed “Title 2”.")
    assert titles(reader) == ["Title 0", "Title 1"]
    expect(reader.get_by_role("button", name="Undo")).to_be_focused()
    reader.keyboard.press("Enter")
    assert titles(reader) == ["Title 2", "Title 0", "Title 1"]
    expect(words(reader)).to_be_focused()
    reader.keyboard.type("r and b and ? are words here")
    expect(words(reader)).to_have_value("r and b and ? are words here")
    reader.keyboard.press("Escape")
    expect(reader.locator(".notebook-drawer")).to_be_hidden()
    expect(reader.locator(".notebook-open")).to_be_focused()
    assert kept(reader)["entries"][0]["words"] == "r and b and ? are words here"


def test_the_notebook_leaves_as_markdown_and_html_that_say_the_same_with_hostile_words_as_text(reader: Page) -> None:
    app.open_app(reader, f"{QUICK}&event=E17")
    add(app.detail(reader, 17))
    app.open_app(reader, f"{QUICK}&event=E18")
    add(app.detail(reader, 18))
    open_notebook(reader)
    reader.get_by_label("Title").fill("<b>Mine</b> & *others*")
    words(reader, 0).fill(HOSTILE)
    words(reader, 1).fill("First line\nsecond line")

    html = saved(reader, "Save as HTML")
    markdown = MarkdownIt("commonmark").render(saved(reader, "Save as Markdown"))
    entries = kept(reader)["entries"]
    for text in (html, markdown):
        seen = app.plain(unescape(re.sub(r"<[^>]*>", " ", re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL))))
        assert "<b>Mine</b> & *others*" in seen
        assert app.plain(HOSTILE) in seen
        assert "First line second line" in seen
        assert "edition " in seen
        for number, entry in enumerate(entries, 1):
            assert entry["title"] in seen
            assert entry["credit"] in seen
            assert f"[{number}]" in seen
            assert f"{entry['citation'].removesuffix('.')}, accessed " in seen
        for tag in ("<img", "<b>", "<script", "<code", "<hr", "<em>b"):
            assert tag not in text
    assert 'href="javascript' not in html + markdown
    links = re.findall(r'href="(http[^"]*)"', html)
    assert links == re.findall(r'href="(http[^"]*)"', markdown)
    assert [re.search(r"event=(E\d+)", link)[1] for link in links] == ["E17", "E18"]  # type: ignore[index]


def test_the_file_opens_by_itself_and_runs_nothing(
    reader: Page, tmp_path: Path, new_context: Callable[..., BrowserContext]
) -> None:
    app.open_app(reader, f"{QUICK}&event=E17")
    add(app.detail(reader, 17))
    open_notebook(reader)
    words(reader).fill(HOSTILE)
    file = tmp_path / "notebook.html"
    file.write_text(saved(reader, "Save as HTML"), encoding="utf-8")
    page = new_context().new_page()
    page.goto(file.as_uri())
    assert page.locator(".words").inner_text() == HOSTILE
    expect(page.locator("img, script")).to_have_count(0)
    expect(page.locator("ol li")).to_have_count(1)


def test_a_backup_is_erased_and_comes_back_as_it_was(reader: Page) -> None:
    app.open_app(reader, f"{QUICK}&event=E17")
    add(app.detail(reader, 17))
    open_notebook(reader)
    words(reader).fill(HOSTILE)
    reader.get_by_label("Title").fill("Mine")
    before = kept(reader)
    backup = saved(reader, "Save a backup")
    assert json.loads(backup) == before

    reader.get_by_role("button", name="Erase", exact=True).click()
    expect(reader.locator(".asked")).to_contain_text("Erase 1 entry with your words? They do not come back.")
    reader.get_by_role("button", name="Keep").click()
    assert kept(reader) == before
    reader.get_by_role("button", name="Erase", exact=True).click()
    reader.get_by_role("button", name="Erase all").click()
    says(reader, "Erased.")
    assert kept(reader) is None
    expect(reader.locator(".notebook-drawer li")).to_have_count(0)
    expect(app.detail(reader, 17).locator(".not-noted")).to_have_css("display", "inline")

    import_file(reader, backup)
    says(reader, "Imported 1 entry.")
    assert kept(reader) == before
    words(reader).fill("newer")
    import_file(reader, backup)
    says(reader, "Imported 0 entries. 1 was there already and keeps its words.")
    expect(words(reader)).to_have_value("newer")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("no notebook", "Not imported: the file is no backup of a notebook. Choose one that “Save a backup” made."),
        (
            '{"version": 2, "entries": []}',
            "Not imported: the file is no backup of a notebook. Choose one that “Save a backup” made.",
        ),
        (" " * 2_000_001, "Not imported: the file is larger than any notebook."),
        (
            json.dumps({"version": 1, "entries": [an_entry(at) for at in range(201)]}),
            "Not imported: the notebook holds 200 entries at most. Export the notebook as a file, or take something out first.",
        ),
        (
            json.dumps({"version": 1, "entries": [None, 7, {"kind": "spell"}, an_entry(1), an_entry(1)]}),
            "Imported 1 entry. 4 of the file were left out: not in the form of an entry, or twice.",
        ),
        (
            json.dumps({"version": 1, "entries": [an_entry(1, words="x" * 5000)]}),
            "Imported 1 entry. The words of 1 were cut to 4,000 characters.",
        ),
    ],
    ids=["text", "version", "large", "many", "broken", "long"],
)
def test_a_bad_backup_is_refused_or_cut_in_words(reader: Page, content: str, told: str) -> None:
    app.open_app(reader, "/sources")
    open_notebook(reader)
    import_file(reader, content)
    says(reader, told)


def test_a_hostile_backup_stays_text_and_leads_nowhere_else(reader: Page) -> None:
    app.open_app(reader, "/sources")
    open_notebook(reader)
    addresses = ["javascript:alert(1)", "https://example.org/", "//example.org", "./../x", "./?event=E17"]
    entries = [an_entry(at, title=HOSTILE, words=HOSTILE, id=f'{at}"] {{}}', address=link) for at, link in enumerate(addresses)]
    import_file(reader, json.dumps({"version": 1, "title": HOSTILE, "entries": entries}))
    says(reader, "Imported 5 entries.")
    assert titles(reader) == [app.plain(HOSTILE)] * len(addresses)
    expect(reader.locator(".notebook-drawer img")).to_have_count(0)
    assert reader.locator(".notebook-drawer li a").evaluate_all("all => all.map(a => a.getAttribute('href'))") == ["./?event=E17"]


def test_the_limits_are_said_in_words(reader: Page) -> None:
    app.open_app(reader, f"{QUICK}&event=E17")
    fill(reader, 200)
    app.detail(reader, 17).locator(".to-notebook").click()
    expect(reader.locator(".notebook-said")).to_have_text(
        "Not added: the notebook holds 200 entries at most. Export the notebook as a file, or take something out first."
    )
    expect(reader.locator(".notebook-said")).to_have_css("clip-path", "none")
    assert len(kept(reader)["entries"]) == 200

    fill(reader, 80, own="€" * 4000)
    open_notebook(reader)
    expect(reader.locator(".left").first).to_have_text("Full: 4,000 characters is the most.")
    words(reader).focus()
    reader.keyboard.press("End")
    reader.keyboard.type("x")
    assert len(kept(reader)["entries"][0]["words"]) == 4000
    fill(reader, 82, own="€" * 4000)
    open_notebook(reader)
    words(reader).fill("€" * 3999)
    says(reader, re.compile("^$"))
    assert len(kept(reader)["entries"][0]["words"]) == 3999


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (CLOSED, "This browser keeps nothing for this site: the notebook lasts until the page is closed or loaded anew."),
        (FULL, "Not saved: the storage of this browser is full. The notebook lasts until the page is closed or loaded anew."),
    ],
    ids=["closed", "full"],
)
def test_without_storage_the_notebook_lasts_as_long_as_the_page_and_says_so(reader: Page, script: str, told: str) -> None:
    reader.add_init_script(script)
    app.open_app(reader, f"{QUICK}&event=E17")
    app.detail(reader, 17).locator(".to-notebook").click()
    expect(reader.locator(".notebook-said")).to_have_text(f"{told} Export it as a file.")
    expect(reader.locator(".notebook-open")).to_have_text("Notebook (1)")
    open_notebook(reader)
    words(reader).fill("not lost")
    says(reader, f"{told} Export it as a file.")
    assert "not lost" in saved(reader, "Save as Markdown")
    reader.reload()
    expect(reader.locator(".notebook-open")).to_have_text("Notebook (0)")


def test_what_the_browser_keeps_and_is_no_notebook_is_taken_for_none(reader: Page) -> None:
    app.open_app(reader, f"{QUICK}&event=E17")
    reader.evaluate("localStorage.setItem('notebook-1', '{broken')")
    reader.reload()
    expect(reader.locator(".notebook-open")).to_have_text("Notebook (0)")
    add(app.detail(reader, 17))
    assert len(kept(reader)["entries"]) == 1


def test_markdown_escapes_whatever_it_would_take_for_its_own(reader: Page) -> None:
    app.open_app(reader, "/sources")
    lines = [
        "# a",
        "- b",
        "+ c",
        "1. d",
        "1) e",
        "> f",
        "    g",
        "*h* _i_ `j`",
        "[k](l)",
        "![m](n)",
        "<o>",
        "&amp;",
        "~~~",
        "===",
        "|p|",
    ]
    book = {"version": 1, "title": "", "entries": [an_entry(0, words="\n".join(lines)), an_entry(1, title="- x")]}
    text = reader.evaluate(
        "async (book) => (await import('notebook/writing')).asMarkdown(book, 'https://example.org/', '2026-02-01')", book
    )
    html = MarkdownIt("gfm-like", {"linkify": False}).render(text)
    quote = re.search(r"<blockquote>(.*?)</blockquote>", html, flags=re.DOTALL)
    assert quote
    assert set(re.findall(r"<\w+", quote[1])) == {"<p", "<br"}
    assert unescape(re.sub(r"<[^>]*>", "", quote[1])).split("\n") == ["", *[line.strip() for line in lines], ""]
    assert "<h2>- x</h2>" in html
    assert "Notebook of 1 February 2026: 2 entries." in html


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_axe_finds_no_violation_in_the_notebook(new_reader: OpenReader, size: dict[str, int], scheme: str) -> None:
    page = new_reader(viewport=size, color_scheme=scheme, bypass_csp=True)
    app.open_app(page, f"{QUICK}&event=E17")
    open_notebook(page)
    assert Axe().run(page).response["violations"] == []
    page.keyboard.press("Escape")
    add(app.detail(page, 17))
    assert Axe().run(page).response["violations"] == []
    open_notebook(page)
    page.get_by_role("button", name="Erase", exact=True).click()
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name=re.compile("^Remove")).click()
    assert Axe().run(page).response["violations"] == []
    assert app.overflow(page) == 0


def test_the_stage_the_print_and_the_presenter_have_no_notebook(reader: Page) -> None:
    for address in ("/brief?brief=both-sides", "/brief?brief=both-sides&window=presenter"):
        reader.goto(address)
        reader.wait_for_timeout(500)
        expect(reader.locator(".notebook, .to-notebook, .hints")).to_have_count(0)
    app.open_app(reader, f"{QUICK}&event=E17")
    reader.emulate_media(media="print")
    expect(reader.locator(".notebook")).to_be_hidden()
    expect(app.detail(reader, 17).locator(".to-notebook")).to_be_hidden()

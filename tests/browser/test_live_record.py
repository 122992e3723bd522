"""The record edited, broken, mended and taken away while the app runs and a reader filters."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.app.site import HARBOUR
from tests.browser import app, server
from tests.browser.watch import Watch

LOOKS = 100  # how often the edition is asked for until a change counts as not coming, a tenth of a second apart


class Edited:
    """A copy of the invented dossier that an app serves, and the page of a reader on it."""

    def __init__(self, folder: Path, address: str, page: Page) -> None:
        """Keep the three."""
        self.folder, self.address, self.page = folder, address, page

    def put(self, file: str, old: str, new: str) -> None:
        """Put one text for another wherever it stands in a file."""
        path = self.folder / f"{file}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def expect_edition(self, edition: str) -> None:
        """Wait until the app serves an edition."""
        for _ in range(LOOKS):
            with urlopen(f"{self.address}/health") as answer:  # noqa: S310 - our own address
                told = json.load(answer)
            if told["edition"] == edition:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(told)


@pytest.fixture
def edited(browser: Browser, tmp_path: Path) -> Iterator[Edited]:
    """Start an app on a copy, and open it."""
    folder = copytree(HARBOUR, tmp_path / "harbour")
    with server.running(folder) as address:
        page = browser.new_page(base_url=address, viewport={"width": 1440, "height": 900})
        watch = Watch(address)
        watch.over(page)
        app.open_app(page)
        yield Edited(folder, address, page)
        page.close()
    assert watch.problems == []


def test_a_reader_who_filters_meets_each_change_at_the_next_choice_and_no_broken_record(edited: Edited) -> None:
    page = edited.page
    lanes = page.locator(".choice[data-choice]")
    expect(lanes.first).to_be_visible()

    edited.put("dossier", 'edition: "2"', 'edition: "3"')
    edited.put("events", "  label: ", "  label: New ")
    edited.expect_edition("3")
    app.choose(page, "talks")
    app.settled(page)
    app.show_as(page, "list")
    app.choose(page, "talks")
    app.settled(page)
    expect(page.locator(".event-list").get_by_role("link", name=re.compile("^New ")).first).to_be_visible()

    edited.put("dossier", 'edition: "3"', 'editoin: "4"')
    page.wait_for_timeout(2500)  # the app looks every second, and finds nothing that it could serve
    edited.expect_edition("3")
    app.choose(page, "works")
    app.settled(page)
    app.expect_chosen(page, "works")
    expect(page.locator(".event-list")).to_be_visible()
    expect(page.get_by_text("problem")).to_have_count(0)

    edited.put("dossier", 'editoin: "4"', 'edition: "4"')
    edited.expect_edition("4")
    app.choose(page, "works")
    app.settled(page)
    app.expect_not_chosen(page, "works")

    rmtree(edited.folder)
    page.wait_for_timeout(2500)
    edited.expect_edition("4")
    app.go_to(page, "Sources")
    expect(page.locator(".source-list")).to_be_visible()
    page.reload()
    expect(page.locator(".source-list")).to_be_visible()


def test_an_event_that_is_taken_out_while_it_stands_open_closes_with_a_word(edited: Edited) -> None:
    page, file = edited.page, edited.folder / "events.yaml"
    before = file.read_text(encoding="utf-8")
    last = before[before.rindex("- id: ") :]
    added = last.replace("number: 14", "number: 15").replace("id: 1997-02-03-toll-repealed", "id: 1997-02-03-a-second")
    added = added.replace("label: ", "label: 2: ").replace("title: ", "title: 2: ")
    file.write_text(
        before + added.replace("label: 2: ", "label: Second ").replace("title: 2: ", "title: Second "), encoding="utf-8"
    )
    edited.put("dossier", 'edition: "2"', 'edition: "3"')
    edited.expect_edition("3")
    page.goto("/?event=E15&view=list&layer=aftermath&to=1999-01-01")
    expect(page.locator('.detail[data-event="1997-02-03-a-second"]')).to_be_visible()

    file.write_text(before, encoding="utf-8")
    edited.put("dossier", 'edition: "3"', 'edition: "4"')
    edited.expect_edition("4")
    app.choose(page, "works")
    app.settled(page)
    expect(page.locator(".detail")).to_have_count(0)
    expect(app.notices(page)).to_contain_text("E15")
    app.expect_chosen(page, "works")

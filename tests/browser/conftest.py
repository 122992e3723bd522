"""One app and one browser for all browser tests; a fresh, watched context for each."""

from collections.abc import Iterator
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import chromium, server
from tests.browser.watch import Watch

WIDE = {"width": 1440, "height": 900}
PATIENCE = 15_000  # milliseconds until what is expected counts as not coming


class NewPage(Protocol):
    """Opens a page in a fresh context, with options of ``Browser.new_context``."""

    def __call__(self, **options: Any) -> Page:
        """Open it."""


@pytest.fixture(scope="session")
def app_address() -> Iterator[str]:
    """Give the address of the running app."""
    with server.running() as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the browser."""
    path = chromium.find()
    assert path, chromium.ADVICE
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path)
        yield found
        found.close()


@pytest.fixture
def watch(app_address: str) -> Iterator[Watch]:
    """Watch every page of a test, and let the test fail where anything went wrong beside it."""
    watch = Watch(app_address)
    yield watch
    assert watch.problems == []


@pytest.fixture
def new_page(browser: Browser, watch: Watch, app_address: str) -> Iterator[NewPage]:
    """Give a function that opens a page in a fresh context."""
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**{"base_url": app_address, "viewport": WIDE} | options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        watch.over(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """Open one page on a wide screen."""
    return new_page()

"""One app and one browser for all browser tests; a fresh, watched page for each."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import server
from tests.browser.chromium import PATIENCE
from tests.browser.watch import Watch

WIDE = {"width": 1440, "height": 900}


class NewPage(Protocol):
    """Opens a page in the context with options of ``Browser.new_context``."""

    def __call__(self, **options: Any) -> Page:
        """Open it."""


@pytest.fixture(scope="session")
def app_address() -> Iterator[str]:
    """Give the address of the running app."""
    with server.running() as address:
        yield address


@pytest.fixture
def watch(app_address: str) -> Iterator[Watch]:
    """Watch every page of a test, and let the test fail where anything went wrong beside it."""
    watch = Watch(app_address)
    yield watch
    assert watch.problems == []


@pytest.fixture(scope="session")
def contexts(browser: Browser, app_address: str) -> Iterator[Callable[..., BrowserContext]]:
    """Give a function that finds the context for some options; what one page has loaded the next has at hand."""
    made: dict[str, BrowserContext] = {}

    def context(**options: Any) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = browser.new_context(**{"base_url": app_address, "viewport": WIDE} | options)
            made[key].set_default_timeout(PATIENCE)
        return made[key]

    yield context
    for one in made.values():
        one.close()


@pytest.fixture
def new_page(contexts: Callable[..., BrowserContext], watch: Watch) -> Iterator[NewPage]:
    """Give a function that opens a page, with a window and a session of its own."""
    pages: list[Page] = []

    def open_page(**options: Any) -> Page:
        page = contexts(**options).new_page()
        pages.append(page)
        watch.over(page)
        return page

    yield open_page
    for page in pages:
        page.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """Open one page on a wide screen."""
    return new_page()

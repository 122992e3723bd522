"""Settings of all tests."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser import chromium
from tests.browser.chromium import PATIENCE

# Where every change is checked the examples are the same each time, so that no change is blamed for another's luck; elsewhere
# each run looks at new ones.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


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

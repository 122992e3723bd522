"""The script that draws figures: of the same version as the library that they are checked with, and whole."""

import re
from hashlib import sha256
from pathlib import Path

import plotly

from dashboard import browser

WHOLE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"


def version(script: Path) -> str:
    """Read the version that stands at the head of a script."""
    with script.open(encoding="utf-8") as lines:
        found = re.search(r"plotly\.js .*v(\d+\.\d+\.\d+)", lines.readline() + lines.readline())
    assert found, script
    return found[1]


def test_what_draws_has_the_version_of_what_checks() -> None:
    assert version(browser.PLOTLY) == version(WHOLE)


def test_it_is_the_file_that_its_readme_names() -> None:
    readme = browser.PLOTLY.with_name("README.md").read_text(encoding="utf-8")
    assert version(browser.PLOTLY) in readme
    assert sha256(browser.PLOTLY.read_bytes()).hexdigest() in readme
    assert "MIT" in browser.PLOTLY.with_name("LICENSE").read_text(encoding="utf-8")


def test_it_is_a_part_of_the_whole() -> None:
    assert browser.PLOTLY.stat().st_size < WHOLE.stat().st_size / 2

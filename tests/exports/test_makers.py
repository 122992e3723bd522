"""What makes the files, and what is not loaded before one is asked for."""

import subprocess
import sys

import pytest

from dashboard.exports.kinds import KINDS
from dashboard.exports.makers import MAKERS

# Libraries that files alone are made with.
BEHIND_FILES = ("pptx", "pybtex", "pylatexenc", "rispy", "icalendar", "jsonschema")


def test_every_kind_of_file_has_what_makes_it_and_no_other() -> None:
    assert sorted(MAKERS) == sorted(kind.file for kind in KINDS.values())


@pytest.mark.parametrize("module", ["app", "dashboard.cli"])
def test_what_stands_behind_files_is_not_loaded_at_the_start(module: str) -> None:
    told = f"import sys, {module}; print(*(name for name in {BEHIND_FILES} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert done.stdout.split() == []

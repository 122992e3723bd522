"""The test command: ``python -m tests`` runs every check there is. What is written after it goes to pytest."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.browser import chromium
from tests.deploy import nginx
from tests.exports import office

ROOT = Path(__file__).parents[1]
PYTHON = [sys.executable, "-m"]
LINT_IMPORTS = shutil.which("lint-imports", path=Path(sys.executable).parent) or "lint-imports"

# Tests without a browser are shared out over the processors. Those with one, and those that ask a running app, follow one at a
# time: it has a processor to itself then, as with a reader.
WITH_BROWSER = ("tests/browser", "tests/deploy", "tests/hostility")
TESTS = {
    "Tests without a browser": ["-n", "auto", "--dist", "loadfile", *(f"--ignore={folder}" for folder in WITH_BROWSER)],
    "Tests with a browser": [*WITH_BROWSER],
}

STATIC = {
    "Layout of the code": [*PYTHON, "ruff", "format", "--check", "."],
    "Rules of the code": [*PYTHON, "ruff", "check", "."],
    "Types": [*PYTHON, "mypy"],
    "Layers": [LINT_IMPORTS],
}


def main(arguments: Sequence[str]) -> None:
    """Run the static checks, all of them, and then the tests; leave with a code other than 0 where one fails."""
    failed = [heading for heading, command in STATIC.items() if not passes(heading, command)]
    if failed:
        sys.exit(f"\nFailed: {', '.join(failed)}. The tests were not run.")
    say("Browser")
    print(f"Using {chromium.set_up()}", flush=True)  # noqa: T201 - the command speaks to who runs it
    say("Office")
    found = office.set_up()
    print(f"Using {found}" if found else f"The tests that open slides are skipped. {office.ADVICE}", flush=True)  # noqa: T201
    say("Proxy")
    proxy = nginx.set_up()
    print(f"Using {proxy}" if proxy else f"The tests of the proxy are skipped. {nginx.ADVICE}", flush=True)  # noqa: T201
    tests = {"Tests": [*arguments]} if arguments else TESTS
    failed = [heading for heading, which in tests.items() if not passes(heading, [*PYTHON, "pytest", *which])]
    if failed:
        sys.exit(f"\nFailed: {', '.join(failed)}.")
    say("Everything passes")


def passes(heading: str, command: Sequence[str]) -> bool:
    """Run one step under its heading."""
    say(heading)
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0  # noqa: S603 - the commands above


def say(heading: str) -> None:
    """Write a heading."""
    print(f"\n{heading}", flush=True)  # noqa: T201 - the command speaks to who runs it


if __name__ == "__main__":
    main(sys.argv[1:])

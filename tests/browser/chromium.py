"""The Chromium that the browser tests drive: found on this machine, or installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

CHOICE = "CHROMIUM"  # the environment variable that names one
PATIENCE = 15_000  # milliseconds until what is expected counts as not coming
NAMES = ("chromium", "chromium-browser", "google-chrome")
ADVICE = (
    f"No Chromium was found and none could be installed. Install one with your system's package manager, "
    f"or set the environment variable {CHOICE} to the path of one."
)


def find() -> str | None:
    """Give the path of the first Chromium that starts, or None."""
    return next((path for path in _candidates() if _starts(path)), None)


def set_up() -> str:
    """Give the path of a Chromium, installed if need be.

    Raises SystemExit with advice where that does not succeed.
    """
    found = find()
    if not found:
        _install_by_apt()
        found = find()
    if not found:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
        found = find()
    if not found:
        raise SystemExit(ADVICE)
    return found


def _candidates() -> Iterator[str]:
    yield os.environ.get(CHOICE, "")
    yield from (shutil.which(name) or "" for name in NAMES)
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    yield own if os.path.exists(own) else ""  # noqa: PTH110 - it is only looked at


def _starts(path: str) -> bool:
    """Tell whether it is more than a name: some systems put a script there that only says how to install one."""
    try:
        return bool(path) and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0  # noqa: S603 - the tester's choice
    except OSError:
        return False


def _install_by_apt() -> None:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "chromium"]):
        subprocess.run([apt, *words], check=False, env=quietly)  # noqa: S603 - our own words

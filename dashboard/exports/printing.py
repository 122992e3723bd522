"""A document on paper: the browser at hand prints it to PDF.

It lays the pages out as readers' own browsers do when they print; WeasyPrint needs a library of the system's (Pango) besides the
two commands that set everything up, and fills half and hollow marks alike, since the page's styles do not reach into its SVG.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

CHROME = "CHROME"  # the environment variable that names a browser
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
PLACES = (  # where they are on systems that have no path to programs
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)
TIMEOUT = 120  # seconds


class NoBrowserError(RuntimeError):
    """There is no browser that prints, or it did not; the message says what to do."""


def pdf(html: str) -> bytes:
    """Print a document to PDF, on the paper that its own styles name.

    Raises NoBrowserError where there is no browser or it fails.
    """
    browser = _browser()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # the browser may still be tidying its profile
        page, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(html, encoding="utf-8")
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--no-pdf-header-footer",
            f"--user-data-dir={Path(folder, 'profile')}",
            f"--print-to-pdf={printed}",
            *(["--no-sandbox"] if _is_root() else []),  # Chromium refuses to run as root with its sandbox
            page.as_uri(),
        ]
        try:
            run = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False)  # noqa: S603 - no shell, our own words
        except (OSError, subprocess.TimeoutExpired) as error:
            message = f"{browser} did not print: {error}. Open the handout as HTML and print it from a browser."
            raise NoBrowserError(message) from error
        if not printed.exists():
            said = run.stderr.decode(errors="replace").strip().splitlines()[-1:] or [f"it ended with code {run.returncode}"]
            message = f"{browser} did not print: {said[0]}. Open the handout as HTML and print it from a browser."
            raise NoBrowserError(message)
        return printed.read_bytes()


def _browser() -> str:
    chosen = os.environ.get(CHROME)
    found = shutil.which(chosen) if chosen else next(_found(), None)
    if found:
        return found
    about = f"There is no program {chosen}, which {CHROME} names." if chosen else "No browser that prints was found."
    message = (
        f"{about} Install Chromium, Chrome or Edge, or name one in the environment variable {CHROME}; "
        "or open the handout as HTML and print it from any browser."
    )
    raise NoBrowserError(message)


def _found() -> Iterator[str]:
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from (place for place in PLACES if Path(place).exists())


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0

"""The LibreOffice that opens our decks in tests: found on this machine, or installed."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from re import compile as pattern

CHOICE = "SOFFICE"  # the environment variable that names one
NAMES = ("soffice", "libreoffice")
READER = "pdftotext"
ADVICE = (
    f"No LibreOffice Impress or no {READER} was found and none could be installed. Install libreoffice-impress and poppler-utils "
    f"with your system's package manager, or set the environment variable {CHOICE} to the path of a soffice."
)
LONGEST = 300  # seconds that it may take to convert a deck
_PAGE = pattern(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>')
_WORD = pattern(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """A word on a printed page, in points from its upper left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Sheet:
    """A printed page: its size in points, and its words."""

    width: float
    height: float
    words: tuple[Word, ...]


def find() -> str | None:
    """Give the path of a LibreOffice where there is one and what reads its pages too, or None."""
    if shutil.which(READER) is None:
        return None
    return next((path for name in (os.environ.get(CHOICE, ""), *NAMES) if name and (path := shutil.which(name))), None)


def set_up() -> str | None:
    """Give the path of a LibreOffice, installed where that is possible; where it is not, its tests are skipped."""
    if find() is None:
        _install_by_apt()
    return find()


def sheets(office: str, deck: bytes) -> tuple[Sheet, ...]:
    """Print a deck and read its pages."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "deck.pptx"
        written.write_bytes(deck)
        own = f"-env:UserInstallation=file://{folder}/settings"  # it opens one window a set of settings
        words = [office, "--headless", own, "--convert-to", "pdf", "--outdir", folder, str(written)]
        subprocess.run(words, check=True, capture_output=True, timeout=LONGEST)  # noqa: S603 - the tester's choice
        read = [READER, "-bbox", str(written.with_suffix(".pdf")), "-"]
        told = subprocess.run(read, check=True, capture_output=True, timeout=LONGEST).stdout  # noqa: S603 - our own words
    return tuple(_sheet(*found) for found in _PAGE.findall(told.decode().replace("\n", "")))


def _sheet(width: str, height: str, words: str) -> Sheet:
    found = (Word(unescape(text), *map(float, ends)) for *ends, text in _WORD.findall(words))
    return Sheet(float(width), float(height), tuple(found))


def _install_by_apt() -> None:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return
    quietly = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    wanted = ["install", "-y", "--no-install-recommends", "libreoffice-impress", "fonts-liberation", "poppler-utils"]
    for words in (["update"], wanted):
        subprocess.run([apt, *words], check=False, env=quietly)  # noqa: S603 - our own words

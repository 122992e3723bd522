"""No proper name of the record stands in the product, so that it can show any dossier."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dashboard import browser

ROOT = Path(__file__).parents[1]
SUFFIXES = {".py", ".js", ".css", ".html"}
AS_WRITTEN = (  # in small letters these are words like any other
    "U.S.", "US", "USA", "G7", "INF", "SVC", "NPT", "China", "Poland", "Titan", "Congress", "Senate", "White House",
    "State Department", "Entity List", "Trump", "Carter", "Kerry", "Poe", "Rogers", "Magna",
)  # fmt: skip
HOWEVER_WRITTEN = (
    # states, alliances and their bodies
    "Russia", "Russian", "Russians", "Soviet", "USSR", "United States", "America", "American", "Americans", "NATO", "Ukraine",
    "Ukrainian", "Romania", "Germany", "Belarus", "Kazakhstan", "Pentagon", "Kremlin", "North Atlantic Council", "Duma",
    "Rostec", "Novator", "Barrikady", "Almaz-Antey",
    # places
    "Moscow", "Washington", "Geneva", "Helsinki", "Manila", "Votkinsk", "Kapustin Yar", "Warsaw", "Brussels",
    # people
    "Putin", "Obama", "Reagan", "Gorbachev", "Lavrov", "Ryabkov", "Tillerson", "Mattis", "Hagel", "Selva", "Gottemoeller",
    "Stoltenberg", "Pompeo", "Kislyak", "Ulyanov", "Antonov", "Rasmussen",
    # the treaty's bodies, reviews and weapons
    "Special Verification Commission", "Nuclear Posture Review", "CAATSA", "SSC-8", "9M729", "9M728", "SS-25", "RS-26",
    "Iskander", "Kalibr", "Aegis", "Mk-41", "Pershing", "Tomahawk",
)  # fmt: skip


def any_of(names: Iterable[str]) -> str:
    """Write the pattern of any of some names as whole words."""
    return rf"(?<![\w.])(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?!\w)"


ANY_NAME = re.compile(f"{any_of(AS_WRITTEN)}|(?i:{any_of(HOWEVER_WRITTEN)})")


def files() -> Iterator[Path]:
    """List what the product is made of, but for the script that is another's."""
    yield ROOT / "app.py"
    yield from sorted(path for path in (ROOT / "dashboard").rglob("*") if path.suffix in SUFFIXES and path != browser.PLOTLY)


@pytest.mark.parametrize("file", list(files()), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_product_names_nothing_of_the_record(file: Path) -> None:
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    found = [f"line {number}: {name}" for number, line in lines for name in ANY_NAME.findall(line)]
    assert found == []


@pytest.mark.parametrize(
    "text", ["by the Russian side", '"U.S. declares"', "INF", "the 9M729.", "(SSC-8)", "in Moscow,", "from geneva"]
)
def test_a_name_is_found_wherever_it_stands(text: str) -> None:
    assert ANY_NAME.search(text)


@pytest.mark.parametrize("text", ["INFO", "info", "treaty", "USE", "focus", "congress of vowels", "a carter", "deployment"])
def test_other_words_are_no_names(text: str) -> None:
    assert not ANY_NAME.search(text)

"""The names of files that readers take away."""

import re

from dashboard.exports.extract import Extract
from dashboard.queries.address import SETS, words
from dashboard.queries.text import fold

LONGEST = 90  # letters of a name without its ending
_LONGEST_EDITION = 20
_NAMELESS = "timeline"  # where a title has no letter that a name may have


def slug(text: str) -> str:
    """Reduce a text to small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def file_name(extract: Extract, ending: str, about: str = "") -> str:
    """Name a file by record, what it is about, selection and day: "a-dispute-economic-2017-edition-1-2026-11-27.csv"."""
    front, selection = extract.dossier.front, extract.place.selection
    choices = words(extract.tables)
    own_window = selection.window in (None, extract.tables.window)
    said = [
        about,
        *(word for kind in SETS.values() for word in choices[kind] if word in getattr(selection, kind)),
        "" if own_window else str(selection.window),
        selection.text,
        f"as of {selection.as_of}" if selection.as_of else "",
    ]
    edition = slug(front.edition)[:_LONGEST_EDITION].strip("-")
    tail = "-".join(filter(None, ("edition", edition, str(extract.accessed))))
    head = slug(" ".join([slug(front.title) or _NAMELESS, *said]))
    return f"{head[: LONGEST - len(tail) - 1].strip('-')}-{tail}.{ending}"

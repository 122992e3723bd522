"""The names of files that readers take away."""

import re

from dashboard.exports.extract import Extract
from dashboard.queries.text import fold

LONGEST = 90  # letters of a name without its ending


def slug(text: str) -> str:
    """Reduce a text to small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def file_name(extract: Extract, ending: str, about: str = "") -> str:
    """Name a file by record, what it is about, selection and day: "a-dispute-economic-2017-edition-1-2026-11-27.csv"."""
    front, selection = extract.dossier.front, extract.place.selection
    own_window = selection.window in (None, extract.tables.window)
    words = [
        front.title,
        about,
        *(lane for lane in extract.dossier.lane if lane in selection.tracks),
        "" if own_window else str(selection.window),
        selection.text,
        f"as of {selection.as_of}" if selection.as_of else "",
    ]
    tail = f"-edition-{slug(front.edition)}-{extract.accessed}"
    return slug(" ".join(words))[: LONGEST - len(tail)].strip("-") + f"{tail}.{ending}"

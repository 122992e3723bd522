"""The kinds of files that can be taken away: what each is, and how much it can hold; ``makers`` has what makes them."""

from collections.abc import Mapping
from dataclasses import dataclass

MOST_OF_A_DECK = 250  # events; more is no talk, and takes a server too long
MOST_OF_ONE_FILE = 500  # every one is written in full and placed for each width, and the file is one to be mailed
MOST = 10_000  # events of data: more takes a server too long
MOST_OF_ARCHIVE = 2_000  # which holds all data at once
MOST_PRINTED = 1_000  # events of a handout or a picture


@dataclass(frozen=True)
class Kind:
    """One kind of file.

    ``most`` is how many events it can hold, ``options`` names the parameters that it has besides those of a place. ``alone``
    tells that it can be had of a single event, ``opens`` that a browser shows it rather than saves it.
    """

    file: str
    title: str
    about: str
    media_type: str
    most: int = MOST
    options: tuple[str, ...] = ()
    alone: bool = False
    opens: bool = False

    @property
    def ending(self) -> str:
        """What the file's name ends with, as "csl.json"."""
        return self.file.partition(".")[2]


_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

KINDS: Mapping[str, Kind] = {
    "pptx": Kind(
        "timeline.pptx",
        "PowerPoint",
        "slides to edit: timeline, tracks, key events, sources",
        _PRESENTATION,
        MOST_OF_A_DECK,
        ("brief", "ratio"),
    ),
    "html": Kind(
        "timeline.html",
        "One offline file",
        "the whole record with filters, positions and briefs, for a place without a network",
        "text/html",
        MOST_OF_ONE_FILE,
    ),
    "handout": Kind(
        "handout.html",
        "Handout",
        "this page on paper, with its sources as notes; it is printed from there",
        "text/html",
        MOST_PRINTED,
        ("page", "paper"),
        opens=True,
    ),
    "csv": Kind("timeline.csv", "CSV", "a table for a spreadsheet", "text/csv", alone=True),
    "json": Kind("timeline.json", "JSON", "for programs, with a schema", "application/json", alone=True),
    "ics": Kind("timeline.ics", "iCalendar", "for a calendar", "text/calendar", alone=True),
    "zip": Kind(
        "timeline.zip",
        "ZIP",
        "all data, with a data dictionary and the record itself",
        "application/zip",
        MOST_OF_ARCHIVE,
    ),
    "ris": Kind(
        "timeline.ris",
        "RIS",
        "for a reference manager",
        "application/x-research-info-systems",
        alone=True,
    ),
    "bib": Kind("timeline.bib", "BibTeX", "for LaTeX", "application/x-bibtex", alone=True),
    "csl": Kind(
        "timeline.csl.json",
        "CSL-JSON",
        "for citation programs",
        "application/vnd.citationstyles.csl+json",
        alone=True,
    ),
    "svg": Kind(
        "timeline.svg",
        "Picture",
        "the timeline as it is shown",
        "image/svg+xml",
        MOST_PRINTED,
        ("theme", "width"),
    ),
    "schema": Kind("schema.json", "JSON Schema", "what the JSON keeps to", "application/schema+json", opens=True),
}

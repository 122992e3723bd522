"""The kinds of files that can be taken away: what each is, what makes it, and how much it can hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.exports import bibliography, data, handout, picture, spreadsheet
from dashboard.exports.archive import archive
from dashboard.exports.calendar import calendar
from dashboard.exports.deck.document import MOST_EVENTS as MOST_OF_A_DECK
from dashboard.exports.deck.document import deck
from dashboard.exports.extract import Extract
from dashboard.exports.onefile.document import MOST_EVENTS as MOST_OF_ONE_FILE
from dashboard.exports.onefile.document import one_file
from dashboard.exports.options import Options

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
    make: Callable[[Extract, Options], bytes]
    most: int = MOST
    options: tuple[str, ...] = ()
    alone: bool = False
    opens: bool = False

    @property
    def ending(self) -> str:
        """What the file's name ends with, as "csl.json"."""
        return self.file.partition(".")[2]


def _plainly(make: Callable[[Extract], bytes]) -> Callable[[Extract, Options], bytes]:
    return lambda extract, _: make(extract)


_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

KINDS: Mapping[str, Kind] = {
    "pptx": Kind(
        "timeline.pptx",
        "PowerPoint",
        "slides to edit: timeline, tracks, key events, sources",
        _PRESENTATION,
        lambda extract, chosen: deck(extract, ratio=chosen.ratio, brief=chosen.brief),
        MOST_OF_A_DECK,
        ("brief", "ratio"),
    ),
    "html": Kind(
        "timeline.html",
        "One offline file",
        "the whole record with filters, positions and briefs, for a place without a network",
        "text/html",
        _plainly(one_file),
        MOST_OF_ONE_FILE,
    ),
    "handout": Kind(
        "handout.html",
        "Handout",
        "this page on paper, with its sources as notes; it is printed from there",
        "text/html",
        lambda extract, chosen: handout.document(extract, page=chosen.page, paper=chosen.paper).encode(),
        MOST_PRINTED,
        ("page", "paper"),
        opens=True,
    ),
    "csv": Kind("timeline.csv", "CSV", "a table for a spreadsheet", "text/csv", _plainly(spreadsheet.events), alone=True),
    "json": Kind("timeline.json", "JSON", "for programs, with a schema", "application/json", _plainly(data.document), alone=True),
    "ics": Kind("timeline.ics", "iCalendar", "for a calendar", "text/calendar", _plainly(calendar), alone=True),
    "zip": Kind(
        "timeline.zip",
        "ZIP",
        "all data, with a data dictionary and the record itself",
        "application/zip",
        _plainly(archive),
        MOST_OF_ARCHIVE,
    ),
    "ris": Kind(
        "timeline.ris",
        "RIS",
        "for a reference manager",
        "application/x-research-info-systems",
        _plainly(bibliography.ris),
        alone=True,
    ),
    "bib": Kind("timeline.bib", "BibTeX", "for LaTeX", "application/x-bibtex", _plainly(bibliography.bibtex), alone=True),
    "csl": Kind(
        "timeline.csl.json",
        "CSL-JSON",
        "for citation programs",
        "application/vnd.citationstyles.csl+json",
        _plainly(bibliography.csl_json),
        alone=True,
    ),
    "svg": Kind(
        "timeline.svg",
        "Picture",
        "the timeline as it is shown",
        "image/svg+xml",
        lambda extract, chosen: picture.svg(extract, theme=chosen.theme, width=chosen.width, large=extract.place.large),
        MOST_PRINTED,
        ("theme", "width"),
    ),
    "schema": Kind(
        "schema.json", "JSON Schema", "what the JSON keeps to", "application/schema+json", _plainly(data.schema), opens=True
    ),
}

"""What makes each kind of file. Much stands behind it, which a site or a terminal loads only once a file is asked for."""

from collections.abc import Callable, Mapping

from dashboard.exports import bibliography, data, handout, picture, spreadsheet
from dashboard.exports.archive import archive
from dashboard.exports.calendar import calendar
from dashboard.exports.deck.document import deck
from dashboard.exports.extract import Extract
from dashboard.exports.onefile.document import one_file
from dashboard.exports.options import Options


def _plainly(make: Callable[[Extract], bytes]) -> Callable[[Extract, Options], bytes]:
    return lambda extract, _: make(extract)


# By the names of the files in ``kinds``.
MAKERS: Mapping[str, Callable[[Extract, Options], bytes]] = {
    "timeline.pptx": lambda extract, chosen: deck(extract, ratio=chosen.ratio, brief=chosen.brief),
    "timeline.html": _plainly(one_file),
    "handout.html": lambda extract, chosen: handout.document(extract, page=chosen.page, paper=chosen.paper).encode(),
    "timeline.csv": _plainly(spreadsheet.events),
    "timeline.json": _plainly(data.document),
    "timeline.ics": _plainly(calendar),
    "timeline.zip": _plainly(archive),
    "timeline.ris": _plainly(bibliography.ris),
    "timeline.bib": _plainly(bibliography.bibtex),
    "timeline.csl.json": _plainly(bibliography.csl_json),
    "timeline.svg": lambda extract, chosen: picture.svg(
        extract, theme=chosen.theme, width=chosen.width, large=extract.place.large
    ),
    "schema.json": _plainly(data.schema),
}

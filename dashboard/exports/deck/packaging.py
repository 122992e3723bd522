"""The file of a deck, the same bytes each time."""

import io
import zipfile
from datetime import datetime, time

from pptx.presentation import Presentation

from dashboard.exports.deck.wording import plain
from dashboard.exports.extract import Extract

LONGEST = 255  # letters of a property of the file
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP file can name


def packed(presentation: Presentation, extract: Extract, title: str) -> bytes:
    """Write a deck with the day of the record's edition as its own, whenever it is made."""
    front, told = extract.dossier.front, presentation.core_properties
    told.title, told.subject, told.author = map(_short, (title, extract.subtitle, front.title))
    told.last_modified_by, told.revision, told.version = _short(front.title), 1, _short(front.edition)
    told.created = told.modified = datetime.combine(front.edited.earliest, time())
    written = io.BytesIO()
    presentation.save(written)
    return _without_time(written)


def _short(text: str) -> str:
    return plain(text)[:LONGEST]


def _without_time(written: io.BytesIO) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(written) as package, zipfile.ZipFile(found, "w") as again:
        for name in package.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(entry, package.read(name))
    return found.getvalue()

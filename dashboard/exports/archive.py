"""All data of an extract in one ZIP file, with its dictionary and the record itself."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dashboard.exports import bibliography, data, spreadsheet
from dashboard.exports.calendar import calendar
from dashboard.exports.dictionary import dictionary
from dashboard.exports.extract import Extract

_RECORD = "*.yaml"


def archive(extract: Extract) -> bytes:
    """Pack everything; the files' own times are the edition's, so that the same extract gives the same bytes.

    As of a day the record itself is left out, since it tells of later days.
    """
    found = {**_files(extract), **_record(extract)}
    packed = BytesIO()
    edited = extract.dossier.front.edited.earliest
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive_:
        for name, content in found.items():
            info = ZipInfo(name, (edited.year, edited.month, edited.day, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16  # to be read by all
            archive_.writestr(info, content)
    return packed.getvalue()


def _files(extract: Extract) -> Mapping[str, bytes]:
    return {
        "README.md": dictionary(extract, has_record=bool(_record(extract))).encode(),
        "timeline.csv": spreadsheet.events(extract),
        "measures.csv": spreadsheet.measures(extract),
        "positions.csv": spreadsheet.positions(extract),
        "sources.csv": spreadsheet.sources(extract),
        "timeline.json": data.document(extract),
        "schema.json": data.schema(extract),
        "timeline.ics": calendar(extract),
        "timeline.ris": bibliography.ris(extract),
        "timeline.bib": bibliography.bibtex(extract),
        "timeline.csl.json": bibliography.csl_json(extract),
    }


def _record(extract: Extract) -> Mapping[str, bytes]:
    if extract.folder is None or extract.as_of:
        return {}
    return {f"record/{file.name}": file.read_bytes() for file in sorted(extract.folder.glob(_RECORD))}

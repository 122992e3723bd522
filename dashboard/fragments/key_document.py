"""The key document, passage by passage, with everything in the record that rests on each."""

from datetime import date

from dashboard.fragments.links import Links
from dashboard.fragments.rendering import render
from dashboard.queries import passages, terms
from dashboard.queries.tables import Tables


def in_order(tables: Tables, links: Links, as_of: date | None) -> str:
    """Write the passages in their order; nothing where the dossier starts from no document."""
    if not tables.dossier.front.key_document:
        return ""
    return render(
        "key_document.html",
        read=passages.read(tables, as_of),
        links=links,
        dossier=tables.dossier,
        as_of=as_of,
        terms=terms.public(tables.dossier, as_of),
    )

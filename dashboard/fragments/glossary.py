"""The glossary: every term in full, and the definitions that are shown where a term stands in a text."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.fragments.links import Links
from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.queries import usage
from dashboard.queries.tables import Tables


def in_full(tables: Tables, links: Links, as_of: date | None) -> str:
    """Write every term with its other spellings, its sources, and where it is used as far as that was public on the day."""
    glossary = tables.dossier.glossary
    if not glossary:
        return ""
    used = usage.of_terms(tables, as_of)
    return render(
        "glossary.html",
        entries_=[(term, used[term.id]) for term in sorted(glossary, key=lambda term: term.term.casefold())],
        named={term.id: term for term in glossary},
        links=links,
        dossier=tables.dossier,
        as_of=as_of,
    )


def definitions(dossier: Dossier) -> Mapping[str, Mapping[str, Any]]:
    """Give what is shown of each term where it stands, by its id."""
    return {
        term.id: {"term": term.term, "expansion": term.expansion or "", "definition": term.definition, "seeAlso": term.see_also}
        for term in dossier.glossary
    }

"""Who said what to each contested question, and the list of the questions."""

from datetime import date

import pandas as pd

from dashboard.fragments import notebook
from dashboard.fragments.links import Here, Links
from dashboard.fragments.rendering import render
from dashboard.model.dossier import Dossier
from dashboard.model.vocabulary import Place
from dashboard.queries import attribution, exchanges, public, terms


def in_full(shown: pd.DataFrame, dossier: Dossier, here: Here, as_of: date | None, question: str | None) -> str:
    """Write the entries shown, question by question on one clock, one side left and the other right."""
    return render(
        "positions.html",
        exchanges=exchanges.of_questions(shown, dossier, question, as_of),
        heads=lambda exchange: [exchanges.heading(exchange, place, dossier) for place in (Place.LEFT, Place.RIGHT)],
        dossier=dossier,
        here=here,
        as_of=as_of,
        terms=terms.public(dossier, as_of),
        credit=lambda entry: attribution.words_of(entry, dossier),
        note_of=lambda entry, question: notebook.of_entry(entry, question, dossier, as_of),
        sources=lambda entry: public.citations(entry.sources, dossier.source, as_of),
    )


def questions(shown: pd.DataFrame, dossier: Dossier, links: Links, chosen: str | None) -> str:
    """Write the list of questions, each with how many of the entries shown are on it."""
    counts = shown["question"].value_counts()
    counted = [(question, int(counts.get(question.id, 0))) for question in dossier.positions]
    return render("questions.html", questions=counted, total=len(shown), links=links, chosen=chosen)

"""The positions on their page: the choice of question and speaker, and what was said."""

from functools import partial

import pandas as pd

from dashboard.fragments import positions
from dashboard.fragments.links import leading_from
from dashboard.queries import counts
from dashboard.queries.counts import Counted
from dashboard.queries.selection import Filter, on_question, reaching_on
from dashboard.queries.tables import Tables
from dashboard.ui import choices, place, reader
from dashboard.ui.choices import Option


def choose(entries: pd.DataFrame, tables: Tables) -> None:
    """Draw the list of questions, and the toggles of those who speak to them; nothing where the record has none."""
    dossier = tables.dossier
    if not dossier.positions:
        return
    named = {f"question-{question.id}": question.id for question in dossier.positions} | {"question-": None}
    acts = {act: partial(place.go, question=question) for act, question in named.items()}
    reader.show(
        "questions", positions.questions(entries, dossier, leading_from(place.current(), tables), place.current().question), acts
    )
    chosen = place.selected().parties
    found = counts.beside(on_question(tables.entries, place.current().question), tables, reaching_on(tables, place.selected()))[
        Filter.PARTIES
    ]
    speaking = {name for acting in tables.entries["acting"] for name in acting} | chosen
    options = [
        Option(party.id, party.short, found.get(party.id, 0), hint=party.name)
        for party in dossier.front.parties
        if party.id in speaking
    ]
    choices.show(
        "speakers", "Who speaks", options, chosen, lambda names: place.choose(parties=frozenset(names)), noun=Counted.POSITIONS
    )


def show(entries: pd.DataFrame, tables: Tables) -> None:
    """Draw what was said to each question."""
    here = place.current()
    reader.show(
        "positions",
        positions.in_full(
            entries, tables.dossier, leading_from(place.current(), tables).event, here.selection.as_of, here.question
        ),
    )

"""The choice of what to present."""

from functools import partial

import streamlit as st

from dashboard.fragments import briefs
from dashboard.fragments.briefs import Selected
from dashboard.queries import address
from dashboard.queries.tables import Tables
from dashboard.ui import place, reader, stage

_PAIR = "briefing-pair"


def show(events: int, sentence: str, tables: Tables) -> None:
    """Draw the briefs of the record, and the offer to present the events selected; both windows of each are paired."""
    pair: str = st.session_state.setdefault(_PAIR, stage.new_pair())
    query = address.write(place.current().on(""), tables)
    link = partial(stage.talk_link, stage.SELECTION, pair, query)
    selected = Selected(sentence, events, link(full=True), link(presenter=True)) if events else None

    def of_brief(talk: str, *, presenter: bool = False, scene: int = 1, full: bool = False) -> str:
        return stage.talk_link(talk, pair, presenter=presenter, scene=scene, full=full)

    reader.show("briefs", briefs.choice(tables.dossier.briefs, of_brief, selected))

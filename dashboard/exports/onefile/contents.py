"""The parts of the one file that are written beforehand: the site's own HTML, with links that stay within the file."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from dashboard.exports.extract import Extract
from dashboard.fragments import (
    balance,
    briefs,
    detail,
    events,
    glossary,
    key_document,
    legend,
    method,
    panels,
    people,
    positions,
    responses,
    sources,
    stage,
)
from dashboard.fragments.links import Links
from dashboard.fragments.talk import ROLES, STAGE, Opening, Ways, document
from dashboard.model.vocabulary import PageName
from dashboard.queries import address, lives, scenes, support
from dashboard.queries.scenes import Talk, Told
from dashboard.queries.selection import Selection, measures_known, select, select_entries

_PATHS = {PageName.TIMELINE: "", PageName.RESPONSES: "responses", PageName.POSITIONS: "positions"}
_PAIR = "file"  # the windows of one file are paired by themselves


def contents(extract: Extract) -> dict[str, Any]:
    """Write all parts, as far as they were public on the extract's day; briefs tell of later days and are left out then."""
    tables, dossier, as_of = extract.tables, extract.dossier, extract.as_of
    known = select(tables, Selection(as_of=as_of))
    links = _links(extract)
    measures = lives.of_measures(measures_known(tables, as_of), dossier, as_of)
    day = as_of or max(dossier.front.cutoff.last_known, tables.window.end)
    told = dossier.briefs if as_of is None else ()
    in_window = select(tables, Selection(window=tables.window, as_of=as_of))
    return {
        "list": events.as_list(known, dossier, links.event, None),
        "details": {str(name): detail.in_full(dossier.event[str(name)], dossier, links, as_of, ()) for name in known.index},
        "inShort": legend.in_short(dossier),
        "help": legend.legend(dossier, as_of) + legend.keys(),
        "panels": panels.all_tracks(in_window, tables, links, day, as_of),
        "responses": "".join(
            [
                responses.chart(measures, tables, links, as_of) if measures else "",
                responses.panels(measures, in_window, dossier, links, as_of),
                responses.strategy(measures, dossier, links, as_of),
            ]
        ),
        "positions": positions.in_full(select_entries(tables, Selection(as_of=as_of)), dossier, links.event, as_of, None),
        "briefs": briefs.choice(told, _talk_link, None),
        "talks": {brief.id: _talk(scenes.of_brief(brief), extract) for brief in told},
        "sources": _sources(extract, links),
        "sift": sources.sift(tables, as_of),
        "sourcesOf": {str(name): sorted(support.resting_on([dossier.event[str(name)]], dossier, as_of)) for name in known.index},
        "glossary": glossary.definitions(dossier) if as_of is None else {},
    }


def _links(extract: Extract) -> Links:
    """Lead to the site where it is known, so that a copied link is one that others can open; a press stays in the file."""
    number = {event.id: f"E{event.number}" for event in extract.dossier.events}
    return Links(
        event=lambda event: extract.link(event) or f"#event={number[event]}",
        measure=lambda measure: f"#page=responses&measure={measure or ''}",
        panel=lambda _: "#page=responses",
        question=lambda _: "#page=positions",
    )


def _talk_link(talk: str, *, presenter: bool = False, scene: int = 1, full: bool = False) -> str:
    del full  # the stage of a file is always opened to be presented
    return f"#{urlencode({'talk': talk, 'window': 'presenter' if presenter else STAGE, 'scene': scene})}"


def _talk(talk: Talk, extract: Extract) -> Mapping[str, str]:
    slides = stage.slides(talk, extract.tables)
    explore = [_explore(told, extract) for told in talk.scenes]
    ways = Ways(stage="#", presenter="#", leave="#", find="")
    return {
        role: document(talk, slides, explore, Opening(role, 0, _PAIR, full=True), ways, None, extract.dossier) for role in ROLES
    }


def _explore(told: Told, extract: Extract) -> str:
    query = address.write(told.place, extract.tables)
    window = told.place.selection.window or extract.tables.whole
    own = {"page": _PATHS[told.page], "from": window.start.isoformat(), "to": window.end.isoformat()}
    return f"#{urlencode({**query, **own}, doseq=True)}"


def _sources(extract: Extract, links: Links) -> str:
    tables, dossier, as_of = extract.tables, extract.dossier, extract.as_of
    known = select(tables, Selection(as_of=as_of))
    return "".join(
        [
            key_document.in_order(tables, links, as_of),
            '<div class="sift"></div>',
            sources.every(tables, links, as_of),
            sources.thin(known, dossier, links.event, as_of),
            balance.charts(known, dossier, tables.whole, as_of),
            glossary.in_full(tables, links, as_of),
            people.chart(tables, links.event, as_of),
            method.account(dossier, links.event, as_of),
        ]
    )

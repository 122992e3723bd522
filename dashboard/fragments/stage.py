"""The scenes of a talk as slides: HTML for the words, and for a timeline the figure in both themes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard.figures import theme
from dashboard.figures.view import Room, View, view
from dashboard.fragments.legend import in_short
from dashboard.fragments.rendering import markdown, render
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.model.vocabulary import PageName
from dashboard.queries import attribution, exchanges, lives, public, stage_fit
from dashboard.queries.address import Address
from dashboard.queries.ghosts import ghosts
from dashboard.queries.scenes import Talk, Told
from dashboard.queries.selection import Selection, select, select_entries, select_measures
from dashboard.queries.tables import Tables
from dashboard.queries.typesetting import STAGE

WIDTH, HEIGHT = 1200, 424  # pixels of a slide's body, of a slide that is 1280 by 720 before it is scaled to the screen
LARGER = (1.5, 1.25, 1.0)  # times the least type
Placed = dict[tuple[Selection, bool], View]  # what was placed already, by what is selected and whether with ghosts
THEMES = (theme.LIGHT, theme.DARK)


@dataclass(frozen=True)
class Slide:
    """A scene as the stage shows it; ``figures`` by the name of the theme, none where the slide is words."""

    title: str
    html: str
    notes: str
    seconds: int
    figures: Mapping[str, Any]


def slides(talk: Talk, tables: Tables) -> tuple[Slide, ...]:
    """Write the slides of a talk; scenes with the same view of the timeline are placed once."""
    placed: Placed = {}
    return tuple(slide(told, tables, placed) for told in talk.scenes)


def slide(told: Told, tables: Tables, placed: Placed | None = None) -> Slide:
    """Write one slide; what was ``placed`` for a selection is taken from there and put there."""
    body, figures = _body(told, tables, {} if placed is None else placed)
    event = tables.dossier.event[told.place.event] if told.place.event else None
    foot = _foot(event, told, tables.dossier) if event else {}
    html = render(
        "slide.html", told=told, body=body, has_figure=bool(figures), event=event, foot=foot, key=in_short(tables.dossier)
    )
    return Slide(told.title, html, markdown(told.notes), told.seconds, figures)


def _foot(event: Event, told: Told, dossier: Dossier) -> Mapping[str, Any]:
    as_of = told.place.selection.as_of
    return {
        "credit": attribution.credit(event, dossier, short=True),
        "parties": [dossier.party[party].short for party in event.parties],
        "sources": [
            (dossier.source[cited.id], cited.locator) for cited in public.citations(event.sources, dossier.source, as_of)
        ],
    }


def _body(told: Told, tables: Tables, placed: Placed) -> tuple[str, Mapping[str, Any]]:
    if told.page is PageName.RESPONSES:
        return _responses(told, tables), {}
    if told.page is PageName.POSITIONS:
        return _positions(told, tables), {}
    event, seen = told.place.event, (told.place.selection, told.place.ghosts)
    if seen not in placed:
        placed[seen] = _view(told.place, tables)
    drawn = placed[seen]
    if event and event not in {mark.id for mark in drawn.layout.marks}:
        drawn = _view(told.place, tables, foremost=event)
    return "", {one.name: replace(drawn, place=told.place).draw(one) for one in THEMES}


def _view(place: Address, tables: Tables, foremost: str | None = None) -> View:
    """Place the timeline in the largest type in which every event has its label, or else in the least."""
    shown, outlined = select(tables, place.selection), ghosts(tables, place)
    for by in LARGER:
        found = view(shown, outlined, tables, place, Room(WIDTH, STAGE.larger(by), HEIGHT), foremost)
        if _says_all(found):
            break
    return found


def _says_all(placed: View) -> bool:
    return not placed.layout.clusters and all(mark.side for mark in placed.layout.marks)


def _responses(told: Told, tables: Tables) -> str:
    as_of, dossier = told.place.selection.as_of, tables.dossier
    if told.place.measure:
        known = lives.of_measures(tables.measures, dossier, as_of)
        one = next((one for one in known if one.measure.id == told.place.measure), None)
        if not one:
            return render("slide_none.html")
        stop = one.measure.stop_condition
        return render(
            "slide_measure.html",
            life=one,
            message=told.message,
            track=dossier.lane[one.measure.track],
            by=dossier.party[one.measure.by].name,
            stop=stop,
            is_stated=public.is_stated(stop, as_of),
            in_words=attribution.stop_in_words(stop, as_of),
            said_by=dossier.party[stop.by].name if stop.by else "",
            short=attribution.stop(stop, dossier, as_of),
            as_of=as_of,
            stop_sources=[
                (dossier.source[cited.id], cited.locator) for cited in public.citations(stop.sources, dossier.source, as_of)
            ],
        )
    found = lives.of_measures(select_measures(tables, told.place.selection), dossier, as_of)
    time = lives.drawn_time(tables)
    rows = [
        (lives.drawn(one, time, as_of), attribution.stop(one.measure.stop_condition, dossier, as_of, short=True))
        for one in found
        if told.place.panel in (None, one.measure.track)
    ]
    tracks = [(track, [row for row in rows if row[0].life.measure.track == track.id]) for track in dossier.front.tracks]
    template = "slide_lives.html" if told.place.panel else "slide_tracks.html"
    return render(template, tracks=[one for one in tracks if one[1]], years=lives.years(time))


def _positions(told: Told, tables: Tables) -> str:
    dossier, place = tables.dossier, told.place
    # A scene is about the whole question: of its view only the day and the window narrow what was said to it.
    shown = select_entries(tables, Selection(window=place.selection.window, as_of=place.selection.as_of))
    found = exchanges.of_questions(shown, dossier, place.question, place.selection.as_of)
    if not found:
        return render("slide_none.html")
    if not place.question:
        return render("slide_questions.html", exchanges=found)
    exchange = found[0]
    kept = stage_fit.turns(exchange, place.event, WIDTH, HEIGHT)
    left, right = exchanges.facing(dossier)
    return render(
        "slide_positions.html",
        question=exchange.question,
        message=told.message,
        columns=[[turn for turn in kept if stage_fit.is_left(turn)], [turn for turn in kept if not stage_fit.is_left(turn)]],
        sides=[left, right],
        more=len(exchange.turns) - len(kept),
        dossier=dossier,
        event=place.event,
        credit=lambda entry: attribution.words_of(entry, dossier),
    )

"""The responses in full: the strategy, the lives of the measures, and a panel for each track with all that is known of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from dashboard.fragments import notebook
from dashboard.fragments.events import latest_on
from dashboard.fragments.links import Links
from dashboard.fragments.rendering import render
from dashboard.model.dates import in_words
from dashboard.model.dossier import Dossier, Track
from dashboard.model.events import Event
from dashboard.model.sources import Citation
from dashboard.model.vocabulary import Stage, StopStanding
from dashboard.queries import attribution, lives, public, terms
from dashboard.queries.lives import DrawnLife, Life
from dashboard.queries.strategy import integrated
from dashboard.queries.tables import Tables


@dataclass(frozen=True)
class Card:
    """A measure with everything that the record knows of it, as far as it was public on the day."""

    life: Life
    by: str
    stop: str
    stop_in_words: str
    is_stated: bool
    is_independent: bool
    stop_sources: tuple[Citation, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True)
class Panel:
    """A track with its measures, and the latest of the events shown."""

    track: Track
    cards: tuple[Card, ...]
    latest: tuple[Event, ...]
    number: int  # of its events shown
    has_measures: bool  # in the record, whatever is shown


def strategy(measures: Iterable[Life], dossier: Dossier, links: Links, as_of: date | None) -> str:
    """Write the strategy as one figure; nothing where the dossier has none, or its finding was not public on the day."""
    whole = integrated(dossier, measures, as_of)
    if not whole:
        return ""
    cards = {one.measure.id: _card(one, dossier, as_of) for branch in whole.branches for one in branch.lives}
    return render("strategy.html", whole=whole, cards=cards, links=links, as_of=as_of, terms=terms.public(dossier, as_of))


def chart(measures: Iterable[Life], tables: Tables, links: Links, as_of: date | None) -> str:
    """Write the chart of lives: one row a measure, from its first stage to the cutoff or the as-of day."""
    time = lives.drawn_time(tables)
    tracks = [
        (track, [(lives.drawn(one, time, as_of), _card(one, tables.dossier, as_of)) for one in found])
        for track, found in lives.by_track(measures, tables.dossier)
        if found
    ]
    return render(
        "lives.html",
        tracks=tracks,
        years=lives.years(time),
        from_day=in_words(time.start),
        to_day=in_words(time.end if as_of is None else min(as_of, time.end)),
        now=lives.percent(as_of, time, end=True) if as_of and time.start <= as_of < time.end else None,
        as_of=in_words(as_of) if as_of else "",
        stages=tuple(Stage),
        links=links,
        said=_said,
    )


def panels(
    measures: Iterable[Life],
    shown: pd.DataFrame,
    dossier: Dossier,
    links: Links,
    as_of: date | None,
    alone: str | None = None,
    chosen: str | None = None,
) -> str:
    """Write the panels side by side, or one of them ``alone``; the ``chosen`` measure stands open."""
    found = [
        _panel(track, found, shown, dossier, as_of)
        for track, found in lives.by_track(measures, dossier)
        if alone in (None, track.id)
    ]
    return render(
        "responses.html",
        panels=found,
        has_cards=any(panel.cards for panel in found),
        links=links,
        note_of=lambda life: notebook.of_measure(life, dossier, links.measure(life.measure.id), as_of),
        dossier=dossier,
        as_of=as_of,
        alone=alone,
        chosen=chosen,
        terms=terms.public(dossier, as_of),
    )


def _panel(track: Track, measures: Iterable[Life], shown: pd.DataFrame, dossier: Dossier, as_of: date | None) -> Panel:
    latest, number = latest_on(track.id, shown, dossier)
    has_measures = any(measure.track == track.id for measure in dossier.measures)
    return Panel(track, tuple(_card(one, dossier, as_of) for one in measures), latest, number, has_measures)


def _card(one: Life, dossier: Dossier, as_of: date | None) -> Card:
    stop = one.measure.stop_condition
    is_stated = public.is_stated(stop, as_of)
    return Card(
        one,
        dossier.party[one.measure.by].name,
        attribution.stop(stop, dossier, as_of, short=True),
        attribution.stop_in_words(stop, as_of),
        is_stated,
        is_stated and stop.standing is StopStanding.INDEPENDENT,
        public.citations(stop.sources, dossier.source, as_of) if is_stated or not stop.date else (),
        public.citations(one.measure.sources, dossier.source, as_of),
    )


def _said(drawn: DrawnLife) -> str:
    """Say in words what the bar of a life shows."""
    return "; ".join(f"{reached.stage.label}, {reached.date}" for reached in drawn.life.stages)

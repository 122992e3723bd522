"""The timeline as it is seen from a place: what is shown, placed for a room and drawn in a theme."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.figures import timeline
from dashboard.figures.theme import Theme
from dashboard.figures.timeline import Line, Look
from dashboard.model.dates import in_words
from dashboard.queries import links, public
from dashboard.queries.address import Address
from dashboard.queries.chronology import IN_TIME
from dashboard.queries.connections import connect
from dashboard.queries.lanes import place as placed
from dashboard.queries.layout import Canvas, Layout
from dashboard.queries.tables import Tables
from dashboard.queries.typesetting import NORMAL, TypeSize

MOST_ROWS = 14  # of a lane in a room of fixed height


@dataclass(frozen=True)
class Room:
    """What there is to draw in, in pixels; without a height the lanes take what they need."""

    width: int
    type: TypeSize = NORMAL
    height: int | None = None


@dataclass(frozen=True)
class View:
    """A placed timeline with what drawing it needs."""

    layout: Layout
    events: pd.DataFrame
    ghosts: frozenset[str]
    place: Address
    lines: tuple[Line, ...]
    tables: Tables

    def draw(self, theme: Theme) -> dict[str, Any]:
        """Draw it for plotly.js, with the open event ringed and its response links."""
        dossier, event, as_of = self.tables.dossier, self.place.event, self.place.selection.as_of
        lanes = {band.lane: dossier.lane[band.lane] for band in self.layout.bands}
        drawn = list({mark.id: None for mark in self.layout.marks})
        answers = links.to_draw(dossier.event[event], dossier, as_of) if event else ()
        return timeline.draw(
            self.layout,
            {name: dossier.event[name].standing.value for name in drawn},
            Look(lanes, {standing: told.glyph for standing, told in dossier.standing.items()}, theme),
            chosen=event,
            ghosts=self.ghosts,
            lines=self.lines,
            connections=connect(event, answers, self.layout, {name: lane.title for name, lane in lanes.items()}),
        )


def view(
    shown: pd.DataFrame, ghosts: pd.DataFrame, tables: Tables, place: Address, room: Room, foremost: str | None = None
) -> View:
    """Place the shown events, and as ghosts those not yet public; the ``foremost`` one before all others."""
    dossier, selection = tables.dossier, place.selection
    events = pd.concat([shown, ghosts]).sort_values(IN_TIME) if len(ghosts) else shown
    titles = {name: lane.title for name, lane in dossier.lane.items() if not selection.tracks or name in selection.tracks}
    canvas = Canvas(selection.window or tables.whole, room.width, room.type)
    review = public.review(dossier, selection.as_of)
    lines = [Line(review.date.earliest, review.label, "dot")] if review else []
    lines += [Line(selection.as_of, "As of " + in_words(selection.as_of), "solid")] if selection.as_of else []
    days = [line.day for line in lines]
    layout = placed(events, titles, canvas, None if room.height is None else MOST_ROWS, days, foremost)
    for most_rows in range(MOST_ROWS - 1, 0, -1):
        if room.height is None or timeline.height(layout, lines) <= room.height:
            break
        layout = placed(events, titles, canvas, most_rows, days, foremost)
    return View(layout, events, frozenset(map(str, ghosts.index)), place, tuple(lines), tables)

"""The lives of measures: the stages that each had reached, and where they stand on a stretch of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

import pandas as pd

from dashboard.model.dates import EventDate
from dashboard.model.dossier import Dossier, Track
from dashboard.model.events import Event
from dashboard.model.measures import Measure
from dashboard.model.vocabulary import Stage
from dashboard.queries.tables import Tables
from dashboard.queries.windows import Window


@dataclass(frozen=True)
class Reached:
    """A stage that a measure reached, when, and the event that moved it there."""

    stage: Stage
    date: EventDate
    event: Event


@dataclass(frozen=True)
class Life:
    """A measure with the stages that it had reached by a day, in order; at least one."""

    measure: Measure
    stages: tuple[Reached, ...]

    @property
    def present(self) -> Reached:
        """The stage that it stood at."""
        return self.stages[-1]


@dataclass(frozen=True)
class Step:
    """A stretch of a life at one stage, in percent of the time that is drawn.

    From ``start`` to ``certain`` it may have begun or not; ``end`` is where the next stage begins or what is drawn ends.
    """

    reached: Reached
    start: float
    certain: float
    end: float


@dataclass(frozen=True)
class DrawnLife:
    """A life as a chart draws it: its steps, whether it went on, and the stages that lie beyond what is drawn."""

    life: Life
    steps: tuple[Step, ...]
    open_end: bool
    beyond: tuple[Reached, ...]


def of_measures(shown: pd.DataFrame, dossier: Dossier, as_of: date | None) -> tuple[Life, ...]:
    """Give the lives of the measures of a table, in its order, as far as they were public on the day."""
    measures = {measure.id: measure for measure in dossier.measures}
    lives = (life(measures[str(name)], dossier, as_of) for name in shown.index)
    return tuple(found for found in lives if found.stages)


def life(measure: Measure, dossier: Dossier, as_of: date | None) -> Life:
    """Give the life of a measure as far as it was public on the day; it may have no stage by then."""
    reached = [(stage, dossier.event[stage.event]) for stage in measure.stages]
    return Life(
        measure,
        tuple(
            Reached(stage.stage, stage.date or event.date, event)
            for stage, event in reached
            if (stage.date or event.date).by(as_of) and event.public.by(as_of)
        ),
    )


def by_track(lives: Iterable[Life], dossier: Dossier) -> tuple[tuple[Track, tuple[Life, ...]], ...]:
    """Part lives by response track, in the record's order; a track may have none."""
    found = tuple(lives)
    return tuple((track, tuple(one for one in found if one.measure.track == track.id)) for track in dossier.front.tracks)


def drawn_time(tables: Tables) -> Window:
    """Give the time that lives are drawn in: from the first stage of any measure to the dossier's cutoff."""
    cutoff = tables.dossier.front.cutoff.last_known
    firsts = tables.stages["first"]
    return Window(min(firsts.min().date(), cutoff) if len(firsts) else tables.window.start, cutoff)


def drawn(one: Life, time: Window, as_of: date | None) -> DrawnLife:
    """Place a life in the time that is drawn; as of a day nothing is drawn after it."""
    until = min(as_of, time.end) if as_of else time.end
    edge = percent(until, time, end=True)
    within = [reached for reached in one.stages if reached.date.earliest <= until]
    # A stage known less exactly than the one before it may seem to begin earlier; it did not.
    starts = list(accumulate((percent(reached.date.earliest, time) for reached in within), max))
    ends = [*starts[1:], edge][: len(starts)]
    steps = tuple(
        Step(reached, start, min(max(start, percent(reached.date.begun, time)), end), end)
        for reached, start, end in zip(within, starts, ends, strict=True)
    )
    ended = bool(within) and within[-1].stage is Stage.ENDED
    beyond = tuple(reached for reached in one.stages if reached not in within)
    return DrawnLife(one, steps, bool(steps) and not ended, beyond)


def percent(day: date, time: Window, *, end: bool = False) -> float:
    """Find where a day begins or ends in a stretch of time, from 0 to 100."""
    return round(min(max(((day - time.start).days + end) / time.days, 0), 1) * 100, 2)


def years(time: Window) -> tuple[tuple[int, float], ...]:
    """Give the years that begin within a stretch of time, and where."""
    found = range(time.start.year + 1, time.end.year + 1)
    return tuple((year, percent(date(year, 1, 1), time)) for year in found)

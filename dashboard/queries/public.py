"""What was public on a day."""

from datetime import date

import pandas as pd

from dashboard.model.events import Event, Later
from dashboard.model.measures import StopCondition
from dashboard.queries.tables import Tables


def later(event: Event, as_of: date | None) -> tuple[Later, ...]:
    """Give what became public after an event, as far as it was public on the day."""
    return tuple(note for note in event.later if as_of is None or note.known.earliest <= as_of)


def stages(tables: Tables, day: date) -> pd.DataFrame:
    """Choose the stages that had been reached and were public on a day."""
    return tables.stages[tables.stages["public"] <= pd.Timestamp(day)]


def is_stated(stop: StopCondition, day: date | None) -> bool:
    """Tell whether a stop condition had been stated by a day."""
    return stop.date is not None and (day is None or stop.date.earliest <= day)

"""The events before and after one in time, and the one nearest to a day."""

import numpy as np
import pandas as pd

from dashboard.queries.chronology import keys
from dashboard.queries.windows import Window


def around(events: pd.DataFrame, all_events: pd.DataFrame, event: str) -> tuple[str | None, str | None]:
    """Find the previous and the next of the shown events; ``event`` itself need not be one of them."""
    here, there = keys(all_events.loc[[event]])[0], keys(events)
    before, after = int(np.searchsorted(there, here)), int(np.searchsorted(there, here, side="right"))
    return (str(events.index[before - 1]) if before else None), (str(events.index[after]) if after < len(events) else None)


def nearest(events: pd.DataFrame, days: Window) -> str | None:
    """Find the event whose possible days are nearest to some days; of several, the most important."""
    if events.empty:
        return None
    start, end = np.datetime64(days.start), np.datetime64(days.end)
    first, last = (events[column].to_numpy("datetime64[D]") for column in ("first", "last"))
    before = (start - np.where(np.isnat(last), start, last)).astype(np.int64).clip(min=0)
    after = (first - end).astype(np.int64).clip(min=0)
    nearest_ = np.flatnonzero((away := before + after) == away.min())
    importances = events["importance"].cat.codes.to_numpy()
    return str(events.index[nearest_[importances[nearest_].argmin()]])

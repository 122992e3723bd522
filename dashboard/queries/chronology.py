"""The order of time, in which events stand everywhere: by the first possible day, then by number."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.model.events import Event

IN_TIME = ["first", "number"]
_NUMBERS = 2**32  # more than events could have
_EPOCH = date(1970, 1, 1).toordinal()  # the day 0 of numpy

Keys = npt.NDArray[np.int64]


def keys(events: pd.DataFrame) -> Keys:
    """Give a number for each row of an event table; the later the event, the larger."""
    days = events["first"].to_numpy("datetime64[D]").astype(np.int64)
    found: Keys = days * _NUMBERS + events["number"].to_numpy()
    return found


def key(event: Event) -> int:
    """Give the same number for an event."""
    return (event.date.earliest.toordinal() - _EPOCH) * _NUMBERS + event.number


def in_time(events: pd.DataFrame) -> pd.DataFrame:
    """Put an event table in order of time, which most have already."""
    return events if (np.diff(keys(events)) > 0).all() else events.sort_values(IN_TIME)

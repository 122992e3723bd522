"""The events that a place shows in outline only."""

from functools import lru_cache

import pandas as pd

from dashboard.queries.address import Address
from dashboard.queries.selection import not_yet_public
from dashboard.queries.tables import Tables


@lru_cache(maxsize=8)  # as many as selections are kept
def ghosts(tables: Tables, place: Address) -> pd.DataFrame:
    """Give what had happened by the as-of day of a place but was not yet public, where the reader asked for it; else no row."""
    return not_yet_public(tables, place.selection) if place.ghosts else tables.events.iloc[:0]

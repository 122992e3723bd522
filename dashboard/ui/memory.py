"""What this process keeps in its memory, and what of it the collector of garbage looks at.

What was drawn for one reader is kept for the next who chooses the same, for as long as the record stays the same.

Streamlit lets it look at everything after every run of the script. What is loaded for good (modules, the record, what was
compressed) never becomes garbage, so it is taken out of its sight: ``gc.freeze`` in the standard library's documentation.
"""

import gc
from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

MOST_KEPT = 128  # results of each function that are kept, those that were asked for last
_kept: list[Callable[[], None]] = []


def kept(make: Callable[P, R]) -> Callable[P, R]:
    """Keep what a function gave for what it was asked; it takes frozen values alone and hangs on nothing else."""
    found = lru_cache(maxsize=MOST_KEPT)(make)
    _kept.append(found.cache_clear)
    return found  # type: ignore[return-value]


def forget() -> None:
    """Let go of all that is kept, since it is of an older record."""
    for clear in _kept:
        clear()


def settle() -> None:
    """Take all that is loaded now out of the collector's sight; what was replaced since the last time is collected first."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()

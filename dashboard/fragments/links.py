"""The addresses that links of the pages lead to, as functions that whoever draws a page gives."""

from collections.abc import Callable
from dataclasses import dataclass

Here = Callable[[str], str]  # an event's id into the address that opens it


@dataclass(frozen=True)
class Links:
    """How links are written: to an event, a measure, a track alone and a question alone (or, for None, to all of them)."""

    event: Here
    measure: Callable[[str | None], str]
    panel: Callable[[str | None], str]
    question: Callable[[str | None], str]

"""What a reader means by what stands in the search field: words, an event's number, or a date."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from dashboard.model.dates import EventDate
from dashboard.queries.windows import Window

_NUMBER = re.compile(r"(?P<letter>[Ee])?\s?(?P<number>\d{1,6})")
_DAY_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%B %d %Y", "%b %d, %Y", "%b %d %Y")
_MONTH_FORMATS = ("%B %Y", "%b %Y")


@dataclass(frozen=True)
class Wanted:
    """At most one of the two is set besides words: the number of an event, or the days to go to.

    A bare number is both: it is searched, and the event of that number is offered.
    """

    words: str = ""
    number: int | None = None
    days: Window | None = None

    @property
    def jumps(self) -> bool:
        """Whether it names a place and searches nothing."""
        return not self.words and (self.number is not None or self.days is not None)


@lru_cache(maxsize=256)
def interpret(text: str) -> Wanted:
    """Tell "E41" and "14 February 2017", which jump, from "41" and "harbour", which search."""
    text = " ".join(text.split())
    number = _NUMBER.fullmatch(text)
    if number:
        return Wanted(words="" if number["letter"] else text, number=int(number["number"]))
    days = _days(text)
    return Wanted(days=days) if days else Wanted(words=text)


def _days(text: str) -> Window | None:
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text):
        return _parsed(text)
    for forms, written in ((_DAY_FORMATS, "%Y-%m-%d"), (_MONTH_FORMATS, "%Y-%m")):
        for form in forms:
            try:
                return _parsed(f"{datetime.strptime(text, form):{written}}")  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
    return None


def _parsed(text: str) -> Window | None:
    try:
        return Window.of(EventDate.parse(text))
    except ValueError:
        return None

"""What a reader means by what stands in the search field: words, an event's number, or a date."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from dashboard.model.dates import EventDate

_NUMBER = re.compile(r"(?P<letter>[Ee])?\s?(?P<number>\d{1,6})")
_DAY_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%B %d %Y", "%b %d, %Y", "%b %d %Y", "%B %Y", "%b %Y")


@dataclass(frozen=True)
class Wanted:
    """At most one of the two is set besides words: the number of an event, or a day to go to.

    A bare number is both: it is searched, and the event of that number is offered.
    """

    words: str = ""
    number: int | None = None
    day: date | None = None

    @property
    def jumps(self) -> bool:
        """Whether it names a place and searches nothing."""
        return not self.words and (self.number is not None or self.day is not None)


def interpret(text: str) -> Wanted:
    """Tell "E41" and "14 February 2017", which jump, from "41" and "harbour", which search."""
    text = " ".join(text.split())
    number = _NUMBER.fullmatch(text)
    if number:
        return Wanted(words="" if number["letter"] else text, number=int(number["number"]))
    day = _day(text)
    return Wanted(day=day) if day else Wanted(words=text)


def _day(text: str) -> date | None:
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text):
        try:
            return EventDate.parse(text).earliest
        except ValueError:
            return None
    for form in _DAY_FORMATS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None

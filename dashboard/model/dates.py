"""Dates that say exactly as much as their source.

A date is written in EDTF (ISO 8601-2, levels 0 and 1). The ``edtf`` library reads the forms; this module keeps what it read as
one frozen value with first and last possible day, and puts it into words.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Literal, Self

from edtf.parser import grammar, parser_classes
from pydantic import Field, PlainValidator
from pyparsing import Or, ParseException, ParserElement

from dashboard.model.slips import as_it_should_be

OPEN_END = ".."
FORMS = '"2014-07-29", "2014-07", "2014", "2016-11-15/2016-11-16", "2015-04~", "2008?", "2014-08%" or "2017-11/.."'

# Of the library's grammar only the forms that a dossier may use: its full parser tries every form of level 2 and takes ten
# times as long.
_DATE_PARSER: ParserElement = Or([grammar.date, grammar.uncertainOrApproxDate])


@dataclass(frozen=True)
class EventDate:
    """A date as its source gives it.

    ``earliest`` is the first possible day; ``latest`` the last, or None where the end is open. ``throughout`` tells a span that
    lasted from a date that is merely some day in a month or year; ``begun`` is the last possible day on which it began.
    ``about`` and ``uncertain`` are the source's own doubt.
    """

    written: str
    earliest: date
    latest: date | None
    begun: date
    throughout: bool = False
    about: bool = False
    uncertain: bool = False
    words: str = ""

    @classmethod
    def parse(cls, written: object) -> Self:
        """Read an EDTF string.

        Raises ValueError where it is not one of the forms that a dossier may use, or ends before it begins.
        """
        if not isinstance(written, str):
            message = f"a date is text; write it like {FORMS}"
            raise ValueError(message)  # noqa: TRY004 - pydantic turns only ValueError into a problem of the record
        return cls(*_read(as_it_should_be(written.strip())))

    @property
    def open_end(self) -> bool:
        """Whether it still lasts as far as the source knows."""
        return self.latest is None

    @property
    def exact(self) -> bool:
        """Whether it is one certain day."""
        return self.earliest == self.latest and not (self.about or self.uncertain)

    @property
    def last_known(self) -> date:
        """The last possible day, or the first one where the end is open."""
        return self.latest or self.earliest

    @property
    def some_day_in(self) -> bool:
        """Whether it is one day that is known only as some day in a month or year."""
        return not self.throughout and self.earliest != self.latest

    @property
    def doubt(self) -> str:
        """What is not known of it, in words; nothing where it is one certain day or a span with certain ends."""
        if self.open_end:
            return "no end is known"
        if self.some_day_in:
            return "the day is not known"
        return "the day is not certain" if self.about or self.uncertain else ""

    def by(self, day: date | None) -> bool:
        """Tell whether it had come, as far as is possible, on a day; without a day everything has."""
        return day is None or self.earliest <= day

    def __str__(self) -> str:
        """Put it into words: "31 July 2014", "about April 2015", "15-16 November 2016", "since November 2017"."""
        return self.words


def day(text: object) -> EventDate:
    """Read a date that has to be a single day.

    Raises ValueError where it is not.
    """
    read = EventDate.parse(text)
    if not read.exact:
        message = f"'{text}' is not a single day; write it like \"2014-07-29\""
        raise ValueError(message)
    return read


def interval(text: object) -> EventDate:
    """Read a date that has to be an interval with both ends.

    Raises ValueError where it is not.
    """
    read = EventDate.parse(text)
    if not read.throughout or read.open_end:
        message = f"'{text}' is not an interval; write it like \"2014-07/2017-12\""
        raise ValueError(message)
    return read


def in_words(day_: date) -> str:
    """Write a day as readers see it everywhere: "31 July 2014"."""
    return f"{day_.day} {day_:%B %Y}"


def span_in_words(start: date, end: date, unit: Literal["day", "month", "year"] = "day") -> str:
    """Write a span as a date says it that gives its ends as days, months or years: "July 2014 to December 2017"."""
    return _Part.known(start, unit).span(_Part.known(end, unit))


def _written(title: str, pattern: str, like: str) -> object:
    # The last key is no part of the standard of schemas; editors show its text in place of the pattern.
    return Annotated[
        str, Field(title=title, pattern=f"^{pattern}$", json_schema_extra={"patternErrorMessage": f"Write it like {like}."})
    ]


# How a date looks, for schemas; whether the calendar has it is found only by reading it.
_DAY = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_MOMENT = f"({_DAY}|[0-9]{{4}}(-(0[1-9]|1[0-2]))?)[~?%]?"

Date = Annotated[
    EventDate,
    PlainValidator(EventDate.parse, json_schema_input_type=_written("date", rf"{_MOMENT}(/({_MOMENT}|\.\.))?", FORMS)),
]
Day = Annotated[EventDate, PlainValidator(day, json_schema_input_type=_written("single day", _DAY, '"2014-07-29"'))]
Interval = Annotated[
    EventDate, PlainValidator(interval, json_schema_input_type=_written("interval", f"{_MOMENT}/{_MOMENT}", '"2014-07/2017-12"'))
]


@dataclass(frozen=True)
class _Part:
    """One side of an interval, or a whole date: year, and month and day as far as they are known."""

    year: int
    month: int | None
    day: int | None
    first: date
    last: date
    about: bool
    uncertain: bool

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one day, month or year with its mark of doubt; raise ValueError where it is none of the calendar's."""
        if text.split() != [text]:  # the parser would pass over white space
            raise _no_date(text)
        try:
            [parsed] = _DATE_PARSER.parse_string(text, parse_all=True)
            first, last = date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])
        except (ParseException, ValueError) as error:
            raise _no_date(text) from error
        plain = parsed.date if isinstance(parsed, parser_classes.UncertainOrApproximate) else parsed
        if plain.significant_digits:
            message = f"'{text}' counts its certain digits, which a dossier does not; write it like {FORMS}"
            raise ValueError(message)
        both = parsed.is_uncertain_and_approximate
        return cls(
            int(plain.year),
            int(plain.month) if plain.month else None,
            int(plain.day) if plain.day else None,
            first,
            last,
            parsed.is_approximate or both,
            parsed.is_uncertain or both,
        )

    @classmethod
    def known(cls, day: date, unit: Literal["day", "month", "year"]) -> Self:
        """Take a day of the calendar, or the month or year that it is in."""
        month, number = day.month if unit != "year" else None, day.day if unit == "day" else None
        return cls(day.year, month, number, day, day, about=False, uncertain=False)

    def words(self) -> str:
        """Write it as far as it is known: "31 July 2014", "July 2014" or "2014"."""
        if self.month is None:
            return str(self.year)
        month = f"{self.first:%B %Y}"
        return month if self.day is None else f"{self.day} {month}"

    def span(self, end: Self) -> str:
        """Write a span without saying a shared month or year twice: "15-16 November 2016"."""
        if (self.year, self.month, self.day) == (end.year, end.month, end.day):
            return self.words()
        if self.year != end.year or self.month is None or end.month is None:
            return f"{self.words()} to {end.words()}"
        if self.month == end.month and self.day and end.day:
            return f"{self.day}-{end.words()}"
        start = f"{self.day} {self.first:%B}" if self.day else f"{self.first:%B}"
        return f"{start} to {end.words()}"


def _no_date(text: str) -> ValueError:
    return ValueError(f"'{text}' is not a date of the calendar; write it like {FORMS}")


@lru_cache(maxsize=4096)  # a record repeats many of its dates, and the parser takes half a millisecond for each
def _read(written: str) -> tuple[str, date, date | None, date, bool, bool, bool, str]:
    start, slash, end = written.partition("/")
    first = _Part.parse(start)
    last = None if end == OPEN_END else _Part.parse(end) if slash else first
    about = first.about or bool(last and last.about)
    uncertain = first.uncertain or bool(last and last.uncertain)
    if last is None:
        words = f"since {'about ' * about}{first.words()}"
    elif last.last < first.first:
        message = f"'{written}' ends before it begins; write the earlier date first"
        raise ValueError(message)
    else:
        words = "about " * about + (first.span(last) if slash else first.words())
    words += " (uncertain)" * uncertain
    return written, first.first, last.last if last else None, first.last, bool(slash), about, uncertain, words

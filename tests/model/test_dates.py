"""A date says exactly as much as its source, and is refused where it is none of the forms that a dossier may use."""

from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from dashboard.model.dates import Day, EventDate, Interval, in_words

# Written; first and last possible day; in words; then what else is true of it.
READ = [
    ("2014-07-31", "2014-07-31", "2014-07-31", "31 July 2014", {"exact"}),
    ("2016-02-29", "2016-02-29", "2016-02-29", "29 February 2016", {"exact"}),
    (" 2014-07-01 ", "2014-07-01", "2014-07-01", "1 July 2014", {"exact"}),
    ("2014-09", "2014-09-01", "2014-09-30", "September 2014", {"some_day_in"}),
    ("2016-02", "2016-02-01", "2016-02-29", "February 2016", {"some_day_in"}),
    ("2015-02", "2015-02-01", "2015-02-28", "February 2015", {"some_day_in"}),
    ("2014", "2014-01-01", "2014-12-31", "2014", {"some_day_in"}),
    ("2015-04~", "2015-04-01", "2015-04-30", "about April 2015", {"about", "some_day_in"}),
    ("2015-04-03~", "2015-04-03", "2015-04-03", "about 3 April 2015", {"about"}),
    ("2008?", "2008-01-01", "2008-12-31", "2008 (uncertain)", {"uncertain", "some_day_in"}),
    ("2008-05-06?", "2008-05-06", "2008-05-06", "6 May 2008 (uncertain)", {"uncertain"}),
    ("2014-08%", "2014-08-01", "2014-08-31", "about August 2014 (uncertain)", {"about", "uncertain", "some_day_in"}),
    ("2016-11-15/2016-11-16", "2016-11-15", "2016-11-16", "15-16 November 2016", {"throughout"}),
    ("2016-11-30/2016-12-01", "2016-11-30", "2016-12-01", "30 November to 1 December 2016", {"throughout"}),
    ("2016-12-31/2017-01-01", "2016-12-31", "2017-01-01", "31 December 2016 to 1 January 2017", {"throughout"}),
    ("2014-07/2014-09", "2014-07-01", "2014-09-30", "July to September 2014", {"throughout"}),
    ("2014-07/2017-12", "2014-07-01", "2017-12-31", "July 2014 to December 2017", {"throughout"}),
    ("1987/1991", "1987-01-01", "1991-12-31", "1987 to 1991", {"throughout"}),
    ("2014-07-29/2014-08", "2014-07-29", "2014-08-31", "29 July to August 2014", {"throughout"}),
    ("2014/2014-08", "2014-01-01", "2014-08-31", "2014 to August 2014", {"throughout"}),
    ("2014-04~/2014-06", "2014-04-01", "2014-06-30", "about April to June 2014", {"about", "throughout"}),
    ("2014-04/2014-06?", "2014-04-01", "2014-06-30", "April to June 2014 (uncertain)", {"uncertain", "throughout"}),
    ("2017-11/..", "2017-11-01", None, "since November 2017", {"throughout", "open_end"}),
    ("2017-11-05/..", "2017-11-05", None, "since 5 November 2017", {"throughout", "open_end"}),
    ("2017-11~/..", "2017-11-01", None, "since about November 2017", {"about", "throughout", "open_end"}),
    ("2017?/..", "2017-01-01", None, "since 2017 (uncertain)", {"uncertain", "throughout", "open_end"}),
]
MARKS = ("exact", "about", "uncertain", "throughout", "open_end", "some_day_in")

REFUSED = [
    "",
    "..",
    "/",
    "2014-13",
    "2014-00",
    "2014-7-29",
    "2014-02-30",
    "2015-02-29",
    "2014-06-31",
    "0000",
    "-2014",
    "-0044-03-15",
    "14",
    "20140729",
    "2014-21",
    "2014-07-29T10:00:00Z",
    "2014-07-29 10:00",
    "201X",
    "20XX",
    "2014-XX",
    "199u",
    "2014S2",
    "Y-17E7",
    "2014-?06",
    "~2014",
    "2014?-06",
    "2014?~",
    "{2014,2015}",
    "[2014,2015]",
    "unknown/2014",
    "2014/unknown",
    "2014/open",
    "2014/",
    "/2014",
    "../2014",
    "../..",
    "2014/../..",
    "2014/2015/2016",
    "2014-08/2014-07",
    "2014-07-30/2014-07-29",
    "2014 / 2015",
    "2014 - 07",
    "2014- 07-29",
    "2014 ~",
    "2014-07-29\n/..",
    "July 2014",
    "summer 2014",
    "no",
    "２０１４",  # noqa: RUF001 - digits that only look like the ones that are meant
    "2014-07-29" * 1000,
    "(" * 3000,
    "x" * 10_000,
]


@pytest.mark.parametrize(("written", "earliest", "latest", "words", "marks"), READ)
def test_a_date_says_as_much_as_its_source_and_no_more(
    written: str, earliest: str, latest: str | None, words: str, marks: set[str]
) -> None:
    read = EventDate.parse(written)
    assert read.earliest == date.fromisoformat(earliest)
    assert read.latest == (date.fromisoformat(latest) if latest else None)
    assert str(read) == read.words == words
    assert {mark for mark in MARKS if getattr(read, mark)} == marks
    assert read.written == written.strip()


@pytest.mark.parametrize("written", REFUSED, ids=lambda text: text[:24] or "empty")
def test_what_is_no_form_of_a_dossier_is_refused_in_plain_words(written: str) -> None:
    with pytest.raises(ValueError, match="; write ") as refusal:
        EventDate.parse(written)
    assert type(refusal.value) is ValueError


@pytest.mark.parametrize("value", [None, 2014, 1e3, date(2014, 7, 29), ["2014"], {"from": "2014"}, b"2014", True])
def test_what_is_not_text_is_no_date(value: object) -> None:
    with pytest.raises(ValueError, match=r"^a date is text; write it like"):
        EventDate.parse(value)


@pytest.mark.parametrize(
    ("written", "words"),
    [("2014-07-29/2014-07-29", "29 July 2014"), ("2014-07/2014-07", "July 2014"), ("2014/2014", "2014")],
)
def test_an_interval_of_one_day_month_or_year_does_not_say_it_twice(written: str, words: str) -> None:
    assert str(EventDate.parse(written)) == words


def test_the_same_text_is_the_same_date_and_can_be_a_key() -> None:
    assert EventDate.parse("2014-07") == EventDate.parse("2014-07")
    assert len({EventDate.parse("2014-07"), EventDate.parse("2014-07"), EventDate.parse("2014-07-01/2014-07-31")}) == 2


def test_a_date_never_changes() -> None:
    with pytest.raises(AttributeError):
        EventDate.parse("2014").about = True  # type: ignore[misc]


def test_the_last_known_day_of_an_open_end_is_its_first() -> None:
    assert EventDate.parse("2017-11/..").last_known == date(2017, 11, 1)
    assert EventDate.parse("2017-11").last_known == date(2017, 11, 30)


def test_a_day_is_written_without_a_leading_zero() -> None:
    assert in_words(date(2014, 7, 1)) == "1 July 2014"


class _Dated(BaseModel):
    day: Day | None = None
    interval: Interval | None = None


def _refusal(**given: Any) -> str:
    with pytest.raises(ValidationError) as refusal:
        _Dated(**given)
    return str(refusal.value.errors()[0]["msg"])


@pytest.mark.parametrize("written", ["2014-07", "2014", "2014-07-29~", "2014-07-29?", "2014-07-29/2014-07-30", "2014-07-29/.."])
def test_a_day_is_one_certain_day(written: str) -> None:
    assert _Dated.model_validate({"day": "2014-07-29"}).day == EventDate.parse("2014-07-29")
    assert _refusal(day=written) == f"Value error, '{written}' is not a single day; write it like \"2014-07-29\""


@pytest.mark.parametrize("written", ["2014-07", "2014-07-29", "2014", "2014-07/.."])
def test_an_interval_has_both_ends(written: str) -> None:
    assert _Dated.model_validate({"interval": "2014-07/2017-12"}).interval == EventDate.parse("2014-07/2017-12")
    assert _refusal(interval=written) == f"Value error, '{written}' is not an interval; write it like \"2014-07/2017-12\""

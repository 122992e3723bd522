"""Dates written as other people write them, and how a dossier would have them."""

import re
from datetime import date

_TYPOGRAPHIC = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"
_MONTHS = 12
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")


def as_it_should_be(text: str) -> str:
    """Give a date back that is not written as others often are.

    Raises ValueError where it stands in typographic quotation marks, or has the year last and it can be told what is the month.
    """
    if text.strip(_TYPOGRAPHIC) != text:
        message = f"'{text}' has typographic quotation marks; use straight ones"
        raise ValueError(message)
    found = _DAY_FIRST.fullmatch(text)
    if found:
        first, mark, second, year = found.groups()
        months = {int(one): int(other) for one, other in ((first, second), (second, first))}
        written = [(month, day_) for day_, month in months.items() if month <= _MONTHS]
        if mark == ".":
            written = [(int(second), int(first))]
        if len(written) == 1 and (right := _iso(int(year), *written[0])):
            message = f"'{text}' has the year last; write the year first: \"{right}\""
            raise ValueError(message)
    return text


def _iso(year: int, month: int, day_: int) -> str:
    try:
        return date(year, month, day_).isoformat()
    except ValueError:
        return ""

"""A query string being read, with what is wrong in it told in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dashboard.model.dates import day

MOST_VALUES = 100  # values of one parameter that are looked at
LEFT_OUT = "; it was left out."  # how a notice ends whose reader is shown the rest
SHOWN_OF_A_BAD_VALUE = 40  # characters of a bad value that a notice repeats


@dataclass
class Reading:
    """A query string being read, with a notice for each value that was dropped on the way."""

    query: Mapping[str, Sequence[str]]
    notices: list[str] = field(default_factory=list)

    def one(self, name: str) -> str:
        """Take the value of a parameter; the last where there are several."""
        values = self.query.get(name, ())
        if len(values) > 1:
            self.notices.append(f"The address gives “{name}” {len(values)} times; only the last was used.")
        return values[-1].strip() if values else ""

    def drop(self, name: str, value: str) -> None:
        """Say that a value was left out."""
        self.notices.append(f"The address has “{name}={shortened(value)}”, which is not in this record{LEFT_OUT}")

    def word(self, name: str, choices: Iterable[str]) -> str | None:
        """Take the one word of a parameter, or None where it is none of the choices."""
        value = self.one(name)
        if value in choices:
            return value
        if value:
            self.drop(name, value)
        return None

    def words(self, name: str, choices: Iterable[str]) -> frozenset[str]:
        """Take the words of a parameter that are among the choices."""
        values = self.query.get(name, ())
        known = set(choices)
        if len(values) > MOST_VALUES:
            self.notices.append(f"The address gives “{name}” {len(values)} times; only the first {MOST_VALUES} were read.")
        bad = [value for value in values[:MOST_VALUES] if value.strip() and value not in known]
        if bad:
            self.drop(name, bad[0])
        return frozenset(values[:MOST_VALUES]) & known

    def number(self, name: str, least: int, most: int) -> int | None:
        """Take the whole number of a parameter, or None where it is none between the two."""
        value = self.one(name)
        if value.isascii() and value.isdecimal() and len(value) <= len(str(most)) and least <= int(value) <= most:
            return int(value)
        if value:
            self.notices.append(
                f"The address has “{name}={shortened(value)}”, which is not a number from {least} to {most}{LEFT_OUT}"
            )
        return None

    def day(self, name: str) -> date | None:
        """Take the day that a parameter names."""
        value = self.one(name)
        try:
            return day(value).earliest if value else None
        except ValueError:
            self.notices.append(f"The address has “{name}={shortened(value)}”, which is not a day like 2017-12-08{LEFT_OUT}")
            return None


def shortened(value: str) -> str:
    """Cut a value that somebody typed to what a notice can repeat: short, and with no characters that upset a line."""
    cut = value if len(value) <= SHOWN_OF_A_BAD_VALUE else f"{value[:SHOWN_OF_A_BAD_VALUE]}…"
    return "".join(letter if letter.isprintable() else "·" for letter in cut)

"""The number that a new event takes."""

from collections.abc import Iterable


def next_free(numbers: Iterable[object]) -> int:
    """Give the number after the highest of those that are numbers; as numbers have no gap, it is the next free one."""
    written = (number.strip() for number in numbers if isinstance(number, str))
    return max((int(number) for number in written if number.isdecimal()), default=0) + 1

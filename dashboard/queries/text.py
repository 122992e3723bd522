"""Small rules of wording that several queries share."""

import re
import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """Reduce text to what searching compares: no case, no accents, single spaces."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return " ".join(plain.casefold().split())


def listed(words: Iterable[str], last: str = "and") -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    *most, final = list(words) or [""]
    return f"{', '.join(most)} {last} {final}" if most else final


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: "1 event", "1,228 events"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def on_one_line(text: str) -> str:
    """Write a text with no line break, control character or run of white space."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def as_markdown(text: str) -> str:
    """Write a text so that Markdown shows it as it stands."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!<>|~&:@])", r"\\\1", on_one_line(text))


def stopped(text: str) -> str:
    """End a sentence with one full stop, be its last word an abbreviation or not."""
    return text if text.endswith((".", "?")) else f"{text}."


def uncapitalized(title: str) -> str:
    """Write a title inside a sentence: its first letter small unless the word is all capitals."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]

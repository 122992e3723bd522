"""Text of the record as the XML of a deck can hold it."""

import re

_REFUSED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_MARKER = "\ufffd"


def plain(text: str) -> str:
    """Put a text on one line, with a sign in place of each character that XML refuses."""
    return _REFUSED.sub(_MARKER, " ".join(text.split()))


def paragraphs(text: str) -> tuple[str, ...]:
    """Give the paragraphs of a text, each on one line."""
    return tuple(plain(part) for part in text.splitlines() if part.strip())


def parted(text: str) -> tuple[str, ...]:
    """Give the paragraphs of a text that was wrapped by hand, where only an empty line parts them."""
    return tuple(plain(part) for part in re.split(r"\n\s*\n", text) if part.strip())


def unmarked(markdown: str) -> tuple[str, ...]:
    """Give the paragraphs of a Markdown text without its marks."""
    return tuple(_UNESCAPED.sub(r"\1", _MARKS.sub(r"\2", paragraph)) for paragraph in parted(markdown))


_MARKS = re.compile(r"(?<![\\*_\w])(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)(?<!\\)\1(?![*_\w])")
_UNESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|~])")

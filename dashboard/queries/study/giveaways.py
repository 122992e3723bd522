"""What in an event's title would tell the answer to a question about it."""

import calendar
import re
from functools import lru_cache

from dashboard.model.dossier import Dossier
from dashboard.queries.text import fold

# Stems stand for all words that begin with them.
_SEQUENCE_STEMS = (
    "anniversar", "began", "begin", "begun", "complet", "final", "finish", "follow", "initial", "last", "late", "open", "origin",
    "preced", "prelimin", "previous", "reaffirm", "renew", "reopen", "repeal", "repeat", "restat", "resum", "start", "success",
)  # fmt: skip
_SEQUENCE = (
    "after", "again", "already", "anew", "another", "before", "earlier", "earliest", "early", "end", "ended", "ending",
    "ends", "former", "further", "more", "new", "next", "now", "once", "since", "still", "then", "till", "until", "yet",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth",
)  # fmt: skip
_STANDING_STEMS = (
    "according", "account", "alleg", "assert", "assum", "claim", "contest", "contradict", "denial", "denied", "denies", "deny",
    "disagree", "disput", "document", "refut", "rebut", "reject", "suppos", "unfound", "unproved", "unproven",
)  # fmt: skip
_SEASONS = ("spring", "summer", "autumn", "winter", "christmas", "easter")

_CALENDAR = [*calendar.month_name[1:], *calendar.month_abbr[1:], *calendar.day_name]
_DAY = re.compile(rf"\b(?:{'|'.join(_CALENDAR)})\b")  # as written: in small letters some are verbs
_NUMBERED = re.compile(r"(?<![\d,.])(?:1[4-9]|20)\d\d(?:s|\b)(?!,\d)|\b\d+(?:st|nd|rd|th)\b")
_TIME = re.compile(rf"\b(?:{'|'.join((*_SEQUENCE, *_ORDINALS, *_SEASONS))})\b|\b(?:{'|'.join(_SEQUENCE_STEMS)})")
_AGREED = re.compile(rf"\b(?:{'|'.join(_STANDING_STEMS)})")
_WORD = re.compile(r"\w+")
SHORTEST, STEM = 4, 5  # letters of a word that tells something, and those that words of one stem share


@lru_cache(maxsize=4096)  # a set asks again about each event that is left
def of_time(title: str) -> bool:
    """Tell whether a title tells when something happened: by a date, an ordinal, or a word for what came before or after."""
    return bool(_DAY.search(title) or _NUMBERED.search(title) or _TIME.search(fold(title)))


def of_lane(title: str, dossier: Dossier) -> bool:
    """Tell whether a title has a word of a lane's title, be it in another form."""
    return any(_shares_word(title, lane.title) for lane in dossier.front.lanes)


def of_standing(title: str, dossier: Dossier) -> bool:
    """Tell whether a title says how far it is agreed, in the dossier's own words for it or in others."""
    words = dossier.front.standings
    return bool(_AGREED.search(fold(title))) or any(_shares_word(title, standing.title) for standing in words)


def of_length(right: str, other: str) -> bool:
    """Tell whether two titles differ so much in length that one of them stands out."""
    return max(len(right), len(other)) > 2 * min(len(right), len(other))


@lru_cache(maxsize=8192)
def _shares_word(title: str, told: str) -> bool:
    return any(_are_akin(one, other) for one in _words(title) for other in _words(told))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[tuple[str, str], ...]:
    """Give each word as it is written and folded."""
    return tuple((word, fold(word)) for word in _WORD.findall(text))


def _are_akin(one: tuple[str, str], other: tuple[str, str]) -> bool:
    (written, folded), (other_written, other_folded) = one, other
    if len(written) > 1 and written == other_written and written.isupper():  # short for a name
        return True
    letters = min(len(folded), len(other_folded), STEM)
    return letters >= SHORTEST and folded[:letters] == other_folded[:letters]

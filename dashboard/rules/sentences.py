"""How many sentences a text has, as near as a program can tell.

Where it can't be told whether a full stop ends a sentence or an abbreviation, it is taken for the latter: rather one sentence too
few than a warning that is wrong.
"""

import re

_END = re.compile(r"""[.!?]["')\]]*\s+(?=["'(\[]?[A-Z0-9])""")
_LAST_WORD = re.compile(r"[\w.&'-]*$")
_LONGEST = 20  # letters of a short form
_ABBREVIATIONS = frozenset((
    "adm", "approx", "apr", "art", "arts", "aug", "ca", "capt", "cf", "ch", "co", "col", "corp", "dec", "dept", "dr", "ed",
    "eds", "etc", "feb", "fig", "ft", "gen", "gov", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "mr", "mrs",
    "ms", "no", "nos", "nov", "oct", "op", "p", "para", "paras", "pp", "prof", "pt", "rep", "reps", "res", "rev", "sec", "secs",
    "sen", "sens", "sep", "sept", "sgt", "sr", "st", "vol", "vols", "vs",
))  # fmt: skip


def sentences(text: str) -> int:
    """Count the sentences of a text."""
    ends = (found.start() for found in _END.finditer(text))
    return 1 + sum(1 for end in ends if not _is_abbreviation(text[max(end - _LONGEST, 0) : end]))


def _is_abbreviation(before: str) -> bool:
    """Tell whether the text before a full stop ends with a short form: a letter, letters with stops between, or a known one."""
    found = _LAST_WORD.search(before)
    word = found[0].rstrip(".") if found else ""
    return (len(word) == 1 and word.isalpha()) or "." in word or word.casefold() in _ABBREVIATIONS

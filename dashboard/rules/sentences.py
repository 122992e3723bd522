"""How many sentences a text has, as near as a program can tell.

Where it can't be told whether a full stop ends a sentence or an abbreviation, it is taken for the latter: rather one sentence too
few than a warning that is wrong.
"""

import re

_END = re.compile(r"""(?P<word>[\w.&'-]*)[.!?]["')\]]*\s+(?=["'(\[]?[A-Z0-9])""")
_ABBREVIATIONS = frozenset((
    "adm", "approx", "apr", "art", "arts", "aug", "ca", "capt", "cf", "ch", "co", "col", "corp", "dec", "dept", "dr", "ed",
    "eds", "etc", "feb", "fig", "ft", "gen", "gov", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "mr", "mrs",
    "ms", "no", "nos", "nov", "oct", "op", "p", "para", "paras", "pp", "prof", "pt", "rep", "reps", "res", "rev", "sec", "secs",
    "sen", "sens", "sep", "sept", "sgt", "sr", "st", "vol", "vols", "vs",
))  # fmt: skip


def sentences(text: str) -> int:
    """Count the sentences of a text."""
    return 1 + sum(1 for found in _END.finditer(text) if not _is_abbreviation(found["word"]))


def _is_abbreviation(word: str) -> bool:
    """Tell a short form before a full stop: a single letter, letters with stops between them, or a known one."""
    return (len(word) == 1 and word.isalpha()) or "." in word or word.casefold() in _ABBREVIATIONS

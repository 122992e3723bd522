"""Items of CSL-JSON as entries of BibTeX, which BibLaTeX reads too."""

import re
from collections.abc import Iterator, Sequence

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares import default_unparse_stack
from bibtexparser.model import Block, Entry, ExplicitComment, Field

from dashboard.queries import csl

_TYPES = {"article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "report": "techreport"}
_AS_THEY_STAND = ("publisher", "volume", "edition", "language", "note", "annote")
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\lbrace{}",  # an escaped brace would still be counted as one
    "}": r"\rbrace{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {letter: f"\\{letter}" for letter in "#$%&_"}
_LIGATURE = re.compile("(?<=[-`'?!])(?=[-`'])")  # where LaTeX would make one sign of two


def written(items: Sequence[csl.Item], comment: str) -> str:
    """Write an entry for each item, under a comment."""
    told = ExplicitComment(comment.translate({ord("{"): "(", ord("}"): ")", ord("@"): " at "}))
    return _written([told, *map(_entry, items)])


def entry(item: csl.Item) -> str:
    """Write the entry of one item, under no comment."""
    return _written([_entry(item)])


def latex(text: str) -> str:
    """Write a text so that LaTeX prints it as it stands."""
    escaped = "".join(_ESCAPES.get(letter, letter) for letter in text)
    return _LIGATURE.sub("{}", escaped)


def _entry(item: csl.Item) -> Entry:
    return Entry(_TYPES.get(item["type"], "misc"), item["id"], [Field(*field) for field in _fields(item)])


def _written(blocks: list[Block]) -> str:
    return write_string(Library(blocks), unparse_stack=default_unparse_stack(allow_inplace_modification=True))


def _fields(item: csl.Item) -> Iterator[tuple[str, str]]:
    if "author" in item:
        yield "author", " and ".join(_name(name) for name in item["author"])
    yield "title", f"{{{latex(item['title'])}}}"  # in braces of its own, so that no style changes its capitals
    if "container-title" in item:
        journal = _TYPES.get(item["type"]) == "article"
        yield "journal" if journal else "howpublished", latex(item["container-title"])
    for name in _AS_THEY_STAND:
        if name in item:
            yield "institution" if (name, item["type"]) == ("publisher", "report") else name, latex(item[name])
    if "page" in item:
        yield "pages", latex(item["page"].replace("-", "--"))
    if "issued" in item:
        yield from _dated(item["issued"])
    if "accessed" in item:
        yield "urldate", dict(_dated(item["accessed"]))["date"]
    if "URL" in item:
        # Read letter by letter; what would end the field is written as the address itself may have it.
        yield "url", item["URL"].replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
    if "keyword" in item:
        yield "keywords", latex(item["keyword"])


def _name(name: csl.Item) -> str:
    if "literal" in name:
        return f"{{{latex(name['literal'])}}}"  # one whole, not given and family name
    return ", ".join(f"{{{latex(name[part])}}}" for part in ("family", "given"))


def _dated(told: csl.Item) -> Iterator[tuple[str, str]]:
    """Give the date in EDTF, and its year and month alone for older styles."""
    if "literal" in told:
        yield "year", latex(told["literal"])
        return
    first = told["date-parts"][0]
    yield "date", "/".join("-".join(f"{part:02}" for part in side) for side in told["date-parts"]) + "~" * bool(told.get("circa"))
    yield "year", str(first[0])
    if len(first) > 1:
        yield "month", str(first[1])

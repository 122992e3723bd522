"""The templates and how they are filled."""

import re
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from dashboard.figures.marks import left_half, outline
from dashboard.model.sources import Source
from dashboard.model.vocabulary import Glyph, Symbol
from dashboard.queries.citations import in_full, reference
from dashboard.queries.terms import Finder
from dashboard.queries.text import counted, listed, stopped

TEMPLATES = Path(__file__).parent / "templates"
# No button: in a line of text it would stand as one block, and a term of several words could not go on in the next line.
_TERM = Markup('<span class="term" role="button" tabindex="0" aria-expanded="false" data-term="{term}">{words}</span>')
_LANGUAGE = "en"  # of the pages
_TITLE = Markup('<span lang="{language}">{title}</span>')
_QUOTE = re.compile("[\"'\u2018\u2019\u201c\u201d]")  # a title within quotation marks has other ones within it
_BOX = 16  # pixels of the square that a mark in running text is drawn in


def render(template: str, **values: object) -> str:
    """Fill a template.

    Raises jinja2.UndefinedError where it names a value that it was not given.
    """
    return _environment().get_template(template).render(values).strip()


def markdown(text: str) -> str:
    """Turn the Markdown of a record into HTML; HTML in it stays text, and no link runs a script."""
    html: str = _markdown().render(text)
    return html


@lru_cache(maxsize=8192)
def explained(text: str, terms: Finder) -> Markup:
    """Write a text with the first use of each term as something to press; the rest of it is escaped."""
    written, at = Markup(), 0
    for use in terms.first_uses(text):
        written += escape(text[at : use.start]) + _TERM.format(term=use.term, words=text[use.start : use.end])
        at = use.end
    return written + escape(text[at:])


def referenced(source: Source, locator: str | None = None) -> Markup:
    """Write a reference to a source with its title marked as being in its own language, so that it is read aloud in it."""
    return _marked(reference(source, locator), source)


def titled(source: Source) -> Markup:
    """Write the title of a source, marked in the same way."""
    return _marked(source.title, source)


def _marked(text: str, source: Source) -> Markup:
    if source.language == _LANGUAGE or source.title.startswith("["):  # what stands in brackets are the editors' words
        return escape(text)
    found = re.search(_QUOTE.pattern.join(map(re.escape, _QUOTE.split(source.title))), text)
    if not found:
        return escape(text)
    title = _TITLE.format(language=source.language, title=found[0])
    return escape(text[: found.start()]) + title + escape(text[found.end() :])


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable("image")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"counted": counted, "in_full": in_full, "listed": listed, "reference": reference, "stopped": stopped}
    environment.filters |= {"explained": explained, "referenced": referenced, "titled": titled}
    environment.globals |= {"mark_outline": _mark_outline, "mark_half": _mark_half, "Glyph": Glyph}
    return environment


@cache
def _mark_outline(symbol: Symbol) -> str:
    return outline(symbol, _BOX / 2, _BOX / 2, _BOX - 4)


@cache
def _mark_half(symbol: Symbol) -> str:
    return left_half(symbol, _BOX / 2, _BOX / 2, _BOX - 4)

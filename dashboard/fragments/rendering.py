"""The templates and how they are filled."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt

from dashboard.figures.marks import left_half, outline
from dashboard.model.vocabulary import Glyph, Symbol
from dashboard.queries.citations import in_full, reference
from dashboard.queries.text import counted, listed, stopped

TEMPLATES = Path(__file__).parent / "templates"
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
    environment.globals |= {"mark_outline": _mark_outline, "mark_half": _mark_half, "Glyph": Glyph}
    return environment


def _mark_outline(symbol: Symbol) -> str:
    return outline(symbol, _BOX / 2, _BOX / 2, _BOX - 4)


def _mark_half(symbol: Symbol) -> str:
    return left_half(symbol, _BOX / 2, _BOX / 2, _BOX - 4)

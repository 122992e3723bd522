"""``events``: list the events that are selected, one line each."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from shutil import get_terminal_size
from textwrap import wrap

from dashboard.cli import dossiers, filters, record
from dashboard.cli.failing import FailedError
from dashboard.model.dossier import Dossier
from dashboard.model.events import Event
from dashboard.queries import address, search
from dashboard.queries.attribution import in_brief
from dashboard.queries.query_string import LEFT_OUT
from dashboard.queries.selection import Filter, Selection, reaching_on, select
from dashboard.queries.sentence import describe
from dashboard.queries.tables import Tables
from dashboard.queries.text import on_one_line

_ABOUT = """List the events that are selected, in order of time: number, date, lanes, how far each is agreed and who asserts
it, and label. What does not fit into the terminal's width is cut. --q searches words, and finds an event by its
number and the events of a day or a month by the date. For example:

  python -m dashboard events --q E41
  python -m dashboard events --tracks talks --from 2017-01-01
  python -m dashboard events --standing disputed --as-of 2016-12-31"""

_GAP = "  "
_CUT = "…"
_CREDIT, _LANES, _LABEL, _DATE = 3, 2, 4, 1
_LEAST = (
    (_CREDIT, 18),
    (_LANES, 10),
    (_LABEL, 24),
    (_CREDIT, 10),
    (_LANES, 4),
    (_LABEL, 12),
    (_DATE, 10),
)  # columns that are cut, in this order, down to these widths


def add_to(parser: ArgumentParser) -> None:
    """Describe the command to a parser."""
    parser.description = _ABOUT
    dossiers.add_option(parser)
    filters.add_to(parser, only_narrowing=True)
    parser.set_defaults(run=_run)


def _run(chosen: Namespace) -> int:
    tables = record.tables(dossiers.the_one(chosen.dossier))
    place, notices = address.read(filters.given(chosen), tables)
    if notices:
        raise FailedError(" ".join(notice.replace(LEFT_OUT, ".") for notice in notices))
    sentence, names = found(tables, place.selection)
    rows = [_row(tables.dossier.event[name], tables.dossier) for name in names]
    for line in lines(sentence, rows, get_terminal_size().columns):
        sys.stdout.write(f"{line}\n")
    return 0


def found(tables: Tables, selection: Selection) -> tuple[str, Sequence[str]]:
    """Say what is found, and name it: what mentions the words, or the event or the days that they jump to, as on a page."""
    wanted = search.interpret(selection.text)
    name = tables.named.get(f"E{wanted.number}") if wanted.number is not None else None
    if not wanted.jumps:
        shown = select(tables, selection)
        offer = f" There is an event of that number: E{wanted.number}; search for it with its letter." if name else ""
        return f"{describe(len(shown), tables, selection)}{offer}", [str(one) for one in shown.index]
    rest = selection.without(Filter.TEXT)
    if wanted.days:
        on_them = replace(rest, window=wanted.days)
        shown = select(tables, on_them)
        return describe(len(shown), tables, on_them), [str(one) for one in shown.index]
    if not name:
        numbers = tables.events["number"]
        return f"There is no event E{wanted.number}; the record goes from E{numbers.min()} to E{numbers.max()}.", []
    if name not in select(tables, reaching_on(tables, rest)).index:
        return f"There is an event E{wanted.number}, but the other filters leave it out.", []
    return f"E{wanted.number} is the event of that number.", [name]


def lines(sentence: str, rows: Sequence[Sequence[str]], width: int) -> Iterable[str]:
    """Write the sentence and the rows so that no line is wider than so many characters."""
    yield from wrap(on_one_line(sentence), width)
    if not rows:
        return
    yield ""
    plain = [[on_one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*plain, strict=True)]
    for column, least in _LEAST:
        over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
        widths[column] = max(min(least, widths[column]), widths[column] - max(over, 0))
    for row in plain:
        cells = [_fitted(cell, wide) for cell, wide in zip(row, widths, strict=True)]
        yield _fitted(_GAP.join(cells), width).rstrip()


def _row(event: Event, dossier: Dossier) -> tuple[str, ...]:
    lanes = ", ".join(lane.id for lane in dossier.lanes_of(event))
    return f"E{event.number}", event.date.written, lanes, in_brief(event, dossier), event.label


def _fitted(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else f"{text[: width - 1].rstrip()}{_CUT}".ljust(width)

"""Native tables, cut to what a slide holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.exports.deck.geometry import POINT, emu
from dashboard.exports.deck.library import Cell, Shape, Shapes, child
from dashboard.exports.deck.metrics import LINE
from dashboard.exports.deck.passages import SMALL, lines, say
from dashboard.exports.deck.shapes import Box, named, rgb
from dashboard.exports.deck.wording import plain
from dashboard.figures.theme import LIGHT

SIDE, ABOVE = 6, 5  # pixels within a cell; no more on the left, so that words stand under the title
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
Row = tuple[str, ...]


@dataclass(frozen=True)
class Columns:
    """The heads of a table and the pixels that each column takes."""

    heads: Row
    widths: tuple[float, ...]


def height(row: Row, columns: Columns) -> float:
    """Give the pixels that a row takes."""
    return (
        max(len(_broken(cell, wide, at == 0)) for at, (cell, wide) in enumerate(zip(row, columns.widths, strict=True))) * _LINE
        + 2 * ABOVE
    )


def pages(rows: Sequence[Row], columns: Columns, first: float, others: float) -> tuple[tuple[Row, ...], ...]:
    """Deal rows out to pages of so many pixels, heads included; a row higher than a whole page is cut between two lines."""
    head = height(columns.heads, columns)
    most = int((min(first, others) - head - 2 * ABOVE) // _LINE)
    found: list[list[Row]] = [[]]
    room = first - head
    for row in [part for whole in rows for part in _cut(whole, columns, max(most, 1))]:
        takes = height(row, columns)
        if takes > room and found[-1]:
            found.append([])
            room = others - head
        found[-1].append(row)
        room -= takes
    return tuple(tuple(page) for page in found)


def table(shapes: Shapes, left: float, top: float, rows: Sequence[Row], columns: Columns, name: str, alt: str) -> Shape:
    """Draw a table with a head; fine rules between its rows, and no fills."""
    heights = [height(row, columns) for row in (columns.heads, *rows)]
    at = Box(left, top, sum(columns.widths), sum(heights))
    drawn = shapes.add_table(len(rows) + 1, len(columns.heads), *(emu(x) for x in (at.left, at.top, at.width, at.height)))
    named(drawn, name, alt)
    found = drawn.table
    found.horz_banding = False
    found._tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE  # noqa: SLF001 - the library has no public way to choose a style
    for column, wide in zip(found.columns, columns.widths, strict=True):
        column.width = emu(wide)
    for number, (row, high) in enumerate(zip((columns.heads, *rows), heights, strict=True)):
        found.rows[number].height = emu(high)
        for at_column, words in enumerate(row):
            _fill(found.cell(number, at_column), words, is_head=number == 0, is_first=at_column == 0)
    return drawn


_LINE = SMALL * LINE * POINT


def _broken(words: str, wide: float, bold: bool) -> list[str]:  # noqa: FBT001 - private, and plain where it is called
    passage = say(plain(words), bold=bold, size=SMALL, before=0)
    return ["".join(run.text for run in line) for line in lines(passage, (wide - SIDE) / POINT)]


def _cut(row: Row, columns: Columns, most: int) -> list[Row]:
    broken = [_broken(cell, wide, at == 0) for at, (cell, wide) in enumerate(zip(row, columns.widths, strict=True))]
    if max(map(len, broken)) <= most:
        return [row]
    parts = [["".join(cell[at : at + most]) for at in range(0, len(cell), most)] for cell in broken]
    return [tuple(cells) for cells in zip_longest(*parts, fillvalue="")]


def _fill(cell: Cell, words: str, *, is_head: bool, is_first: bool) -> None:
    cell.margin_left, cell.margin_right, cell.margin_top, cell.margin_bottom = 0, emu(SIDE), emu(ABOVE), emu(ABOVE)
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = plain(words)
    run.font.size = Pt(SMALL)
    run.font.bold = is_first or is_head
    run.font.color.rgb = rgb(LIGHT.muted if is_head else LIGHT.ink)
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - the library has no public way to draw a cell's border
    border = child(properties, "a:lnB", w=str(12700 if is_head else 6350))
    color = LIGHT.muted if is_head else LIGHT.rule
    child(child(border, "a:solidFill"), "a:srgbClr", val=color[1:].upper())
    child(properties, "a:noFill")

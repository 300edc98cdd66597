"""Grids of figures: titles of columns, heads of rows, and the words above a table.

A grid knows where its figures stand and which words belong to each of them; what the
figures count is read elsewhere. Lists of products are grids too, marked as lists: their
row numbers and scores are taken and count nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import Block, Document, Span
from extract.tables.above import REACH, words_above
from extract.tables.body import Figure, Row, aligned, read_rows, width_of
from extract.tables.cells import Cell, read_cell
from extract.tables.product_list import is_product_list, taken_of_list
from extract.tables.runs import find_runs
from extract.tables.titles import header_length, titles_of_legend, titles_of_row

__all__ = ["Figure", "Grid", "Row", "find_grids"]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``columns`` holds the titles above each column, from the top.

    ``captions`` and ``headings`` are the
    lines and headings above the table, the nearest first. ``is_list`` marks a list of
    products. ``taken`` are the runs of text whose digits are the table's own; ``start`` is
    the offset of the first cell.
    """

    start: int
    columns: tuple[tuple[Span, ...], ...]
    rows: tuple[Row, ...]
    captions: tuple[Span, ...]
    headings: tuple[Span, ...]
    is_list: bool
    taken: tuple[tuple[int, int], ...]


def find_grids(document: Document, folded: str) -> tuple[Grid, ...]:
    """The tables of a document that hold figures, in the order of the text.

    Args:
        document: the document.
        folded: ``fold(document.text)``.
    """
    blocks = list(document.content_blocks())
    grids = []
    for run in find_runs(document, folded):
        rows = [[read_cell(s, folded[s.start : s.end]) for s in cells] for cells in run.rows]
        grid = _grid(document.text, folded, blocks[max(0, run.first - REACH) : run.first], rows)
        if grid is not None:
            grids.append(grid)
    return tuple(grids)


def _grid(text: str, folded: str, above: Sequence[Block], rows: list[list[Cell]]) -> Grid | None:
    head = header_length(rows)
    width = width_of(rows[head:])
    body = [aligned(row, width) for row in rows[head:]]
    titles = [titles_of_row(row, width, first=i == 0) for i, row in enumerate(rows[:head])]
    columns = tuple(
        tuple(cell.span for t in titles if (cell := t[i]) is not None and cell.folded)
        for i in range(width)
    )
    start = rows[0][0].span.start
    captions, headings = words_above(text, folded, above)
    if is_product_list(columns, folded, body):
        taken = tuple(run for cells in body for run in taken_of_list(cells))
        return Grid(start, columns, (), captions, headings, True, taken) if taken else None
    made, runs = read_rows(body, [t[0] for t in titles])
    if not made:
        return None
    if not titles:
        first = min(f.column for row in made for f in row.figures)
        columns = titles_of_legend(folded, text, (*captions, *headings), width, first)
    return Grid(start, columns, tuple(made), captions, headings, False, tuple(runs))

"""Tables of Word: the cell of each column, through merged cells (ECMA-376 part 1, 17.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from extract.documents.office.forms import is_form
from extract.documents.office.styles import Styles
from extract.documents.office.wordml import (
    GONE,
    child,
    is_on,
    number,
    seen,
    value,
    w,
)
from extract.documents.paper import Cell

_MAX_SPAN = 63
"""Columns that a row may have in Word."""
_SLIVER = 120
"""Twips (1/20 point): columns narrower than this only come from edges that do not meet."""
_NUMBER_HEAD = re.compile(r"^(?:s?tt|số tt|số thứ tự|no\.?)$", re.IGNORECASE)
_FORM_ROWS, _FORM_COLUMNS = 5, 4


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cell of the markup and the columns that it covers."""

    element: etree._Element
    start: int
    width: int
    goes_on: bool


def arranges(table: etree._Element, styles: Styles, texts: Callable[[etree._Element], str]) -> bool:
    """Whether a table only arranges text: letterheads, signatures, frames, tables in a cell.

    ``texts`` gives the printed words of a cell. A table of one column is a frame; few cells
    without lines are an arrangement unless their first says that rows are numbered below it.
    """
    rows = [[slot.element for slot in row] for row in _slots(table)]
    cells = [cell for row in rows for cell in row]
    if all(len(row) < 2 for row in rows) or any(_holds_table(cell) for cell in cells):
        return True
    if len(rows) > _FORM_ROWS or max(map(len, rows)) > _FORM_COLUMNS:
        return False
    words = [texts(cell).strip() for cell in cells]
    if any(_NUMBER_HEAD.match(text) for text in words):
        return False
    return any(map(is_form, words)) or not styles.has_borders(table)


def _holds_table(cell: etree._Element) -> bool:
    """Whether a table of rows and columns stands in ``cell``."""
    for inner in cell.iter(w("tbl")):
        wide = sum(1 for row in inner.iter(w("tr")) if sum(1 for _ in row.iter(w("tc"))) > 1)
        if wide > 1:
            return True
    return False


def cells_in_order(table: etree._Element) -> Iterator[etree._Element]:
    """The cells that are printed, row by row."""
    for row in _slots(table):
        yield from (slot.element for slot in row if not slot.goes_on)


def deleted_rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows that a tracked change took away or that are hidden."""
    yield from (row for row in _rows(table) if _is_gone(row))


def read_rows(
    table: etree._Element, make: Callable[[etree._Element], Cell]
) -> list[tuple[Cell, ...]]:
    """The rows of ``table`` with the cell of each column; all have the same width.

    ``make`` reads a cell of the markup; it is called once for each that is printed, in order.
    """
    grid: list[list[Cell]] = []
    above: dict[int, Cell] = {}
    for slots in _slots(table):
        row: list[Cell] = []
        below: dict[int, Cell] = {}
        for slot in slots:
            row += [Cell() for _ in range(slot.start - len(row))]
            kept = above.get(slot.start) if slot.goes_on else None
            cell = kept if kept is not None else make(slot.element)
            row += [cell] * slot.width
            below[slot.start] = cell
        above = below
        grid.append(row)
    width = max(map(len, grid), default=0)
    for row in grid:
        row += [Cell() for _ in range(width - len(row))]
    kept_columns = _real_columns(grid, _widths(table))
    return [tuple(row[column] for column in kept_columns) for row in grid]


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    yield from (row for row in seen(table) if row.tag == w("tr"))


def _is_gone(row: etree._Element) -> bool:
    properties = child(row, "trPr")
    if properties is None:
        return False
    deleted = any(properties.find(tag) is not None for tag in GONE)
    return deleted or bool(is_on(properties.find(w("hidden"))))


def _slots(table: etree._Element) -> Iterator[list[_Slot]]:
    for row in _rows(table):
        if _is_gone(row):
            continue
        at = min(max(number(row, "trPr", "gridBefore") or 0, 0), _MAX_SPAN)
        slots: list[_Slot] = []
        for cell in (node for node in seen(row) if node.tag == w("tc")):
            properties = child(cell, "tcPr")
            width = min(max(number(properties, "gridSpan") or 1, 1), _MAX_SPAN)
            if slots and _goes_on(properties, "hMerge"):
                slots[-1] = _Slot(
                    slots[-1].element, slots[-1].start, slots[-1].width + width, slots[-1].goes_on
                )
            else:
                slots.append(_Slot(cell, at, width, _goes_on(properties, "vMerge")))
            at += width
        yield slots


def _goes_on(properties: etree._Element | None, name: str) -> bool:
    """Whether a cell only continues the merged one above it or to its left."""
    found = child(properties, name)
    return found is not None and (value(properties, name) or "continue") == "continue"


def _widths(table: etree._Element) -> list[int | None]:
    grid = child(table, "tblGrid")
    columns = grid.findall(w("gridCol")) if grid is not None else []
    return [_twips(column.get(w("w"), "")) for column in columns]


def _twips(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None


def _real_columns(grid: list[list[Cell]], widths: list[int | None]) -> list[int]:
    """The columns that a reader sees.

    Where cell edges of different rows do not meet, the grid has columns that no row uses on
    its own, and slivers that are no wider than a stroke.
    """
    kept: list[int] = []
    for column in range(len(grid[0]) if grid else 0):
        width = widths[column] if column < len(widths) else None
        if kept and all(row[column] is row[kept[-1]] for row in grid):
            continue
        if width is not None and width < _SLIVER and _adds_nothing(grid, column):
            continue
        kept.append(column)
    return kept


def _adds_nothing(grid: list[list[Cell]], column: int) -> bool:
    """Whether each cell of a column also stands beside it, or is empty."""
    return all(
        not row[column].runs or any(row[c] is row[column] for c in _beside(column, len(row)))
        for row in grid
    )


def _beside(column: int, width: int) -> list[int]:
    return [c for c in (column - 1, column + 1) if 0 <= c < width]

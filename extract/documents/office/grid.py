"""From the cells of a sheet to paragraphs and tables.

A sheet is one plane: letterhead, title, table, notes and signatures stand in the same
columns. A table begins where a row heads numbered rows ("STT", "TT"), else at the first row
with several cells; narrow rows between its rows are heads inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.documents.office.survey import Place
from extract.documents.paper import Cell, Paragraph, Part, Row

_NUMBER_HEAD = re.compile(r"^(?:s?tt|số tt|số thứ tự|no\.?)$", re.IGNORECASE)
_ROW_NUMBER = re.compile(r"^\d{1,5}[.)]?$")
_WIDE = 3
"""Cells from which a row is one of a table, unless the table has fewer columns."""

_Cells = dict[int, Cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """The visible cells of a sheet by row and column; merged ones stand wherever they reach."""

    rows: Mapping[int, _Cells]

    @classmethod
    def of(
        cls,
        rows: Mapping[int, _Cells],
        merged: Iterable[tuple[Place, Place]],
        *,
        hidden_rows: frozenset[int] = frozenset(),
        hidden_columns: frozenset[int] = frozenset(),
    ) -> Grid:
        """Merge and hide; a merged cell is seen as long as a part of it is.

        Ranges end where the last row or column with words does.
        """
        grid = {row: dict(cells) for row, cells in rows.items()}
        right = max((max(cells) for cells in rows.values() if cells), default=-1)
        last = max(rows, default=-1)
        for (top, left), (bottom, end) in merged:
            cell = rows.get(top, {}).get(left)
            if cell is None:
                continue
            for row in range(top, min(bottom, last) + 1):
                across = range(left, min(end, right) + 1)
                grid.setdefault(row, {}).update(dict.fromkeys(across, cell))
        seen = {
            row: {column: cells[column] for column in sorted(cells) if column not in hidden_columns}
            for row, cells in sorted(grid.items())
            if row not in hidden_rows
        }
        return cls({row: cells for row, cells in seen.items() if cells})


def lay_out(grid: Grid) -> Iterator[Part]:
    """The parts of a sheet from top to bottom."""
    rows = list(grid.rows)
    heads = _numbered_heads(grid, rows)
    printed: set[int] = set()
    yield from _unnumbered(grid, rows[: heads[0]] if heads else rows, printed)
    for first, after in pairwise([*heads, len(rows)]):
        inside, outside = _divide(grid, rows[first:after])
        yield from _table(grid, inside)
        yield from _unnumbered(grid, outside, printed)


def _unnumbered(grid: Grid, rows: Sequence[int], printed: set[int]) -> Iterator[Part]:
    """Paragraphs, and the tables between them whose rows bear no numbers."""
    while rows:
        start = _plain_head(grid, rows)
        if start is None:
            yield from _paragraphs(grid, rows, printed)
            return
        yield from _paragraphs(grid, rows[:start], printed)
        inside, rows = _divide(grid, rows[start:])
        yield from _table(grid, inside)


def _numbered_heads(grid: Grid, rows: Sequence[int]) -> list[int]:
    """Indices of the rows that head a table of numbered rows; of a head of two rows the first."""
    heads: list[int] = []
    known: set[int] = set()
    for i, row in enumerate(rows):
        cells = _distinct(grid.rows[row])
        if len(cells) > 1 and _NUMBER_HEAD.match(_words(cells[0])) and id(cells[0]) not in known:
            heads.append(i)
            known.add(id(cells[0]))
    return heads


def _plain_head(grid: Grid, rows: Sequence[int]) -> int | None:
    """The first row with several cells that has such a row close below it.

    Names and offices at the foot of a sheet stand beside each other too, but alone.
    """
    widths = [len(_distinct(grid.rows[row])) for row in rows]
    for least in (_WIDE, _WIDE - 1):
        for i in range(len(rows) - 1):
            below = range(i + 1, min(i + least, len(rows)))
            near = any(widths[j] >= least and rows[j] - rows[i] == j - i for j in below)
            if widths[i] >= least and near:
                return i
    return None


def _divide(grid: Grid, rows: Sequence[int]) -> tuple[list[int], list[int]]:
    """The rows of a table, and those below it that are none of its own.

    A blank row ends it, unless numbered rows follow. Narrow rows right below it are its
    totals: two cells, or one across.
    """
    head = _distinct(grid.rows[rows[0]])
    wide = min(_WIDE, len(head))
    numbered = bool(_NUMBER_HEAD.match(_words(head[0])))
    last = 0
    for i, row in enumerate(rows):
        cells = _distinct(grid.rows[row])
        apart = i > 0 and row - rows[i - 1] > 1
        if apart and not (numbered and _has_numbers(grid, rows[i:], rows[0])):
            break
        across = len(grid.rows[row]) > 1
        if len(cells) >= wide or (across and last == i - 1 and not apart):
            last = i
    return list(rows[: last + 1]), list(rows[last + 1 :])


def _has_numbers(grid: Grid, rows: Sequence[int], head: int) -> bool:
    """Whether a row number stands in the first column of the table."""
    column = next(iter(grid.rows[head]))
    cells = (grid.rows[row].get(column) for row in rows)
    return any(cell is not None and _ROW_NUMBER.match(_words(cell)) for cell in cells)


def _table(grid: Grid, rows: Sequence[int]) -> Iterator[Row]:
    columns = sorted({column for row in rows for column in grid.rows[row]})
    for row in rows:
        cells = grid.rows[row]
        found = tuple(cells.get(column) or Cell() for column in columns)
        yield Row(found, starts=row == rows[0])


def _paragraphs(grid: Grid, rows: Sequence[int], printed: set[int]) -> Iterator[Paragraph]:
    for row in rows:
        for cell in _distinct(grid.rows[row]):
            if id(cell) not in printed:
                printed.add(id(cell))
                yield Paragraph(cell.runs)


def _distinct(cells: _Cells) -> list[Cell]:
    """The cells of a row from the left, a merged one once."""
    found: list[Cell] = []
    for column in sorted(cells):
        if not found or cells[column] is not found[-1]:
            found.append(cells[column])
    return found


def _words(cell: Cell) -> str:
    return " ".join(" ".join(run.text.split()) for run in cell.runs).strip()

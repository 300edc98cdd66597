"""A table that goes on over a page break: its repeated head, cut rows, merged cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.documents.paper import Cell, Row, Run

_HEAD = 6
"""Rows that a table may repeat on each page."""
_ALIKE = 0.6
_NUMBER = re.compile(r"\W*(?:\d{1,4}|[IVXLC]{1,6}|[a-zđ])\W*")
_SHORT = 8
_LEFT = 3
_RECENT = 12
_NUMBERING = ("tt", "stt", "sốtt", "sốthứtự")


@dataclass(frozen=True, slots=True)
class Mended:
    """The rows of the new page; ``cells`` are new cells for old ones (by identity)."""

    rows: list[Row]
    cells: Mapping[int, Cell]


def words(runs: Sequence[Run]) -> str:
    """The words of ``runs`` on one line."""
    return " ".join(" ".join(run.text for run in runs).split())


def repeated(table: Sequence[Row], rows: Sequence[Row]) -> int:
    """How many rows at the top of ``rows`` print the head of ``table`` again."""
    if not rows or _is_data(rows[0], _number_column([*table, *rows])):
        return 0
    count = 0
    lost = [""] * len(rows[0].cells)
    for old, new in zip(table[:_HEAD], rows, strict=False):
        if not _prints_again(old, new, lost):
            break
        lost = [_rest(a, b) for a, b in zip(old.cells, new.cells, strict=True)]
        count += 1
    return count


def has_own_head(table: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether ``rows``, which do not repeat the head of ``table``, are a table of their own.

    They are if they begin with the names of columns ("TT | Tên sản phẩm | …"): no cell is
    empty or merged, and a numbered row follows.
    """
    first = rows[0]
    named = [_letters(cell) for cell in first.cells]
    if named[0] in _NUMBERING:
        return True
    if len({id(cell) for cell in first.cells}) < len(first.cells) or not all(named):
        return False
    column = _number_column([*table, *rows])
    if _is_data(first, column) or _is_data(table[-1], column):
        return False
    return any(_is_data(row, column) for row in rows[1:])


def mend(table: Sequence[Row], rows: Sequence[Row]) -> Mended:
    """Join the row that the break cut, and cells that reach over the break.

    Args:
        table: the rows before the break, at least one.
        rows: those after it, without a repeated head.
    """
    if not rows:
        return Mended([], {})
    if _is_cut(table, rows):
        return _joined(table[-1], rows)
    return Mended(_filled_down(table, rows), {})


def _letters(cell: Cell) -> str:
    return "".join(words(cell.runs).split()).casefold()


def _prints_again(old: Row, new: Row, lost: Sequence[str]) -> bool:
    """Whether a row prints another again; narrow heads may lose lines of their cells.

    A line that a head loses may hang over into the cell below it: ``lost`` are the letters
    that the cells of the row above are short of.
    """
    pairs = [(_letters(a), _letters(b)) for a, b in zip(old.cells, new.cells, strict=True)]
    if not any(b for _, b in pairs):
        return False
    same = sum(a == b for a, b in pairs)
    return same >= _ALIKE * len(pairs) and all(
        a.startswith(b) or (b.startswith(a) and bool(b[len(a) :]) and over.endswith(b[len(a) :]))
        for (a, b), over in zip(pairs, lost, strict=True)
    )


def _rest(old: Cell, new: Cell) -> str:
    """The letters that a cell printed again is short of."""
    whole, printed = _letters(old), _letters(new)
    return whole[len(printed) :] if whole.startswith(printed) else ""


def _number_column(rows: Sequence[Row]) -> int:
    """The column of the row numbers: the first, or one close to it (behind the class)."""
    counts = [
        sum(_is_data(row, column) for row in rows) for column in range(len(rows[0].cells))[:_LEFT]
    ]
    return counts.index(max(counts))


def _is_data(row: Row, column: int) -> bool:
    """Whether a row has its number in ``column``."""
    return _NUMBER.fullmatch(words(row.cells[column].runs)) is not None


def _is_cut(table: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether the first row after the break and the last before it are pieces of one row.

    Only cells of several lines stand in both pieces. The number, the stars and other short
    cells stand whole in one of them: in the first, or, where cells are centred from top to
    bottom, in either.
    """
    last, rest = table[-1], rows[0]
    column = _number_column([*table, *rows])
    if _is_data(last, column) == _is_data(rest, column) or _is_one_cell(last) or _is_one_cell(rest):
        return False
    pairs = [(bool(a.runs), bool(b.runs)) for a, b in zip(last.cells, rest.cells, strict=True)]
    short = _short_columns([*table[-_RECENT:], *rows[:_RECENT]], column)
    if not any(a and b for a, b in pairs) or any(all(pairs[n]) for n in short):
        return False
    whole, piece = (last, rest) if _is_data(last, column) else (rest, last)
    if any(b.runs and not a.runs for a, b in zip(whole.cells, piece.cells, strict=True)):
        return False
    # Where numbers are merged over rows, a row without one is a row of its own, as a rule.
    numbers = [id(row.cells[column]) for row in (*table, *rows) if _is_data(row, column)]
    merged = any(one == other for one, other in pairwise(numbers))
    return not merged or any(words(cell.runs)[:1].islower() for cell in rest.cells)


def _is_one_cell(row: Row) -> bool:
    return len({id(cell) for cell in row.cells}) == 1


def _short_columns(rows: Sequence[Row], numbers: int) -> list[int]:
    """Columns with numbers, stars and the like."""
    widths = [0] * len(rows[0].cells)
    for row in rows:
        if _is_data(row, numbers) and not _is_one_cell(row):
            for n, cell in enumerate(row.cells):
                widths[n] = max(widths[n], len(words(cell.runs)))
    return [n for n, width in enumerate(widths) if 0 < width <= _SHORT]


def _joined(last: Row, rows: Sequence[Row]) -> Mended:
    joined: dict[int, Cell] = {}
    into: dict[int, Cell] = {}
    for old, new in zip(last.cells, rows[0].cells, strict=True):
        if id(old) not in joined:
            joined[id(old)] = Cell(old.runs + new.runs) if new.runs else old
        into[id(new)] = joined[id(old)]
    return Mended([_with(row, into) for row in rows[1:]], joined)


def _with(row: Row, cells: Mapping[int, Cell]) -> Row:
    return replace(row, cells=tuple(cells.get(id(cell), cell) for cell in row.cells))


def _filled_down(table: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """Empty cells at the top become the cells of the page before that they go on with."""
    into: dict[int, Cell] = {}
    for n, (old, new) in enumerate(zip(table[-1].cells, rows[0].cells, strict=True)):
        if old.runs and not new.runs and _reaches_over(table, rows, n):
            into[id(new)] = old
    return [_with(row, into) for row in rows]


def _reaches_over(table: Sequence[Row], rows: Sequence[Row], column: int) -> bool:
    """Whether the empty cell at the top of a column is the rest of a merged one.

    It is if one of the two pieces covers several rows, or if no row leaves the column empty.
    """
    new, old = rows[0].cells[column], table[-1].cells[column]
    if _is_one_cell(rows[0]) or _is_one_cell(table[-1]):
        return False
    above = len(table) > 1 and table[-2].cells[column] is old
    below = len(rows) > 1 and rows[1].cells[column] is new
    numbers = _number_column([*table, *rows])
    data = [row for row in (*table, *rows[1:]) if _is_data(row, numbers)]
    never_empty = len(data) > 1 and all(row.cells[column].runs for row in data)
    return above or below or never_empty

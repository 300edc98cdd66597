"""Rows of a table: heads, figures, units, and which row is a part of which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.model import Span
from extract.tables.cells import FIGURES, Cell, CellKind, is_ordinal, is_words


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell with a whole number, and the column that it stands in."""

    cell: Cell
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row with figures.

    ``heads`` are the cells of words before the figures; ``group`` the row without figures
    that heads a part of the table; ``parent`` the index of the row that this one is a part
    of ("trong đó: hạng 4 sao").
    """

    heads: tuple[Cell, ...]
    unit: Cell | None
    figures: tuple[Figure, ...]
    group: Span | None = None
    parent: int | None = None
    is_total: bool = False


_TOTAL = re.compile(
    r"(?:tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|huyện|thành phố|quốc|vùng|xã)|"
    r"cả (?:tỉnh|nước|huyện)|chung)"
    r"(?: (?:toàn|cả) (?:tỉnh|huyện|thành phố|nước))?(?: ?\([^()]{0,60}\))?:?"
)
_PART = re.compile(r"(?:[-+*•] ?)?(?:trong (?:đó|số)|bao gồm|gồm|chia ra|riêng)(?!\w)|[-+*•] ?")
_CLASS = re.compile(
    r"(?:(?:sản phẩm|sp) )?(?:ocop )?(?:đạt )?(?:hạng )?[1-5] ?(?:sao|\*)(?: ocop)?"
)


def width_of(rows: Sequence[Sequence[Cell]]) -> int:
    """The number of columns: what most rows with figures have, the largest of equals."""
    lengths = Counter(len(row) for row in rows if any(c.kind is CellKind.NUMBER for c in row))
    lengths = lengths or Counter(len(row) for row in rows)
    return max(lengths, key=lambda n: (lengths[n], n), default=0)


def aligned(row: list[Cell], width: int) -> list[Cell | None]:
    """The row with a cell for each column; a short row has lost cells at its left."""
    return [*[None] * (width - len(row)), *row]


def read_rows(
    body: Sequence[Sequence[Cell | None]], corner: Sequence[Cell | None]
) -> tuple[list[Row], list[tuple[int, int]]]:
    """The rows with figures, and the runs of text that the table takes.

    Args:
        body: the rows, with a cell for each column.
        corner: the titles of the first column.
    """
    made: list[Row] = []
    taken: list[tuple[int, int]] = []
    group: Span | None = None
    main: int | None = None
    for cells in body:
        row = _row(cells, corner, group, main, made)
        if row is None:
            group = _group(cells) or group
            continue
        taken += _taken(cells)
        if row.parent is None:
            main = len(made)
        if row.is_total:
            group = None
        made.append(row)
    return made, taken


def _row(
    cells: Sequence[Cell | None],
    corner: Sequence[Cell | None],
    group: Span | None,
    main: int | None,
    made: Sequence[Row],
) -> Row | None:
    at = 1 if _opens_with_number(cells, corner) else 0
    heads: list[Cell] = []
    unit: Cell | None = None
    figures: list[Figure] = []
    for column, cell in enumerate(cells[at:], at):
        if cell is None:
            continue
        if cell.kind is CellKind.NUMBER:
            figures.append(Figure(cell, column))
        elif cell.kind is CellKind.UNIT and heads and not figures:
            unit = cell
        elif cell.kind in (CellKind.TEXT, CellKind.YEAR, CellKind.UNIT) and not figures:
            heads.append(cell)
    if not figures or not heads:
        return None
    number = cells[0].folded if at and cells[0] is not None else ""
    is_total = bool(_TOTAL.fullmatch(heads[0].folded.strip(" -*+.:")))
    parent = None if is_total else _parent(heads[0], number, main, made)
    return Row(tuple(heads), unit, tuple(figures), group, parent, is_total)


def _opens_with_number(cells: Sequence[Cell | None], corner: Sequence[Cell | None]) -> bool:
    """Whether the first cell is the number of the row."""
    first = cells[0]
    if first is None or not is_ordinal(first):
        return False
    titled = any(t is not None and t.folded.strip(". ") in ("tt", "stt", "số tt") for t in corner)
    following = next((c for c in cells[1:] if c is not None), None)
    return titled or (following is not None and following.kind is CellKind.TEXT)


def _parent(head: Cell, number: str, main: int | None, made: Sequence[Row]) -> int | None:
    """The row that a row is a part of: the last one that is no part itself."""
    deeper = bool(_DEEPER.fullmatch(number))
    if not (deeper or _PART.match(head.folded) or _CLASS.fullmatch(head.folded)):
        return None
    if main is None or _CLASS.fullmatch(made[main].heads[0].folded):
        return None
    return main


_DEEPER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?|[-+*•]|[a-zđ][.)]")


def _group(cells: Sequence[Cell | None]) -> Span | None:
    """The words of a row that names a part of the table."""
    words = {c.span for c in cells if c is not None and is_words(c)}
    return next(iter(words)) if len(words) == 1 else None


def _taken(cells: Sequence[Cell | None]) -> Iterator[tuple[int, int]]:
    """The figures of a row, and its numbers that count nothing."""
    for cell in cells:
        if cell is not None and cell.kind in FIGURES:
            yield cell.span.start, cell.span.end
    if cells[0] is not None and is_ordinal(cells[0]) and cells[0].folded:
        yield cells[0].span.start, cells[0].span.end

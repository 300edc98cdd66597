"""Titles of columns: the rows at the top of a table, or a legend in words above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Span
from extract.tables.cells import Cell, CellKind, is_ordinal


def header_length(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the top hold titles: no figures, but for years and column numbers."""
    length = 0
    for row in rows:
        figures = [c for c in row if c.kind in (CellKind.NUMBER, CellKind.MEASURE)]
        if figures and not _numbers_columns(row):
            break
        if length and not _goes_on(row):
            break
        length += 1
    return length if length < len(rows) else 0


def _goes_on(row: Sequence[Cell]) -> bool:
    """Whether a row without figures is a second row of titles and not the name of a part."""
    named = [c for c in row if c.kind in (CellKind.TEXT, CellKind.YEAR, CellKind.UNIT)]
    if _numbers_columns(row):
        return True
    return len(named) >= 2 and not (is_ordinal(row[0]) and row[0].folded and len(named) <= 2)


def _numbers_columns(row: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: "(1) | (2) | (3)", "A | B | 1 | 2"."""
    signs = [c.folded.strip("()") for c in row if c.folded]
    numbers = [int(s) for s in signs if s.isdigit()]
    letters = [s for s in signs if not s.isdigit()]
    return (
        len(numbers) >= 2
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and numbers[0] in (1, 2, 3)
        and all(len(s) == 1 or "=" in s or "+" in s for s in letters)
        and len(signs) == len(row)
    )


def titles_of_row(row: Sequence[Cell], width: int, *, first: bool) -> list[Cell | None]:
    """A row of titles, one for each column.

    The cells of a first row that is too short stand at the left, and the last of them
    covers what is left; those of a second row stand at the right, under a split title.
    """
    if _numbers_columns(row):
        return [None] * width
    missing = width - len(row)
    if first:
        return [*row[:width], *[row[-1]] * missing]
    return [*[None] * missing, *row[:width]]


_COLUMN = re.compile(r"(?:cột|số)(?: thứ)? (?:\(?(\d)\)?)(?: là|:|-|=)? ?([^;,.):\d]{2,60})")
_STROKE = re.compile(
    r"(?P<side>trước|sau)(?: dấu)? gạch(?: chéo| ngang)?(?: là|:)? ?(?P<title>[^;,.):]{2,60})"
)


def titles_of_legend(
    folded: str, text: str, lines: Sequence[Span], width: int, first: int
) -> tuple[tuple[Span, ...], ...]:
    """Titles told in words above a table without any: "cột 1: mới; cột 2: đánh giá lại"."""
    titles: list[tuple[Span, ...]] = [() for _ in range(width)]
    for line in lines:
        for match in _COLUMN.finditer(folded, line.start, line.end):
            column = first + int(match[1]) - 1
            if first <= column < width:
                titles[column] = (Span.of(text, *match.span(2)),)
        for match in _STROKE.finditer(folded, line.start, line.end):
            column = first + (match["side"] == "sau")
            if column < width:
                titles[column] = (Span.of(text, *match.span("title")),)
    return tuple(titles)

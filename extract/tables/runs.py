"""Rows of tables as they stand in a document: blocks with cells, and lines that are rows.

What pasting leaves of a table are lines of one shape. A single such line may be anything;
two in a row are a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.model import BlockKind, Document
from extract.tables.lines import Cells, Lines
from extract.tables.pasted import numbered, stacked, stroked, with_units
from extract.tables.separated import separated, split

_SHAPES = (separated, with_units, numbered, stroked, stacked)


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that belong together; ``first`` is the index of their first content block."""

    first: int
    rows: tuple[Cells, ...]


def find_runs(document: Document, folded: str) -> Iterator[Run]:
    """Every run of rows, in the order of the text."""
    lines = Lines(document.text, folded, list(document.content_blocks()))
    position = 0
    while position < len(lines.blocks):
        found = _with_cells(lines, position) or _by_shape(lines, position)
        if found is None:
            position += 1
            continue
        length, rows = found
        if rows:
            yield Run(position, rows)
        position += length


def _with_cells(lines: Lines, first: int) -> tuple[int, tuple[Cells, ...]] | None:
    """Blocks that are table rows by markup; a dated row among them was taken for prose."""
    rows: list[Cells] = []
    stop = first
    while stop < len(lines.blocks):
        block = lines.blocks[stop]
        if block.kind is BlockKind.TABLE_ROW:
            rows += [block.cells] if block.cells else []
        elif not rows or not _is_row_like(lines, stop, len(rows[-1])):
            break
        else:
            rows.append(split(lines, stop, _BAR))
        stop += 1
    return (stop - first, tuple(rows)) if stop > first else None


def _is_row_like(lines: Lines, index: int, width: int) -> bool:
    """Whether a line of prose has as many cells as the row before it."""
    line = lines.is_line(index) and "|" in lines.view(index)
    return line and len(split(lines, index, _BAR)) == width


_BAR = re.compile(r" ?\| ?")


def _titled(lines: Lines, first: int) -> tuple[int, tuple[Cells, ...]] | None:
    """Table rows under a line of titles that holds a date and so was taken for prose."""
    if "|" not in lines.view(first):
        return None
    found = _with_cells(lines, first + 1)
    titles = split(lines, first, _BAR)
    if found is None or not found[1] or len(found[1][0]) != len(titles):
        return None
    return found[0] + 1, (titles, *found[1])


def _by_shape(lines: Lines, first: int) -> tuple[int, tuple[Cells, ...]] | None:
    if not lines.is_line(first):
        return None
    return next((found for shape in (_titled, *_SHAPES) if (found := shape(lines, first))), None)

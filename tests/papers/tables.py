"""Whether the rows of a paper's tables are rows of the document that was read from a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extract.model import Document
from papers.compare import same_words
from papers.leaves import Grid, Leaf

_ZEROS = re.compile(r"(\d+),(\d*?)0+")


def as_typed(text: str) -> str:
    """The words of a cell; a sheet keeps no zeros after the comma."""
    words = same_words(text)
    if number := _ZEROS.fullmatch(words):
        return ",".join(part for part in number.groups() if part)
    return words


def expected(parts: tuple[Leaf, ...]) -> Iterator[tuple[str, ...]]:
    """Every row under a head, with the text of the cell that covers each column."""
    for part in parts:
        if isinstance(part, Grid) and part.ruled:
            yield from _filled(part)


def _filled(grid: Grid) -> Iterator[tuple[str, ...]]:
    cells: dict[tuple[int, int], str] = {}
    for r, row in enumerate(grid.rows):
        for c, box in enumerate(row):
            if box:
                covered = ((r + i, c + j) for i in range(box.down) for j in range(box.across))
                cells.update(dict.fromkeys(covered, as_typed(box.text)))
    for r in range(grid.heads, len(grid.rows)):
        yield tuple(cells[r, c] for c in range(len(grid.widths)))


def _ended(row: tuple[str, ...]) -> tuple[str, ...]:
    """A row without the empty cells at its end: a sheet is as wide as its widest table."""
    while row and not row[-1]:
        row = row[:-1]
    return row


def lost_rows(parts: tuple[Leaf, ...], document: Document, skip: int = 0) -> list[tuple[str, ...]]:
    """The rows of ``parts`` that no row of ``document`` equals, the first ``skip`` cells aside."""
    known = Counter(
        _ended(tuple(as_typed(cell.text) for cell in block.cells[skip:]))
        for block in document.blocks
    )
    lost = []
    for row in expected(parts):
        wanted = _ended(row[skip:])
        if known[wanted]:
            known[wanted] -= 1
        else:
            lost.append(row)
    return lost

"""Tables of a page: data or layout, and the grid of a data table.

Portals lay out whole pages with tables. A data table has no table inside, several rows
and columns, and short cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from extract.documents.element_signs import UNSEEN, is_hidden
from extract.documents.markup import BLOCKS, OFFSET

_MAX_CELL, _MEAN_CELL = 1500, 220
_MAX_SPAN, _MAX_COLUMNS = 200, 400
_GAPS = BLOCKS | {"br"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its own cells as texts, and for every column which own cell fills it.

    ``columns`` holds (row, cell) pairs, so that a cell that spans several rows or columns
    is printed once and stands in each of them. ``at`` is the offset of the row's tag.
    """

    at: int | None
    cells: tuple[str, ...]
    columns: tuple[tuple[int, int], ...]


def read_data_table(table: HtmlElement) -> list[Row] | None:
    """The rows of ``table``, or None when it only arranges the page."""
    if table.get("role") == "presentation":
        return None
    rows = [(row, _cells(row)) for row in table.iter("tr")]
    rows = [(row, cells) for row, cells in rows if cells]
    if len(rows) < 2 or sum(len(cells) >= 2 for _, cells in rows) * 2 < len(rows):
        return None
    texts = [[visible_text(cell) for cell in cells] for _, cells in rows]
    if not _is_data(table, texts):
        return None
    return list(_grid(rows, texts))


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _is_data(table: HtmlElement, texts: list[list[str]]) -> bool:
    filled = [text for row in texts for text in row if text]
    if len(filled) < 4 or max(map(len, filled)) > _MAX_CELL:
        return False
    if any(True for _ in table.iter("h1", "form", "button")):
        return False
    links = sum(1 for _ in table.iter("a"))
    if links > len(filled) * 0.6 and not any(c.isdigit() for text in filled for c in text):
        return False
    return sum(map(len, filled)) <= _MEAN_CELL * len(filled)


def _grid(
    rows: list[tuple[HtmlElement, list[HtmlElement]]], texts: list[list[str]]
) -> Iterator[Row]:
    """Fill rowspan and colspan; a span of 0 or nonsense counts as 1."""
    waiting: dict[int, tuple[int, tuple[int, int]]] = {}
    for number, (row, cells) in enumerate(rows):
        columns: list[tuple[int, int]] = []
        for index, cell in enumerate(cells):
            _fill(columns, waiting)
            height, width = _span(cell, "rowspan"), _span(cell, "colspan")
            for _ in range(min(width, _MAX_COLUMNS - len(columns))):
                if height > 1:
                    waiting[len(columns)] = (height - 1, (number, index))
                columns.append((number, index))
        _fill(columns, waiting)
        at = row.get(OFFSET)
        yield Row(int(at) if at else None, tuple(texts[number]), tuple(columns))


def _fill(columns: list[tuple[int, int]], waiting: dict[int, tuple[int, tuple[int, int]]]) -> None:
    """Columns that a cell of an earlier row still covers."""
    while len(columns) in waiting:
        left, cell = waiting.pop(len(columns))
        if left > 1:
            waiting[len(columns)] = (left - 1, cell)
        columns.append(cell)


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(int(value), _MAX_SPAN) if value.isascii() and value.isdigit() and int(value) else 1


def visible_text(element: HtmlElement) -> str:
    """Text that a reader sees in a cell, on one line; blocks and breaks are blanks."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            if node.tag in UNSEEN or is_hidden(node, on_colour=False):
                walk.skip_subtree()
                continue
            parts += (" " if node.tag in _GAPS else "", node.text or "")
        elif node is not element:
            parts += (" " if node.tag in _GAPS else "", node.tail or "")
    return " ".join("".join(parts).split())

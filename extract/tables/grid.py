"""Grids of figures: titles of columns, heads of rows, and the words above a table.

A grid knows where its figures stand and which words belong to each of them; what the
figures count is read elsewhere. Lists of products ("TT | Tên sản phẩm | Chủ thể | Điểm")
are grids too, marked as lists: their row numbers and scores are taken and count nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.model import Block, BlockKind, Document, Span
from extract.tables.cells import Cell, CellKind, is_ordinal, read_cell
from extract.tables.runs import find_runs


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


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``columns`` holds the titles above each column, from the top.

    ``corner`` are the titles above the row heads. ``captions`` and ``headings`` are the
    lines and headings above the table, the nearest first. ``is_list`` marks a list of
    products. ``taken`` are the runs of text whose digits are the table's own; ``start`` is
    the offset of the first cell.
    """

    start: int
    columns: tuple[tuple[Span, ...], ...]
    corner: tuple[Span, ...]
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
        grid = _grid(document.text, folded, blocks[: run.first], rows)
        if grid is not None:
            grids.append(grid)
    return tuple(grids)


def _grid(text: str, folded: str, above: Sequence[Block], rows: list[list[Cell]]) -> Grid | None:
    head = _header_length(rows)
    width = _width(rows[head:])
    body = [_aligned(row, width) for row in rows[head:]]
    titles = [_titles(row, width, first=i == 0) for i, row in enumerate(rows[:head])]
    captions, headings = _above(text, folded, above)
    columns = tuple(
        tuple(cell.span for t in titles if (cell := t[i]) is not None and cell.folded)
        for i in range(width)
    )
    is_list = _is_list(columns, folded, body)
    made, taken = _rows(body, [t[0] for t in titles], is_list=is_list)
    if not made and not taken:
        return None
    first = min((f.column for row in made for f in row.figures), default=0)
    if not titles:
        columns = _by_legend(folded, text, captions, width, first)
    corner = tuple(span for column in columns[:first] for span in column)
    start = rows[0][0].span.start
    return Grid(start, columns, corner, tuple(made), captions, headings, is_list, tuple(taken))


# ── the titles ───────────────────────────────────────────────────────────────────────


def _header_length(rows: Sequence[Sequence[Cell]]) -> int:
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


def _titles(row: Sequence[Cell], width: int, *, first: bool) -> list[Cell | None]:
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


_COLUMN = re.compile(r"(?:cột|số)(?: thứ)? (?:\(?(\d)\)?)(?: là|:|-|=)? ?([^;,.)\d]{2,60})")
_SLASH = re.compile(
    r"(?P<side>trước|sau)(?: dấu)? (?:gạch|dấu gạch|dấu)(?: chéo| ngang)?(?: là|:)? ?(?P<title>[^;,.)]{2,60})"
)


def _by_legend(
    folded: str, text: str, captions: Sequence[Span], width: int, first: int
) -> tuple[tuple[Span, ...], ...]:
    """Titles told in words above a table without any: "cột 1: mới; cột 2: đánh giá lại"."""
    titles: list[tuple[Span, ...]] = [() for _ in range(width)]
    for caption in captions:
        for match in _COLUMN.finditer(folded, caption.start, caption.end):
            column = first + int(match[1]) - 1
            if first <= column < width:
                titles[column] = (Span.of(text, *match.span(2)),)
        for match in _SLASH.finditer(folded, caption.start, caption.end):
            column = first + (match["side"] == "sau")
            if column < width:
                titles[column] = (Span.of(text, *match.span("title")),)
    return tuple(titles)


# ── the rows ─────────────────────────────────────────────────────────────────────────

_TOTAL = re.compile(
    r"(?:tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|huyện|thành phố|quốc|vùng|xã)|cả (?:tỉnh|nước|huyện)|chung)"
    r"(?: (?:toàn|cả) (?:tỉnh|huyện|thành phố|nước))?(?: ?\([^()]{0,60}\))?:?"
)
_PART = re.compile(r"(?:[-+*•] ?)?(?:trong (?:đó|số)|bao gồm|gồm|chia ra|riêng)(?!\w)|[-+*•] ?")
_CLASS = re.compile(
    r"(?:(?:sản phẩm|sp) )?(?:ocop )?(?:đạt )?(?:hạng )?[1-5] ?(?:sao|\*)(?: ocop)?"
)


def _width(rows: Sequence[Sequence[Cell]]) -> int:
    """The number of columns: what most rows with figures have, the largest of equals."""
    lengths = Counter(len(row) for row in rows if any(c.kind is CellKind.NUMBER for c in row))
    lengths = lengths or Counter(len(row) for row in rows)
    return max(lengths, key=lambda n: (lengths[n], n), default=0)


def _aligned(row: list[Cell], width: int) -> list[Cell | None]:
    """The row with a cell for each column; a short row has lost cells at its left."""
    return [*[None] * (width - len(row)), *row]


def _rows(
    body: Sequence[Sequence[Cell | None]],
    first_titles: Sequence[Cell | None],
    *,
    is_list: bool,
) -> tuple[list[Row], list[tuple[int, int]]]:
    """The rows with figures, and the runs of text that the table takes."""
    made: list[Row] = []
    taken: list[tuple[int, int]] = []
    group: Span | None = None
    for cells in body:
        row = _row(cells, first_titles, group, made)
        if is_list:
            taken += _taken_of_list(cells)
        elif row is None:
            group = _group(cells) or group
        else:
            taken += _taken(cells)
            made.append(row)
            group = None if row.is_total else group
    return made, taken


def _row(
    cells: Sequence[Cell | None],
    first_titles: Sequence[Cell | None],
    group: Span | None,
    above: Sequence[Row],
) -> Row | None:
    at = 1 if _opens_with_number(cells, first_titles) else 0
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
    parent = None if is_total else _parent(heads[0], number, above)
    return Row(tuple(heads), unit, tuple(figures), group, parent, is_total)


def _opens_with_number(cells: Sequence[Cell | None], first_titles: Sequence[Cell | None]) -> bool:
    """Whether the first cell is the number of the row."""
    first = cells[0]
    if first is None or not is_ordinal(first):
        return False
    titled = any(
        t is not None and t.folded.strip(". ") in ("tt", "stt", "số tt") for t in first_titles
    )
    following = next((c for c in cells[1:] if c is not None), None)
    return titled or (following is not None and following.kind is CellKind.TEXT)


def _parent(head: Cell, number: str, above: Sequence[Row]) -> int | None:
    """The row that a row is a part of: the last one that is no part itself."""
    deeper = bool(re.fullmatch(r"\d{1,2}(?:\.\d{1,2})+\.?|[-+*•]|[a-zđ][.)]", number))
    if not (deeper or _PART.match(head.folded) or _CLASS.fullmatch(head.folded)):
        return None
    for index in range(len(above) - 1, -1, -1):
        if above[index].parent is None:
            return None if _CLASS.fullmatch(above[index].heads[0].folded) else index
    return None


def _group(cells: Sequence[Cell | None]) -> Span | None:
    """The words of a row that names a part of the table."""
    words = [c for c in cells if c is not None and c.kind is CellKind.TEXT]
    return words[0].span if len({c.span for c in words}) == 1 else None


def _taken(cells: Sequence[Cell | None]) -> Iterator[tuple[int, int]]:
    """The figures of a row, and its numbers that count nothing."""
    for cell in cells:
        if cell is not None and cell.kind in _FIGURES:
            yield cell.span.start, cell.span.end
    if cells[0] is not None and is_ordinal(cells[0]) and cells[0].folded:
        yield cells[0].span.start, cells[0].span.end


# ── lists of products ────────────────────────────────────────────────────────────────

_NAME_TITLE = re.compile(r"tên (?:gọi |các )?(?:sản phẩm|sp|hàng)|sản phẩm, chủ thể")
_MAKER_TITLE = re.compile(
    r"chủ thể|cơ sở|địa chỉ|đơn vị sản xuất|nhà sản xuất|doanh nghiệp|htx|hợp tác xã|số điện thoại|người đại diện"
)


def _is_list(
    columns: Sequence[Sequence[Span]], folded: str, body: Sequence[Sequence[Cell | None]]
) -> bool:
    """Whether the table lists products: names, makers or addresses in columns of words."""
    rows = [row for row in body if sum(c is not None for c in row) > 1]
    for i, titles in enumerate(columns):
        words = " ".join(folded[t.start : t.end] for t in titles)
        wordy = sum(1 for row in rows if _is_words(row[i] if i < len(row) else None))
        if wordy * 2 > len(rows) and (_NAME_TITLE.search(words) or _MAKER_TITLE.match(words)):
            return True
    if any(columns):
        return False
    many = sum(1 for row in rows if sum(_is_words(c) for c in row) >= 2)
    return many * 2 > len(rows)


def _is_words(cell: Cell | None) -> bool:
    return cell is not None and cell.kind is CellKind.TEXT and not is_ordinal(cell)


def _taken_of_list(cells: Sequence[Cell | None]) -> Iterator[tuple[int, int]]:
    """Row numbers and scores of a product; not the figures of "I | Hạng 3 sao | 05"."""
    if sum(_is_words(cell) for cell in cells) < 2:
        cells = [cell for cell in cells if cell is not None][:1]
    for cell in cells:
        if cell is not None and cell.folded and (is_ordinal(cell) or cell.kind in _FIGURES):
            yield cell.span.start, cell.span.end


_FIGURES = (CellKind.NUMBER, CellKind.MEASURE, CellKind.YEAR)


# ── the words above ──────────────────────────────────────────────────────────────────

_CAPTION_LENGTH = 160
_MARK = re.compile(
    r"(?P<part>(?:[ivx]{1,5}|[a-h]|phần \w{1,4}|phụ lục \w{0,4})[.)/:]? )|(?P<deep>\d{1,2}\.\d{1,2})|(?P<one>\d{1,2}[.)])"
)


def _above(
    text: str, folded: str, blocks: Sequence[Block]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Captions and headings above a table, the nearest first."""
    captions: list[Span] = []
    headings: list[Span] = []
    depth = 9
    for distance, block in enumerate(reversed(blocks[-60:])):
        if block.kind is BlockKind.HEADING or _is_section(folded, block):
            level = _level(folded[block.start : block.end])
            if level < depth:
                headings.append(Span.of(text, block.start, block.end))
                depth = level
            if depth <= 1:
                break
        elif distance == len(captions) + len(headings) and len(captions) < 2 and not headings:
            caption = _caption(text, block)
            if caption is not None and (not captions or _is_note(captions[0])):
                captions.append(caption)
    return tuple(captions), tuple(headings)


def _is_section(folded: str, block: Block) -> bool:
    """Whether a short paragraph heads a section: "Phần 1. Kết quả"."""
    view = folded[block.start : block.end]
    return block.end - block.start <= 80 and bool(
        re.match(r"(?:phần|mục|chương) \w{1,4}[.:]? ", view)
    )


def _level(view: str) -> int:
    """Depth of a heading by its mark: a part 1, "1." 2, "1.1" 3, none 4."""
    match = _MARK.match(view)
    if match is None:
        return 4
    return 1 if match["part"] else 3 if match["deep"] else 2


def _caption(text: str, block: Block) -> Span | None:
    """The line above, or the last sentence of a paragraph that announces the table."""
    if block.kind in (BlockKind.TITLE, BlockKind.DATELINE, BlockKind.TABLE_ROW):
        return None
    start = block.start
    if block.end - start > _CAPTION_LENGTH:
        stop = text.rfind(". ", start, block.end)
        if text[block.end - 1] not in ":" and stop < 0:
            return None
        start = stop + 2 if stop > 0 else start
    return Span.of(text, start, block.end)


def _is_note(caption: Span) -> bool:
    """Whether a line only says the unit or names the table, so that the one above counts."""
    return bool(_NOTE.match(caption.text.lower()))


_NOTE = re.compile(r"\(|(?:biểu|bảng|đơn vị tính|đvt)(?!\w)")

"""Rows of tables as they stand in a document: blocks with cells, and lines that are rows.

What pasting leaves of a table are lines of one shape: "Tuy Hòa // 8 // 6 // 2",
"Gia Nghĩa / 4 / 1 / 6", "Quy Nhơn: 9 - 7", "1 Sản phẩm công nhận mới SP 90", or one cell a
line. A single such line may be anything; two in a row are a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extract.model import Block, BlockKind, Document, Span

Cells = tuple[Span, ...]

_LONGEST_LINE = 200
# The sign between cells, and how many figures a line needs to be a row: the weaker the
# sign, the more. "Quy Nhơn: 9" is a statement, "Quy Nhơn: 9 - 7" a row.
_SEPARATORS = tuple(
    (re.compile(pattern), figures)
    for pattern, figures in (
        (r" ?// ?", 1),
        (r" ?\| ?", 1),
        (r" / ", 2),
        (r" ?; ?", 2),
        (r" - ", 2),
        (r": ?| - ", 2),
        (r": ?| ?[,;/] ?", 2),
    )
)
_FIGURE = re.compile(r"(?:[≥≤<>~] ?)?\d{1,3}(?:[.,]?\d{3})*|-|0")
_WORDS = re.compile(r"[^\W\d_]{2}")
# "1 Sản phẩm công nhận mới SP 90": the unit tells where the words end.
_WITH_UNIT = re.compile(
    r"(?P<no>\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-zđ]|[-+•*])[.)]? (?P<head>\S.{0,150}?) "
    r"(?P<unit>sp|sản phẩm|hs|hồ sơ|ct|chủ thể|%|htx|cơ sở|xã|đơn vị)"
    r"(?P<figures>(?: (?:[≥≤<>~] ?)?\d{1,3}(?:[.,]?\d{3})*){1,8})"
)
_UNIT_TITLE = re.compile(r"(?<!\w)(?:đvt|đơn vị tính|đơn vị)(?!\w)")


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that belong together; ``first`` is the index of their first content block."""

    first: int
    rows: tuple[Cells, ...]


def find_runs(document: Document, folded: str) -> Iterator[Run]:
    """Every run of rows, in the order of the text."""
    blocks = list(document.content_blocks())
    lines = _Lines(document.text, folded, blocks)
    position = 0
    while position < len(blocks):
        run = _blocks_with_cells(blocks, position) or lines.run_at(position)
        if run is None:
            position += 1
            continue
        length, rows = run
        yield Run(position, rows)
        position += length


def _blocks_with_cells(blocks: Sequence[Block], first: int) -> tuple[int, tuple[Cells, ...]] | None:
    stop = first
    while stop < len(blocks) and blocks[stop].kind is BlockKind.TABLE_ROW:
        stop += 1
    if stop == first:
        return None
    return stop - first, tuple(block.cells for block in blocks[first:stop] if block.cells)


class _Lines:
    """The lines that are no table rows by markup, read for their shape."""

    def __init__(self, text: str, folded: str, blocks: Sequence[Block]) -> None:
        self._text = text
        self._folded = folded
        self._blocks = blocks

    def run_at(self, first: int) -> tuple[int, tuple[Cells, ...]] | None:
        """The run of rows that begins at a block, as (blocks, rows)."""
        if not self._is_line(first):
            return None
        return self._separated(first) or self._with_units(first) or self._stacked(first)

    def _is_line(self, index: int) -> bool:
        if index >= len(self._blocks):
            return False
        block = self._blocks[index]
        return (
            block.kind not in (BlockKind.TABLE_ROW, BlockKind.TITLE, BlockKind.DATELINE)
            and block.end - block.start <= _LONGEST_LINE
            and "\n" not in self._text[block.start : block.end]
        )

    def _view(self, index: int) -> str:
        block = self._blocks[index]
        return self._folded[block.start : block.end]

    # ── rows with a sign between the cells ──

    def _separated(self, first: int) -> tuple[int, tuple[Cells, ...]] | None:
        for sign, figures in _SEPARATORS:
            if not sign.search(self._view(first)):
                continue
            header = self._split(first, sign)
            body = first if _is_row(header, figures) else first + 1
            rows = self._body(body, sign, figures)
            if len(rows) < 2 or (body > first and len(header) != len(rows[0])):
                continue
            kept = rows if body == first else (header, *rows)
            return len(kept), tuple(kept)
        return None

    def _body(self, first: int, sign: re.Pattern[str], figures: int) -> tuple[Cells, ...]:
        rows: list[Cells] = []
        while self._is_line(first + len(rows)):
            cells = self._split(first + len(rows), sign)
            if not _is_row(cells, figures) or (rows and len(cells) != len(rows[0])):
                break
            rows.append(cells)
        return tuple(rows)

    def _split(self, index: int, sign: re.Pattern[str]) -> Cells:
        block = self._blocks[index]
        cells: list[Span] = []
        start = block.start
        for match in sign.finditer(self._folded, block.start, block.end):
            cells.append(Span.of(self._text, start, match.start()))
            start = match.end()
        cells.append(Span.of(self._text, start, block.end))
        return tuple(cells)

    # ── rows with a unit between the words and the figures ──

    def _with_units(self, first: int) -> tuple[int, tuple[Cells, ...]] | None:
        header = self._unit_titles(first)
        body = first + 1 if header else first
        rows: list[Cells] = []
        while self._is_line(body + len(rows)):
            cells = self._unit_row(body + len(rows))
            if cells is None:
                break
            rows.append(cells)
        if len(rows) < 2:
            return None
        kept = [header, *rows] if header else rows
        return len(kept), tuple(kept)

    def _unit_row(self, index: int) -> Cells | None:
        start = self._blocks[index].start
        match = _WITH_UNIT.fullmatch(self._view(index))
        if match is None:
            return None
        at, stop = match.span("figures")
        figures = [f.span() for f in re.finditer(r"(?:[≥≤<>~] ?)?\d[\d.,]*", match["figures"])]
        spans = [match.span(name) for name in ("no", "head", "unit")]
        spans += [(at + a, at + b) for a, b in figures if at + b <= stop]
        return tuple(Span.of(self._text, start + a, start + b) for a, b in spans)

    def _unit_titles(self, index: int) -> Cells:
        """The titles of "TT Nội dung ĐVT Chỉ tiêu"; what follows ĐVT is one title a capital."""
        block = self._blocks[index]
        match = _UNIT_TITLE.search(self._view(index))
        if match is None or not self._view(index).startswith(("tt ", "stt ")):
            return ()
        number = block.start + self._view(index).index(" ")
        edges = [(block.start, number), (number + 1, block.start + match.start() - 1)]
        edges.append((block.start + match.start(), block.start + match.end()))
        begins = [
            block.start + found.start()
            for found in re.finditer(r"(?<= )[^\W\d_a-z]", self._text[block.start : block.end])
            if found.start() > match.end() and found.group().isupper()
        ]
        stops = [*(begin - 1 for begin in begins[1:]), block.end]
        edges += list(zip(begins, stops, strict=False))
        return tuple(Span.of(self._text, a, b) for a, b in edges)

    # ── one cell a line ──

    def _stacked(self, first: int) -> tuple[int, tuple[Cells, ...]] | None:
        """Rows of one name and k figures, each on its line, under k + 1 titles."""
        if not (self._is_line(first + 1) and self._is_words(first) and self._is_words(first + 1)):
            return None
        shape = self._shape(first)
        for width in range(2, 10):
            # The titles are one row of words, and the last of them is not a name.
            rows = re.match(rf"t{{{width}}}((?:tf{{{width - 1}}}){{2,}})(?!f)", shape)
            if rows:
                count = len(rows.group()) // width
                spans = [
                    Span.of(self._text, self._blocks[i].start, self._blocks[i].end)
                    for i in range(first, first + count * width)
                ]
                cut = [tuple(spans[i : i + width]) for i in range(0, len(spans), width)]
                return count * width, tuple(cut)
        return None

    def _is_words(self, index: int) -> bool:
        view = self._view(index)
        return len(view) <= 60 and view[-1] not in ".:;!?" and not _FIGURE.fullmatch(view)

    def _shape(self, first: int) -> str:
        """What the next lines are: ``t`` short words, ``f`` a figure alone."""
        signs: list[str] = []
        index = first
        while self._is_line(index) and len(signs) < 400:
            view = self._view(index)
            if _FIGURE.fullmatch(view):
                signs.append("f")
            elif self._is_words(index):
                signs.append("t")
            else:
                break
            index += 1
            if len(signs) == 10 and "f" not in signs:
                break
        return "".join(signs)


def _is_row(cells: Cells, figures: int) -> bool:
    """Whether the cells are a name (after a row number, if any) and so many figures."""
    texts = [cell.text.strip() for cell in cells]
    signs = ["f" if _FIGURE.fullmatch(text) else "t" for text in texts]
    shape = "".join(key for key, _ in groupby(signs))
    names = [text for text, sign in zip(texts, signs, strict=True) if sign == "t"]
    count = len(signs) - len(names) - (signs[0] == "f")
    return (
        shape in ("tf", "ftf")
        and len(names) == 1
        and count >= figures
        and len(names[0]) <= 60
        and bool(_WORDS.search(names[0]))
    )

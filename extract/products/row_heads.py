"""Which rows of a table are heads: they say what holds for the rows below, and name nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Document, Span
from extract.products.addresses import Home
from extract.products.columns import Column, Holds
from extract.products.heads import Head, is_total, label_of, read_head, speaks_as_head
from extract.products.sheet import Line
from extract.text.normalise import fold


def is_total_row(texts: Sequence[Span]) -> bool:
    """Whether a row sums up: its first cell says so, or the one beside its label."""
    if is_total(fold(texts[0].text)):
        return True
    return len(texts) > 1 and bool(label_of(texts[0].text)) and is_total(fold(texts[1].text))


@dataclass(frozen=True, slots=True)
class RowHeads:
    """Reads heads among the rows of a table with these columns."""

    document: Document
    columns: Sequence[Column | None]
    home: Home

    def read(self, line: Line, texts: Sequence[Span]) -> Head | None:
        """The head that a row is: one cell of words, or a label beside it."""
        if len(texts) == 1:
            return self._of_one_cell(line, texts[0])
        style = label_of(texts[0].text)
        if not style and len(texts) == 2 and _is_wide(line, texts[1]):
            first, last = sorted(texts, key=lambda text: text.start)
            return read_head(self.document.span(first.start, last.end), self.home)
        if not style or not self._may_be_head(line, texts, style):
            return None
        head = read_head(texts[1], self.home, _style(style, texts[0].text))
        counts = [text for text in texts[2:] if text.text.strip().isdigit()]
        if head.count is None and len(counts) == 1 and len(texts) == 3:
            head = replace(head, count=int(counts[0].text), number=counts[0])
        return head

    def _of_one_cell(self, line: Line, text: Span) -> Head | None:
        whole = _is_wide(line, text) or len(line.cells) == 1
        if text == self._numbered(line) and not whole:
            is_words = any(c.isalpha() for c in text.text) and len(text.text) > 4
            return read_head(text, self.home) if is_words else None
        speaks = whole or speaks_as_head(text.text, self.home)
        return read_head(text, self.home) if speaks else None

    def _may_be_head(self, line: Line, texts: Sequence[Span], style: str) -> bool:
        rest = texts[2:]
        if any(not _is_figure(text.text) for text in rest) or len(rest) > 2:
            return False
        if not rest and (_is_wide(line, texts[1]) or style != "arabic"):
            return True
        speaks = speaks_as_head(texts[1].text, self.home)
        return speaks and (not rest or all(text.text.strip().isdigit() for text in rest))

    def _numbered(self, line: Line) -> Span | None:
        """The cell of the row numbers."""
        for column, cell in zip(self.columns, line.cells, strict=False):
            if column is not None and column.holds is Holds.NUMBER:
                return cell
        return None


def _is_wide(line: Line, text: Span) -> bool:
    """Whether a cell stands in several columns."""
    return sum(cell == text for cell in line.cells) > 1


def _style(style: str, label: str) -> str:
    return "upper" if style == "letter" and label.strip()[:1].isupper() else style


def _is_figure(text: str) -> bool:
    return bool(re.fullmatch(r"[\d\s.,%x-]+", text.strip().lower()))

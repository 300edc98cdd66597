"""A document as lines: rows with cells, and the lines of words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.model import Block, BlockKind, Document, Span

_BAR = re.compile(r" ?\| ?")


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the document: ``cells`` is empty for a line of words."""

    span: Span
    cells: tuple[Span, ...] = ()

    def texts(self) -> tuple[Span, ...]:
        """The cells that hold words, each once: a merged cell stands in several columns."""
        return tuple(dict.fromkeys(cell for cell in self.cells if cell.text.strip()))


def lines_of(document: Document) -> list[Line]:
    """Every block that is read, in the order of the text.

    A row that holds a date may have been taken for prose; between rows with as many cells
    it is a row again.
    """
    lines: list[Line] = []
    for block in document.content_blocks():
        span = document.span(block.start, block.end)
        if block.kind is BlockKind.TABLE_ROW:
            lines.append(Line(span, block.cells or tuple(_barred(span))))
        elif lines and lines[-1].cells and "|" in span.text:
            cells = tuple(_barred(span))
            fits = len(cells) == len(lines[-1].cells)
            lines.append(Line(span, cells if fits else ()))
        elif block.kind is BlockKind.PARAGRAPH and "\n" in span.text:
            lines += _broken(document, block)
        else:
            lines.append(Line(span))
    return lines


def _barred(span: Span) -> Iterator[Span]:
    """The cells of a line that bars part."""
    edges = [0, *(at for match in _BAR.finditer(span.text) for at in match.span()), len(span.text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        yield Span(span.start + start, span.start + end, span.text[start:end])


def _broken(document: Document, block: Block) -> Iterator[Line]:
    """A paragraph of several printed lines, each by itself."""
    at = block.start
    for text in document.text[block.start : block.end].split("\n"):
        if text.strip():
            yield Line(Span(at, at + len(text), text))
        at += len(text) + 1


def tables_of(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """``[first, stop)`` of every run of rows."""
    first = None
    for index, line in enumerate([*lines, None]):
        if line is not None and line.cells:
            first = index if first is None else first
        elif first is not None:
            yield first, index
            first = None

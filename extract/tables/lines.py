"""Lines of a document that are no table rows by markup, read for their shape."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Block, BlockKind, Span

Cells = tuple[Span, ...]

_LONGEST_LINE = 200
_FIGURE = re.compile(r"(?:[≥≤<>~] ?)?\d{1,3}(?:[.,]?\d{3})*|-")


class Lines:
    """The content blocks of a document, as lines by their index."""

    def __init__(self, text: str, folded: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self.folded = folded
        self.blocks = blocks

    def is_line(self, index: int) -> bool:
        """Whether a block is a single short line of running text."""
        if not 0 <= index < len(self.blocks):
            return False
        block = self.blocks[index]
        return (
            block.kind not in (BlockKind.TABLE_ROW, BlockKind.TITLE, BlockKind.DATELINE)
            and block.end - block.start <= _LONGEST_LINE
            and "\n" not in self.text[block.start : block.end]
        )

    def view(self, index: int) -> str:
        """The folded words of a line."""
        block = self.blocks[index]
        return self.folded[block.start : block.end]

    def cut(self, index: int, start: int, end: int) -> Span:
        """A run of a line as a span of the text."""
        at = self.blocks[index].start
        return Span.of(self.text, at + start, at + end)

    def whole(self, index: int) -> Span:
        """A line as a span of the text."""
        return self.cut(index, 0, len(self.view(index)))

    def is_title(self, index: int) -> bool:
        """Whether a line is a few words without a figure or an end: a cell by itself."""
        view = self.view(index)
        return len(view) <= 60 and view[-1] not in ".:;!?" and not is_figure(view)


def is_figure(words: str) -> bool:
    """Whether a cell is a whole number, or the dash that stands for none."""
    return bool(_FIGURE.fullmatch(words))

"""The words above a table: its caption and the headings that it stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Block, BlockKind, Span

REACH = 60
"""Blocks above a table among which its headings are looked for."""

_CAPTION_LENGTH = 160
_MARK = re.compile(
    r"(?P<part>(?:[ivx]{1,5}|[a-h]|phần \w{1,4}|phụ lục \w{0,4})[.)/:]? )|"
    r"(?P<deep>\d{1,2}\.\d{1,2})|(?P<one>\d{1,2}[.)])"
)


def words_above(
    text: str, folded: str, blocks: Sequence[Block]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Captions and headings above a table, the nearest first."""
    captions: list[Span] = []
    headings: list[Span] = []
    depth = 9
    for distance, block in enumerate(reversed(blocks[-REACH:])):
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


_SECTION = re.compile(r"(?:phần|mục|chương) \w{1,4}[.:]? ")


def _is_section(folded: str, block: Block) -> bool:
    """Whether a short paragraph heads a section: "Phần 1. Kết quả"."""
    view = folded[block.start : block.end]
    return block.end - block.start <= 80 and bool(_SECTION.match(view))


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

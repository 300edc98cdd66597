"""The article of a page: what is left when its furniture is blank.

No rule may hear what stands around an article: a clock of the site, boxes of links,
readers' comments. Offsets stay those of the page.
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.model import Block, BlockKind, Document


def furniture(document: Document) -> list[Block]:
    """The blocks that do not belong to the article."""
    return [block for block in document.blocks if block.kind is BlockKind.FURNITURE]


def without(page: str, blocks: Iterable[Block]) -> str:
    """A page, as printed or folded, with blanks for some blocks in their order."""
    pieces, position = [], 0
    for block in blocks:
        pieces += [page[position : block.start], " " * (block.end - block.start)]
        position = block.end
    return "".join([*pieces, page[position:]])


def opening(document: Document, length: int) -> int:
    """Where the first ``length`` characters of the article end: furniture counts for none."""
    end = length
    for block in furniture(document):
        if block.start >= end:
            break
        end += block.end - block.start + 1  # with its line break
    return end

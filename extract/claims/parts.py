"""Which count is a part of which: "trong đó", brackets, colons, lists, and sums.

A part takes the kind, time and place of its total unless it says otherwise. Two links
make a part: words ("trong đó có 15 sản phẩm đạt 4 sao") or arithmetic (parts printed
beside a total that they add up to). Arithmetic is evidence and never makes a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.model import BlockKind

_LINK = re.compile(
    r"trong đó|trong số (?:đó|này|ấy)|(?:bao )?gồm|chia ra|chia thành|cụ thể|cơ cấu|phân (?:theo|"
    r"ra)|với|riêng|"
    r"[:(]|kể cả|tính theo|nhìn theo|theo thứ hạng|theo hạng"
)
_OPENING = re.compile(
    r"(?:-|\+|•|\*)? ?(?:trong (?:đó|số)|cụ thể|(?:bao )?gồm|cơ cấu|chia (?:ra|theo)|phân theo|xét "
    r"theo|riêng|"
    r"số này|nhìn theo|kết quả|theo đó|tách riêng|về hạng|về thứ hạng)"
)
_NEW_START = re.compile(
    r"đến nay|hiện nay|hiện có|lũy kế|tính đến|nâng tổng|nâng số|đưa tổng|nhờ đó|qua đó|như vậy|"
    r"tổng số|phấn đấu|"
    r"mục tiêu|dự kiến|so với|tăng|cả nước|toàn quốc|cũng trong|trước đó|ngoài ra"
)


@dataclass(frozen=True, slots=True)
class Link:
    """``parent`` is the index of the total; ``by`` is ``words`` or ``sum``."""

    parent: int
    by: str


def link_parts(scene: Scene, counts: list[Count]) -> dict[int, Link]:
    """Map the index of each part to its total."""
    links: dict[int, Link] = {}
    for position, count in enumerate(counts):
        link = _by_words(scene, counts, position, links)
        if link is not None:
            links[count.index] = link
    for parent, parts in _sums(counts):
        for part in parts:
            links.setdefault(part, Link(parent, "sum"))
    return {k: v for k, v in links.items() if v.parent != k and not _loops(links, k)}


def _loops(links: dict[int, Link], index: int) -> bool:
    seen = {index}
    while index in links:
        index = links[index].parent
        if index in seen:
            return True
        seen.add(index)
    return False


def _by_words(
    scene: Scene, counts: list[Count], position: int, links: dict[int, Link]
) -> Link | None:
    count = counts[position]
    previous = counts[position - 1] if position else None
    if previous is None:
        return None
    if previous.sentence is count.sentence:
        between = scene.words(previous.end, count.start)
        return _inside(scene, counts, position, links, between)
    return _across(scene, counts, position)


def _inside(
    scene: Scene, counts: list[Count], position: int, links: dict[int, Link], between: str
) -> Link | None:
    """The link of a count to the one before it in the same sentence."""
    count, previous = counts[position], counts[position - 1]
    if _NEW_START.search(between):
        return None
    if _LINK.search(between) and _may_hold(previous, count):
        return Link(previous.index, "words")
    sibling = links.get(previous.index)
    if sibling is not None and _same_bracket(scene, previous, count):
        parent = next(c for c in counts if c.index == sibling.parent)
        return Link(sibling.parent, "words") if _may_hold(parent, count) else None
    return None


def _same_bracket(scene: Scene, previous: Count, count: Count) -> bool:
    """Whether no bracket closes between two siblings (a closed list has ended)."""
    between = scene.words(previous.end, count.start)
    return between.count(")") <= between.count("(")


def _across(scene: Scene, counts: list[Count], position: int) -> Link | None:
    """The link of a sentence's first count to the main count of the sentence before."""
    count = counts[position]
    sentence = count.sentence
    opening = scene.words(sentence.start, count.start)
    before = [c for c in counts[:position] if c.sentence.index == sentence.index - 1]
    total = _main(before)
    if total is None:
        total = _list_head(scene, counts, position)
        return Link(total.index, "words") if total and _may_hold(total, count) else None
    if _OPENING.match(opening) and not _NEW_START.search(opening) and _may_hold(total, count):
        return Link(total.index, "words")
    if sentence.block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
        head = _list_head(scene, counts, position)
        return Link(head.index, "words") if head and _may_hold(head, count) else None
    return None


def _list_head(scene: Scene, counts: list[Count], position: int) -> Count | None:
    """The count of the line that ends with a colon above a list."""
    count = counts[position]
    index = count.sentence.index
    if count.sentence.block.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
        return None
    while index > 0:
        index -= 1
        above = scene.sentences[index]
        if scene.words(above.start, above.end).rstrip().endswith(":"):
            return _main([c for c in counts[:position] if c.sentence.index == index])
        if above.block.kind not in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
            return None
    return None


def _main(counts: list[Count]) -> Count | None:
    """The count that a following "trong đó" speaks of: the largest of the last total."""
    return max(counts, key=lambda c: (c.number.value, -c.index), default=None)


def _may_hold(total: Count, part: Count) -> bool:
    return part.number.value <= (total.number.high or total.number.value)


def _sums(counts: list[Count]) -> list[tuple[int, list[int]]]:
    """Runs of two to five neighbouring counts that add up to the one before or after."""
    found: list[tuple[int, list[int]]] = []
    for position, total in enumerate(counts):
        if total.number.value < 3:
            continue
        for size in (5, 4, 3, 2):
            after = counts[position + 1 : position + 1 + size]
            before = counts[max(0, position - size) : position]
            runs = (run for run in (after, before) if len(run) == size and _adds_up(total, run))
            found.extend((total.index, [c.index for c in run]) for run in runs)
    return found


def _adds_up(total: Count, run: list[Count]) -> bool:
    near = all(abs(c.sentence.index - total.sentence.index) <= 2 for c in run)
    values = [c.number.value for c in run]
    return near and all(values) and sum(values) == total.number.value

"""Classes and counts that are told in two rows: "hạng 4 sao và 3 sao lần lượt là 12 và 30"."""

from __future__ import annotations

import re

from extract.claims.choice import Choice
from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.mentions.stars import StarValue
from extract.model import Mention, Span

_TURN = re.compile(r"lần lượt|tương ứng|theo thứ tự")
_BETWEEN_CLASSES = re.compile(r" ?(?:,|và|, và|/|;|-|hạng)* ?")
_BETWEEN_COUNTS = re.compile(r" ?(?:,|và|, và|;|-|/|\+) ?")
_BEFORE_CLASSES = re.compile(
    r" ?(?:sản phẩm )?[(:,]? ?(?:theo thứ tự|lần lượt|tương ứng)?"
    r"(?: là| với| ở| các| đạt| hạng| từ)* ?"
)


def paired(scene: Scene, counts: list[Count], count: Count) -> Choice[StarValue] | None:
    """The class of a count in a row that meets a row of as many classes."""
    for classes, span, row in (
        _classes_first(scene, counts, count),
        _counts_first(scene, counts, count),
    ):
        if span is not None and count in row and len(row) == len(classes) > 1:
            rank, potential = classes[row.index(count)]
            return Choice(StarValue((rank,), (rank,), potential=potential), 0.9, span)
    return None


_Rows = tuple[list[tuple[int, bool]], Span | None, list[Count]]


def _classes_first(scene: Scene, counts: list[Count], count: Count) -> _Rows:
    """Rows such as "3 sao, 4 sao và tiềm năng 5 sao lần lượt là 231, 118 và 2"."""
    sentence = count.sentence
    turn = _TURN.search(scene.folded, sentence.start, count.start)
    if turn is None:
        return [], None, []
    before = [m for m in sentence.stars if m.span.end <= turn.start()]
    if not before or turn.start() - before[-1].span.end > 20:
        return [], None, []
    row = [c for c in counts if c.sentence is sentence and c.start > turn.start()]
    return _listed(_last_row(scene, before)), before[-1].span, row


def _counts_first(scene: Scene, counts: list[Count], count: Count) -> _Rows:
    """Rows such as "187 + 26 + 1 (3, 4 và 5 sao)"."""
    row = _row_of(scene, counts, count)
    end = row[-1].end
    after = [m for m in count.sentence.stars if m.span.start >= end]
    if len(row) < 2 or not after or after[0].span.start - end > 30:
        return [], None, []
    if not _BEFORE_CLASSES.fullmatch(scene.words(end, after[0].span.start)):
        return [], None, []
    return _listed(after[:1]), after[0].span, row


def _last_row(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    row = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        if not _BETWEEN_CLASSES.fullmatch(scene.words(mention.span.end, row[0].span.start)):
            break
        row.insert(0, mention)
    return row


def _listed(mentions: list[Mention]) -> list[tuple[int, bool]]:
    """The classes in their printed order, each with whether it is a potential one."""
    values = [m.value for m in mentions if isinstance(m.value, StarValue)]
    return [(rank, value.potential) for value in values for rank in value.listed]


def _row_of(scene: Scene, counts: list[Count], count: Count) -> list[Count]:
    """The counts of the sentence that stand in one row with this one."""
    same = [c for c in counts if c.sentence is count.sentence]
    at = same.index(count)
    low = high = at
    while low and _joined(scene, same[low - 1], same[low]):
        low -= 1
    while high + 1 < len(same) and _joined(scene, same[high], same[high + 1]):
        high += 1
    return same[low : high + 1]


def _joined(scene: Scene, first: Count, second: Count) -> bool:
    return bool(_BETWEEN_COUNTS.fullmatch(scene.words(first.number.end, second.start)))

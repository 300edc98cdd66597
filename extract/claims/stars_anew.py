"""Where a text divides its batch anew: "9 sản phẩm 4 sao, 27 sản phẩm 3 sao. Phân theo địa bàn: …".

The batch was told by classes, and is now told by places: the numbers of the districts are of
all its classes, and the class that was named last is not theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.claims.choice import Candidate
from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.stars import StarValue

_HOLDS = 12  # sentences that such a division holds for
_SPLIT = 3  # sentences before it that tell the batch by classes
_DIVIDED = re.compile(
    r"(?<!\w)(?:xét|tính|chia|phân(?: bố| chia)?|thống kê|tổng hợp|nhìn)(?: riêng)? theo "
    r"(?:từng |các |cơ cấu )?"
    r"(?:địa bàn|địa phương|đơn vị(?: hành chính)?|huyện|cấp huyện|khu vực|vùng|xã)(?!\w)"
)


def in_place_row(count: Count) -> bool:
    """Whether the count follows the name of a unit, as in a list of units."""
    return any(0 <= count.start - end <= 24 for end in count.sentence.place_ends)


def since_division(
    scene: Scene, count: Count, candidates: list[Candidate[StarValue]]
) -> list[Candidate[StarValue]]:
    """The classes told behind the last division by place, for a count of a place."""
    anew = _divided_anew(scene, count) if in_place_row(count) else None
    if anew is None:
        return candidates
    return [c for c in candidates if c.span is None or c.span.end > anew]


def _divided_anew(scene: Scene, count: Count) -> int | None:
    """Where the nearest division by place before a count begins, if it is one of several classes.

    "8 sản phẩm hạng 4 sao, chia theo địa bàn: …" goes on with its one class, and is none.
    """
    here = count.sentence.index
    for sentence in reversed(scene.sentences[max(0, here - _HOLDS) : here + 1]):
        end = min(sentence.end, count.start)
        divisions = list(_DIVIDED.finditer(scene.folded, sentence.start, end))
        if divisions:
            at = divisions[-1].start()
            return at if _told_by_classes(scene, sentence, at) else None
    return None


def _told_by_classes(scene: Scene, sentence: Sentence, end: int) -> bool:
    """Whether the batch before ``end`` is told by several classes, each for itself.

    A class in the sentence itself is that of what it divides; a potential one is a part.
    """
    own = _classes([sentence], end)
    near = scene.sentences[max(0, sentence.index - _SPLIT) : sentence.index + 1]
    return len(own or _classes(near, end)) > 1


def _classes(sentences: Sequence[Sentence], end: int) -> set[tuple[int, ...]]:
    values = (m.value for one in sentences for m in one.stars if m.span.end <= end)
    return {
        value.stars
        for value in values
        if isinstance(value, StarValue) and len(value.stars) == 1 and not value.potential
    }

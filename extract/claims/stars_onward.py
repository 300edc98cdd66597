"""Classes told farther on: of all that was counted, by "hạng này", or as the text's only one.

"Xuyên Mộc có 4 sản phẩm, Châu Đức 3. Tất cả đều đạt 3 sao"; "cả nước có 40 sản phẩm 5 sao, tỉnh
chưa có sản phẩm nào ở hạng này"; a headline whose body names a single class.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.choice import Candidate
from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.mentions.stars import StarValue
from extract.model import BlockKind, Mention

_REACH = 3  # sentences behind a number in which its batch is still spoken of
_NUMERAL = r"(?:\d{1,4}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_ALL = re.compile(
    rf"(?<!\w)(?:tất cả|toàn bộ|hết thảy|cả {_NUMERAL}|đều|cùng)(?!\w)[^.;:()]{{0,40}}$"
)
_WHOLE = re.compile(r"(?:tất cả|toàn bộ|hết thảy|(?<!\w)cả)(?: (?P<number>\d{1,4}))?(?!\w)")
_THIS_CLASS = re.compile(
    r"(?<!\w)(?:hạng|thứ hạng|nhóm|mức|bậc|danh hiệu)(?: sao)? (?:này|ấy|đó|kia|nói trên)(?!\w)"
    r"|(?<!\w)hạng mà(?!\w)"
)


def told_onward(
    scene: Scene, counts: list[Count], position: int, context: list[str]
) -> Iterator[Candidate[StarValue]]:
    """The classes that what follows, a pointing word or the text as a whole gives a count."""
    count = counts[position]
    for named in (
        _of_all(scene, count),
        _pointed_at(scene, count),
        _only_one(scene, count),
    ):
        if named is not None:
            mention, (first, *features) = named
            value = mention.value
            assert isinstance(value, StarValue)
            names = [first, *(f"{first}.{name}" for name in (*features, *context))]
            yield Candidate(value, dict.fromkeys(names, 1.0), mention.span)


_Named = tuple[Mention, list[str]] | None


def _of_all(scene: Scene, count: Count) -> _Named:
    """The class that one of the next sentences gives to all that was counted."""
    here = count.sentence.index
    for sentence in scene.sentences[here + 1 : here + 1 + _REACH]:
        for mention in sentence.stars:
            words = scene.words(max(sentence.start, mention.span.start - 80), mention.span.start)
            if not _ALL.search(words):
                continue
            features = ["all_after", f"gap{sentence.index - here}"]
            if len({m.value for m in sentence.stars}) > 1:
                features.append("mixed")  # "đều 3 sao, trừ 4 sản phẩm 4 sao"
            whole = _WHOLE.search(words)
            if whole is not None:
                features.append("whole")
                if whole["number"] and int(whole["number"]) == count.number.value:
                    features.append("same_number")
            if sentence.paragraph == count.sentence.paragraph:
                features.append("paragraph")
            return mention, features
        if sentence.stars:
            return None
    return None


def _pointed_at(scene: Scene, count: Count) -> _Named:
    """The class that "hạng này" beside a count points back to."""
    sentence = count.sentence
    low, high = max(sentence.start, count.start - 60), min(sentence.end, count.end + 60)
    pointing = _THIS_CLASS.search(scene.folded, low, high)
    if pointing is None:
        return None
    features = ["this_class", "before" if pointing.end() <= count.start else "after"]
    between = scene.words(min(pointing.end(), count.end), max(pointing.start(), count.start))
    if len(between) <= 25:
        features.append("near")
    for above in reversed(scene.sentences[max(0, sentence.index - _REACH) : sentence.index + 1]):
        named = [m for m in above.stars if m.span.end <= pointing.start()]
        if named:
            features.append("here" if above is sentence else "above")
            return named[-1], features
    return None


def _only_one(scene: Scene, count: Count) -> _Named:
    """The single class that the text names, if it does so after the count."""
    named = scene.classes
    if not named or named[0].span.start < count.end:
        return None
    features = ["sole"]
    if count.sentence.block.kind is BlockKind.TITLE:
        features.append("title")
    if named[0].span.start < scene.opening(600):
        features.append("opening")
    if len(named) > 1:
        features.append("often")
    return named[0], features

"""Classes told farther off: in the line that opens a list, the headline, the text as a whole.

"Cấp huyện quyết định (3 sao)" over "Phú Quốc: 14"; "công nhận 108 sản phẩm hạng 4 sao" some
lines before "Huyện Thanh Oai 15 sản phẩm".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.choice import Candidate
from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.stars import StarValue
from extract.model import BlockKind, Mention

_REACH = 12  # sentences in which a class may still be the topic
_LINE = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)


def told_classes(
    scene: Scene, counts: list[Count], position: int, context: list[str]
) -> Iterator[Candidate[StarValue]]:
    """The class named last above, the headline's, and the only one that the text names."""
    count = counts[position]
    above = _above(scene, count)
    if above is not None:
        mention, features = above
        yield _candidate(mention, features, context)
    title = _single(scene.once("titles", lambda: _titles(scene)), count)
    if title is not None:
        yield _candidate(title, ["title"], context)
    only = _single(scene.sentences[: count.sentence.index + 1], count)
    if only is not None:
        yield _candidate(only, ["only"], context)
    five = scene.once("five", lambda: _of_national_council(scene))
    if five is not None and five.span.start < count.sentence.end:
        names = ["council", *(["no_home"] if scene.home is None else [])]
        yield _candidate(five, names, context)
    centre = _to_centre(scene, count)
    if centre:
        weights = {"centre": 1.0} | {f"centre.{name}": 1.0 for name in (*centre, *context)}
        yield Candidate(StarValue((5,), (5,), potential=True), weights)


def _candidate(mention: Mention, features: list[str], context: list[str]) -> Candidate[StarValue]:
    value = mention.value
    assert isinstance(value, StarValue)
    first = features[0]
    names = [first, *(f"{first}.{name}" for name in (*features[1:], *context))]
    return Candidate(value, dict.fromkeys(names, 1.0), mention.span)


def _above(scene: Scene, count: Count) -> tuple[Mention, list[str]] | None:
    """The class of the nearest sentence above that names one, and how it stands there."""
    here = count.sentence
    for sentence in reversed(scene.sentences[max(0, here.index - _REACH) : here.index]):
        if not sentence.stars:
            continue
        words = scene.words(sentence.start, sentence.end).rstrip()
        gap = here.index - sentence.index
        features = ["told", f"gap{min(gap, 3)}"]
        if len({m.value for m in sentence.stars}) > 1:
            features.append("mixed")
        if not _counts_products(sentence):
            features.append("no_number")
            if _TOPIC.search(scene.words(sentence.start, sentence.stars[-1].span.start)):
                features.append("topic")
            if words.endswith((":", ")")) or len(words) < 60:
                features.append("opens_list")
                if "\n\n" not in scene.document.text[sentence.end - 1 : here.start]:
                    features.append("under")
        if sentence.paragraph == here.paragraph:
            features.append("paragraph")
        if here.block.kind in _LINE and sentence.block.kind not in _LINE:
            features.append("over_list")
        return sentence.stars[-1], features
    return None


# "Nếu chỉ tính hạng 5 sao, thứ tự lại khác": the class that is spoken of from here on.
_TOPIC = re.compile(r"(?<!\w)(?:tính|xét|nói(?: về)?|riêng|về|ở|với|nhìn)(?: \w{1,8}){0,3} $")


def _counts_products(sentence: Sentence) -> bool:
    return any(n.noun == "product" for n in sentence.numbers)


_COUNCIL = re.compile(
    r"(?:hội đồng|đánh giá|phân hạng|họp|kết quả|quyết định)[^.;\n]{0,60}(?:quốc gia|trung ương)"
    r"|-bnn|bộ trưởng|tại trụ sở bộ"
)
_OPENING = 900


def _titles(scene: Scene) -> list[Sentence]:
    return [s for s in scene.sentences if s.block.kind is BlockKind.TITLE]


def _of_national_council(scene: Scene) -> Mention | None:
    """The five stars that a text about the national council speaks of: it gives no others."""
    if not _COUNCIL.search(scene.folded, 0, scene.opening(_OPENING)):
        return None
    for sentence in scene.sentences:
        for mention in sentence.stars:
            value = mention.value
            if isinstance(value, StarValue) and value.stars == (5,) and not value.potential:
                return mention
    return None


def _single(sentences: list[Sentence], count: Count) -> Mention | None:
    """The one class that all of these sentences name before the count, if it is one."""
    named = [m for s in sentences for m in s.stars if m.span.end <= count.start]
    classes = {m.value.stars for m in named if isinstance(m.value, StarValue)}
    return named[0] if len(classes) == 1 else None


_CENTRE = re.compile(
    r"(?:trình|gửi|đề nghị|đề xuất|chờ|xin|để|ra|dự thi|thi|xét|hồ sơ|lên)[^,.;:()]{0,30}?"
    r"(?:trung ương|bộ(?! sản| hồ)|(?:cấp|hạng) quốc gia|ra hà nội|hội đồng quốc gia)"
)


_BREAK = re.compile(r"[,;:()]")


def _to_centre(scene: Scene, count: Count) -> list[str]:
    """How the sentence says that products are put forward to the centre, if it does."""
    sentence = count.sentence
    match = _CENTRE.search(scene.folded, max(sentence.start, count.start - 60), sentence.end)
    if match is None:
        return []
    names = ["before" if match.end() <= count.start else "after"]
    between = scene.words(min(match.end(), count.end), max(match.start(), count.start))
    if len(between) <= 30:
        names.append("near")
    if not _BREAK.search(between):
        names.append("same_clause")
    return names

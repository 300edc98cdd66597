"""What speaks for a place that the sentence of a count names: where it stands, what it hangs on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.claims.sentence import LOWER, Sentence
from extract.claims.several import RUN
from extract.mentions.place_mention import PlaceMention
from extract.model import Level, Mention, Place

LINK_AFTER = re.compile(
    r"(?:[^,.;:()\d]{0,45} )?(?:của|ở|tại|trên địa bàn|thuộc|cho|do|khắp|trong|từ)(?: toàn| cả| "
    r"địa bàn| vùng| phía| bên| khu vực)? ?$"
)


def features_of(
    scene: Scene, counts: list[Count], position: int, mention: Mention, topic: Place | None
) -> dict[str, float]:
    """Features of one named or unnamed place as that of one count.

    Args:
        scene: The document.
        counts: Its counts.
        position: Which of them.
        mention: The place, in the sentence of the count.
        topic: The unit that the headline speaks of, if one.
    """
    count = counts[position]
    sentence = count.sentence
    value = mention.value
    assert isinstance(value, PlaceMention)
    features = {f"level.{value.place.level}": 1.0, f"role.{value.role.value}": 1.0}
    features |= dict.fromkeys(_governed(scene, count, mention, topic), 1.0)
    same = [c for c in counts if c.sentence is sentence and c is not count]
    clause = sentence.clause_at(mention.span.start)
    if value.plural:
        features["plural"] = 1.0
    if sentence.clauses and sentence.clauses[clause].bracket and clause != count.clause:
        features["bracket"] = 1.0
    if mention.span.start >= count.start:
        return features | _after(scene, count, same, mention, clause)
    return features | _before(scene, count, same, mention, clause)


# What a district does with its province, and the province for it: "đăng ký với tỉnh 06 sản
# phẩm", "đề nghị tỉnh xét", "chỉ tiêu tỉnh giao huyện".
_ASKED = re.compile(
    r"(?:với|đề nghị|trình|được|do|gửi|lên|chỉ tiêu|kế hoạch) (?:ubnd |hội đồng )?$"
)

_GIVES = re.compile(r" (?:giao|xét|công nhận|phân bổ|chấm|ký|xếp|đánh giá|duyệt)(?!\w)")

_LED = re.compile(
    r"(?<!\w)(cho|với|về|vào|của|ở|tại|từ|do|là|như|gồm|sau|hơn|còn|riêng|đến|nhập|phía|vùng|bên|"
    r"trên địa bàn|cùng) (?:toàn )?$"
)


def _governed(scene: Scene, count: Count, mention: Mention, topic: Place | None) -> Iterator[str]:
    """The words that a place hangs on, and whether a lower unit deals with it."""
    sentence = count.sentence
    before = scene.words(max(sentence.start, mention.span.start - 30), mention.span.start)
    led = _LED.search(before)
    if led:
        yield f"led={led[1]}"
    value = mention.value
    assert isinstance(value, PlaceMention)
    if value.place.level is not Level.PROVINCE:
        return
    asked = bool(_ASKED.search(before))
    gives = bool(_GIVES.match(scene.words(mention.span.end, mention.span.end + 16)))
    lower = topic is not None and topic.level in LOWER
    beside = any(
        isinstance(m.value, PlaceMention) and m.value.place.level in LOWER
        for m in sentence.units
        if m.span.start < count.start
    )
    for name, holds in (("asked", asked), ("gives", gives), ("plain", not (asked or gives))):
        if holds:
            yield f"upper.{name}"
            if lower:
                yield f"upper.{name}.above_topic"
            if beside:
                yield f"upper.{name}.lower_beside"


_NOUN = re.compile(r"\d|chủ thể|hợp tác xã|công ty|htx|gồm|là ")
_FEW_WORDS = re.compile(r"[ ]?(?:\w+ ){0,3}\(?:? ?")


def _after(
    scene: Scene, count: Count, same: list[Count], mention: Mention, clause: int
) -> dict[str, float]:
    features = {"after": 1.0}
    between = scene.words(count.end, mention.span.start)
    if any(count.end <= c.start < mention.span.start for c in same):
        features["after.crosses_count"] = 1.0
    elif LINK_AFTER.fullmatch(between):
        features["after.linked"] = 1.0
    if clause == count.clause:
        features["after.same_clause"] = 1.0
    if _in_run(scene, count.sentence, mention):
        features["after.in_run"] = 1.0
    if _NOUN.search(between):
        features["after.crosses_noun"] = 1.0
    return features


def _before(
    scene: Scene, count: Count, same: list[Count], mention: Mention, clause: int
) -> dict[str, float]:
    features = {"before": 1.0}
    gap = scene.words(mention.span.end, count.start)
    if any(mention.span.end <= c.start < count.start for c in same):
        features["before.crosses_count"] = 1.0
    else:
        if len(gap) <= 3 or _FEW_WORDS.fullmatch(gap):
            features["before.adjacent"] = 1.0
            features |= _opening_bracket(scene, mention)
        if clause == count.clause:
            features["before.same_clause"] = 1.0
    if _is_owned(scene, same, mention):
        features["before.owned"] = 1.0
    if _in_run(scene, count.sentence, mention):
        features["before.in_run"] = 1.0
    others = [m for m in count.sentence.units if mention.span.end <= m.span.start < count.start]
    if not others:
        features["before.nearest"] = 1.0
        if "before.crosses_count" in features:
            features["before.nearest.crosses_count"] = 1.0
    elif any(_level(m) is _level(mention) for m in others):
        features["before.superseded"] = 1.0
    if mention.span.start - count.sentence.start <= 25:
        features["before.opens"] = 1.0
    return features


def _opening_bracket(scene: Scene, mention: Mention) -> dict[str, float]:
    """Whether a unit opens the bracket that goes on with its number: "11 sản phẩm (A 04, B 03)"."""
    opens = scene.words(mention.span.start - 1, mention.span.start) == "("
    return {"before.adjacent.opens_bracket": 1.0} if opens else {}


def _level(mention: Mention) -> Level | None:
    return mention.value.place.level if isinstance(mention.value, PlaceMention) else None


def _is_owned(scene: Scene, same: list[Count], mention: Mention) -> bool:
    """Whether the unit is that of an earlier count: "7 sản phẩm của A, 10 sản phẩm …"."""
    earlier = [c for c in same if c.end <= mention.span.start]
    if not earlier:
        return False
    return bool(LINK_AFTER.fullmatch(scene.words(earlier[-1].end, mention.span.start)))


def _in_run(scene: Scene, sentence: Sentence, mention: Mention) -> bool:
    """Whether the unit stands in a list of units."""
    for other in sentence.units:
        first, second = sorted((other.span, mention.span), key=lambda s: s.start)
        if first is second or second.start - first.end > 24:
            continue
        between = scene.words(first.end, second.start)
        if between.strip() and RUN.fullmatch(between):
            return True
    return False

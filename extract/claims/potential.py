"""Whether five stars are potential: scored or proposed, not recognised by the centre.

Only the nation gives five stars. What a province "gửi Trung ương", "chấm trên 90 điểm" or
"phân hạng tiềm năng" is a class of its own until then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.mentions.stars import StarValue
from extract.model import Kind

_PUT_FORWARD = re.compile(
    r"đề nghị|đề xuất|trình|chờ|gửi|đang (?:được )?xét|đủ điều kiện|hoàn (?:thiện|tất|chỉnh) hồ sơ|"
    r"làm (?:tiếp )?hồ sơ|xét tiếp|dự thi|xét công nhận"
)
_POINTS = re.compile(r"(?:trên|từ|vượt|đạt) 9\d(?:,\d+)? điểm|(?:trên|vượt|từ) 90")
_POTENTIAL = re.compile(r"tiềm năng|cấp tỉnh|tiệm cận")
_CENTRE = re.compile(
    r"trung ương|bộ nn|bộ nông nghiệp|cấp quốc gia|hội đồng quốc gia|bộ trưởng|-bnn"
)
_RECOGNISED = re.compile(
    r"(?:trung ương|bộ nn|bộ nông nghiệp|quốc gia|bộ)[^,.;]{0,40}(?:đã |vừa )?(?:công nhận|xếp|"
    r"trao|cấp|gắn|ký)|(?:được|do) (?:trung ương|bộ)[^,.;]{0,30}(?:công nhận|xếp|trao|gắn)|"
    r"(?:đã|vừa) (?:được )?(?:công nhận|trao|gắn)"
)


def is_potential(
    scene: Scene, count: Count, stars: Choice[StarValue], kind: Kind, decide: Decide
) -> bool:
    """Whether the five stars of a count are potential ones; other classes never are."""
    if stars.value.stars != (5,):
        return False
    features = dict.fromkeys(_features(scene, count, stars, kind), 1.0)
    return decide("potential", count, [Candidate(True, features), Candidate(False, {})]).value


def _features(scene: Scene, count: Count, stars: Choice[StarValue], kind: Kind) -> Iterator[str]:
    yield "always"
    yield f"kind.{kind}"
    for name in ("potential", "national"):
        if getattr(stars.value, name):
            yield f"said.{name}"
            yield f"said.{name}.{kind}"
    span, sentence = stars.span, count.sentence
    low = min(count.start, span.start if span else count.start) - 60
    high = max(count.end, span.end if span else 0) + 40
    near = scene.words(max(sentence.start, low), min(sentence.end, high))
    if span is not None and not sentence.start <= span.start < sentence.end:
        yield "inherited"
        near = scene.words(max(sentence.start, count.start - 60), min(sentence.end, count.end + 40))
    for name, pattern in _WORDS:
        if pattern.search(near):
            yield f"near.{name}"
            yield f"near.{name}.{kind}"
    for name, pattern in _WORDS[:3]:
        if pattern.search(scene.words(sentence.start, sentence.end)):
            yield f"sentence.{name}"


_WORDS = (
    ("put_forward", _PUT_FORWARD),
    ("points", _POINTS),
    ("recognised", _RECOGNISED),
    ("potential", _POTENTIAL),
    ("centre", _CENTRE),
)

"""Which star classes a count covers: the class beside it, its total's, or all of 3 and up."""

from __future__ import annotations

import re

from extract.claims.choice import Candidate, Choice, choose
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.scene import Scene
from extract.claims.weights import STARS
from extract.mentions.stars import StarValue
from extract.model import Mention

ALL = StarValue((3, 4, 5))
_POTENTIAL = re.compile(
    r"đề nghị|đề xuất|trình|chờ|gửi(?: hồ sơ)?|đang (?:được )?xét|tiềm năng|đủ điều kiện|trên 90 điểm|từ 90 điểm|"
    r"hoàn (?:thiện|tất) hồ sơ|làm (?:tiếp )?hồ sơ|xét tiếp|dự thi|cấp tỉnh|được đề xuất"
)
_CENTRE = re.compile(
    r"(?:trung ương|bộ nn|bộ nông nghiệp|quốc gia|hội đồng quốc gia)[^,.;]{0,40}(?:đã |vừa )?(?:công nhận|xếp|trao|cấp)|"
    r"(?:được|do) (?:trung ương|bộ)[^,.;]{0,30}(?:công nhận|xếp|trao|gắn)"
)


def choose_stars(
    scene: Scene, counts: list[Count], links: dict[int, Link]
) -> dict[int, Choice[StarValue]]:
    """The star set of each count, by index; a part without a class takes its total's."""
    chosen: dict[int, Choice[StarValue]] = {}
    for position, count in enumerate(counts):
        candidates = list(_beside(scene, counts, position))
        candidates.append(Candidate(ALL, {"none_named": 1.0}))
        chosen[count.index] = choose(candidates, STARS)
    _pair_in_order(scene, counts, chosen)
    return chosen


def _beside(scene: Scene, counts: list[Count], position: int) -> list[Candidate[StarValue]]:
    """One candidate for each star mention of the sentence (and the headline's own)."""
    count = counts[position]
    found: list[Candidate[StarValue]] = []
    for mention in count.sentence.stars:
        value = mention.value
        if isinstance(value, StarValue):
            found.append(
                Candidate(value, _features(scene, counts, position, mention), mention.span)
            )
    return found


def _features(
    scene: Scene, counts: list[Count], position: int, mention: Mention
) -> dict[str, float]:
    count = counts[position]
    sentence = count.sentence
    same = [c for c in counts if c.sentence is sentence and c is not count]
    start, end = mention.span.start, mention.span.end
    features: dict[str, float] = {}
    star_clause = sentence.clause_at(start)
    clause = count.clause
    if start >= count.end:
        gap = scene.words(count.end, start)
        crossed = sum(1 for c in same if count.end <= c.start < start)
        features["after"] = 1.0
        if crossed:
            features["after.crosses_count"] = float(crossed)
        elif len(gap) <= 12:
            features["after.adjacent"] = 1.0
        if star_clause == clause:
            features["after.same_clause"] = 1.0
        elif not crossed:
            features["after.next_clause"] = 1.0
            if any(c.sentence is sentence and c.clause == star_clause for c in same):
                features["after.clause_has_count"] = 1.0
        if re.search(r"\)", gap) and "(" not in gap and _in_bracket(count):
            features["after.leaves_bracket"] = 1.0
    else:
        gap = scene.words(end, count.start)
        crossed = sum(1 for c in same if end <= c.start < count.start)
        features["before"] = 1.0
        if crossed:
            features["before.crosses_count"] = float(crossed)
        elif len(gap) <= 14:
            features["before.adjacent"] = 1.0
        if star_clause == clause:
            features["before.same_clause"] = 1.0
        elif not crossed:
            features["before.earlier_clause"] = 1.0
        if any(
            c.sentence is sentence and c.clause == star_clause and c.start < start for c in same
        ):
            features["before.taken"] = 1.0
    if re.search(r"(?:đều|tất cả|toàn bộ|cùng)(?: \w+){0,3} $", scene.words(max(0, start - 30), start)):
        features["all_of_them"] = 1.0
    if mention.value.moved_from is not None and not re.search(  # type: ignore[attr-defined]
        r"nâng|lên hạng|thăng", scene.words(max(sentence.start, count.start - 40), start)
    ):
        features["move_without_rise"] = 1.0
    return features


def _in_bracket(count: Count) -> bool:
    return count.sentence.clauses[count.clause].bracket if count.sentence.clauses else False


def _pair_in_order(
    scene: Scene, counts: list[Count], chosen: dict[int, Choice[StarValue]]
) -> None:
    """"hạng 4 sao và 3 sao lần lượt là 12 và 30": pair the classes with the counts."""
    for sentence in scene.sentences:
        words = scene.words(sentence.start, sentence.end)
        at = words.find("lần lượt")
        if at < 0:
            continue
        lists = [m for m in sentence.stars if m.span.end <= sentence.start + at]
        following = [
            c for c in counts if c.sentence is sentence and c.start > sentence.start + at
        ]
        if not lists or not isinstance(lists[-1].value, StarValue):
            continue
        listed = lists[-1].value.listed
        if len(listed) == len(following) > 1:
            for rank, count in zip(listed, following, strict=True):
                chosen[count.index] = Choice(StarValue((rank,), (rank,)), 0.9, (), lists[-1].span)


def is_potential(scene: Scene, count: Count, choice: Choice[StarValue]) -> bool:
    """Whether five stars are potential: scored or proposed, not recognised by the centre."""
    value = choice.value
    if value.stars != (5,) or value.national:
        return False
    if value.potential:
        return True
    span = choice.span
    low, high = count.start - 60, max(count.end, span.end if span else 0) + 30
    near = scene.words(max(count.sentence.start, low), min(count.sentence.end, high))
    return bool(_POTENTIAL.search(near)) and not _CENTRE.search(near)

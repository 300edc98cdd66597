"""Which star classes a count covers: the class beside it, its total's, or all of 3 and up."""

from __future__ import annotations

import re

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.scene import Scene
from extract.claims.star_rows import paired
from extract.claims.stars_anew import since_division
from extract.claims.stars_farther import ALL, Farther, is_total_of_classes
from extract.mentions.stars import StarValue
from extract.model import Mention

__all__ = ["ALL", "choose_stars"]


def choose_stars(
    scene: Scene, counts: list[Count], links: dict[int, Link], far: Farther, decide: Decide
) -> dict[int, Choice[StarValue]]:
    """The star set of each count, by index; without a class of its own, its total's or all."""
    chosen: dict[int, Choice[StarValue]] = {}
    for position, count in enumerate(counts):
        in_rows = paired(scene, counts, count)
        if in_rows is not None:
            chosen[count.index] = in_rows
            continue
        is_total = is_total_of_classes(counts, links, count)
        candidates = since_division(
            scene, count, _beside(scene, counts, position, is_total=is_total)
        )
        candidates += far.of(position, chosen)
        chosen[count.index] = decide("stars", count, candidates)
    return chosen


def _beside(
    scene: Scene, counts: list[Count], position: int, *, is_total: bool
) -> list[Candidate[StarValue]]:
    """One candidate for each star mention of the sentence."""
    count = counts[position]
    found: list[Candidate[StarValue]] = []
    for mention in count.sentence.stars:
        value = mention.value
        if isinstance(value, StarValue):
            features = _features(scene, counts, position, mention)
            if is_total and mention.span.start >= count.end:
                features["after.of_total"] = 1.0
            found.append(Candidate(value, features, mention.span))
    return found


def _features(
    scene: Scene, counts: list[Count], position: int, mention: Mention
) -> dict[str, float]:
    """Features of one star mention as the class of one count."""
    count = counts[position]
    value = mention.value
    assert isinstance(value, StarValue)
    same = [c for c in counts if c.sentence is count.sentence and c is not count]
    side = _star_after if mention.span.start >= count.end else _star_before
    features = side(scene, count, same, mention)
    features |= _ownership(scene, count, same, mention)
    if len(value.stars) > 1:
        features["set"] = 1.0
    if _ALL_OF_THEM.search(scene.words(max(0, mention.span.start - 30), mention.span.start)):
        features["all_of_them"] = 1.0
    if value.moved_from is not None:
        low = max(count.sentence.start, count.start - 40)
        if not _RISE.search(scene.words(low, mention.span.start)):
            features["move_without_rise"] = 1.0
    return features


_ALL_OF_THEM = re.compile(r"(?:đều|tất cả|toàn bộ|cùng)(?: \w{1,8}){0,3} $")


_RISE = re.compile(r"nâng|lên hạng|thăng")


def _star_after(
    scene: Scene, count: Count, same: list[Count], mention: Mention
) -> dict[str, float]:
    """The class stands after the count: "15 sản phẩm đạt 4 sao"."""
    start = mention.span.start
    gap = scene.words(count.end, start)
    crossed = sum(1 for c in same if count.end <= c.start < start)
    clause = count.sentence.clause_at(start)
    features = {"after": 1.0} | {f"after.gap={word}": 1.0 for word in _gap_words(gap)}
    if crossed:
        features["after.crosses_count"] = float(crossed)
    elif len(gap) <= 12:
        features["after.adjacent"] = 1.0
    if clause == count.clause:
        features["after.same_clause"] = 1.0
    elif not crossed:
        features["after.next_clause"] = 1.0
        if any(c.clause == clause for c in same):
            features["after.clause_has_count"] = 1.0
    if ")" in gap and "(" not in gap and _in_bracket(count):
        features["after.leaves_bracket"] = 1.0
    return features


def _star_before(
    scene: Scene, count: Count, same: list[Count], mention: Mention
) -> dict[str, float]:
    """The class stands before the count: "hạng 4 sao có 15 sản phẩm"."""
    start, end = mention.span.start, mention.span.end
    gap = scene.words(end, count.start)
    crossed = sum(1 for c in same if end <= c.start < count.start)
    clause = count.sentence.clause_at(start)
    features = {"before": 1.0} | {f"before.gap={word}": 1.0 for word in _gap_words(gap)}
    if crossed:
        features["before.crosses_count"] = float(crossed)
    elif len(gap) <= 14:
        features["before.adjacent"] = 1.0
    if clause == count.clause:
        features["before.same_clause"] = 1.0
    elif not crossed:
        features["before.earlier_clause"] = 1.0
    if any(c.clause == clause and c.start < start for c in same):
        features["before.taken"] = 1.0
    return features


def _ownership(scene: Scene, count: Count, same: list[Count], mention: Mention) -> dict[str, float]:
    """Whether the class is said of the very next number ("4 sao: 65")."""
    end = mention.span.end
    following = next((c for c in same if c.start >= end), None)
    if following is not None and _OWNED.fullmatch(scene.words(end, following.start)):
        return {"owned_by_next": 1.0}
    if end <= count.start and _OWNED.fullmatch(scene.words(end, count.start)):
        return {"before.owned": 1.0}
    return {}


_GAP = re.compile(
    r"đạt|hạng|trong đó|gồm|và|của|là|có|:|;|,|\(|\)|từ|mang|xếp|công nhận|chủ thể|còn|riêng|đều|"
    r"được|đối với|cho"
)


def _gap_words(gap: str) -> set[str]:
    """The linking words between a count and a class."""
    return set(_GAP.findall(gap)) if len(gap) <= 60 else {"long"}


# "4 sao: 65", "hạng 4 sao có 3": the class is said of the number that follows it.
_OWNED = re.compile(
    r"(?: ?(?::|=|có|là|đã|thì|chỉ|gồm|được|cấp quốc gia|\(quốc gia\)|ocop|-|\|)){0,3} ?(?:hơn |"
    r"gần |trên )?"
)


def _in_bracket(count: Count) -> bool:
    return count.sentence.clauses[count.clause].bracket if count.sentence.clauses else False

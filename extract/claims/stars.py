"""Which star classes a count covers: the class beside it, its total's, or all of 3 and up."""

from __future__ import annotations

import re

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.scene import Scene
from extract.mentions.cues import CueValue
from extract.mentions.place_mention import PlaceMention
from extract.mentions.stars import StarValue
from extract.model import BlockKind, Kind, Level, Mention

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
    scene: Scene, counts: list[Count], links: dict[int, Link], decide: Decide
) -> dict[int, Choice[StarValue]]:
    """The star set of each count, by index; without a class of its own, its total's or all."""
    chosen: dict[int, Choice[StarValue]] = {}
    for position, count in enumerate(counts):
        paired = _paired(scene, counts, count)
        if paired is not None:
            chosen[count.index] = paired
            continue
        candidates = _beside(scene, counts, position)
        context = _context(scene, count)
        candidates += _inherited(scene, counts, position, links, chosen, context)
        none = {"none_named": 1.0} | {f"none_named.{name}": 1.0 for name in context}
        if not count.sentence.stars:
            none["none_named.no_star_in_sentence"] = 1.0
        candidates.append(Candidate(ALL, none))
        chosen[count.index] = decide("stars", count, candidates)
    return chosen


def _beside(scene: Scene, counts: list[Count], position: int) -> list[Candidate[StarValue]]:
    """One candidate for each star mention of the sentence."""
    count = counts[position]
    found: list[Candidate[StarValue]] = []
    for mention in count.sentence.stars:
        value = mention.value
        if isinstance(value, StarValue):
            features = _features(scene, counts, position, mention)
            found.append(Candidate(value, features, mention.span))
    return found


def _context(scene: Scene, count: Count) -> list[str]:
    """What tells whether a count may take its classes from another one."""
    names = []
    if count.bare:
        names.append("bare")
    clause = [
        cue.value.kind
        for cue in count.sentence.cues
        if isinstance(cue.value, CueValue) and cue.span.start < count.end
    ]
    if Kind.CUMULATIVE in clause:
        names.append("stock")
    if Kind.TARGET in clause or Kind.FORECAST in clause:
        names.append("aim")
    if Kind.REGISTERED in clause:
        names.append("file")
    if any(
        isinstance(m.value, PlaceMention)
        and m.value.place.level in (Level.DISTRICT, Level.COMMUNE)
        and m.span.end <= count.start
        for m in count.sentence.places
    ):
        names.append("narrower_place")
    return names


def _inherited(
    scene: Scene,
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    chosen: dict[int, Choice[StarValue]],
    context: list[str],
) -> list[Candidate[StarValue]]:
    """The classes of the total, of the count before, and of the headline."""
    count = counts[position]
    found: list[tuple[str, Choice[StarValue]]] = []
    link = links.get(count.index)
    if link is not None and link.parent in chosen:
        found.append((f"part_of.{link.by}", chosen[link.parent]))
    if position:
        previous = counts[position - 1]
        gap = count.sentence.index - previous.sentence.index
        if gap == 0:
            found.append(("same_sentence", chosen[previous.index]))
        elif gap <= 2:
            found.append(("before", chosen[previous.index]))
    heads = [c for c in counts[:position] if c.sentence.block.kind is BlockKind.TITLE]
    if heads:
        found.append(("headline", chosen[heads[0].index]))
    candidates = []
    for name, choice in found:
        if choice.span is None:
            continue
        features = {name: 1.0} | {f"{name}.{word}": 1.0 for word in context}
        if count.sentence.stars:
            features[f"{name}.star_in_sentence"] = 1.0
        candidates.append(Candidate(choice.value, features, choice.span))
    return candidates


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
    if isinstance(mention.value, StarValue) and len(mention.value.stars) > 1:
        features["set"] = 1.0
    if start >= count.end:
        gap = scene.words(count.end, start)
        crossed = sum(1 for c in same if count.end <= c.start < start)
        features["after"] = 1.0
        features |= {f"after.gap={word}": 1.0 for word in _gap_words(gap)}
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
        features |= {f"before.gap={word}": 1.0 for word in _gap_words(gap)}
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
    if re.search(
        r"(?:đều|tất cả|toàn bộ|cùng)(?: \w+){0,3} $", scene.words(max(0, start - 30), start)
    ):
        features["all_of_them"] = 1.0
    if mention.value.moved_from is not None and not re.search(  # type: ignore[attr-defined]
        r"nâng|lên hạng|thăng", scene.words(max(sentence.start, count.start - 40), start)
    ):
        features["move_without_rise"] = 1.0
    return features


_GAP = re.compile(
    r"đạt|hạng|trong đó|gồm|và|của|là|có|:|;|,|\(|\)|từ|mang|xếp|công nhận|chủ thể|còn|riêng|đều|được|đối với|cho"
)


def _gap_words(gap: str) -> set[str]:
    """The linking words between a count and a class."""
    return set(_GAP.findall(gap)) if len(gap) <= 60 else {"long"}


# "4 sao: 65", "hạng 4 sao có 3": the class is said of the number that follows it.
_OWNED = re.compile(
    r"(?: ?(?::|=|có|là|đã|thì|chỉ|gồm|được|cấp quốc gia|\(quốc gia\)|ocop|-|\|)){0,3} ?(?:hơn |gần |trên )?"
)


def _in_bracket(count: Count) -> bool:
    return count.sentence.clauses[count.clause].bracket if count.sentence.clauses else False


def _paired(scene: Scene, counts: list[Count], count: Count) -> Choice[StarValue] | None:
    """The class of "hạng 4 sao và 3 sao lần lượt là 12 và 30" for this count."""
    sentence = count.sentence
    at = scene.folded.find("lần lượt", sentence.start, sentence.end)
    if not 0 <= at < count.start:
        return None
    lists = [m for m in sentence.stars if m.span.end <= at and isinstance(m.value, StarValue)]
    row = [c for c in counts if c.sentence is sentence and c.start > at]
    if not lists or count not in row or at - lists[-1].span.end > 20:
        return None
    value = lists[-1].value
    assert isinstance(value, StarValue)
    if len(value.listed) != len(row) or len(row) < 2:
        return None
    rank = value.listed[row.index(count)]
    return Choice(StarValue((rank,), (rank,)), 0.9, (), lists[-1].span)


def is_potential(scene: Scene, count: Count, choice: Choice[StarValue]) -> bool:
    """Whether five stars are potential: scored or proposed, not recognised by the centre."""
    value = choice.value
    if value.stars != (5,):
        return False
    if value.potential:
        return True
    span = choice.span
    low, high = count.start - 60, max(count.end, span.end if span else 0) + 30
    near = scene.words(max(count.sentence.start, low), min(count.sentence.end, high))
    if value.national:
        return bool(_PUT_FORWARD.search(near))
    return bool(_POTENTIAL.search(near)) and not _CENTRE.search(near)


_PUT_FORWARD = re.compile(
    r"(?:đề nghị|đề xuất|trình|chờ|gửi|hồ sơ)[^,.;]{0,40}(?:trung ương|bộ|quốc gia|công nhận)"
)

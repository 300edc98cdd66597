"""Which star classes a count covers: the class beside it, its total's, or all of 3 and up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.scene import Scene
from extract.claims.star_rows import paired
from extract.claims.stars_told import told_classes
from extract.mentions.cues import CueValue
from extract.mentions.place_mention import PlaceMention
from extract.mentions.stars import StarValue
from extract.model import BlockKind, Kind, Level, Mention

ALL = StarValue((3, 4, 5))

def choose_stars(
    scene: Scene, counts: list[Count], links: dict[int, Link], decide: Decide
) -> dict[int, Choice[StarValue]]:
    """The star set of each count, by index; without a class of its own, its total's or all."""
    chosen: dict[int, Choice[StarValue]] = {}
    for position, count in enumerate(counts):
        in_rows = paired(scene, counts, count)
        if in_rows is not None:
            chosen[count.index] = in_rows
            continue
        is_total = _is_total_of_classes(counts, links, count)
        candidates = _beside(scene, counts, position, is_total=is_total)
        candidates += farther(scene, counts, position, links, chosen)
        chosen[count.index] = decide("stars", count, candidates)
    return chosen


def farther(
    scene: Scene,
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    chosen: dict[int, Choice[StarValue]],
) -> list[Candidate[StarValue]]:
    """The classes that a count may have from elsewhere, the last one being all of them."""
    count = counts[position]
    context = _context(scene, counts, position)
    candidates = _inherited(counts, position, links, chosen, context)
    candidates += told_classes(scene, counts, position, context)
    none = {"none_named": 1.0} | {f"none_named.{name}": 1.0 for name in context}
    if _is_total_of_classes(counts, links, count):
        none["none_named.total"] = 1.0
    head = head_of_row(counts, position)
    if head is not None:
        sort = "all" if chosen[head.index].value.stars == ALL.stars else "class"
        none[f"none_named.head_{sort}"] = 1.0
    return [*candidates, Candidate(ALL, none)]


def _is_total_of_classes(counts: list[Count], links: dict[int, Link], count: Count) -> bool:
    """Whether the count has parts that are told by class: "42 (4 sao: 12; 3 sao: 30)"."""
    return any(
        link.parent == count.index and _has_class_beside(part)
        for part in counts
        if (link := links.get(part.index)) is not None
    )


def _has_class_beside(part: Count) -> bool:
    return any(
        0 <= m.span.start - part.end <= 14 or 0 <= part.start - m.span.end <= 12
        for m in part.sentence.stars
    )


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


def _context(scene: Scene, counts: list[Count], position: int) -> list[str]:
    """What tells whether a count may take its classes from another one."""
    count = counts[position]
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
    if in_place_row(count):
        names.append("place_row")
        previous = counts[position - 1] if position else None
        if previous is not None and in_place_row(previous):
            names.append("place_rows")
    return [*names, *_more_context(scene, counts, position)]


def in_place_row(count: Count) -> bool:
    """Whether the count follows the name of a unit, as in a list of units."""
    return any(
        isinstance(m.value, PlaceMention)
        and m.value.place.name is not None
        and 0 <= count.start - m.span.end <= 24
        for m in count.sentence.places
    )


_REACH = 6  # sentences between a batch and the list of units that it is told by


def head_of_row(counts: list[Count], position: int) -> Count | None:
    """The number that a list of units tells in parts: the last larger one outside of it.

    "108 sản phẩm được trao 4 sao. Huyện A đứng đầu với 15 sản phẩm, tiếp theo là B 13".
    """
    count = counts[position]
    if not in_place_row(count):
        return None
    near = [
        c
        for c in counts[:position]
        if count.sentence.index - c.sentence.index <= _REACH
        and not in_place_row(c)
        and c.number.value >= count.number.value
    ]
    if not near:
        return None
    last = near[-1].sentence
    return max((c for c in near if c.sentence is last), key=lambda c: c.number.value)


def _more_context(scene: Scene, counts: list[Count], position: int) -> Iterator[str]:
    count = counts[position]
    if not count.sentence.stars:
        yield "no_star_in_sentence"
    if count.sentence.block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW):
        yield "in_list"
    if position and count.number.value < counts[position - 1].number.value:
        yield "smaller"
    if _NEW_TOTAL.search(scene.words(count.sentence.start, count.start)):
        yield "new_total"


_NEW_TOTAL = re.compile(r"tổng|lũy kế|đến nay|hiện|toàn (?:tỉnh|huyện|thành phố|xã)|cả (?:tỉnh|nước)")


def _inherited(
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
    head = head_of_row(counts, position)
    if head is not None:
        found.append(("row_head", chosen[head.index]))
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
        elif "place_rows" in context:
            features[f"{name}.place_rows.no_star"] = 1.0
        candidates.append(Candidate(choice.value, features, choice.span))
    return candidates


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

"""The class of a count from elsewhere: its total's, the count before's, one told above, or all.

Numbers told on ("Huyện A 15 sản phẩm, B 13") have the classes of the batch that they tell in
parts; a stock has all classes, "3 sao trở lên", unless it names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.choice import Candidate, Choice
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.scene import Scene
from extract.claims.stars_anew import in_place_row, since_division
from extract.claims.stars_onward import told_onward
from extract.claims.stars_told import told_classes
from extract.mentions.stars import StarValue
from extract.model import BlockKind, Kind

ALL = StarValue((3, 4, 5))


class Farther:
    """The classes that the counts of a text may have from elsewhere.

    They are asked for twice, before and after the kinds are known; what no choice plays a
    part in is read once.
    """

    def __init__(self, scene: Scene, counts: list[Count], links: dict[int, Link]) -> None:
        self._scene = scene
        self._counts = counts
        self._links = links
        self._told: dict[int, tuple[list[str], list[Candidate[StarValue]]]] = {}

    def of(self, position: int, chosen: dict[int, Choice[StarValue]]) -> list[Candidate[StarValue]]:
        """The classes that one count may have, the last one being all of them."""
        counts = self._counts
        context, told = self._told_of(position)
        candidates = _inherited(self._scene, counts, position, self._links, chosen, context)
        none = {"none_named": 1.0} | {f"none_named.{name}": 1.0 for name in context}
        if is_total_of_classes(counts, self._links, counts[position]):
            none["none_named.total"] = 1.0
        head = head_of_row(counts, position)
        if head is not None:
            sort = "all" if chosen[head.index].value.stars == ALL.stars else "class"
            none[f"none_named.head_{sort}"] = 1.0
        named = since_division(self._scene, counts[position], [*candidates, *told])
        return [*named, Candidate(ALL, none)]

    def _told_of(self, position: int) -> tuple[list[str], list[Candidate[StarValue]]]:
        """What tells whether a count takes its classes from elsewhere, and classes told there."""
        if position not in self._told:
            scene, counts = self._scene, self._counts
            context = _context(scene, counts, position)
            told = [
                *told_classes(scene, counts, position, context),
                *told_onward(scene, counts, position, context),
            ]
            self._told[position] = context, told
        return self._told[position]


def is_total_of_classes(counts: list[Count], links: dict[int, Link], count: Count) -> bool:
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


def _context(scene: Scene, counts: list[Count], position: int) -> list[str]:
    """What tells whether a count may take its classes from another one."""
    count = counts[position]
    names = []
    if count.bare:
        names.append("bare")
    clause = {cue.kind for span, cue in count.sentence.told_kinds if span.start < count.end}
    if Kind.CUMULATIVE in clause:
        names.append("stock")
    if Kind.TARGET in clause or Kind.FORECAST in clause:
        names.append("aim")
    if Kind.REGISTERED in clause:
        names.append("file")
    if any(end <= count.start for end in count.sentence.lower_unit_ends):
        names.append("narrower_place")
    if in_place_row(count):
        names.append("place_row")
        previous = counts[position - 1] if position else None
        if previous is not None and in_place_row(previous):
            names.append("place_rows")
    return [*names, *_more_context(scene, counts, position)]


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


_NEW_TOTAL = re.compile(
    r"tổng|lũy kế|đến nay|hiện|toàn (?:tỉnh|huyện|thành phố|xã)|cả (?:tỉnh|nước)"
)


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
    candidates = []
    sources = [*_sources(counts, position, links, chosen)]
    again = told_again(scene, counts, position)
    if again is not None:
        sources.append(("told_again", chosen[again.index]))
    for name, choice in sources:
        if choice.span is None:
            continue
        features = {name: 1.0} | {f"{name}.{word}": 1.0 for word in context}
        if count.sentence.stars:
            features[f"{name}.star_in_sentence"] = 1.0
        elif "place_rows" in context:
            features[f"{name}.place_rows.no_star"] = 1.0
        candidates.append(Candidate(choice.value, features, choice.span))
    return candidates


_SAME = re.compile(r" ?(?:ocop )?(?:ấy|này|đó|kia|(?:nói |kể |nêu )?trên)(?!\w)")


def told_again(scene: Scene, counts: list[Count], position: int) -> Count | None:
    """The count that "6 sản phẩm đó" or "trong 41 sản phẩm ấy" of the sentence points back to."""
    count = counts[position]
    pointing = [
        n.value
        for n in count.sentence.numbers
        if n.start <= count.start and n.value > 1 and _SAME.match(scene.folded, n.noun_end)
    ]
    if not pointing:
        return None
    before = counts[max(0, position - 30) : position]
    same = (
        c
        for c in reversed(before)
        if c.number.value == pointing[-1] and c.sentence is not count.sentence
    )
    return next(same, None)


def _sources(
    counts: list[Count],
    position: int,
    links: dict[int, Link],
    chosen: dict[int, Choice[StarValue]],
) -> Iterator[tuple[str, Choice[StarValue]]]:
    """The choices that a count may go on with, by what ties it to them."""
    count = counts[position]
    link = links.get(count.index)
    if link is not None and link.parent in chosen:
        yield f"part_of.{link.by}", chosen[link.parent]
    head = head_of_row(counts, position)
    if head is not None:
        yield "row_head", chosen[head.index]
    if position:
        previous = counts[position - 1]
        gap = count.sentence.index - previous.sentence.index
        if gap == 0:
            yield "same_sentence", chosen[previous.index]
        elif gap <= 2:
            yield "before", chosen[previous.index]
    heads = [c for c in counts[:position] if c.sentence.block.kind is BlockKind.TITLE]
    if heads:
        yield "headline", chosen[heads[0].index]

"""What a count says: new, cumulative, a target … chosen among the twelve kinds.

Each cue of the sentence speaks for its kind with a weight that depends on where it
stands towards the number: right after the noun ("7 sản phẩm hết hạn"), right before the
number ("công nhận lại 12 sản phẩm"), in the clause, earlier or later in the sentence,
beyond another count, in the heading above, in the headline. A part leans on its total,
a sentence without a word of its own on the sentence before.
"""

from __future__ import annotations

import re

from extract.claims.choice import Candidate, Choice, choose
from extract.claims.counts import Count
from extract.claims.parts import Link
from extract.claims.scene import Scene
from extract.claims.weights import KIND, KIND_STRENGTH
from extract.mentions.cues import CueValue, find_cues
from extract.model import BlockKind, Kind, Mention

_GOVERNS = frozenset({Kind.TARGET, Kind.FORECAST})
_SETTLED = re.compile(r"(?:so với|vượt|đạt|bằng|hoàn thành|thực hiện|xong)[^,.;:()]{0,30}$")


def choose_kinds(
    scene: Scene, counts: list[Count], links: dict[int, Link]
) -> dict[int, Choice[Kind]]:
    """The kind of each count, by index; totals are read before their parts."""
    chosen: dict[int, Choice[Kind]] = {}
    for position, count in sorted(
        enumerate(counts), key=lambda pair: (_depth(links, pair[1].index), pair[0])
    ):
        features = _features(scene, counts, position)
        link = links.get(count.index)
        if link is not None and link.parent in chosen:
            _add(features, chosen[link.parent].value, f"part_of.{link.by}", 1.0)
        previous = _previous(counts, position, chosen)
        if previous is not None:
            _add(features, chosen[previous.index].value, "previous", 1.0)
        candidates = [Candidate(kind, features.get(kind, {})) for kind in Kind]
        chosen[count.index] = choose(candidates, KIND)
    return chosen


def _depth(links: dict[int, Link], index: int) -> int:
    depth = 0
    while index in links and depth < 9:
        index = links[index].parent
        depth += 1
    return depth


def _previous(
    counts: list[Count], position: int, chosen: dict[int, Choice[Kind]]
) -> Count | None:
    """The count just before, if it stands in the same paragraph."""
    if position == 0:
        return None
    previous, count = counts[position - 1], counts[position]
    near = count.sentence.index - previous.sentence.index <= 1
    same = previous.sentence.paragraph == count.sentence.paragraph
    listed = count.sentence.block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
    return previous if previous.index in chosen and near and (same or listed) else None


def _add(features: dict[Kind, dict[str, float]], kind: Kind, name: str, amount: float) -> None:
    """Add a feature to a kind; of one name the largest amount counts."""
    own = features.setdefault(kind, {})
    own[name] = max(own.get(name, 0.0), amount)


def _features(scene: Scene, counts: list[Count], position: int) -> dict[Kind, dict[str, float]]:
    count = counts[position]
    features: dict[Kind, dict[str, float]] = {kind: {f"prior.{kind}": 1.0} for kind in Kind}
    same = [c for c in counts if c.sentence is count.sentence and c is not count]
    for cue in count.sentence.cues:
        value = cue.value
        if not isinstance(value, CueValue):
            continue
        where = _where(scene, count, same, cue)
        if value.name == "plan" and _SETTLED.search(
            scene.words(max(count.sentence.start, cue.span.start - 40), cue.span.start)
        ):
            where += ".settled"
        _add(features, value.kind, f"cue.{where}", KIND_STRENGTH[value.strength])
    _from_heading(scene, count, features)
    return features


def _where(scene: Scene, count: Count, same: list[Count], cue: Mention) -> str:
    """Where a cue stands towards a count, as the name of a feature."""
    start, end = cue.span.start, cue.span.end
    sentence = count.sentence
    governs = isinstance(cue.value, CueValue) and cue.value.kind in _GOVERNS
    if start >= count.end or start >= count.start:
        crossed = any(count.start < c.start < start for c in same)
        if crossed:
            return "after.beyond"
        if start - count.end <= 14 and sentence.clause_at(start) == count.clause:
            return "after.near"
        if sentence.clause_at(start) == count.clause:
            return "after.clause"
        owned = any(c.clause == sentence.clause_at(start) for c in same)
        return "after.other" if owned else "after.next"
    crossed = any(end <= c.start < count.start for c in same)
    if crossed:
        return "before.governs" if governs else "before.beyond"
    if count.start - end <= 14 and sentence.clause_at(start) == count.clause:
        return "before.near"
    if sentence.clause_at(start) == count.clause:
        return "before.clause"
    return "before.sentence"


def _from_heading(
    scene: Scene, count: Count, features: dict[Kind, dict[str, float]]
) -> None:
    """Cues of the section heading above and of the headline."""
    if count.sentence.heading:
        for cue in find_cues(count.sentence.heading, count.sentence.heading):
            if isinstance(cue.value, CueValue):
                _add(features, cue.value.kind, "heading", KIND_STRENGTH[cue.value.strength])

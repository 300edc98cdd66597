"""What a count says: new, cumulative, a target … chosen among the twelve kinds.

A kind is described by the cues around the number (``kind_signs``) and by what its
neighbours were read as (``kind_neighbours``): a part leans on its total, a sentence
without a word of its own on the count before, a run of counts is read as one.
"""

from __future__ import annotations

from collections import Counter

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.kind_features import on_kinds
from extract.claims.kind_neighbours import of_neighbours
from extract.claims.kind_signs import RUN_ON, is_told, of_count, of_document
from extract.claims.parts import Link
from extract.claims.scene import Scene
from extract.mentions.stars import StarValue
from extract.model import Kind, Span


def choose_kinds(
    scene: Scene,
    counts: list[Count],
    links: dict[int, Link],
    stars: dict[int, Choice[StarValue]],
    decide: Decide,
) -> dict[int, Choice[Kind]]:
    """The kind of each count, by index; totals are read before their parts."""
    chosen: dict[int, Choice[Kind]] = {}
    shared = frozenset(of_document(scene))
    for run in sorted(_runs(scene, counts, links), key=lambda run: (_depth(links, run[0]), run[0])):
        told: Counter[str] = Counter()
        for position in run:
            told.update({*of_count(scene, counts, position, stars)})
            told.update(shared if not is_told(counts[position]) else ["always"])
        for name in of_neighbours(scene, counts, run[0], links, chosen):
            told[name] += len(run)
        said = on_kinds({name: times / len(run) for name, times in told.items()})
        for position in run:
            count = counts[position]
            spans = _spans(count)
            candidates = [Candidate(kind, told, spans.get(kind)) for kind, told in said]
            chosen[count.index] = decide("kind", count, candidates)
    return chosen


def _runs(scene: Scene, counts: list[Count], links: dict[int, Link]) -> list[list[int]]:
    """Positions of counts that share one predicate, and so one kind.

    "5 sản phẩm 4 sao, 32 sản phẩm 3 sao được công nhận": nothing but classes, places and
    commas stands between them.
    """
    runs: list[list[int]] = []
    for position, count in enumerate(counts):
        previous = counts[position - 1] if position else None
        if previous is not None and _goes_on(scene, previous, count, links):
            runs[-1].append(position)
        else:
            runs.append([position])
    return runs


def _goes_on(scene: Scene, previous: Count, count: Count, links: dict[int, Link]) -> bool:
    if (
        previous.sentence is not count.sentence
        or previous.number.value == 0
        or not count.number.value
    ):
        return False
    if links.get(count.index) != links.get(previous.index):
        return False
    between = (previous.end, count.start)
    if not RUN_ON.fullmatch(scene.words(*between)):
        return False
    return not any(
        cue.strength >= 2 and between[0] <= span.start < between[1]
        for span, cue in count.sentence.told_kinds
    )


def _spans(count: Count) -> dict[Kind, Span]:
    """For each kind the nearest cue of the sentence that speaks for it."""
    nearest: dict[Kind, tuple[int, Span]] = {}
    for span, cue in count.sentence.told_kinds:
        distance = max(span.start - count.end, count.start - span.end, 0)
        known = nearest.get(cue.kind)
        if known is None or distance < known[0]:
            nearest[cue.kind] = (distance, span)
    return {kind: span for kind, (_, span) in nearest.items()}


def _depth(links: dict[int, Link], index: int) -> int:
    depth = 0
    while index in links and depth < 9:
        index = links[index].parent
        depth += 1
    return depth

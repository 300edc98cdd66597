"""What a count says: new, cumulative, a target … chosen among the twelve kinds.

A kind is described by the cues around the number (``kind_signs``) and by what its
neighbours were read as (``kind_neighbours``): a part leans on its total, a sentence
without a word of its own on the count before, a run of counts is read as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.kind_neighbours import of_neighbours
from extract.claims.kind_signs import RUN_ON, is_told, of_count, of_document
from extract.claims.parts import Link
from extract.claims.scene import Scene
from extract.mentions.cues import CueValue
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
        names = {name: times / len(run) for name, times in told.items()}
        for position in run:
            count = counts[position]
            spans = _spans(count)
            candidates = [Candidate(k, _features(k, names), spans.get(k)) for k in Kind]
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
        isinstance(cue.value, CueValue)
        and cue.value.strength >= 2
        and between[0] <= cue.span.start < between[1]
        for cue in count.sentence.cues
    )


def _spans(count: Count) -> dict[Kind, Span]:
    """For each kind the nearest cue of the sentence that speaks for it."""
    nearest: dict[Kind, tuple[int, Span]] = {}
    for cue in count.sentence.cues:
        if isinstance(cue.value, CueValue):
            distance = max(cue.span.start - count.end, count.start - cue.span.end, 0)
            known = nearest.get(cue.value.kind)
            if known is None or distance < known[0]:
                nearest[cue.value.kind] = (distance, cue.span)
    return {kind: span for kind, (_, span) in nearest.items()}


_KINDS = frozenset(kind.value for kind in Kind)
_OFTEN_BARE = (Kind.NEW, Kind.CUMULATIVE)


def _features(kind: Kind, names: Mapping[str, float]) -> dict[str, float]:
    """Features of one kind: each name as it bears on this kind, and shared by all kinds.

    A word or a date bears on every kind in its own way ("target|left=có"). What names a
    kind, such as ``part_of.words=target``, speaks for that kind alone, twice: as
    "target|part_of.words" and as "agrees.part_of.words", whose one weight all kinds share,
    so that what is learned of lists of targets holds for lists of renewals too. A kind that
    nothing names is ``unsigned``: a target or a registration is hardly ever told without a word
    for it, a result often.
    """
    features: dict[str, float] = {}
    signed = False
    for name, amount in names.items():
        told, agreed = _names(kind, name)
        if told is not None:
            features[told] = amount
        if agreed is not None:
            features[agreed] = amount
            signed = True
    if kind not in _OFTEN_BARE and not signed:
        features[f"{kind}|unsigned"] = 1.0
    return features


@lru_cache(maxsize=1 << 16)
def _names(kind: Kind, name: str) -> tuple[str | None, str | None]:
    """What a name is called for one kind, and among all kinds; None where it does not bear."""
    said, _, value = name.partition("=")
    if value not in _KINDS:
        return f"{kind}|{name}", None
    if value != kind.value:
        return None, None
    return f"{kind}|{said}", f"agrees.{said}"


def _depth(links: dict[int, Link], index: int) -> int:
    depth = 0
    while index in links and depth < 9:
        index = links[index].parent
        depth += 1
    return depth

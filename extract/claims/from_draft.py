"""From a draft, every choice for a count, to the claims that it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.claims.choice import Choice, Decide
from extract.claims.confidence import confidence
from extract.claims.draft import Draft
from extract.claims.grounding import evidence_of, is_grounded
from extract.claims.place_meaning import Where
from extract.claims.scene import Scene
from extract.claims.times import group
from extract.mentions.stars import StarValue
from extract.model import Claim, Comparator, Kind, Level, Place, Span

VERSION = "1"
"""Raised when the same text can give another claim; it stands in every claim."""


def claims_of_draft(scene: Scene, draft: Draft, content: str, decide: Decide) -> Iterator[Claim]:
    """One claim for each place, and for "x/y" one for each of the two numbers."""
    number = draft.count.number
    for where in draft.places:
        claim = _claim(scene, draft, where, number.value, content, decide)
        if claim is not None:
            yield claim
    if number.of is not None:
        yield from _second(scene, draft, content, decide)


def _second(scene: Scene, draft: Draft, content: str, decide: Decide) -> Iterator[Claim]:
    """The second number of "22/23" (taking part) or "2.167/9.852 … cả nước" (nation)."""
    number = draft.count.number
    assert number.of is not None
    after = scene.words(draft.count.end, draft.count.end + 30)
    nation = "cả nước" in after or "toàn quốc" in after
    if nation:
        place = Place(Level.NATION, "Việt Nam", regime=draft.places[0].place.regime)
        # The place after the noun belongs to the second number; the first keeps its own.
        where = Where(place, None, 0.9)
        changed = draft
    else:
        where = draft.places[0]
        kind = _kind_of_whole(scene, draft)
        changed = replace(
            draft,
            kind=replace(draft.kind, value=kind),
            stars=Choice(StarValue((3, 4, 5)), 0.8),
            potential=False,
            paper=None,
        )
    claim = _claim(scene, changed, where, number.of, content, decide)
    if claim is not None:
        yield claim


_PLANNED = re.compile(r"kế hoạch|chỉ tiêu|mục tiêu|tỉnh giao|được giao|\d% kh")


def _kind_of_whole(scene: Scene, draft: Draft) -> Kind:
    """What the second number counts: those that took part, were planned, or were ever given."""
    number, kind = draft.count.number, draft.kind.value
    around = scene.words(
        max(draft.count.sentence.start, draft.count.start - 50), draft.count.end + 40
    )
    exceeds = number.of is not None and number.value > number.of
    if group(kind) in ("flow", "stock") and (exceeds or _PLANNED.search(around)):
        return Kind.TARGET
    if group(kind) == "flow" or kind in (Kind.ASSESSED, Kind.PROPOSED):
        return Kind.REGISTERED
    return Kind.CUMULATIVE if kind in (Kind.EXPIRED, Kind.WITHDRAWN, Kind.IN_FORCE) else kind


def _claim(
    scene: Scene, draft: Draft, where: Where, value: int, content: str, decide: Decide
) -> Claim | None:
    count, when = draft.count, draft.when
    number = count.number
    text = scene.document.text
    sentence = Span.of(text, count.sentence.start, count.sentence.end)
    comparator = number.comparator if number.of is None else Comparator.EXACT
    claim = Claim(
        document_id=scene.document.id,
        place=where.place,
        count=value,
        count_high=number.high,
        comparator=comparator,
        stars=draft.stars.value.stars,
        potential5=draft.potential,
        kind=draft.kind.value,
        period=when.period,
        round=when.round,
        as_of=when.as_of,
        as_of_anchor=when.anchor,
        decision=draft.paper.number if draft.paper else None,
        decision_date=draft.paper.date if draft.paper else None,
        quote=Span.of(text, count.start, count.end),
        evidence=evidence_of(scene, draft, where, sentence),
        reader=draft.reader,
        rule="table" if draft.reader == "table" else "bare" if count.bare else "noun",
        version=VERSION,
    )
    if not is_grounded(claim, text):
        return None
    published = scene.document.published
    certainty, doubts = confidence(draft, where, published.date if published else None, decide)
    claim_id = claim.digest(sentence.text, content)
    return replace(claim, confidence=certainty, reasons=doubts, claim_id=claim_id)

"""Which decision recognised the products that a count counts.

Only decisions with the role *recognition* count; laws, plans and letters never do. A
decision in the sentence wins; else the one that the running batch was told with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.model import Act, DecisionRef, Kind, Role

TIED = frozenset({Kind.NEW, Kind.RE_RECOGNISED, Kind.UPGRADED, Kind.WITHDRAWN})


def of_sentence(refs: tuple[DecisionRef, ...], sentence: Sentence) -> list[DecisionRef]:
    """Recognising decisions printed in a sentence."""
    return [
        ref
        for ref in refs
        if ref.role is Role.RECOGNITION and sentence.start <= ref.span.start < sentence.end
    ]


def nearest(refs: tuple[DecisionRef, ...], count: Count, kind: Kind) -> DecisionRef | None:
    """The recognising decision of the count's own sentence: the last one before it."""
    if kind not in TIED:
        return None
    own = of_sentence(refs, count.sentence)
    before = [ref for ref in own if ref.span.start < count.start]
    if before:
        return before[-1]
    return own[0] if own else None


_HEAD = 700
"""Characters that hold the number, place and day of an official paper (Nghị định 30/2020)."""


def of_article(scene: Scene, refs: tuple[DecisionRef, ...]) -> tuple[DecisionRef, ...]:
    """The papers that the article names: boxes of links and attachments name others."""
    blocks = list(scene.document.content_blocks())
    return tuple(r for r in refs if any(b.start <= r.span.start < b.end for b in blocks))


def heading_paper(scene: Scene, refs: tuple[DecisionRef, ...]) -> DecisionRef | None:
    """The decision that the text itself is, or opens with; None where it is undated."""
    own = own_paper(scene)
    if own is not None and own.date is not None:
        return own
    opening = scene.opening(_HEAD)
    for ref in refs:
        if ref.span.start < opening and ref.date and "/QĐ-" in ref.number:
            return ref if ref.role is not Role.LEGAL_BASIS else None
    return None


def own_paper(scene: Scene) -> DecisionRef | None:
    """The decision that the document itself is, with what it does to products.

    None for one that amends another: which of the two recognised a product, its words tell.
    The number is empty where it was left blank; its day is one all the same.
    """
    decision = scene.decision
    if decision is None or decision.type != "QĐ" or decision.act is Act.AMENDS:
        return None
    spans = {evidence.role: evidence.span for evidence in decision.evidence}
    span = spans.get("number") or spans.get("date")
    role = Role.RECOGNITION if decision.act is Act.RECOGNISES else Role.OTHER
    return DecisionRef(decision.number or "", decision.date, role, span) if span else None


def with_own_role(scene: Scene, refs: tuple[DecisionRef, ...]) -> tuple[DecisionRef, ...]:
    """The papers of a text, its own number with the role that title and articles tell."""
    own = own_paper(scene)
    if own is None or not own.number:
        return refs
    return tuple(_as_own(ref, own) if ref.number == own.number else ref for ref in refs)


def _as_own(ref: DecisionRef, own: DecisionRef) -> DecisionRef:
    told = Role.RECOGNITION in (own.role, ref.role)
    return replace(ref, role=own.role if told else ref.role, date=own.date or ref.date)


@dataclass(frozen=True, slots=True)
class Signed:
    """The day of a recognising decision, and how it is near to a count.

    ``way`` is own (in the sentence), next (there, behind another count), carried (the
    running batch's), head (the text is that paper), before, or after.
    """

    date: str
    way: str


def near_papers(
    refs: tuple[DecisionRef, ...],
    count: Count,
    kind: Kind,
    carried: DecisionRef | None,
    head: DecisionRef | None,
) -> list[Signed]:
    """The days of the recognising decisions that a count may belong to, that of the text too."""
    found: dict[str, None] = {}
    signed = []
    for way, ref in _ways(refs, count, kind, carried):
        if way == "own" and ref is not None and _is_of_next(ref, count):
            way = "next"
        if ref is not None and ref.date and way not in found:
            found[way] = None
            signed.append(Signed(ref.date, way))
    if head is not None and head.date:
        signed.append(Signed(head.date, "head"))
    return signed


def _is_of_next(ref: DecisionRef, count: Count) -> bool:
    """Whether another count stands between a count and the decision told after it."""
    products = (n.start for n in count.sentence.numbers if n.noun == "product")
    return any(count.end <= start < ref.span.start for start in products)


def _ways(
    refs: tuple[DecisionRef, ...], count: Count, kind: Kind, carried: DecisionRef | None
) -> Iterator[tuple[str, DecisionRef | None]]:
    yield "own", nearest(refs, count, kind)
    if carried is not None and carried.span.start < count.start:
        yield "carried", carried
    dated = [ref for ref in refs if ref.role is Role.RECOGNITION and ref.date]
    before = [ref for ref in dated if ref.span.start < count.sentence.start]
    after = [ref for ref in dated if ref.span.start >= count.sentence.end]
    yield "before", before[-1] if before else None
    yield "after", after[0] if after else None

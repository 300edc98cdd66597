"""Which decision recognised the products that a count counts.

Only decisions with the role *recognition* count; laws, plans and letters never do. A
decision in the sentence wins; else the one that the running batch was told with.
"""

from __future__ import annotations

from extract.claims.counts import Count
from extract.claims.scene import Sentence
from extract.model import DecisionRef, Kind, Role

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


def heading_paper(refs: tuple[DecisionRef, ...]) -> DecisionRef | None:
    """The decision that the text itself is, or opens with; None where it is undated."""
    for ref in refs:
        if ref.span.start < _HEAD and ref.date and "/QĐ-" in ref.number:
            return ref if ref.role is not Role.LEGAL_BASIS else None
    return None

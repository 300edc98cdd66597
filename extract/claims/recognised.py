"""Claims read from pictures of paper: every one says so, and is trusted less.

A recogniser is never as sure as print, and where it errs it may be sure of it. So whatever
it gave goes to a person, and the surer claims are those whose number it saw clearly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.model import Claim, Document

RECOGNISED: Final = "recognised_from_picture"
"""Doubt of all that a recogniser gave."""
_TRUST: Final = 0.95


def with_recognition(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, those of recognised words with the doubt and less confidence.

    The confidence is multiplied by how sure the recogniser was of the number, where one is
    printed, and by what a recognised page leaves of trust.
    """
    if not any(place.origin.ocr is not None for place in document.placed):
        return tuple(claims)
    return tuple(_doubted(document, claim) for claim in claims)


def _doubted(document: Document, claim: Claim) -> Claim:
    spans = [claim.quote, *(evidence.span for evidence in claim.evidence)]
    if all(origin.ocr is None for span in spans for origin in document.origins(span)):
        return claim
    numbers = [evidence.span for evidence in claim.evidence if evidence.role == "number"]
    seen = (origin.ocr for span in numbers for origin in document.origins(span))
    sure = min((ocr for ocr in seen if ocr is not None), default=1.0)
    return replace(
        claim,
        confidence=round(claim.confidence * _TRUST * sure, 3),
        reasons=(*claim.reasons, RECOGNISED),
    )

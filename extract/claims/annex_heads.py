"""Numbers that heads of lists print: they hold for what the heads above them name.

"A. HUYỆN … / I. Hạng 4 sao (02 sản phẩm)" tells two products of the district. The reader of
sentences sees the second line alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Claim, Decision, Kind, Place
from extract.products.addresses import NOTHING_NAMED, where_of
from extract.products.heads import Head
from extract.products.home import home_of

_ALL = (3, 4, 5)
_AGAIN = (Kind.RE_RECOGNISED, Kind.UPGRADED)


def under_their_heads(
    told: Sequence[Claim], heads: Sequence[Head], paper: Decision, content: str
) -> tuple[Claim, ...]:
    """The claims, those of heads with what the heads above them give."""
    listed = sorted((head for head in heads if head.rows), key=lambda head: head.span.start)
    made = []
    for claim in told:
        at = bisect_right(listed, claim.quote.start, key=lambda head: head.span.start) - 1
        inside = at >= 0 and claim.quote.end <= listed[at].span.end
        made.append(_under(claim, listed[at], paper, content) if inside else claim)
    ids = {old.claim_id: new.claim_id for old, new in zip(told, made, strict=True)}
    return tuple(
        replace(claim, part_of=ids.get(claim.part_of)) if claim.part_of else claim
        for claim in {claim.claim_id: claim for claim in reversed(made)}.values()
    )[::-1]


def place_of(head: Head, paper: Decision) -> Place | None:
    """The unit that a head or one above it names; None where they name none."""
    named = NOTHING_NAMED
    for one in head.chain():
        named = named.over(one.named)
    return None if named == NOTHING_NAMED else where_of(named, home_of(paper, None)).place


def stars_of(head: Head) -> int | None:
    """The class that a head or one above it gives."""
    return next((one.stars for one in head.chain() if one.stars), None)


def _under(claim: Claim, head: Head, paper: Decision, content: str) -> Claim:
    changed = claim
    place = place_of(head, paper) if head.named == NOTHING_NAMED else None
    if place is not None and head.under is not None:
        reasons = tuple(reason for reason in claim.reasons if reason != "place_inherited")
        changed = replace(changed, place=place, reasons=reasons)
    stars = stars_of(head)
    if head.stars is None and stars is not None and claim.stars == _ALL:
        changed = replace(changed, stars=(stars,))
    again = next((one.standing for one in head.chain() if one.standing is not None), None)
    if claim.kind is Kind.NEW and again in _AGAIN:
        changed = replace(changed, kind=again)
    if changed == claim:
        return claim
    sentence = next((e.span.text for e in claim.evidence if e.role == "sentence"), head.span.text)
    return replace(changed, claim_id=changed.digest(sentence, content))

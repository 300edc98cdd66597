"""Rows of a list of all that a council scored: only some of them were put forward.

Minutes list what was scored, also what fell short: "Hội đồng đã chấm điểm 09 sản phẩm" above
nine rows, and below them "đề nghị công nhận 07 sản phẩm". The nine are not put forward.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.model import Act, Claim, Comparator, Decision, Kind, Product

_ENTERED: Final = frozenset({Kind.ASSESSED, Kind.REGISTERED})
_MINUTES: Final = "BB"


def with_scored(
    paper: Decision, products: tuple[Product, ...], told: Sequence[Claim]
) -> tuple[Product, ...]:
    """The products; as assessed where the text scores all of them and puts fewer forward.

    Minutes that put forward no number score alone. A row that tells its own standing, as one
    that fell short, shows that the others were judged one by one: then all stand.
    """
    forwards = paper.act is Act.FORWARDS
    if not forwards or any(row.standing is not Kind.PROPOSED for row in products):
        return products
    exact = [c for c in told if c.reader != "table" and c.comparator is Comparator.EXACT]
    scored = any(c.kind in _ENTERED and c.count == len(products) for c in exact)
    put = _put_forward([c for c in exact if c.kind is Kind.PROPOSED])
    if not scored or put >= len(products) or (put == 0 and paper.type != _MINUTES):
        return products
    return tuple(replace(product, standing=Kind.ASSESSED) for product in products)


def _put_forward(claims: Sequence[Claim]) -> int:
    """The most products that the numbers put forward: one of them, or those of the classes."""
    classes: dict[tuple[object, ...], int] = {}
    for claim in claims:
        if len(claim.stars) == 1:
            key = (claim.stars, claim.potential5)
            classes[key] = max(classes.get(key, 0), claim.count)
    return max([sum(classes.values()), *(claim.count for claim in claims)])

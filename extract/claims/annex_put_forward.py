"""Rows of potential 5 stars in the annex of a recognition: recognised with it, or put forward.

Provinces give 3 and 4 stars; who reaches 90 points is put forward to the nation (Quyết định
1048/QĐ-TTg, 148/QĐ-TTg). Some papers count such products among the recognised ("công nhận 12
sản phẩm, gồm 02 sản phẩm tiềm năng 5 sao, …"), others recognise the rest alone and list these
beside them ("Điều 2. Đề nghị Trung ương đánh giá 01 sản phẩm tiềm năng 5 sao"). The list
looks the same; the articles tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.annex_text import is_own
from extract.model import Act, Claim, Decision, Kind, Product
from extract.products.standings import RECOGNISED

_PUT_FORWARD = frozenset({Kind.PROPOSED, Kind.ASSESSED})
_WHOLE = (3, 4, 5)


def with_put_forward(
    paper: Decision, products: tuple[Product, ...], told: Sequence[Claim]
) -> tuple[Product, ...]:
    """The products; those of potential 5 stars as proposed where the articles say only that."""
    rows = {p.row for p in products if _is_potential(p)}
    if paper.act is not Act.RECOGNISES or not rows:
        return products
    own = [claim for claim in told if is_own(claim, paper)]
    forward = [claim for claim in own if claim.potential5 and claim.kind in _PUT_FORWARD]
    if {claim.count for claim in forward} != {len(rows)} or _counts(own, products):
        return products
    return tuple(
        replace(product, standing=Kind.PROPOSED) if product.row in rows else product
        for product in products
    )


def _is_potential(product: Product) -> bool:
    return product.potential5 and product.stars == 5 and product.standing in RECOGNISED


def _counts(own: Sequence[Claim], products: Sequence[Product]) -> bool:
    """Whether what the paper says that it recognises holds these rows too."""
    given = [claim for claim in own if claim.kind in RECOGNISED]
    every = sum(product.standing in RECOGNISED for product in products)
    return any(
        claim.potential5 or (claim.stars == _WHOLE and claim.count == every) for claim in given
    )

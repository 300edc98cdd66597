"""Rows that say nothing of themselves, in the annex of a paper that only recognises again.

"Phê duyệt kết quả đánh giá lại 07 sản phẩm" above a plain list of seven: the list looks like
that of new products, and the articles tell that it is none. Where they recognise new products
too, or count others than the rows, the list stands as it was read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.claims.annex_text import is_own
from extract.model import Act, Claim, Decision, Kind, Product
from extract.products.standings import RECOGNISED


def with_again(
    paper: Decision, products: tuple[Product, ...], told: Sequence[Claim]
) -> tuple[Product, ...]:
    """The products; new ones as recognised again where title and articles say only that."""
    given = [product for product in products if product.standing in RECOGNISED]
    if paper.act is not Act.RECOGNISES or not all(_is_plain(product) for product in given):
        return products
    own = [claim for claim in told if is_own(claim, paper) and claim.kind in RECOGNISED]
    if {claim.kind for claim in own} != {Kind.RE_RECOGNISED} or not _counts(own, given):
        return products
    return tuple(
        replace(product, standing=Kind.RE_RECOGNISED) if product.standing is Kind.NEW else product
        for product in products
    )


def _is_plain(product: Product) -> bool:
    """Whether a row is new for want of a word of its own."""
    return product.standing is Kind.NEW and all(e.role != "standing" for e in product.evidence)


def _counts(own: Sequence[Claim], given: Sequence[Product]) -> bool:
    """Whether these numbers are those of the rows, in all or class by class."""
    classes = Counter(product.stars for product in given)
    in_all = any(
        claim.count == len(given) and all(rank in (None, *claim.stars) for rank in classes)
        for claim in own
    )
    told = {(claim.stars, claim.count) for claim in own}
    return in_all or all(((rank,), count) in told for rank, count in classes.items())

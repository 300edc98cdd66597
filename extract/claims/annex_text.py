"""What a paper says in its title and articles against the rows of its annex.

Both are kept where they differ, each with the doubt: nothing is averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.model import Claim, Comparator, Decision, Document, Issue, Kind, Product
from extract.products.doubts import EXCERPT, doubted
from extract.products.standings import RECOGNISED

DOUBT = "rows_against_text"
_CHECKED = RECOGNISED | {Kind.WITHDRAWN, Kind.PROPOSED, Kind.REGISTERED}
_LOWER = 0.7


def compared(
    document: Document, paper: Decision, products: tuple[Product, ...], told: Sequence[Claim]
) -> tuple[tuple[Claim, ...], tuple[Product, ...], tuple[Issue, ...]]:
    """The claims of the text, the products and issues, with the doubts of disagreement."""
    claims: list[Claim] = []
    issues: list[Issue] = []
    rows: set[int] = set()
    for claim in told:
        meant = rows_meant(claim, products) if is_own(claim, paper) else None
        if meant and any(EXCERPT in row.reasons for group in meant for row in group):
            meant = None
        if not meant or claim.count in {len(group) for group in meant}:
            claims.append(claim)
            continue
        nearest = min(meant, key=lambda group: abs(len(group) - claim.count))
        rows |= {product.row for product in nearest}
        claims.append(
            replace(
                claim,
                confidence=round(claim.confidence * _LOWER, 3),
                reasons=tuple(dict.fromkeys((*claim.reasons, DOUBT))),
            )
        )
        issues.append(
            Issue(
                "rows_against_text",
                f"The text tells {claim.count} products and the annex has {len(nearest)} rows "
                "of them.",
                advice="Count the rows in the document: one may be lost, or the text is wrong.",
                document_id=document.id,
                span=claim.quote,
            )
        )
    made = tuple(
        doubted(product, (DOUBT,)) if product.row in rows else product for product in products
    )
    return tuple(claims), made, tuple(issues)


def is_own(claim: Claim, paper: Decision) -> bool:
    """Whether the title or an article of the paper tells this number of its own products."""
    if claim.comparator is not Comparator.EXACT or claim.count_high is not None:
        return False
    if claim.kind not in _CHECKED or claim.reader == "table":
        return False
    if claim.decision is not None and paper.number is not None and claim.decision != paper.number:
        return False
    place = paper.issuer.place if paper.issuer else None
    if place is not None and claim.place.name not in (None, place.name):
        return False
    spans = [article.span for article in paper.articles]
    spans += [paper.title] if paper.title else []
    return any(s.start <= claim.quote.start and claim.quote.end <= s.end for s in spans)


def rows_meant(claim: Claim, products: Sequence[Product]) -> list[list[Product]]:
    """The rows that a number may count: those of its kind, or for a batch of every standing.

    None where there is no such row at all: the annex that lists them is not in the document.
    """
    found = []
    kinds = [{claim.kind}]
    if claim.kind is Kind.NEW:
        kinds.append(set(RECOGNISED))
    for wanted in kinds:
        rows = [p for p in products if p.standing in wanted and _fits(claim, p)]
        if rows:
            found.append(rows)
            found.append([p for p in rows if not p.potential5] or rows)
    return found


def _fits(claim: Claim, product: Product) -> bool:
    if claim.potential5:
        return product.potential5
    if product.stars is None:
        return claim.stars == (3, 4, 5)
    return product.stars in claim.stars

"""A paper's text and the rows of its annex, each checked by the other, as claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.claims.annex_again import with_again
from extract.claims.annex_closings import with_closings
from extract.claims.annex_heads import under_their_heads
from extract.claims.annex_put_forward import with_put_forward
from extract.claims.annex_rows import RowClaims, row_span
from extract.claims.annex_scored import with_scored
from extract.claims.annex_sums import with_sums
from extract.claims.annex_text import compared
from extract.claims.grounding import is_grounded
from extract.model import (
    Act,
    Claim,
    Decision,
    Document,
    Issue,
    Product,
    Span,
)
from extract.products.read import ProductList
from extract.tables.grid import Grid

_ACTS = (Act.RECOGNISES, Act.LISTS, Act.FORWARDS, Act.REVOKES)


@dataclass(frozen=True, slots=True)
class AnnexReading:
    """Claims of text and rows, the products and issues, after rows and text were compared."""

    claims: tuple[Claim, ...]
    products: tuple[Product, ...]
    issues: tuple[Issue, ...] = ()


def with_rows(
    document: Document,
    paper: Decision | None,
    listed: ProductList,
    told: Sequence[Claim],
    grids: Sequence[Grid] = (),
) -> AnnexReading:
    """The claims ``told`` by the text and those of the rows, each checked by the other.

    Only a paper, or the annex of one, makes claims by its rows: a list in the news repeats
    what somebody else has decided. A row is one product, whatever numbers stand in it.
    """
    rows_of = [row_span(product) for product in listed.products]
    told = [claim for claim in told if not _stands_in(claim.quote, rows_of)]
    # The annex of a decision that stands alone tells what it does in its heads alone.
    is_annex = paper is not None and paper.type == "QĐ" and not paper.articles
    if paper is None or not (paper.act in _ACTS or (paper.act is Act.OTHER and is_annex)):
        return AnnexReading(tuple(told), listed.products)
    content = document.content_digest()
    told = under_their_heads(told, listed.heads, paper, content)
    products = with_put_forward(paper, listed.products, told)
    products = with_scored(paper, with_again(paper, products, told), told)
    told = with_closings(document, paper, products, told)
    texts, products, issues = compared(document, paper, products, told)
    texts, uneven = with_sums(document, paper, products, texts, grids)
    listed = replace(listed, products=products)
    writing = RowClaims(document, paper, listed, content, texts)
    rows = [claim for claim in writing.claims() if is_grounded(claim, document.text)]
    known = (*texts, *rows)
    heads = [claim for claim in writing.of_heads(known) if is_grounded(claim, document.text)]
    seen = {claim.claim_id for claim in texts}
    made = {claim.claim_id: claim for claim in (*rows, *heads) if claim.claim_id not in seen}
    return AnnexReading((*texts, *made.values()), products, (*issues, *uneven))


def _stands_in(quote: Span, rows: Sequence[Span]) -> bool:
    """Whether a quote stands inside one of the rows, which are in the order of the text."""
    at = bisect_right(rows, quote.start, key=lambda row: row.start) - 1
    return at >= 0 and quote.end <= rows[at].end

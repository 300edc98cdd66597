"""Checks of a list within its document; a failed one is an issue and a doubt of its rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.model import Document, Issue, Product, Span
from extract.places.names import name_key
from extract.products.classes import BANDS, BANDS_SINCE, class_of_score
from extract.products.doubts import EXCERPT, doubted
from extract.products.heads import Head
from extract.products.totals import Total
from extract.text.normalise import fold

_OCR_SURE = 0.7


@dataclass(frozen=True, slots=True)
class _Failed:
    """A failed check: the issue, whose code is the doubt of the rows concerned (1, 2 …)."""

    issue: Issue
    rows: tuple[int, ...]


def checked(
    document: Document,
    products: Sequence[Product],
    heads: Sequence[Head],
    totals: Sequence[Total],
    date: str | None,
) -> tuple[tuple[Product, ...], tuple[Issue, ...]]:
    """The products with the doubts of failed checks and their confidence, and the issues."""
    failed = [
        *_heads(products, heads),
        *_totals(products, totals),
        *_numbers(products, [head.span.start for head in heads]),
        *_scores(products, date),
        *_duplicates(products),
    ]
    doubts: dict[int, dict[str, None]] = defaultdict(dict)
    for failure in failed:
        for row in failure.rows:
            doubts[row][failure.issue.code] = None
    for product in products:
        if recognised(document, product, ("row",)) is not None:
            doubts[product.row]["recognised_from_picture"] = None
        if _is_unsure(document, product):
            doubts[product.row]["ocr_unsure"] = None
    made = tuple(doubted(product, doubts[product.row]) for product in products)
    issues = tuple(replace(failure.issue, document_id=document.id) for failure in failed)
    return made, issues


def _heads(products: Sequence[Product], heads: Sequence[Head]) -> Iterator[_Failed]:
    """Rows below a head against the number that it prints."""
    for head in heads:
        if head.count is None:
            continue
        rows = [products[row - 1] for row in head.rows]
        if any(EXCERPT in row.reasons for row in rows):
            continue
        if head.stars and any(p.stars not in (None, head.stars) for p in rows):
            rows = [p for p in rows if p.stars == head.stars]
        if (
            not rows
            and _CLOSES.match(fold(head.span.text))
            and head.count == _above(products, head)
        ):
            continue  # a closing line: "Danh sách có 04 sản phẩm"
        if len(rows) != head.count:
            issue = Issue(
                "rows_against_head",
                f"A head prints {head.count} products and {len(rows)} rows stand below it.",
                advice="Count the rows in the document: one may be lost, or the head is wrong.",
                span=head.span,
            )
            yield _Failed(issue, head.rows)


_CLOSES = re.compile(
    r"\W*(?:danh sách|danh mục|phụ lục|biểu)(?: (?:này|trên))? (?:có|gồm|bao gồm)(?!\w)"
)
"""Words of a line that counts the list above it, not of the head of an empty part."""


def _above(products: Sequence[Product], head: Head) -> int:
    """How many products stand before a line."""
    return sum(1 for product in products if _start(product) < head.span.start)


def _start(product: Product) -> int:
    return min((evidence.span.start for evidence in product.evidence), default=0)


def _totals(products: Sequence[Product], totals: Sequence[Total]) -> Iterator[_Failed]:
    """Rows above a row of totals against what it prints."""
    start = 0
    for total in totals:
        rows = products[start : total.rows]
        start = total.rows
        if any(EXCERPT in row.reasons for row in rows):
            continue
        for rank, count in total.counts.items():
            found = [p for p in rows if rank in (0, p.stars)]
            everything = [p for p in products[: total.rows] if rank in (0, p.stars)]
            if count in (len(found), len(everything)):
                continue
            of = f" of {rank} stars" if rank else ""
            issue = Issue(
                "rows_against_total",
                f"A row of totals prints {count} products{of} and {len(found)} rows stand above.",
                advice="Count the rows in the document: one may be lost, or the total is wrong.",
                span=total.span,
            )
            yield _Failed(issue, tuple(p.row for p in found))


_LOST = "Look whether a row is missing in the document, or was lost in reading."


def _numbers(products: Sequence[Product], heads: Sequence[int]) -> Iterator[_Failed]:
    """Gaps and repeats in the printed numbers; a list may begin anew at 1.

    ``heads`` are where heads begin: below one a second 1 repeats nothing.
    """
    previous: Product | None = None
    for product in products:
        number = _number(product)
        if number is None:
            continue
        if EXCERPT in product.reasons:
            previous = None
            continue
        before = _number(previous) if previous else None
        if previous is not None and _span(product, "number") != _span(previous, "number"):
            rows = (previous.row, product.row)
            above, span = _span(previous, "row"), _span(product, "row")
            between = [at for at in heads if above and span and above.start < at < span.start]
            anew = number == 1 and bool(between)
            if number == before and not anew:
                message = f"Number {number} repeats in a list of products."
                issue = Issue("number_repeated", message, advice=_LOST, span=span)
                yield _Failed(issue, rows)
            elif before is not None and number not in (1, before, before + 1):
                message = f"Number {number} follows number {before} in a list of products."
                yield _Failed(Issue("number_gap", message, advice=_LOST, span=span), rows)
        previous = product


def _span(product: Product, role: str) -> Span | None:
    return next((e.span for e in product.evidence if e.role == role), None)


def _number(product: Product) -> int | None:
    last = product.number.rpartition(".")[2]
    return int(last) if last.isdigit() else None


def _scores(products: Sequence[Product], date: str | None) -> Iterator[_Failed]:
    """Points against the class, by the bands in force since 21/8/2019."""
    if date is not None and date < BANDS_SINCE:
        return
    for product in products:
        if product.score is None or product.stars is None or product.stars not in BANDS:
            continue
        expected = class_of_score(product.score)
        if expected == product.stars or (product.potential5 and expected == 5):
            continue
        issue = Issue(
            "score_against_stars",
            f"{product.score:g} points are {expected} stars, and the row says {product.stars}.",
            advice="Look at score and stars of the row in the document.",
            span=_span(product, "score"),
        )
        yield _Failed(issue, (product.row,))


def _duplicates(products: Sequence[Product]) -> Iterator[_Failed]:
    """Rows of one name, producer and place."""
    seen: dict[tuple[str, ...], Product] = {}
    for product in products:
        key = (
            name_key(product.name),
            name_key(product.producer),
            product.commune or "",
            product.district or "",
        )
        first = seen.setdefault(key, product)
        if first is not product:
            issue = Issue(
                "duplicate_row",
                f"Rows {first.row} and {product.row} name one product of one producer.",
                advice="Look whether both rows are meant: count the product once if not.",
                span=_span(product, "row"),
            )
            yield _Failed(issue, (first.row, product.row))


def _is_unsure(document: Document, product: Product) -> bool:
    """Whether the recogniser of a scan was unsure of the name or the class.

    One and two stars are hardly ever given: there a 4 or 5 may have been misread, however sure.
    """
    sure = recognised(document, product, ("name", "stars", "producer", "head"))
    rare = sure is not None and product.stars in (1, 2)
    return rare or (sure is not None and sure < _OCR_SURE)


def recognised(document: Document, product: Product, roles: Collection[str]) -> float | None:
    """How sure the recogniser of a scan was of what gives a product; None of printed text."""
    if not document.placed:
        return None
    places = (o for e in product.evidence if e.role in roles for o in document.origins(e.span))
    return min((o.ocr for o in places if o.ocr is not None), default=None)

"""Doubts of rows, and how much trust each leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from extract.model import Product

EXCERPT: Final = "excerpt"
"""Doubt of rows of a list that says itself that it leaves rows out."""

DOUBTS: Final[dict[str, float]] = {
    "producer_missing": 0.9,
    "row_split": 0.8,
    "several_products": 0.6,
    "columns_disagree": 0.6,
    "stars_unknown": 0.6,
    "stars_unread": 0.6,
    "score_unread": 0.9,
    "stars_outside": 0.6,
    "score_over_100": 0.6,
    "stars_against_head": 0.6,
    "several_marks": 0.6,
    "not_recognised": 0.6,
    "standing_unknown": 0.8,
    EXCERPT: 0.95,
    "recognised_from_picture": 0.9,
    "ocr_unsure": 0.6,
    "rows_against_head": 0.85,
    "rows_against_total": 0.85,
    "rows_against_text": 0.85,
    "number_gap": 0.9,
    "number_repeated": 0.9,
    "score_against_stars": 0.6,
    "duplicate_row": 0.6,
}
"""Every doubt that a row can carry, with what it leaves of the trust in the row (0-1).

Set by hand: what bears on the row itself weighs more than what bears on its list.
"""

_TRUST: Final = 0.97


def doubted(product: Product, doubts: Iterable[str] = ()) -> Product:
    """The product with more doubts and the confidence that they leave."""
    reasons = tuple(dict.fromkeys((*product.reasons, *doubts)))
    sure = _TRUST
    for reason in reasons:
        sure *= DOUBTS[reason]
    return replace(product, reasons=reasons, confidence=round(sure, 3))

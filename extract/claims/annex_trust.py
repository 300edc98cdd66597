"""How sure a number over rows is, by the doubts of its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.model import Product

_WEIGHTS = {
    "rows_against_head": 0.6,
    "rows_against_total": 0.6,
    "rows_against_text": 0.6,
    "number_gap": 0.75,
    "number_repeated": 0.8,
    "duplicate_row": 0.75,
    "several_products": 0.75,
    "row_split": 0.8,
    "stars_unknown": 0.8,
    "stars_unread": 0.8,
    "stars_outside": 0.8,
    "stars_against_head": 0.8,
    "score_against_stars": 0.9,
    "several_marks": 0.8,
    "ocr_unsure": 0.85,
    "place_unknown": 0.5,
    "time_unknown": 0.85,
}
"""Doubts of rows that bear on how many there are of a class, and how much trust each leaves."""
_TRUST = 0.97


def doubts_of(rows: Sequence[Product]) -> Iterator[str]:
    """The doubts of rows that bear on their number, each once."""
    found = dict.fromkeys(doubt for row in rows for doubt in row.reasons)
    return (doubt for doubt in found if doubt in _WEIGHTS)


def confidence_under(doubts: Sequence[str]) -> float:
    """Probability that the number is right (0-1, three digits) with these doubts."""
    sure = _TRUST
    for doubt in doubts:
        sure *= _WEIGHTS.get(doubt, 1.0)
    return round(sure, 3)

"""Sums by units in the annex of a paper against its list of products, or its articles.

A table that sums up the batch must sum up to it. One that adds up to another number tells
of something else, or one of the two lost products: both are kept, the sums with the doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.claims.annex_text import rows_meant
from extract.claims.papers import TIED
from extract.model import Claim, Decision, Document, Issue, Place, Product
from extract.products.doubts import EXCERPT
from extract.products.standings import RECOGNISED
from extract.tables.grid import Grid

SUMS_DOUBT: Final = "sums_against_rows"
_LOWER: Final = 0.6


@dataclass(frozen=True, slots=True)
class _Sum:
    """The figures of one table and class: the printed total, or what its parts add up to."""

    count: int
    whole: Claim
    figures: tuple[Claim, ...]


def with_sums(
    document: Document,
    paper: Decision,
    products: Sequence[Product],
    told: Sequence[Claim],
    grids: Sequence[Grid],
) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """The claims ``told``, those of tables that do not sum up to the batch with the doubt."""
    home = paper.issuer.place if paper.issuer else None
    if home is None:
        return tuple(told), ()
    doubted: set[str] = set()
    issues = []
    for grid in grids:
        own = [c for c in told if _is_of_batch(c, paper) and _stands_in(c, grid)]
        for total in _sums(own, home):
            expected = _expected(total.whole, paper, home, products, told)
            if not expected or total.count in expected:
                continue
            doubted |= {claim.claim_id for claim in total.figures}
            issues.append(_issue(document, total, expected))
    return tuple(_doubted(c) if c.claim_id in doubted else c for c in told), tuple(issues)


def _is_of_batch(claim: Claim, paper: Decision) -> bool:
    """Whether a figure of a table counts what the paper itself recognises."""
    same = claim.kind in TIED and claim.decision == paper.number and claim.as_of == paper.date
    return claim.reader == "table" and claim.kind in RECOGNISED and same


def _stands_in(claim: Claim, grid: Grid) -> bool:
    return any(start <= claim.quote.start < end for start, end in grid.taken)


def _sums(figures: Sequence[Claim], home: Place) -> Iterator[_Sum]:
    """The sum of each kind and class: of the whole unit where it is printed, else of parts."""
    for key in dict.fromkeys((c.kind, c.stars, c.potential5) for c in figures):
        same = [c for c in figures if (c.kind, c.stars, c.potential5) == key]
        wholes = [c for c in same if _is_home(c, home)]
        parts = [c for c in same if not _is_home(c, home) and c.part_of is None]
        for whole in wholes:
            yield _Sum(whole.count, whole, (whole, *parts))
        if len(parts) > 1 and (not wholes or sum(c.count for c in parts) != wholes[0].count):
            yield _Sum(sum(c.count for c in parts), parts[0], tuple(parts))


def _is_home(claim: Claim, home: Place) -> bool:
    return (claim.place.level, claim.place.name) == (home.level, home.name)


def _expected(
    claim: Claim,
    paper: Decision,
    home: Place,
    products: Sequence[Product],
    told: Sequence[Claim],
) -> set[int]:
    """How many of this kind and class the list holds, else the title or articles tell."""
    if any(EXCERPT in row.reasons for row in products):
        return set()
    if products:
        return {len(group) for group in rows_meant(claim, products)} or {0}
    return {
        c.count
        for c in told
        if c.reader != "table" and c.kind is claim.kind and _is_home(c, home)
        if c.decision == paper.number and _same_classes(c, claim)
    }


def _same_classes(told: Claim, figure: Claim) -> bool:
    """Whether both count the same: "12 sản phẩm đạt 3 sao, 4 sao" are a column of all too."""
    if told.potential5 != figure.potential5:
        return False
    return told.stars == figure.stars or min(len(told.stars), len(figure.stars)) > 1


def _doubted(claim: Claim) -> Claim:
    reasons = tuple(dict.fromkeys((*claim.reasons, SUMS_DOUBT)))
    return replace(claim, confidence=round(claim.confidence * _LOWER, 3), reasons=reasons)


def _issue(document: Document, total: _Sum, expected: set[int]) -> Issue:
    batch = " or ".join(map(str, sorted(expected)))
    stars = ", ".join(map(str, total.whole.stars))
    return Issue(
        "sums_against_rows",
        f"A table of the annex sums up to {total.count} products of {stars} stars, the list or "
        f"the articles hold {batch}.",
        advice="Compare the table with the list: a row may be lost, or the table tells of "
        "other products, as those of former years.",
        document_id=document.id,
        span=total.whole.quote,
    )

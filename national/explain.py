"""The way back: from a number to the sentence, the archived page and its address."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from extract.model import Comparator
from national.query import UnansweredError
from national.records import AnsweredCell, ExplainedClaim, answered, explained
from national.schema import Status


@dataclass(frozen=True, slots=True)
class Explanation:
    """A cell (or None, when a claim in no cell was asked for) and its claims.

    ``chosen`` first made the value, ``supporting`` agree with it, ``rivals`` do not.
    ``why`` says in words how the value was chosen.
    """

    cell: AnsweredCell | None
    chosen: tuple[ExplainedClaim, ...]
    supporting: tuple[ExplainedClaim, ...]
    rivals: tuple[ExplainedClaim, ...]
    why: str


def explain(
    asked: str,
    cells: pd.DataFrame,
    claims: pd.DataFrame,
    documents: pd.DataFrame,
    papers: pd.DataFrame | None = None,
) -> tuple[Explanation, ...]:
    """Explain a cell, or every cell that a claim speaks on.

    Args:
        asked: a ``cell_id`` or a ``claim_id``.
        cells: table ``CELLS``.
        claims: table ``CLAIMS``.
        documents: table ``DOCUMENTS``.
        papers: table ``PAPERS``: which documents are primary evidence; None: none is.

    Raises:
        UnansweredError: there is no such cell or claim.
    """
    found = cells[cells["cell_id"] == asked]
    if found.empty:
        found = _cells_of_claim(asked, cells, claims)
    if found.empty:
        alone = explained(claims[claims["claim_id"] == asked], documents)
        why = "This claim stands in no cell; the table left_out says why."
        return (Explanation(None, alone, (), (), why),)
    primary = set() if papers is None else set(papers["document_id"])
    return tuple(_explain(cell, claims, documents, primary) for cell in answered(found, claims))


def _cells_of_claim(asked: str, cells: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    if not (claims["claim_id"] == asked).any():
        raise UnansweredError(
            f"No cell or claim is called {asked!r}. A cell is called like "
            "63.40.cumulative.2022-12-31.3up: copy it from cells.csv or from an answer."
        )
    named = cells["claim_ids"].str.contains(asked, regex=False, na=False)
    named |= cells["rival_claim_ids"].str.contains(asked, regex=False, na=False)
    return cells[named]


def _explain(
    cell: AnsweredCell, claims: pd.DataFrame, documents: pd.DataFrame, primary: set[str]
) -> Explanation:
    agreeing = _of(cell.claim_ids, claims, documents)
    chosen = tuple(
        claim
        for claim in agreeing
        if (claim.claim_id, claim.document_id) == (cell.claim_id, cell.document_id)
    )
    supporting = tuple(claim for claim in agreeing if claim not in chosen)
    rivals = _of(cell.rival_claim_ids, claims, documents)
    return Explanation(cell, chosen, supporting, rivals, _why(cell, primary))


def _of(
    ids: str | None, claims: pd.DataFrame, documents: pd.DataFrame
) -> tuple[ExplainedClaim, ...]:
    """The claims of a blank-separated list, in its order."""
    names = (ids or "").split()
    place = {name: rank for rank, name in enumerate(names)}
    meant = claims[claims["claim_id"].isin(names)]
    return explained(meant.iloc[meant["claim_id"].map(place).argsort(kind="stable")], documents)


def _why(cell: AnsweredCell, primary: set[str]) -> str:
    if cell.status == Status.MISSING.value:
        return f"No claim gives a number for {cell.province}, {cell.series}, {cell.star_class}."
    grounds = [
        *(["of the official paper itself"] if cell.document_id in primary else []),
        f"tied to decision {cell.decision}" if cell.decision else "tied to no decision",
        "an exact number" if cell.comparator == Comparator.EXACT.value else "a rounded number",
        f"read with confidence {cell.confidence:.2f}",
    ]
    sentences = [
        f"The best of {cell.n_claims} claims: {', '.join(grounds)}.",
        f"Independent sources of the value: {cell.n_sources}; copies of one text count once.",
    ]
    if cell.rival_values:
        sentences.append(f"Other values that are claimed: {cell.rival_values}.")
    if cell.status == Status.DOUBTFUL.value:
        sentences.append("No claim was read with enough confidence: an analyst should look.")
    return " ".join(sentences)

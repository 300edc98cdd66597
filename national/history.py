"""The same product in other decisions: renewed, upgraded, lowered, or only printed again.

Names drift between decisions ("Gạo sạch Đông Hòa", "GẠO SẠCH ĐÔNG HOÀ 5KG"; "HTX NN X",
"Hợp tác xã nông nghiệp X"), so names are compared by likeness. Only rows of one province
are compared; the province of the new map holds both spellings of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

from national.likeness import name_key, numbers_differ, producer_key
from national.paper_schema import PRODUCTS, History
from national.reprints import reprints
from national.validity import RECOGNISED, valid_until

ALIKE_NAME = 88.0
ALIKE_PRODUCER = 80.0
"""Likeness (0 to 100) from which two names are one; set on invented pairs in the tests."""

_BLOCK = 1000
_NO_DAY = "9999"
"""Behind all days."""


@dataclass(frozen=True, slots=True)
class _Past:
    history: History
    earlier: int = -1
    likeness: float | None = None


def with_history(rows: pd.DataFrame, papers: pd.DataFrame) -> pd.DataFrame:
    """Table ``PRODUCTS``: the rows with what each is to the rows before it.

    Args:
        rows: table ``ROWS``.
        papers: table ``PAPERS``, for the decision that each document is.
    """
    identity = dict(zip(papers["document_id"], papers["decision_id"], strict=True))
    amends = set(papers.loc[papers["act"] == "amends", "document_id"])
    decisions = rows["document_id"].map(identity).astype("str")
    pasts: list[_Past] = [_Past(History.NONE)] * len(rows)
    given = rows["standing"].isin(RECOGNISED).to_numpy(copy=True)
    for again in reprints(rows, decisions):
        pasts[again.row] = _Past(History.REPEATED, again.of, again.likeness)
        given[again.row] = False
    for province in rows.loc[given, "province34"].dropna().unique():
        chosen = np.flatnonzero(given & (rows["province34"] == province).to_numpy())
        for row, past in _pasts(rows.iloc[chosen], amends):
            pasts[chosen[row]] = _Past(
                past.history, int(chosen[past.earlier]) if past.earlier >= 0 else -1, past.likeness
            )
    for at in np.flatnonzero(given & rows["province34"].isna().to_numpy()):
        pasts[at] = _Past(History.FIRST)
    return _joined(rows, decisions, pasts)


def _joined(rows: pd.DataFrame, decisions: pd.Series, pasts: Sequence[_Past]) -> pd.DataFrame:
    earlier = [past.earlier for past in pasts]
    ids, numbers = rows["document_id"].tolist(), rows["row"].tolist()
    until = [
        valid_until(day) if isinstance(day, str) and kind in RECOGNISED else None
        for day, kind in zip(rows["decision_date"], rows["standing"], strict=True)
    ]
    columns: dict[str, Iterable[object]] = {str(name): rows[name] for name in rows}
    columns |= {
        "decision_id": [one if isinstance(one, str) else None for one in decisions],
        "valid_until": until,
        "history": [past.history.value for past in pasts],
        "earlier_document_id": [ids[at] if at >= 0 else None for at in earlier],
        "earlier_row": [numbers[at] if at >= 0 else None for at in earlier],
        "likeness": [past.likeness for past in pasts],
    }
    return PRODUCTS.validate(PRODUCTS.sort(PRODUCTS.typed(columns)))


def _pasts(rows: pd.DataFrame, amends: set[str]) -> Iterator[tuple[int, _Past]]:
    """The past of each row of one province, by its place in ``rows``."""
    # A list without a day says nothing new of a product that a dated decision lists.
    days = rows["decision_date"].fillna(_NO_DAY)
    order = np.lexsort((rows["row"], rows["document_id"], days))
    names = [name_key(name) for name in rows["name"].iloc[order]]
    makers = [producer_key(name) for name in rows["producer"].iloc[order]]
    documents = rows["document_id"].iloc[order].tolist()
    for start in range(0, len(order), _BLOCK):
        block = slice(start, start + _BLOCK)
        likeness = process.cdist(names[block], names, scorer=fuzz.token_sort_ratio)
        for i, scores in enumerate(likeness, start):
            earlier = _best(i, scores, names, makers, documents)
            at = int(order[i])
            if earlier is None:
                yield at, _Past(History.FIRST)
                continue
            before = int(order[earlier])
            yield (
                at,
                _Past(_history(rows, amends, before, at), before, round(float(scores[earlier]), 1)),
            )


def _best(
    i: int,
    scores: np.ndarray,
    names: Sequence[str],
    makers: Sequence[str],
    documents: Sequence[str],
) -> int | None:
    """The last earlier row that is the same product of the same producer.

    One annex lists no product twice under two names, so there the names must be equal.
    """
    for earlier in np.flatnonzero(scores[:i] >= ALIKE_NAME)[::-1].tolist():
        mine, theirs = makers[i], makers[earlier]
        if documents[i] == documents[earlier] and (names[i], mine) != (names[earlier], theirs):
            continue
        if numbers_differ(names[i], names[earlier]) or not (mine and theirs):
            continue
        if fuzz.token_sort_ratio(mine, theirs) >= ALIKE_PRODUCER:
            return int(earlier)
    return None


def _history(rows: pd.DataFrame, amends: set[str], before: int, at: int) -> History:
    documents, days = rows["document_id"], rows["decision_date"]
    if documents.iloc[at] in amends or documents.iloc[before] == documents.iloc[at]:
        return History.REPEATED
    old, new = rows["stars"].iloc[before], rows["stars"].iloc[at]
    same = pd.isna(old) or pd.isna(new) or old == new
    if same and (pd.isna(days.iloc[at]) or days.iloc[at] == days.iloc[before]):
        return History.REPEATED  # nobody recognises a product twice on one day
    if same:
        return History.RENEWED
    return History.UPGRADED if new > old else History.LOWERED

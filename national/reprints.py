"""Rows of one decision that several documents print: the page, its PDF and its Word file.

Portals publish a decision in more than one form, and news print its list again. Its products
count once: in the fullest document, of equally full ones in the one that was read most surely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

from national.likeness import name_key

ALIKE = 75.0
"""Likeness (0 to 100) from which two rows of one decision are one product: scans misread."""
ALIKE_NUMBERED = 50.0
"""The same, of rows with the same printed number."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """A row (by its place in the table) prints the row ``of`` again."""

    row: int
    of: int
    likeness: float


def reprints(rows: pd.DataFrame, decisions: pd.Series) -> Iterator[Reprint]:
    """The rows that stand in another document of the same decision too.

    Args:
        rows: table ``ROWS``.
        decisions: ``decision_id`` of each row, missing where it is unknown.
    """
    places = pd.Series(np.arange(len(rows)), index=rows.index)
    for _, printed in places.groupby(decisions.to_numpy()):
        chosen = rows.iloc[printed.to_numpy()]
        if chosen["document_id"].nunique() > 1:
            yield from _of_one_decision(chosen, printed.tolist())


def _of_one_decision(rows: pd.DataFrame, places: Sequence[int]) -> Iterator[Reprint]:
    documents = rows.groupby("document_id")["confidence"].agg(["size", "mean"]).reset_index()
    order = documents.sort_values(["size", "mean", "document_id"], ascending=[False, False, True])
    keys = [name_key(name) for name in rows["name"]]
    numbers = rows["number"].tolist()
    owners = rows["document_id"].tolist()
    known: list[int] = []
    for document in order["document_id"]:
        mine = [i for i, owner in enumerate(owners) if owner == document]
        again = list(_pairs(mine, known, keys, numbers)) if known else []
        for row, of, likeness in again:
            yield Reprint(places[row], places[of], likeness)
        known += sorted(set(mine) - {row for row, _, _ in again})


def _pairs(
    mine: Sequence[int], known: Sequence[int], keys: Sequence[str], numbers: Sequence[str]
) -> Iterator[tuple[int, int, float]]:
    """Rows of a document with those that are known, each once, the most alike first."""
    likeness = process.cdist([keys[i] for i in mine], [keys[i] for i in known], scorer=fuzz.ratio)
    same = np.array([[bool(numbers[i]) and numbers[i] == numbers[j] for j in known] for i in mine])
    fits = (likeness >= ALIKE) | (same & (likeness >= ALIKE_NUMBERED))
    taken: set[int] = set()
    for flat in np.argsort(-(likeness + 10 * same), axis=None, kind="stable").tolist():
        a, b = divmod(flat, len(known))
        if fits[a, b] and mine[a] not in taken and known[b] not in taken:
            taken |= {mine[a], known[b]}
            yield mine[a], known[b], round(float(likeness[a, b]), 1)

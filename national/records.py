"""Rows of tables as plain records: what a person or a program is shown.

Every field is a plain value, so that ``dataclasses.asdict`` gives JSON as it stands.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any

import pandas as pd


@dataclass(frozen=True, slots=True)
class AnsweredCell:
    """A cell of the national table with the sentence that it rests on.

    The fields are the columns of table ``CELLS``; ``quote`` and ``sentence`` are those
    of the chosen claim.
    """

    cell_id: str
    regime: int
    province_code: str
    province: str
    series: str
    result: bool
    star_class: str
    time: str | None
    round: int | None
    period: str | None
    as_of: str | None
    value: int | None
    value_high: int | None
    comparator: str | None
    status: str
    n_claims: int
    n_sources: int
    decision: str | None
    decision_date: str | None
    confidence: float | None
    claim_id: str | None
    document_id: str | None
    claim_ids: str | None
    rival_values: str | None
    rival_claim_ids: str | None
    quote: str | None
    sentence: str | None


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim, the words that make it, and the archived page that carries them.

    ``quote_start`` and ``sentence_start`` are offsets in the readable text of the
    document; ``warc`` and ``offset`` say where the archive holds the page; ``evidence``
    are W3C Web Annotation selectors by role.
    """

    claim_id: str
    document_id: str
    place_level: str
    place_name: str | None
    place_regime: int
    count: int
    count_high: int | None
    comparator: str
    stars: str
    potential5: bool
    kind: str
    period: str | None
    round: int | None
    as_of: str | None
    as_of_anchor: str | None
    decision: str | None
    decision_date: str | None
    part_of: str | None
    quote: str
    quote_start: int
    quote_end: int
    sentence: str | None
    sentence_start: int | None
    evidence: list[dict[str, object]]
    confidence: float
    reasons: list[str]
    reader: str
    rule: str
    version: str
    title: str
    url: str | None
    published: str | None
    published_found_by: str | None
    source_name: str
    digest: str | None
    warc: str | None
    offset: int | None
    content_digest: str


def answered(cells: pd.DataFrame, claims: pd.DataFrame) -> tuple[AnsweredCell, ...]:
    """The rows of ``cells`` with the words of their chosen claims, in the same order."""
    chosen = claims["claim_id"].isin(cells["claim_id"].dropna())
    words = claims.loc[chosen, ["claim_id", "document_id", "quote", "sentence"]]
    words = words.drop_duplicates(["claim_id", "document_id"])
    rows = cells.merge(words, how="left", on=["claim_id", "document_id"])
    return tuple(AnsweredCell(**row) for row in _plain(rows, AnsweredCell))


def explained(claims: pd.DataFrame, documents: pd.DataFrame) -> tuple[ExplainedClaim, ...]:
    """The rows of ``claims`` with their documents, in the same order."""
    rows = claims.merge(documents, how="left", on="document_id", validate="many_to_one")
    plain = _plain(rows, ExplainedClaim)
    for row in plain:
        row |= {name: json.loads(row[name]) for name in ("evidence", "reasons")}
    return tuple(ExplainedClaim(**row) for row in plain)


def _plain(rows: pd.DataFrame, record: type) -> list[dict[str, Any]]:
    """Rows as dictionaries of the fields of ``record``, with None for what is missing.

    The schema of the table, checked when it was made, stands for the types.
    """
    names = [field.name for field in fields(record)]
    table = rows[names].astype(object)
    plain = table.where(table.notna(), None)
    return [dict(zip(names, row, strict=True)) for row in plain.itertuples(index=False, name=None)]

"""Readings of official papers become flat tables: papers, and the rows of their annexes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import pandas as pd

from extract.model import Decision, Product, Reading
from national.decision_keys import key_of, unit_of
from national.frames import selectors_of
from national.paper_schema import PAPERS, ROWS

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def rows_frame(readings: Iterable[Reading]) -> pd.DataFrame:
    """One row for each product of ``readings`` (table ``ROWS``).

    Raises:
        UnfitTableError: a product holds a value that the table does not know.
    """
    rows = (_row(product, reading) for reading in readings for product in reading.products)
    frame = ROWS.frame(rows).drop_duplicates(list(ROWS.key))
    return ROWS.validate(ROWS.sort(frame))


def papers_frame(readings: Iterable[Reading]) -> pd.DataFrame:
    """One row for each reading that is an official paper (table ``PAPERS``).

    Raises:
        UnfitTableError: a paper holds a value that the table does not know.
    """
    rows = (
        [*_paper(reading.decision, reading)] for reading in readings if reading.decision is not None
    )
    frame = PAPERS.frame(rows).drop_duplicates(list(PAPERS.key))
    return PAPERS.validate(PAPERS.sort(frame))


def _paper(decision: Decision, reading: Reading) -> Iterator[object]:
    issuer, place = decision.issuer, decision.issuer.place if decision.issuer else None
    identity = None
    if decision.number is not None and place is not None:
        identity = str(key_of(decision.number, decision.date, unit_of(place)))
    yield from (reading.document.id, identity, decision.type, decision.number, decision.date)
    yield from (issuer.name if issuer else None, place.level.value if place else None)
    if place is None:
        yield from (None, None, 63, None, None)
    else:
        yield from (place.name, place.code, place.regime, place.province, place.province_code)
    yield from (decision.act.value, decision.title.text if decision.title else "")
    yield from (decision.period, decision.round)
    yield _JSON.encode([ref.number for ref in decision.bases])
    yield _JSON.encode([ref.number for ref in decision.concerns])
    yield from (decision.signer.name if decision.signer else None, len(reading.products))


def _row(product: Product, reading: Reading) -> tuple[object, ...]:
    return (
        product.document_id,
        product.row,
        product.product_id,
        product.number,
        product.name,
        product.producer,
        product.maker.value if product.maker else None,
        product.address,
        product.commune,
        product.district,
        product.province63,
        product.province34,
        product.group.value if product.group else None,
        product.score,
        product.stars,
        product.potential5,
        product.standing.value,
        product.stars_before,
        product.decision,
        product.decision_date,
        bool(product.reasons),
        _JSON.encode(product.reasons),
        product.confidence,
        selectors_of(product.evidence, reading.document),
    )

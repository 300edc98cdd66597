"""Readings become flat tables: claims, documents, issues."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote_plus

import pandas as pd

from extract.model import Claim, Document, Evidence, Issue, Origin, Reading, Span
from national.schema import CLAIMS, DOCUMENTS, ISSUES

# Characters before and after a quote that make it findable when the page has changed
# (https://www.w3.org/TR/annotation-model/#text-quote-selector).
_AROUND = 24
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class CaptureRef:
    """Where the archive holds a payload: WARC file name, byte offset, SHA-256 (hex)."""

    warc: str
    offset: int
    digest: str


def claims_frame(readings: Iterable[Reading]) -> pd.DataFrame:
    """One row for each claim of ``readings`` (table ``CLAIMS``).

    A document that is read twice (one payload at two addresses) counts once.

    Raises:
        UnfitTableError: a claim holds a value that the table does not know.
    """
    rows = (_claim_row(claim, reading.document) for reading in readings for claim in reading.claims)
    frame = CLAIMS.frame(rows).drop_duplicates(list(CLAIMS.key))
    return CLAIMS.validate(CLAIMS.sort(frame))


def documents_frame(
    readings: Iterable[Reading], captures: Mapping[str, CaptureRef] | None = None
) -> pd.DataFrame:
    """One row for each document of ``readings`` (table ``DOCUMENTS``).

    ``captures`` says by ``document_id`` where the archive holds it. Of a payload that
    was met at several addresses, the first address in alphabetical order is kept.
    """
    known = captures or {}
    rows = (_document_row(reading, known.get(reading.document.id)) for reading in readings)
    frame = DOCUMENTS.frame(rows).sort_values(["document_id", "url"], kind="stable")
    return DOCUMENTS.validate(DOCUMENTS.sort(frame.drop_duplicates(list(DOCUMENTS.key))))


def issues_frame(readings: Iterable[Reading], others: Iterable[Issue] = ()) -> pd.DataFrame:
    """One row for each issue of ``readings`` and for each of ``others`` (``ISSUES``)."""
    frame = ISSUES.frame(_issue_row(issue) for issue in (*_issues(readings), *others))
    frame = frame.drop_duplicates()
    return ISSUES.validate(frame.sort_values(ISSUES.names, kind="stable", ignore_index=True))


def _issues(readings: Iterable[Reading]) -> Iterator[Issue]:
    for reading in readings:
        yield from reading.document.issues
        yield from reading.issues


def _issue_row(issue: Issue) -> tuple[object, ...]:
    span = issue.span
    place = (None, None, None) if span is None else (span.start, span.end, span.text)
    return (issue.code, issue.message, issue.where, issue.advice, issue.document_id, *place)


def _document_row(reading: Reading, capture: CaptureRef | None) -> tuple[object, ...]:
    document = reading.document
    published = document.published
    source = document.source
    return (
        document.id,
        document.url,
        document.title,
        None if published is None else published.date,
        None if published is None else published.found_by.value,
        source.name,
        source.type,
        source.province,
        document.media_type,
        document.encoding,
        None if capture is None else capture.digest,
        None if capture is None else capture.warc,
        None if capture is None else capture.offset,
        document.content_digest(),
        len(reading.claims),
        len(document.issues) + len(reading.issues),
    )


def _claim_row(claim: Claim, document: Document) -> tuple[object, ...]:
    place = claim.place
    sentence = _sentence(claim)
    return (
        claim.claim_id,
        claim.document_id,
        place.level.value,
        place.name,
        place.code,
        place.regime,
        place.province,
        place.province_code,
        claim.count,
        claim.count_high,
        claim.comparator.value,
        ",".join(map(str, sorted(claim.stars))),
        claim.potential5,
        claim.kind.value,
        claim.period,
        claim.round,
        claim.as_of,
        claim.as_of_anchor,
        claim.decision,
        claim.decision_date,
        claim.part_of,
        claim.quote.text,
        claim.quote.start,
        claim.quote.end,
        None if sentence is None else sentence.text,
        None if sentence is None else sentence.start,
        selectors_of(claim.evidence, document),
        claim.confidence,
        _JSON.encode(claim.reasons),
        claim.reader,
        claim.rule,
        claim.version,
    )


def _sentence(claim: Claim) -> Span | None:
    spans = (item.span for item in claim.evidence if item.role == "sentence")
    return next(spans, None)


def selectors_of(evidence: Iterable[Evidence], document: Document) -> str:
    """W3C Web Annotation selectors of every role, as one JSON list.

    Only the number carries what stands around it: from there the rest is in sight. Where
    the payload is no text, a fragment says on which page and in which box, or in which cell
    the words stand (https://www.w3.org/TR/annotation-model/#fragment-selector).
    """
    return _JSON.encode(
        [{"role": item.role, "selector": _selectors(item, document)} for item in evidence]
    )


def _selectors(item: Evidence, document: Document) -> list[dict[str, object]]:
    start, end = item.span.start, item.span.end
    quote: dict[str, object] = {"type": "TextQuoteSelector", "exact": item.span.text}
    if item.role == "number":
        quote["prefix"] = document.text[max(0, start - _AROUND) : start]
        quote["suffix"] = document.text[end : end + _AROUND]
    fragments = dict.fromkeys(filter(None, map(_fragment, document.origins(item.span))))
    places: list[dict[str, object]] = [
        {"type": "FragmentSelector", "value": value} for value in fragments
    ]
    return [{"type": "TextPositionSelector", "start": start, "end": end}, quote, *places]


def _fragment(origin: Origin) -> str:
    """``page=3&viewrect=72,120,200,14`` (RFC 8118), or sheet and cell (as RFC 7111 does)."""
    parts = []
    if origin.member is not None:
        parts.append(f"member={quote_plus(origin.member)}")
    if origin.page is not None:
        parts.append(f"page={origin.page}")
    if origin.box is not None:
        left, top, right, bottom = origin.box
        parts.append(f"viewrect={left:.0f},{top:.0f},{right - left:.0f},{bottom - top:.0f}")
    if origin.sheet is not None:
        parts.append(f"sheet={quote_plus(origin.sheet)}")
    if origin.cell is not None:
        parts.append(f"cell={origin.cell}")
    if origin.paragraph is not None:
        parts.append(f"paragraph={origin.paragraph}")
    return "&".join(parts)

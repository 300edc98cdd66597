"""Readings as plain JSON values, the same in every ``--json`` answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TypeAlias

from extract.claims.why import Reason
from extract.model import Claim, Decision, Document, Issue, Mention, Product, Reading, Span
from ocop.decision_wording import decision_in_words
from ocop.phrases import Lang
from ocop.wording import claim_in_words

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


Because = Sequence[Sequence[Reason]]
"""For each claim the reasons of its choices."""


def reading_record(
    reading: Reading, lang: Lang = Lang.EN, because: Because | None = None
) -> dict[str, Json]:
    """One reading: document with text, claims, decisions, issues. Offsets are into ``text``.

    ``decision`` is the official paper that the document itself is, or null; ``decisions`` are
    all that it prints; ``products`` are the rows of its annexes.

    ``because`` adds to each claim the features that carried its choices.
    """
    claims = [claim_record(claim, lang) for claim in reading.claims]
    for claim, reasons in zip(claims, because or (), strict=False):
        claim["because"] = [_plain(asdict(reason)) for reason in reasons]
    return {
        "document": document_record(reading.document),
        "claims": [*claims],
        "decision": decision_record(reading.decision, lang) if reading.decision else None,
        "decisions": [_plain(asdict(decision)) for decision in reading.decisions],
        "products": [product_record(product) for product in reading.products],
        "issues": [issue_record(issue) for issue in issues_of(reading)],
    }


def decision_record(decision: Decision, lang: Lang = Lang.EN) -> dict[str, Json]:
    """The official paper that a document is: every field, and the paper ``in_words``."""
    fields_of = _plain(asdict(decision))
    assert isinstance(fields_of, dict)
    return {"in_words": decision_in_words(decision, lang), **fields_of}


def product_record(product: Product) -> dict[str, Json]:
    """A row of an annex: every field by its name in the vocabulary."""
    record = _plain(asdict(product))
    assert isinstance(record, dict)
    return record


def name_record(name: Mention) -> dict[str, Json]:
    """The name of a product or producer: label, rule and span."""
    return {"label": name.label.value, "rule": name.rule, "span": _plain(asdict(name.span))}


def issues_of(reading: Reading) -> tuple[Issue, ...]:
    """Issues of the document and of its reading, each once."""
    return tuple(dict.fromkeys((*reading.document.issues, *reading.issues)))


def document_record(document: Document) -> dict[str, Json]:
    """A document without its blocks."""
    return {
        "id": document.id,
        "url": document.url,
        "title": document.title,
        "published": _plain(asdict(document.published)) if document.published else None,
        "source": _plain(asdict(document.source)),
        "media_type": document.media_type,
        "encoding": document.encoding,
        "text": document.text,
    }


def claim_record(claim: Claim, lang: Lang = Lang.EN) -> dict[str, Json]:
    """Every field of a claim by its name in the vocabulary, and the claim ``in_words``."""
    record: dict[str, Json] = {"in_words": claim_in_words(claim, lang)}
    for field in fields(claim):
        value = getattr(claim, field.name)
        if field.name in {"place", "quote"}:
            record[field.name] = _plain(asdict(value))
        elif field.name == "evidence":
            record[field.name] = [
                {"role": evidence.role, **_span(evidence.span)} for evidence in claim.evidence
            ]
        else:
            record[field.name] = _plain(value)
    return record


def issue_record(issue: Issue) -> dict[str, Json]:
    """An issue with its span, if it has one."""
    return {
        "code": issue.code,
        "message": issue.message,
        "where": issue.where,
        "advice": issue.advice,
        "document_id": issue.document_id,
        "span": _span(issue.span) if issue.span else None,
    }


def _span(span: Span) -> dict[str, Json]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _plain(value: object) -> Json:
    """Enums as their values, tuples as lists; anything unknown is a fault of ours.

    Raises:
        TypeError: a type that has no JSON form.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    raise TypeError(f"No JSON form for {type(value).__name__}")

"""Grounding: every number of a claim stands in the visible text, or there is no claim."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.mentions.absence import RULES as ABSENCES
from extract.model import Claim, Evidence, Span
from extract.text.normalise import fold
from extract.text.numbers import DIGITS, WORDS, parse

if TYPE_CHECKING:
    from extract.claims.draft import Draft
    from extract.claims.place_meaning import Where
    from extract.claims.scene import Scene

_PRINTED = re.compile(rf"{DIGITS}|{WORDS}")


def is_grounded(claim: Claim, text: str) -> bool:
    """Whether the claim's numbers are the ones printed at its quote.

    True when every span cuts its own text out of ``text`` and the quote prints ``count``
    (and ``count_high``) in digits or words, or is one of the ways to say none or only. A count
    of rows is grounded in rows: it counts exactly those that are its evidence.
    """
    spans = [claim.quote, *(evidence.span for evidence in claim.evidence)]
    if any(text[span.start : span.end] != span.text for span in spans):
        return False
    rows = {evidence.span for evidence in claim.evidence if evidence.role == "row"}
    if rows:
        return claim.count == len(rows) and claim.count_high is None
    quote = fold(claim.quote.text)
    printed = {parse(found) for found in _PRINTED.findall(quote)}
    if claim.count not in printed:
        said = {value for rule in ABSENCES for _, _, value in rule.matches(quote)}
        if claim.count not in said:
            return False
    return claim.count_high is None or claim.count_high in printed


def evidence_of(scene: Scene, draft: Draft, where: Where, sentence: Span) -> tuple[Evidence, ...]:
    """The spans that carry the parts of the claim, in a fixed order of roles."""
    text = scene.document.text
    number = draft.count.number
    spans: list[tuple[str, Span | None]] = [
        ("number", Span.of(text, number.start, number.end)),
        (
            "noun",
            Span.of(text, number.noun_start, number.noun_end)
            if number.noun_end > number.noun_start
            else None,
        ),
        ("stars", draft.stars.span),
        ("kind", draft.kind.span),
        ("place", where.span),
        ("time", draft.when.span),
        ("decision", draft.paper.span if draft.paper else None),
        ("sentence", sentence),
    ]
    return tuple(Evidence(role, span) for role, span in spans if span is not None)

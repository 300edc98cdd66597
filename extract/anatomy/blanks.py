"""Numbers and days that a decision leaves blank: told to a person, never filled in.

"Số:      /QĐ-UBND", "ngày    tháng    năm 2024": a draft that was put online, or a paper on
which both were written by hand and the ink is in no text layer. Only a person can tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.model import Decision, Document, Issue

BLANK: Final = {"number_blank": "number", "day_blank": "date"}
"""Doubts of a paper that leaves something blank, with the evidence that shows where."""
_WORDS = {"number_blank": "number", "day_blank": "day"}


def blank_issues(document: Document, decision: Decision | None) -> Iterator[Issue]:
    """One issue for a decision that leaves its number, its day or both blank."""
    if decision is None or decision.type != "QĐ":
        return
    blank = [doubt for doubt in decision.doubts if doubt in BLANK]
    if not blank:
        return
    spans = {evidence.role: evidence.span for evidence in decision.evidence}
    what = " and the ".join(_WORDS[doubt] for doubt in blank)
    yield Issue(
        "decision_left_blank",
        f"The {what} of the decision {'were' if len(blank) > 1 else 'was'} left blank.",
        advice="Look at the page: a number and day written by hand are given in review, as the "
        "signed paper or the news about it print them. A draft recognises nothing: reject its "
        "claims.",
        document_id=document.id,
        span=next((spans[BLANK[doubt]] for doubt in blank if BLANK[doubt] in spans), None),
    )

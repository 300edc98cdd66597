"""From a number back to what says it: cell, claim, sentence, capture, address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from crawler.archive import Archive, Capture
from extract.model import Claim, Comparator, Kind, Level, Place, Span
from national.explain import Explanation, explain
from national.query import UnansweredError
from national.records import ExplainedClaim
from national.store import Outputs
from ocop.errors import OcopError

CANDIDATES_SHOWN = 8

FindCapture = Callable[[ExplainedClaim], Capture | None]


def explain_number(outputs: Outputs, wanted: str) -> tuple[Explanation, ...]:
    """Explain a cell or a claim by its identifier or a unique beginning of it.

    Raises:
        OcopError: nothing, or more than one thing, has an identifier that begins so.
    """
    known = pd.concat([outputs.cells["cell_id"], outputs.claims["claim_id"]])
    identity = _the_one(wanted, known)
    try:
        return explain(identity, outputs.cells, outputs.claims, outputs.documents, outputs.papers)
    except UnansweredError as error:
        raise OcopError(str(error)) from error


def captures_of(corpus: Path) -> FindCapture:
    """Look up the capture that keeps the page of a claim; None when the archive has none."""
    archive = Archive(corpus)
    return lambda claim: archive.find(f"sha256:{claim.document_id}")


def claim_of(explained: ExplainedClaim) -> Claim:
    """The claim of a table row, as far as its words need it; it has no evidence spans."""
    return Claim(
        document_id=explained.document_id,
        place=Place(Level(explained.place_level), explained.place_name, explained.place_regime),
        count=explained.count,
        count_high=explained.count_high,
        comparator=Comparator(explained.comparator),
        stars=tuple(int(star) for star in explained.stars.split(",")),
        potential5=explained.potential5,
        kind=Kind(explained.kind),
        period=explained.period,
        round=explained.round,
        as_of=explained.as_of,
        decision=explained.decision,
        quote=Span(explained.quote_start, explained.quote_end, explained.quote),
        confidence=explained.confidence,
        reasons=tuple(explained.reasons),
        claim_id=explained.claim_id,
    )


def _the_one(wanted: str, known: pd.Series) -> str:
    """The identifier that is ``wanted``, or the only one that begins so."""
    if (known == wanted).any():
        return wanted
    begin = sorted(set(known[known.str.startswith(wanted)])) if wanted else []
    if len(begin) == 1:
        return str(begin[0])
    if not begin:
        raise OcopError(
            f"No claim and no cell has an identifier that begins with {wanted!r}.",
            "Identifiers stand in the answers of ocop query PLACE and in outputs/cells.csv.",
        )
    shown = ", ".join(begin[:CANDIDATES_SHOWN])
    more = f" and {len(begin) - CANDIDATES_SHOWN} more" if len(begin) > CANDIDATES_SHOWN else ""
    raise OcopError(
        f"{wanted!r} begins {len(begin)} identifiers: {shown}{more}.", "Give more of the one."
    )

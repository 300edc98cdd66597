"""Times as portals print them beside an article, in Vietnam's time (UTC+7, no summer time)."""

from __future__ import annotations


def published(printed: str) -> str:
    """EDTF of a printed time: ``2026-01-08T18:21:00+07:00``, ``2026-01-08``, or empty."""
    raise NotImplementedError(printed)

"""Reading one document: mentions, claims, decisions and what was not understood."""

from __future__ import annotations

from extract.model import Document, Reading


def read(document: Document) -> Reading:
    """Read ``document``: every claim is grounded in its text, every doubt is an Issue."""
    return Reading(document)

"""All test papers, by key, in a fixed order."""

from __future__ import annotations

from functools import cache

from papers.collection import provinces
from papers.truth import TestPaper

_ROOMS = (provinces,)


@cache
def papers() -> dict[str, TestPaper]:
    """Every paper by its key."""
    found = [paper for room in _ROOMS for paper in room.papers()]
    by_key = {paper.key: paper for paper in found}
    assert len(by_key) == len(found), "two papers have one key"
    return by_key

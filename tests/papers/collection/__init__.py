"""All test papers, by key, in a fixed order."""

from __future__ import annotations

from functools import cache

from papers.collection import (
    apart,
    districts,
    faulty,
    long,
    merged,
    news,
    other_acts,
    provinces,
    provinces_later,
    unusual,
)
from papers.truth import News, TestPaper

_ROOMS = (provinces, provinces_later, districts, merged, long, unusual, faulty, other_acts, apart)


@cache
def papers() -> dict[str, TestPaper]:
    """Every paper by its key."""
    found = [paper for room in _ROOMS for paper in room.papers()]
    by_key = {paper.key: paper for paper in found}
    assert len(by_key) == len(found), "two papers have one key"
    return by_key


@cache
def reports() -> dict[str, News]:
    """Every report by its key."""
    return {report.key: report for report in news.reports(papers())}

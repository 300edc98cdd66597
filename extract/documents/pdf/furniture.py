"""Running heads, feet and page numbers: what stands at the same place of many pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.documents.pdf.segments import Segment

_EDGE = 0.12
"""Share of the height of a page, at its top and at its foot."""
_NUMBER = re.compile(
    r"[-–—\s]*(?:trang|page)?\s*\d{1,4}\s*(?:[/|]\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE
)
_COUNTER = re.compile(
    r"\b(?:trang|page) \d{1,4}(?: ?[/|] ?\d{1,4})?|^\d{1,4} | \d{1,4}$", re.IGNORECASE
)
_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập")
"""A letterhead opens a paper; a file of several papers has it on many pages."""
_SHARE = 0.4
_PLACE = 4


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows of a page outside of its tables, and its height."""

    rows: list[list[Segment]]
    height: float


def furniture(pages: Sequence[Lines]) -> list[dict[int, str]]:
    """For each page the roles of its rows that are furniture, by the number of the row."""
    counts = Counter(
        key for page in pages for key in {_key(page, row) for row in page.rows if _edge(page, row)}
    )
    needed = max(2, _SHARE * len(pages))
    return [_roles(page, counts, needed) for page in pages]


def _roles(page: Lines, counts: Counter[tuple[str, int]], needed: float) -> dict[int, str]:
    roles: dict[int, str] = {}
    order = range(len(page.rows))
    for numbers, role in ((order, "header"), (reversed(order), "footer")):
        for number in numbers:
            row = page.rows[number]
            if _edge(page, row) != role:
                break
            if _NUMBER.fullmatch(_text(row)):
                roles[number] = "page_number"
            elif counts[_key(page, row)] >= needed and not _MOTTO.search(_text(row)):
                roles[number] = role
            else:
                break
    return roles


def _text(row: list[Segment]) -> str:
    return " ".join(segment.text for segment in row)


def _key(page: Lines, row: list[Segment]) -> tuple[str, int]:
    """Words without the number of the page, and how far from the edge they stand."""
    top = row[0].top if _edge(page, row) == "header" else page.height - row[0].bottom
    return _COUNTER.sub("", _text(row)).casefold(), round(top / _PLACE)


def _edge(page: Lines, row: list[Segment]) -> str:
    """Which edge a row stands at, or nothing."""
    if row[0].bottom < _EDGE * page.height:
        return "header"
    return "footer" if row[0].top > (1 - _EDGE) * page.height else ""

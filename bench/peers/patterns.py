"""Bare regular expressions: what somebody writes in an afternoon, and honestly tries.

A count is a number before "sản phẩm" with "OCOP" or "sao" within 200 characters; its
stars are the nearest ones of its sentence; its place is the province of the source; it is
new where the sentence says "công nhận", else cumulative; its time is the day of
publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.model import Claim, Document, Kind, Level, Place, Reading

_SENTENCE = re.compile(r"[^.\n]+(?:\.(?=\S)[^.\n]+)*")
_OCOP = re.compile(r"ocop|\bsao\b", re.IGNORECASE)
_COUNT = re.compile(
    r"(?<![\w./,-])(\d{1,3}(?:\.\d{3})+|\d{1,5})(?: (?:loại|dòng))? (?:sản phẩm|sp)\b",
    re.IGNORECASE,
)
_STARS = re.compile(
    r"(?<![\w./,])([1-5])(?:(?: ?sao)?(?: ?[-–,] ?| và | hoặc )([1-5]))? ?sao( trở lên)?",
    re.IGNORECASE,
)
_RECOGNISED = re.compile(r"công nhận", re.IGNORECASE)
_NEAR = 60
"""Characters within which stars belong to a count."""
_OCOP_NEAR = 200
"""Characters within which OCOP is named."""

Locate = Callable[[Document, int], Place]
"""The place of the count at an offset."""


def read(document: Document, locate: Locate | None = None) -> Reading:
    """Read a document; ``locate`` gives the places, else the source does."""
    where = locate or source_place
    claims = tuple(
        _claim(document, sentence, count, where)
        for sentence in _SENTENCE.finditer(document.text)
        for count in _COUNT.finditer(document.text, *sentence.span())
        if _speaks_of_ocop(document.text, *count.span())
    )
    return Reading(document, claims=claims)


def _speaks_of_ocop(text: str, start: int, end: int) -> bool:
    return bool(_OCOP.search(text, max(0, start - _OCOP_NEAR), end + _OCOP_NEAR))


def _claim(
    document: Document, sentence: re.Match[str], count: re.Match[str], locate: Locate
) -> Claim:
    published = document.published.date if document.published else None
    return Claim(
        document_id=document.id,
        place=locate(document, count.start()),
        count=int(count[1].replace(".", "")),
        stars=_stars(document.text, sentence, count),
        kind=Kind.NEW if _RECOGNISED.search(sentence.group()) else Kind.CUMULATIVE,
        as_of=published,
        quote=document.span(*count.span()),
    )


def _stars(text: str, sentence: re.Match[str], count: re.Match[str]) -> tuple[int, ...]:
    """The class that stands nearest to the count in its sentence, those after it first."""
    following = _COUNT.search(text, count.end(), sentence.end())
    stop = following.start() if following else sentence.end()
    after = _STARS.search(text, count.end(), min(stop, count.end() + _NEAR))
    if after is None:
        start = max(sentence.start(), count.start() - _NEAR)
        after = next(reversed(list(_STARS.finditer(text, start, count.start()))), None)
    if after is None:
        return (3, 4, 5)
    low, high = int(after[1]), int(after[2] or after[1])
    last = 5 if after[3] else max(low, high)
    return tuple(range(min(low, high), last + 1))


def regime_of(document: Document) -> int:
    """The map in force on the day of publication."""
    published = document.published.date if document.published else ""
    return 34 if published >= "2025-07-01" else 63


def source_place(document: Document, offset: int = 0) -> Place:
    """The province of the source; the nation where it has none."""
    del offset
    name = document.source.province
    if name is None:
        return Place(Level.NATION, "Việt Nam", regime_of(document))
    return Place(Level.PROVINCE, name, regime_of(document), province=name)

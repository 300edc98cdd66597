"""Lines outside of tables to paragraphs, and to the furniture of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from extract.documents.paper import Paragraph
from extract.documents.scan.segments import Segment, segments
from extract.documents.scan.sheet import Sheet
from extract.documents.scan.table import Standing
from extract.documents.scan.words import Word, around

_POINTS = 72
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–—.\s]*", re.IGNORECASE
)
_EDGE = 0.08
"""The share of a page's height at its top and bottom where page numbers stand."""
_ITEM = re.compile(
    r"(?:Điều\s+\d|Căn cứ|Xét |Theo đề nghị|Chương|Phần|Mục|[IVXLC]{1,5}[.)]"
    r"|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[-–+•*])\s*\S?"
)
"""How a new paragraph begins in official papers."""
_OPEN_END = re.compile(r"[^.;:!?/]$")
_UNNAMED_UNIT = re.compile(r"\b(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)$")
"""The name of a unit stands in the next line of its letterhead."""
_CLOSE = 1.3
"""Lines of a paragraph are parted by at most so many heights of a line."""
_BLANK = 0.35
"""The width of a blank in heights of a line."""
_RUBBISH = 0.45
_SYLLABLE = re.compile(r"[^\W\d_]{2,7}")
_DIGIT = re.compile(r"\d")


def paragraphs(words: Sequence[Word], sheet: Sheet, height: float) -> list[Standing]:
    """The paragraphs of a page whose picture is ``height`` pixels high, in reading order."""
    found = segments(words)
    groups: list[list[Segment]] = []
    roles: list[str] = []
    right = max((s.box[2] for s in found if s.column is None), default=0.0)
    for segment in found:
        role = _role(segment, height)
        if groups and roles[-1] == role and _goes_on(groups[-1][-1], segment, right):
            groups[-1].append(segment)
        else:
            groups.append([segment])
            roles.append(role)
    return [
        Standing(
            around([segment.box for segment in group]),
            Paragraph(sheet.runs([segment.words for segment in group]), role=role),
        )
        for group, role in zip(groups, roles, strict=True)
    ]


def _role(segment: Segment, height: float) -> str:
    """The furniture that a line is, or ""."""
    top, bottom = segment.box[1], segment.box[3]
    outside = bottom < _EDGE * height or top > (1 - _EDGE) * height
    if outside and _PAGE_NUMBER.fullmatch(segment.text):
        return "page_number"
    return "stamp" if _is_rubbish(segment) else ""


def _is_rubbish(segment: Segment) -> bool:
    """Whether it is what Tesseract makes of a stamp or scrawl: unsure, few syllables, no digit.

    A number, however unsure, is never rubbish: it may be the number of the paper.
    """
    if _DIGIT.search(segment.text):
        return False
    likely = any(w.sure >= _RUBBISH and _SYLLABLE.fullmatch(w.text) for w in segment.words)
    return not likely and mean(word.sure for word in segment.words) < _RUBBISH


def _goes_on(above: Segment, below: Segment, right: float) -> bool:
    """Whether ``below`` is the next line of the paragraph that ``above`` stands in."""
    height = max(above.height, below.height)
    gap = below.box[1] - above.box[3]
    if above.column != below.column or gap > _CLOSE * height or gap < -height:
        return False
    if _ITEM.match(below.text):
        return False
    if below.text[:1].islower() and _OPEN_END.search(above.text):
        return True
    if _UNNAMED_UNIT.search(above.text) and below.text.isupper():
        return True
    # The short centred lines of a letterhead are lines of their own.
    return above.column is None and _was_full(above, below, right) and not _indented(above, below)


def _was_full(above: Segment, below: Segment, right: float) -> bool:
    """Whether the first word of ``below`` would not have fitted at the end of ``above``."""
    first = below.words[0].box
    blank = _BLANK * above.height
    return above.box[2] + blank + first[2] - first[0] > right - blank


def _indented(above: Segment, below: Segment) -> bool:
    """Whether ``below`` begins farther right, though not as a centred line goes on."""
    (left, _, right, _), (start, _, end, _) = above.box, below.box
    centred = abs((left + right) - (start + end)) < 2 * below.height
    return start - left > below.height and not centred

"""Lines of a column to paragraphs, by where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.documents.paper import Paragraph, Run
from extract.documents.pdf.columns import Column
from extract.documents.pdf.frame import Frame
from extract.documents.pdf.layer import Layer
from extract.documents.pdf.segments import Segment
from extract.model import Origin

_ALWAYS = re.compile(
    r"(?:Điều|Chương|Mục|Phần|Phụ lục|PHỤ LỤC|CHƯƠNG) [\dIVX]+\b|(?:Căn cứ|Xét|Theo đề nghị|"
    r"Nơi nhận|Kính gửi|Số) ?:?(?= )|(?:Số|Nơi nhận) ?:|QUYẾT ĐỊNH ?:?$"
)
"""How parts of an official paper begin (Nghị định 30/2020/NĐ-CP, Appendix I)."""
_ITEM = re.compile(r"(?:[-–—+•*▪]|\(?\d{1,3}[.)]|\(?[a-zđ]\)|[IVX]{1,5}[.)]) ?\S")
"""How an item of a list begins: "1. ", "a) ", "- ", "II. "."""
_ENDED = re.compile(r"[.;:!?/]['\"”)]?$")
_OPEN = re.compile(
    r"[,(–-]$|\b(?:và|của|về|cho|là|tại|theo|với|hoặc|tỉnh|thành phố|huyện|quận|thị xã|xã|"
    r"phường|thị trấn)$",
    re.IGNORECASE,
)
"""How a line ends whose phrase goes on: with the kind of a unit whose name follows."""
_HALF_A_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI(?!.*VIỆT NAM)")
"""The name of the state, which narrow letterheads break over two lines."""
_PITCH = 2.1
_LOOSER = 0.4
_LARGER = 1.4
_INDENT = 0.8
_HANGING = 45.0
_LONG = 0.6


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a column begin and end. ``side``: another column stands beside it."""

    left: float
    right: float
    side: bool = False

    def centred(self, line: Segment) -> bool:
        """Whether a line stands in the middle and does not fill the column."""
        middle = (line.left + line.right) / 2
        off = abs(middle - (self.left + self.right) / 2)
        return off < line.height and line.left > self.left + line.height


def paragraphs(
    found: Sequence[Column], body: Margins | None, layer: Layer, frame: Frame, page: int
) -> Iterator[Paragraph]:
    """The paragraphs of the columns in their order; ``body`` has the margins of the page."""
    for column in found:
        margins = body if body and not column.side else _margins(column)
        for group in _groups(column.lines, margins, layer):
            runs = (Run(s.text, Origin(page=page, box=frame.shown(s.box))) for s in group)
            yield Paragraph(tuple(runs))


def _margins(column: Column) -> Margins:
    left = min(line.left for line in column.lines)
    return Margins(left, max(line.right for line in column.lines), column.side)


def _groups(lines: Sequence[Segment], margins: Margins, layer: Layer) -> list[list[Segment]]:
    groups: list[list[Segment]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, margins, layer):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(group: list[Segment], line: Segment, margins: Margins, layer: Layer) -> bool:
    """Whether ``line`` belongs to the paragraph ``group``."""
    last = group[-1]
    if not _near(group, line) or _begins(last.text, line.text):
        return False
    if margins.centred(line) and (margins.centred(last) or _full(last, line, margins, layer)):
        return _title_goes_on(last, line, margins)
    if _indented(group, line):
        return False
    if line.text[0].islower() and not _ended(last.text):
        return True
    return (not margins.side or _aligned(last, line)) and _full(last, line, margins, layer)


def _ended(text: str) -> bool:
    """Whether a sentence or an item may end with this line."""
    return _ENDED.search(text, max(len(text) - 2, 0)) is not None


def _near(group: list[Segment], line: Segment) -> bool:
    """Whether a line stands under the group at the distance of its lines, and is as large."""
    last = group[-1]
    low, high = sorted((last.height, line.height))
    pitch = line.bottom - last.bottom
    if high > _LARGER * low or pitch > _PITCH * high:
        return False
    return len(group) < 2 or pitch < last.bottom - group[-2].bottom + _LOOSER * high


def _begins(last: str, text: str) -> bool:
    """Whether the words of a line say that it begins something."""
    if _ALWAYS.match(text):
        return _OPEN.search(last) is None
    if not _ITEM.match(text):
        return False
    return _ended(last) or text[0] in "-+•" or text[1:2] == ")"


def _title_goes_on(last: Segment, line: Segment, margins: Margins) -> bool:
    """Whether a line in the middle goes on with the one above: it had no room there."""
    if line.text[0].islower() or _OPEN.search(last.text) or _HALF_A_MOTTO.match(last.text):
        return not _ended(last.text)
    if margins.side or line.text[0] in "(-_" or last.text.isupper() != line.text.isupper():
        return False
    return last.width > _LONG * (margins.right - margins.left) and not _ended(last.text)


def _indented(group: list[Segment], line: Segment) -> bool:
    """Whether a line begins farther right than the lines of the paragraph that it follows."""
    before = group[1:] or group
    farther = line.left - min(s.left for s in before)
    if farther <= _INDENT * line.height:
        return False
    hanging = len(group) == 1 and _ITEM.match(group[0].text) and farther < _HANGING
    return not hanging


def _aligned(last: Segment, line: Segment) -> bool:
    return abs(last.left - line.left) < line.height


def _full(last: Segment, line: Segment, margins: Margins, layer: Layer) -> bool:
    """Whether the first word of ``line`` had no room at the end of the line above."""
    word = layer.boxes[line.words[0]]
    return bool(last.right + 0.25 * line.height + (word[2] - word[0]) > margins.right - 1)

"""Products that a paper lists under their producers.

"- HTX An Phú (xã An Phú): Gạo An Phú (4 sao) và Bún An Phú (3 sao)" in one line, or the
producer in a line of its own and its products below: "1. HTX An Phú", "- Gạo An Phú: 4 sao".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.model import Span
from extract.products.columns import Column, Holds
from extract.products.makers import is_producer
from extract.products.names import cut, is_name
from extract.products.results import CLASS, RESULT, TOLD
from extract.products.setting import Cells
from extract.products.sheet import Line
from extract.text.normalise import fold

_MARK = re.compile(r"(?:(?P<mark>[-+*•–]|\d{1,2}[.)]|[a-zđ]\)) ?)?(?=[^\W\d]|[“\"«‘])")
_LEAD = re.compile(
    r"(?P<maker>(?:[^():]|\([^()]*\))+?)"
    r"(?:(?: (?:có|với|gồm)|[:;,]| ?[–-]) "
    r"(?:(?:các|những|(?P<n>\d{1,3})(?: \([^()]{1,20}\))?) )?(?P<noun>sản phẩm|sp)(?!\w)"
    r"(?: (?:ocop|được|đạt|xếp|phân|hạng|công nhận|chuẩn|loại)){0,5}"
    rf"(?: (?P<stars>{CLASS}))?(?: (?:là|gồm có|bao gồm|gồm|sau))?(?: ?[:(])? ?|: |:?$)"
)
"""A producer, and what leads to its products: a colon, or the noun with number and class."""
_NEXT = re.compile(r" ?(?:;|,| và | & ) ?(?=[“\"«‘]?(?P<first>\w))")
_NO_NAME = re.compile(
    r"(?:đạt|được|xếp|phân hạng|hạng|kết quả|tổng|điểm|địa chỉ|đại diện|điện thoại|đề nghị|"
    r"tiếp tục|duy trì|hoàn thiện|thực hiện|nộp|bảo đảm|đảm bảo|chịu|phối hợp|có|xây dựng|bổ sung|"
    r"khắc phục|chấp hành|sử dụng|tổ chức|nâng cao|cam kết|báo cáo|đăng ký|chủ động)(?!\w)"
)
"""What is said of a producer, or asked of it, in the place of a product."""
_ADDRESS = re.compile(r"\((?:địa chỉ(?: sản xuất)? ?:? ?|tại )?(?P<where>[^;)]+)")
"""In brackets behind a producer; its agent and telephone may follow."""
_LEAST = 2
_LONGEST = 400
_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class MadeBy:
    """A product below its producer: what prints it, its cells, and what is doubtful of it."""

    span: Span
    cells: Cells
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Maker:
    """What a line says before its products; ``rest`` is where these may begin."""

    mark: str
    held: dict[Holds, Span]
    rest: int
    count: int | None
    noun: bool


def runs_of_makers(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """``[first, stop)`` of every run of lines that name producers and then their products."""
    at = 0
    while at < len(lines):
        stop = at
        while (reach := _group(lines, stop)[0]) > stop:
            stop = reach
        if stop - at >= _LEAST:
            yield at, stop
        at = max(stop, at + 1)


def made_by(lines: Sequence[Line]) -> Iterator[MadeBy]:
    """The products of such a run."""
    at = 0
    while at < len(lines):
        stop, found = _group(lines, at)
        yield from found
        at = max(stop, at + 1)


def of_maker(span: Span) -> list[MadeBy]:
    """The products behind the producer that words of a list begin with."""
    maker = _maker(Line(span))
    return _in_line(span, replace(maker, mark="1")) if maker is not None else []


def _group(lines: Sequence[Line], at: int) -> tuple[int, list[MadeBy]]:
    """The producer at a line: where its products end (``at`` if there are none), and these."""
    maker = _maker(lines[at]) if at < len(lines) else None
    if maker is None:
        return at, []
    span = lines[at].span
    if span.text[maker.rest :].strip(" .;:"):
        found = _in_line(span, maker)
        return at + bool(found), found
    below: list[MadeBy] = []
    stop = at + 1
    while stop < len(lines) and (one := _below(lines[stop], maker)) is not None:
        below.append(one)
        stop += 1
    if not below:
        return at, []
    if maker.count is not None and maker.count != len(below):
        below = [MadeBy(one.span, one.cells, ("rows_against_head",)) for one in below]
    return stop, below


def _maker(line: Line) -> _Maker | None:
    """The producer that a line begins with, behind its mark."""
    span = line.span
    mark = None if line.cells or len(span.text) > _LONGEST else _MARK.match(span.text)
    if mark is None:
        return None
    folded = fold(span.text)
    lead = _LEAD.match(folded, mark.end())
    if lead is None or not is_producer(lead["maker"]):
        return None
    start, end = lead.span("maker")
    bracket = folded.find("(", start, end)
    held = {Holds.PRODUCER: cut(span, start, bracket if bracket > 0 else end)}
    if bracket > 0:
        told = _ADDRESS.match(folded, bracket, end)
        held[Holds.ADDRESS] = cut(span, *(told.span("where") if told else (bracket, end)))
    if lead["stars"]:
        held[Holds.STARS] = cut(span, *lead.span("stars"))
    count = int(lead["n"]) if lead["n"] else None
    style = _style(mark)
    return _Maker(style, held, lead.end(), count, lead["noun"] is not None)


def _in_line(span: Span, maker: _Maker) -> list[MadeBy]:
    """The products behind the producer in its line; none where a piece is no name."""
    text = span.text
    steps = [m.span() for m in _NEXT.finditer(text, maker.rest) if m["first"].isupper()]
    edges = [maker.rest, *(edge for step in steps for edge in step), len(text)]
    pieces = list(zip(edges[::2], edges[1::2], strict=True))
    rows = [_row(span, start, end, maker) for start, end in pieces]
    if any(row is None or (not maker.mark and Holds.STARS not in row.by) for row in rows):
        return []
    doubts: tuple[str, ...] = ("row_split",) if len(rows) > 1 else ()
    if maker.count is not None and maker.count != len(rows):
        doubts += ("rows_against_head",)
    whole = len(rows) == 1
    return [
        MadeBy(span if whole else cut(span, *piece), row, doubts)
        for piece, row in zip(pieces, rows, strict=True)
        if row is not None
    ]


def _below(line: Line, maker: _Maker) -> MadeBy | None:
    """A product in a line below its producer, under another mark."""
    mark = None if line.cells or len(line.span.text) > _LONGEST else _MARK.match(line.span.text)
    if mark is None or _style(mark) in ("", maker.mark):
        return None
    row = _row(line.span, mark.end(), len(line.span.text), maker)
    if row is None or (Holds.STARS not in row.by and not maker.noun):
        return None
    return MadeBy(line.span, row)


def _style(mark: re.Match[str]) -> str:
    """The style of a mark; numbers are one style, no mark is ""."""
    sign = mark["mark"] or ""
    return "1" if sign[:1].isdigit() else sign


def _row(span: Span, start: int, end: int, maker: _Maker) -> Cells | None:
    """A product as the cells of a row: its name, its own result, and what its producer has."""
    folded = fold(span.text)
    told = RESULT.search(folded, start, end)
    if told is not None and not TOLD.search(told[0]):
        told = None
    name = cut(span, start, told.start() if told else end)
    first = name.text.lstrip("“\"'«‘")[:1]
    if not is_name(name.text) or not first.isupper() or len(name.text) > _LONGEST_NAME:
        return None
    if _NO_NAME.match(fold(name.text)):
        return None
    held = {Holds.NAME: name} | maker.held
    if told is not None:
        held[Holds.STARS] = cut(span, told.start(), end)
    return Cells([Column(holds) for holds in held], list(held.values()))

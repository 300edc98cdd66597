"""Products that a paper lists in sentences: "1. Gạo An Phú của HTX An Phú, xã …, hạng 3 sao;".

Papers with few products print no table. Such a list is numbered from 1, and each item
names the producer by its legal form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.model import Span
from extract.products.columns import Column, Holds
from extract.products.makers import maker_at
from extract.products.names import cut, is_name
from extract.products.results import RESULT, TOLD
from extract.products.setting import Cells
from extract.products.sheet import Line
from extract.text.normalise import fold

_ITEM = re.compile(r"\(?(?P<n>\d{1,3})[.)/:]? (?=[^\W\d])")
_OF = re.compile(r" ?(?:,|;|-|–|:|\(|của|do|thuộc|chủ thể(?: là)?:?|sản xuất(?: bởi)?)? ?$")
_ADDRESS = re.compile(
    r"[,;(-] ?(?:địa chỉ(?: sản xuất| tại)? ?:? ?|tại )?(?=\w)|(?: địa chỉ ?:? ?| tại )"
)
_NOUN = re.compile(r"sản phẩm:? (?=[^\W\d_])")
_LEAST = 2


def runs_of_items(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """``[first, stop)`` of every run of numbered lines that name producers, from 1 on."""
    at = 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and _number(lines[stop]) == stop - at + 1:
            stop += 1
        named = sum(cells_of(line) is not None for line in lines[at:stop])
        if stop - at >= _LEAST and named == stop - at:
            yield at, stop
        at = max(stop, at + 1)


def _number(line: Line) -> int | None:
    match = None if line.cells else _ITEM.match(line.span.text)
    return int(match["n"]) if match else None


def maker_start(folded: str, start: int, maker: int) -> int:
    """Where the words that lead from a name to its producer ("của", "do", a comma) begin."""
    before = _OF.search(folded[start:maker])
    return start + before.start() if before else maker


def cells_of(line: Line) -> Cells | None:
    """What an item tells, as the cells of a row; None where it names no producer."""
    span = line.span
    match = _ITEM.match(span.text)
    if match is None or len(span.text) > 400:
        return None
    cells = told_in(span, match.end())
    if cells is not None:
        cells[Holds.NUMBER] = cut(span, match.start("n"), match.end("n"))
    return as_row(cells)


_BULLET = re.compile(r"(?:(?:[-+*•–]|[a-zđ]\)) ?)?(?=[“\"«‘]?[^\W\d_])")
_LONGEST = 90
_PARTED = re.compile(r" ?(?:,|;|-|–|:|\() ?$")


def runs_of_results(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """``[first, stop)`` of every run of lines without numbers that each tell a result."""
    at = 0
    while at < len(lines):
        stop = at
        while stop < len(lines) and result_of(lines[stop]) is not None:
            stop += 1
        if stop - at >= _LEAST:
            yield at, stop
        at = max(stop, at + 1)


def result_of(line: Line) -> Cells | None:
    """What a line of minutes tells of a product, as the cells of a row.

    "Muối tiêu An Phú – Hộ kinh doanh …: 66,25 điểm, xếp hạng 3 sao;": a name, a sign, its
    producer, and points or a class. Without any of these it is a sentence like others.
    """
    span = line.span
    mark = None if line.cells or len(span.text) > 300 else _BULLET.match(span.text)
    if mark is None:
        return None
    cells = told_in(span, mark.end())
    if cells is None or Holds.STARS not in cells:
        return None
    name, maker = cells[Holds.NAME], cells[Holds.PRODUCER]
    between = span.text[name.end - span.start : maker.start - span.start]
    if len(name.text) > _LONGEST or not name.text[:1].isupper() or not _PARTED.search(between):
        return None
    told = fold(cells[Holds.STARS].text)
    return as_row(cells) if TOLD.search(told) else None


def as_row(cells: dict[Holds, Span] | None) -> Cells | None:
    """What was found, as the cells of a row."""
    return Cells([Column(holds) for holds in cells], list(cells.values())) if cells else None


def told_in(span: Span, start: int) -> dict[Holds, Span] | None:
    """Name, producer, address and result in words from ``start``; None without a producer."""
    folded = fold(span.text)
    at = maker_at(folded[start:])
    if not at:
        return None
    maker = start + at
    noun = _NOUN.match(folded, start)
    if noun and not span.text[noun.end()].islower():  # "Sản phẩm Gạo …", not "Sản phẩm du lịch"
        start = noun.end()
    name = cut(span, start, maker_start(folded, start, maker))
    result = RESULT.search(folded, maker)
    end = result.start() if result else len(folded)
    stop = _ADDRESS.search(folded, maker, end)
    cells = {
        Holds.NAME: name,
        Holds.PRODUCER: cut(span, maker, stop.start() if stop else end),
    }
    if stop:
        cells[Holds.ADDRESS] = cut(span, stop.end(), end)
    if result:
        cells[Holds.STARS] = cut(span, result.start(), len(folded))
    return cells if is_name(name.text) else None


_SINGLE = re.compile(
    r"(?:công nhận|chứng nhận|xếp hạng|phân hạng|cấp giấy chứng nhận(?: cho)?) "
    r"(?:(?:01|1|một) ?)?(?:\(\w+\) )?sản phẩm(?: ocop)?:? (?=\S)"
)


def single_of(span: Span) -> Cells | None:
    """The one product that an article recognises by itself, as the cells of a row.

    "Công nhận sản phẩm Gạo An Phú của HTX An Phú (xã …) đạt 3 sao". Its name begins with a
    capital: "sản phẩm của các chủ thể" and "sản phẩm đạt 3 sao" name none.
    """
    match = _SINGLE.search(fold(span.text))
    if match is None:
        return None
    text = span.text.split("\n")[0]
    if not text[match.end() :].lstrip("“\"'«‘")[:1].isupper():
        return None
    return as_row(told_in(Span(span.start, span.start + len(text), text), match.end()))

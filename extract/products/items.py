"""Products that a paper lists in sentences: "1. Gạo An Phú của HTX An Phú, xã …, hạng 3 sao;".

Papers with few products print no table. Such a list is numbered from 1, and each item
names the producer by its legal form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.products.columns import Column, Holds
from extract.products.makers import maker_at
from extract.products.names import cut, is_name
from extract.products.setting import Cells
from extract.products.sheet import Line
from extract.text.normalise import fold

_ITEM = re.compile(r"\(?(?P<n>\d{1,3})[.)/:]? (?=[^\W\d])")
_OF = re.compile(r" ?(?:,|;|-|:|\(|của|do|thuộc|chủ thể(?: là)?:?|sản xuất(?: bởi)?)? ?$")
_RESULT = re.compile(
    r"[,;.( -]{1,3}(?:đạt|được|xếp|phân|hạng|kết quả|tổng|điểm|số điểm|với)(?!\w)[^;]*$|"
    r"[,;( -]{1,3}\d{2,3}(?:[.,]\d{1,2})? ?điểm.*$"
)
_ADDRESS = re.compile(
    r"[,;(-] ?(?:địa chỉ(?: sản xuất| tại)? ?:? ?|tại )?(?=\w)|(?: địa chỉ ?:? ?| tại )"
)
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


def cells_of(line: Line) -> Cells | None:
    """What an item tells, as the cells of a row; None where it names no producer."""
    span = line.span
    match = _ITEM.match(span.text)
    if match is None or len(span.text) > 400:
        return None
    start = match.end()
    folded = fold(span.text)
    at = maker_at(folded[start:])
    if not at:
        return None
    maker = start + at
    before = _OF.search(folded[start:maker])
    name = cut(span, start, start + before.start() if before else maker)
    result = _RESULT.search(folded, maker)
    end = result.start() if result else len(folded)
    stop = _ADDRESS.search(folded, maker, end)
    cells = {
        Holds.NUMBER: cut(span, match.start("n"), match.end("n")),
        Holds.NAME: name,
        Holds.PRODUCER: cut(span, maker, stop.start() if stop else end),
    }
    if stop:
        cells[Holds.ADDRESS] = cut(span, stop.end(), end)
    if result:
        cells[Holds.STARS] = cut(span, result.start(), len(folded))
    if not is_name(name.text):
        return None
    return Cells([Column(holds) for holds in cells], list(cells.values()))

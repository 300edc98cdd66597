"""Products that an article lists in its own sentence.

"Công nhận 03 sản phẩm đạt 3 sao, gồm: sản phẩm Gạo A của HTX A (xã …), đạt 66,5 điểm; sản phẩm
Chè B và sản phẩm Chè C của Công ty B, lần lượt đạt 68 điểm và 64 điểm."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.model import Act, Article, Span
from extract.products.columns import Holds
from extract.products.items import as_row, told_in
from extract.products.maker_lists import MadeBy, of_maker
from extract.products.names import cut, is_name
from extract.products.setting import Cells
from extract.text.normalise import fold

_LISTS = re.compile(
    r"(?:công nhận|phê duyệt|chứng nhận|xếp hạng|phân hạng)[^:;\n]{0,200}?(?:sản phẩm|sp)(?!\w)"
    r"[^:;\n]{0,160}: ?"
)
_NEXT = re.compile(r"; ?(?:và )?")
_AND = re.compile(r" (?:và|,) (?=sản phẩm [^\W\d])|, (?=sản phẩm [^\W\d])")
_IN_TURN = re.compile(r"[, ]*(?:lần lượt|theo thứ tự|tương ứng)(?: là)?(?: đạt)?:? ?")
_RESULTS = re.compile(r",? và |, (?!\d)|, (?=\d+(?:[.,]\d+)? (?:điểm|sao))|; ")
_NOUN = re.compile(r"sản phẩm:? ?")


def listed_in(articles: Sequence[Article]) -> Iterator[MadeBy]:
    """The products that the recognising articles name in their sentences, as rows.

    A piece of such a list that names no producer gives a row without cells, which is told.
    """
    for article in articles:
        if article.act is Act.RECOGNISES:
            yield from _of_article(article.span)


def _of_article(span: Span) -> list[MadeBy]:
    text = span.text.split("\n")[0]
    lists = _LISTS.search(fold(text))
    if lists is None or text[lists.end() :].count(";") == 0:
        return []
    found: list[MadeBy] = []
    steps = [m.span() for m in _NEXT.finditer(text, lists.end())]
    edges = [lists.end(), *(edge for step in steps for edge in step), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if text[start:end].strip(" ./"):
            piece = Span(span.start + start, span.start + end, text[start:end])
            found += _of_piece(piece) or [MadeBy(piece, Cells([], []))]
    named = sum(bool(one.cells.by) for one in found)
    return found if 2 * named > len(found) else []


def _of_piece(piece: Span) -> list[MadeBy]:
    """One producer with one product, or several that "và" joins and results told in turn."""
    held = told_in(piece, 0)
    if held is None:
        return of_maker(piece)
    name, results = held[Holds.NAME], held.pop(Holds.STARS, None)
    names = _names(name)
    if not all(is_name(one.text) and one.text[:1].isupper() for one in names):
        return []
    parts = _shared(results, len(names)) if results is not None else [None] * len(names)
    return [
        MadeBy(piece if len(names) == 1 else one, _row(held, one, result), _doubts(names))
        for one, result in zip(names, parts, strict=True)
    ]


def _doubts(names: Sequence[Span]) -> tuple[str, ...]:
    return ("row_split",) if len(names) > 1 else ()


def _names(name: Span) -> list[Span]:
    """The products before one producer; each but the first is called one again."""
    folded = fold(name.text)
    steps = [m.span() for m in _AND.finditer(folded)]
    edges = [0, *(edge for step in steps for edge in step), len(folded)]
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        noun = _NOUN.match(folded, start, end)
        begin = noun.end() if noun and name.text[noun.end() : noun.end() + 1].isupper() else start
        found.append(cut(name, begin, end))
    return found


def _shared(results: Span, count: int) -> list[Span | None]:
    """What each of several products was given: in turn, or all the same."""
    turn = _IN_TURN.match(fold(results.text))
    if turn is None or count == 1:
        return [results] * count
    steps = [m.span() for m in _RESULTS.finditer(fold(results.text), turn.end())]
    edges = [turn.end(), *(edge for step in steps for edge in step), len(results.text)]
    parts: list[Span | None] = [
        cut(results, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    return parts if len(parts) == count else [None] * count


def _row(held: dict[Holds, Span], name: Span, result: Span | None) -> Cells:
    told = held | {Holds.NAME: name}
    if result is not None:
        told[Holds.STARS] = result
    row = as_row(told)
    assert row is not None
    return row

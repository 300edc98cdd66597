"""Names of products in cells: cleaned, parted from their producers, several in one cell."""

from __future__ import annotations

import re

from extract.model import Span
from extract.products.addresses import LEVEL_WORD
from extract.products.dittos import is_ditto
from extract.products.makers import maker_at
from extract.text.normalise import fold

_EDGE = " \t\n,;:.-–•*+"
_QUOTES = {"“": "”", '"': '"', "'": "'", "«": "»", "‘": "’"}
_BULLET = re.compile(r"^(?:[-+•*–] ?|\d{1,2}[.)] (?=\D))")
_NUMERIC = re.compile(r"[\d\s.,/()%-]*(?:sao|điểm|\*)?")
_SEPARATED = re.compile(r"[(/;,:\n-] ?(?:tên )?(?:chủ thể|cơ sở sx|đơn vị)?:? ?$")
_TAIL = re.compile(
    r"(?:[,;.]? ?\(?địa chỉ ?(?:sản xuất)? ?:? ?|[,;] ?|\(| - )"
    r"(?P<address>(?=(?:số \d|thôn|xóm|bản|ấp|khu|tổ|xã|phường|thị trấn|tt\.|huyện|"
    r"thành phố|tp|tx|thị xã|khóm|buôn|làng|đường|tỉnh|đội|tiểu khu|khối|kp|quận|"
    r"đặc khu)(?!\w)).*|(?<=địa chỉ: ).*|(?<=địa chỉ ).*)"
)
_UNPARTED = re.compile(
    r" (?P<address>(?:số \d+\w?|ấp|khóm|khu phố|kp\.? ?\d+|tổ dân phố|tdp|tổ \d+|thôn|xóm|"
    r"tiểu khu|quốc lộ|ql\.? ?\d+|đường)(?!\w).{0,60}?[,;] ?(?:xã|phường|thị trấn|tt\.?|"
    r"đặc khu|huyện|thị xã|tx\.?|quận|thành phố|tp\.?|ấp|khóm|khu phố|đường)(?!\w).*)"
)
"""An address right behind a name, as where the lines of a cell ran together."""
_ONE = re.compile(r"(?:^|(?<=[\s;.,]))\(?(?P<n>\d{1,2})[.)] ?(?=[^\W\d])")
_DASHED = re.compile(r"(?:^|(?<=[\s;.,]))[-+•–] (?=\w)")
_SET = re.compile(r"(?:bộ|nhóm|combo|set|dòng|các)(?!\w)")


_NOTE_MARK = re.compile(r"(?<=[^\W\d])(?: ?\((?:\d|\*{1,3})\)| ?[*†‡]{1,3})$")
"""The sign of a note behind a name: "Chè Sim (1)", "Gạo Sim*"."""


def without_note(span: Span) -> Span:
    """A name without the sign of a note at its end."""
    mark = _NOTE_MARK.search(span.text)
    return Span(span.start, span.start + mark.start(), span.text[: mark.start()]) if mark else span


def trimmed(span: Span) -> Span:
    """A name without marks of lists, quotes around the whole, and signs at its end."""
    start, end = span.start, span.end
    text = span.text
    lead = _BULLET.match(text)
    if lead:
        start += lead.end()
        text = text[lead.end() :]
    stripped = text.lstrip(" \t\n,;:.")
    start += len(text) - len(stripped)
    kept = stripped.rstrip(" \t\n,;:.–-")
    end = start + len(kept)
    if len(kept) > 2 and _QUOTES.get(kept[0]) == kept[-1] and kept[-1] not in kept[1:-1]:
        return Span(start + 1, end - 1, kept[1:-1])
    return Span(start, end, kept)


def cut(span: Span, start: int, end: int) -> Span:
    """A part of a span, trimmed of blanks and the signs that part names from names."""
    text = span.text[start:end]
    lead = len(text) - len(text.lstrip(_EDGE + "(/|"))
    kept = text[lead:].rstrip(_EDGE + "/|(")
    if kept.endswith(")") and kept.count(")") > kept.count("("):
        kept = kept[:-1].rstrip()
    at = span.start + start + lead
    return Span(at, at + len(kept), kept)


def is_name(text: str) -> bool:
    """Whether a cell can be the name of a product: words, not a number or a class."""
    folded = fold(text).strip()
    told = sum(c.isalpha() for c in folded) >= 2 and not _NUMERIC.fullmatch(folded)
    return told and not is_ditto(text)


def parted(span: Span, *, producer_first: bool = False) -> tuple[Span, Span | None]:
    """Product and producer of one cell; None where no producer can be told.

    "Gạo nếp (HTX An Phú)", "Gạo nếp - HTX An Phú" and "Gạo nếp HTX An Phú" part at the
    legal form of the producer, after a sign if there is one.
    """
    folded = fold(span.text)
    if producer_first:
        match = re.search(r" ?(?:/|;|:| - |\() ?", folded)
        if match is None:
            return trimmed(span), None
        return cut(span, match.end(), len(folded)), cut(span, 0, match.start())
    at, best = 0, None
    while (found := maker_at(folded[at:])) is not None:
        at += found
        if at:
            best = at if best is None or _SEPARATED.search(folded[:at]) else best
            if _SEPARATED.search(folded[:at]):
                break
        at += 1
    if best is None:
        match = re.search(r" ?(?:/|;| - |\((?=[^()]*\)$)) ?", folded)
        if match is None:
            return trimmed(span), None
        return cut(span, 0, match.start()), cut(span, match.end(), len(folded))
    before = re.sub(r"(?:tên )?chủ thể(?: sản xuất)? ?:? ?$", "", folded[:best])
    return cut(span, 0, len(before)), cut(span, best, len(folded))


def with_address(span: Span, *, always: bool = False) -> tuple[Span, Span | None]:
    """Producer and address of one cell; without ``always`` only where levels are named."""
    folded = fold(span.text)
    match = _TAIL.search(folded, 3)
    unparted = _behind_name(span.text, folded)
    if unparted is not None and (match is None or unparted.start() < match.start()):
        match = unparted
    if match is None or not match["address"]:
        return trimmed(span), None
    if not always and "địa chỉ" not in match.group() and not LEVEL_WORD.search(match["address"]):
        return trimmed(span), None
    return cut(span, 0, match.start()), cut(span, match.start("address"), len(folded))


def _behind_name(text: str, folded: str) -> re.Match[str] | None:
    """The address behind a name that no sign parts from it.

    The name must be one without it: "HTX Tân Phú Xanh Ấp Tân Bắc, xã …", but not "Cơ sở Xóm
    Lưới, xã …", whose name would lose its proper part.
    """
    match = _UNPARTED.search(folded, 3)
    if match is None:
        return None
    last = text[: match.start()].rsplit(" ", 1)[-1]
    return match if last[:1].isupper() and not last.isupper() else None


def enumerated(span: Span) -> tuple[Span, ...]:
    """The names of a cell that lists several by numbers or dashes: "1. Gạo A; 2. Gạo B"."""
    numbers = [(int(m["n"]), m) for m in _ONE.finditer(span.text)]
    if len(numbers) >= 2 and [n for n, _ in numbers] == list(range(1, len(numbers) + 1)):
        marks = [m for _, m in numbers]
    else:
        marks = list(_DASHED.finditer(span.text))
    if len(marks) < 2 or span.text[: marks[0].start()].strip(_EDGE):
        return ()
    stops = [*(m.start() for m in marks[1:]), len(span.text)]
    parts = tuple(cut(span, m.end(), stop) for m, stop in zip(marks, stops, strict=True))
    return parts if all(is_name(part.text) for part in parts) else ()


def looks_like_several(text: str) -> bool:
    """Whether a name may be several: names that a semicolon parts, but in a set of things."""
    folded = fold(text)
    parts = [part for part in folded.split(";") if len(part.strip()) > 3]
    return len(parts) > 1 and not _SET.match(folded) and "(" not in parts[0]


_EACH = re.compile(r"[^\n;]+")
_MEASURE = re.compile(
    r"(?:(?:đạt |hạng )*\d{1,3}(?:[.,]\d{1,2})?(?: ?/ ?100)?(?: ?(?:điểm|sao|đ|\*))?|[*★]{3,5})"
)


def own_line(cell: Span, index: int, count: int) -> Span:
    """The line of product ``index`` in a cell that has one for each of ``count`` products.

    A cell of any other number of lines holds for all of them and stays whole.
    """
    parts = [match for match in _EACH.finditer(cell.text) if match.group().strip(_EDGE)]
    if len(parts) == 1:
        parts = list(_MEASURE.finditer(fold(cell.text)))
        if _MEASURE.sub("", fold(cell.text)).strip(_EDGE):
            return cell
    if len(parts) != count:
        return cell
    return cut(cell, *parts[index].span())

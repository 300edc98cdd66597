"""What one cell of a table holds: a number, a row number, a year, a unit, or words.

Only a cell that is a number and nothing else can be a count; "86,5" and "12%" are numbers
of another sort, and a dash is no zero: what is not printed is not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from extract.model import Comparator, Span
from extract.text.numbers import DIGITS, parse_digits


class CellKind(StrEnum):
    """What a cell is by its own looks."""

    NUMBER = "number"
    YEAR = "year"
    MEASURE = "measure"
    """A decimal, a rate, a date, a sum of money: a number that counts nothing."""
    NONE = "none"
    """Empty, or a dash."""
    UNIT = "unit"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, what it is, and its number, if it is one.

    ``number`` are the digits alone; ``high`` is the end of a range ("20 - 25").
    """

    span: Span
    folded: str
    kind: CellKind
    value: int = 0
    high: int | None = None
    comparator: Comparator = Comparator.EXACT
    number: Span | None = None


_SIGNS = {
    Comparator.AT_LEAST: ("≥", ">=", "=>", "từ", "ít nhất", "tối thiểu", "không dưới"),
    Comparator.MORE_THAN: (">", "trên", "hơn", "vượt"),
    Comparator.AT_MOST: ("≤", "<=", "<", "tối đa", "không quá"),
    Comparator.ABOUT: ("~", "≈", "khoảng"),
    Comparator.NEARLY: ("gần",),
}
_COMPARATORS = {sign: comparator for comparator, signs in _SIGNS.items() for sign in signs}
_SIGN = "|".join(re.escape(sign) for sign in sorted(_COMPARATORS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?P<sign>{_SIGN})? ?(?P<low>{DIGITS})(?: ?- ?(?P<high>{DIGITS}))?"
    r"(?: ?(?:sp|sản phẩm))?(?P<more> trở lên)?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MEASURE = re.compile(r"[≥≤<>~]? ?\d[\d.,/ -]*(?: ?(?:%|điểm|đồng|triệu(?: đồng)?|tỷ(?: đồng)?))?")
_NONE = re.compile(r"[-.x*\s]*|không(?: có)?|chưa(?: có)?")
_UNIT = re.compile(
    r"(?:sp|sản phẩm(?: ocop)?|hs|hồ sơ|bộ hồ sơ|ct|chủ thể|cơ sở|htx|hợp tác xã|dn|doanh nghiệp|%|"
    r"tỷ lệ|điểm|xã|huyện|địa phương|đơn vị|lớp|người|lượt|cuộc|hộ|mô hình|ha|tấn|"
    r"(?:triệu|tỷ|nghìn) đồng|trđ|tr\.đ)"
)
_ORDINAL = re.compile(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|[a-zđ])[.)]?|[-+*•o]|")


def read_cell(span: Span, folded: str) -> Cell:
    """Read one cell; ``folded`` is the folded view of its text, of the same length."""
    if _NONE.fullmatch(folded):
        return Cell(span, folded, CellKind.NONE)
    if _YEAR.fullmatch(folded):
        return Cell(span, folded, CellKind.YEAR, int(folded))
    match = _NUMBER.fullmatch(folded)
    if match:
        return _number(span, folded, match)
    if _MEASURE.fullmatch(folded):
        return Cell(span, folded, CellKind.MEASURE)
    kind = CellKind.UNIT if _UNIT.fullmatch(folded) else CellKind.TEXT
    return Cell(span, folded, kind)


def _number(span: Span, folded: str, match: re.Match[str]) -> Cell:
    value = parse_digits(match["low"])
    high = parse_digits(match["high"]) if match["high"] else None
    if value is None or (high is not None and high <= value):
        return Cell(span, folded, CellKind.MEASURE)
    comparator = _COMPARATORS.get(match["sign"] or "", Comparator.EXACT)
    if match["more"]:
        comparator = Comparator.AT_LEAST
    start, end = match.start("low"), match.end("high" if match["high"] else "low")
    digits = Span(span.start + start, span.start + end, span.text[start:end])
    return Cell(span, folded, CellKind.NUMBER, value, high, comparator, digits)


def is_ordinal(cell: Cell) -> bool:
    """Whether the cell can be the number of its row: "1", "1.2", "IV", "a)", "-"."""
    return bool(_ORDINAL.fullmatch(cell.folded))


FIGURES = frozenset({CellKind.NUMBER, CellKind.MEASURE, CellKind.YEAR})
"""Kinds of cells whose digits belong to the table."""


def is_words(cell: Cell | None) -> bool:
    """Whether the cell holds words, and not the letter that numbers a row."""
    return cell is not None and cell.kind is CellKind.TEXT and not is_ordinal(cell)

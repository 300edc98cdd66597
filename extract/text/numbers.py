"""Vietnamese numbers in digits and words, as patterns and as values.

Digits group thousands with a dot (``1.245``), in English pages with a comma; a comma
followed by one or two digits is a decimal and never a count. Words follow the spoken
forms: ``mười lăm``, ``hai mươi lăm``, ``một trăm linh tư``, ``hai trăm lẻ hai``,
``một nghìn không trăm linh năm``, ``hai chục``. Patterns expect the folded view.
"""

from __future__ import annotations

import re

_UNITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "nhăm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
_SCALES = {"trăm": 100, "nghìn": 1000, "ngàn": 1000, "triệu": 1_000_000}

_UNIT = "(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_LAST = "(?:một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"
_TENS = f"(?:{_UNIT} mươi(?: {_LAST})?|mười(?: {_LAST})?|{_UNIT} chục)"
_BELOW_100 = f"(?:{_TENS}|{_UNIT})"
_HUNDREDS = f"{_UNIT} trăm(?: (?:linh|lẻ) {_LAST}| {_BELOW_100})?"
_THOUSANDS = (
    f"(?:{_HUNDREDS}|{_BELOW_100}) (?:nghìn|ngàn)"
    f"(?: (?:không trăm linh {_LAST}|{_HUNDREDS}|{_BELOW_100}))?"
)

WORDS = f"(?:{_THOUSANDS}|{_HUNDREDS}|{_TENS}|{_UNIT})"
"""A number in words, longest form first."""

DIGITS = r"(?:\d{1,3}(?:[.,]\d{3})+(?![\d])|\d{1,6}(?!\d))"
"""A whole number in digits; what stands before and after is the caller's to check."""


_WHOLE = re.compile(r"\d{1,3}(?:[., ]\d{3})+|\d{1,9}", re.ASCII)
_NO_DIGIT = re.compile(r"\D")


def parse_digits(printed: str) -> int | None:
    """Value of a whole number in digits: ``1.245`` → 1245, ``07`` → 7.

    Returns None for anything that is not a whole number (``27,3``, ``1.24``).
    """
    if not _WHOLE.fullmatch(printed):
        return None
    return int(_NO_DIGIT.sub("", printed))


def parse_words(printed: str) -> int | None:
    """Value of a number in (lower-case) words, or None if it is not one."""
    total = group = 0
    pending: int | None = None
    for word in printed.split():
        if word in _UNITS:
            group += pending or 0
            pending = _UNITS[word]
        elif word == "mười":
            group += pending or 0
            pending = 10
        elif word in ("mươi", "chục"):
            pending = (pending or 1) * 10
        elif word == "trăm":
            group += (1 if pending is None else pending) * 100
            pending = None
        elif word in ("nghìn", "ngàn"):
            total += (group + (pending or 0)) * 1000
            group, pending = 0, None
        elif word not in ("linh", "lẻ"):
            return None
    return total + group + (pending or 0)


def parse(printed: str) -> int | None:
    """Value of a printed number in digits or words, or None."""
    return parse_digits(printed) if printed[:1].isdigit() else parse_words(printed)

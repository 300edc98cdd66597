"""Cells of ``sources.csv``: each function reads one, or says what is wrong and what to do.

All raise ``ValueError``.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit

Choice = TypeVar("Choice", bound=StrEnum)

MIN_DELAY = 3.0
"""Seconds between two requests to one host, at least: these are small public servers."""

# GSO codes of provinces before and after the mergers of 2025-07-01 (Resolution
# 202/2025/QH15; Decision 19/2025/QĐ-TTg). Some codes changed their owner.
_BEFORE = """
01 02 04 06 08 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46
48 49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 94 95 96
"""
_AFTER = """
01 04 08 11 12 14 15 19 20 22 24 25 31 33 37 38 40 42 44 46 48 51 52 56 66 68 75 79 80 82 86 91
92 96
"""
_CODES = {63: frozenset(_BEFORE.split()), 34: frozenset(_AFTER.split())}


def identifier(value: str) -> str:
    """A stable name."""
    if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", value):
        raise ValueError(f"id {value!r}: use small letters, digits and single _")
    return value


def filled(column: str, value: str) -> str:
    """A cell that may not be empty."""
    if not value:
        raise ValueError(f"{column} is empty: fill it")
    return value


def one_of(choices: type[Choice], column: str, value: str) -> Choice:
    """A member of an enumeration."""
    try:
        return choices(value)
    except ValueError as error:
        known = ", ".join(one.value or "(empty)" for one in choices)
        raise ValueError(f"{column} {value!r} is not known: use one of {known}") from error


def place(code: str, regime: str) -> tuple[str | None, int | None]:
    """A province: its GSO code and the map (63 or 34 provinces) that the code is of."""
    if not code and not regime:
        return None, None
    known = _CODES.get(int(regime)) if regime.isdecimal() else None
    if known is None:
        raise ValueError(f"regime {regime!r} is not known: use 63 (before 2025-07-01) or 34")
    if code not in known:
        raise ValueError(f"province_code {code!r} is no GSO code in the map of {regime} provinces")
    return code, int(regime)


def address(column: str, value: str) -> str:
    """An http address."""
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable or re.search(r"[\s<>]", value):
        raise ValueError(f"{column} {value!r} is no http address: begin with http:// or https://")
    return value


def pattern(value: str) -> re.Pattern[str] | None:
    """A regular expression, or None for an empty cell."""
    try:
        return re.compile(value) if value else None
    except re.error as error:
        raise ValueError(f"article_pattern {value!r} is no regular expression ({error})") from error


def charset(value: str) -> str:
    """A character encoding, or nothing."""
    try:
        "".encode(value or "utf-8")
    except LookupError as error:
        raise ValueError(f"charset {value!r} is not known: leave it empty to detect it") from error
    return value


def delay(value: str) -> float:
    """Seconds between two requests to one host."""
    try:
        delay = float(value)
    except ValueError as error:
        raise ValueError(f"delay {value!r} is no number of seconds") from error
    if not MIN_DELAY <= delay <= 600:
        raise ValueError(f"delay {value!r}: use {MIN_DELAY:g} to 600 seconds")
    return delay

"""Cells of ``sources.csv``: each function reads one, or says what is wrong and what to do.

All raise ``ValueError``.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from math import isfinite
from typing import TypeVar
from urllib.parse import urlsplit

from cssselect import SelectorError
from parsel.csstranslator import css2xpath

from crawler.hours import Hours
from crawler.provinces import PROVINCES, REGIMES

Choice = TypeVar("Choice", bound=StrEnum)

MIN_DELAY = 3.0
"""Seconds between two requests to one host, at least: these are small public servers."""

MAX_DELAY = 600.0
"""Longer pauses belong into the night window: at this pace a day brings 144 pages."""

_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"{_LABEL}(\.{_LABEL})+")  # RFC 1123, section 2.1


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
    known = int(regime) if regime in map(str, REGIMES) else 0
    if not known:
        raise ValueError(f"regime {regime!r} is not known: use 63 (before 2025-07-01) or 34")
    if (known, code) not in PROVINCES:
        raise ValueError(f"province_code {code!r} is no GSO code in the map of {known} provinces")
    return code, known


# ── Addresses and hosts ──────────────────────────────────────────────────────────────


def address(column: str, value: str) -> str:
    """An http address."""
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
        usable = usable and parts.port != 0  # reading the port checks it
    except ValueError:
        usable = False
    if not usable or re.search(r"[\s<>{}]", value):
        raise ValueError(f"{column} {value!r} is no http address: begin with http:// or https://")
    return value


def addresses(column: str, value: str) -> tuple[str, ...]:
    """Http addresses with blanks between, each once."""
    found = tuple(address(column, one) for one in value.split())
    twice = sorted({one for one in found if found.count(one) > 1})
    if twice:
        raise ValueError(f"{column} names {twice[0]!r} twice: remove one")
    return found


def template(column: str, value: str) -> str:
    """An http address with ``{words}`` and perhaps ``{page}``, or nothing."""
    if not value:
        return ""
    bare = value.replace("{words}", "OCOP").replace("{page}", "1")
    if bare == value or "{words}" not in value or re.search(r"[{}]", bare):
        raise ValueError(
            f"{column} {value!r}: write {{words}} where the words go, {{page}} where the number "
            "of the page goes, and no other braces"
        )
    address(column, bare)
    if "{" in urlsplit(value).netloc:
        raise ValueError(f"{column} {value!r}: the host may not vary, name it")
    return value


def hosts(column: str, value: str) -> tuple[str, ...]:
    """Names of hosts, without scheme and path, with blanks between."""
    found = value.lower().split()
    for one in found:
        if not _HOST.fullmatch(one):
            advice = "write only its name, as in files.example.vn"
            raise ValueError(f"{column} {one!r} is no name of a host: {advice}")
    return tuple(dict.fromkeys(found))


# ── How pages are read ───────────────────────────────────────────────────────────────


def pattern(value: str) -> re.Pattern[str] | None:
    """A regular expression, or None for an empty cell."""
    try:
        return re.compile(value) if value else None
    except re.error as error:
        raise ValueError(f"article_pattern {value!r} is no regular expression ({error})") from error


def registered(column: str, value: str, known: Collection[str]) -> str:
    """A name that a registry holds, or nothing."""
    if value and value not in known:
        near = get_close_matches(value, known, n=1)
        guess = f"did you mean {near[0]!r}? " if near else ""
        names = ", ".join(sorted(known))
        raise ValueError(f"{column} {value!r} is not known: {guess}use one of {names} or (empty)")
    return value


def charset(value: str) -> str:
    """A character encoding, or nothing."""
    try:
        "".encode(value or "utf-8")
    except LookupError as error:
        raise ValueError(f"charset {value!r} is not known: leave it empty to detect it") from error
    return value


def selectors(value: str, known: Collection[str]) -> dict[str, str]:
    """CSS lists by the name of what they find: ``title=h1.x; body=#content, .entry``."""
    found: dict[str, str] = {}
    for part in filter(None, map(str.strip, value.split(";"))):
        name, is_there, css = (one.strip() for one in part.partition("="))
        if not is_there or not css:
            raise ValueError(f"selectors {part!r}: write name=CSS, with ; between, as in title=h1")
        if name not in known:
            names = ", ".join(known)
            raise ValueError(f"selectors: {name!r} is not known: use one of {names}")
        if name in found:
            raise ValueError(f"selectors: {name} is there twice: write one list, with commas")
        found[name] = _css(name, css)
    return found


def _css(name: str, css: str) -> str:
    """A CSS list of which each part can be read: portals try them one after the other."""
    try:
        for one in css.split(","):
            css2xpath(one)
    except SelectorError as error:
        raise ValueError(f"selectors: {name}={css!r} is no CSS selector ({error})") from error
    return css


# ── Times and numbers ────────────────────────────────────────────────────────────────


def delay(value: str) -> float:
    """Seconds between two requests to one host."""
    try:
        delay = float(value)
    except ValueError as error:
        raise ValueError(f"delay {value!r} is no number of seconds") from error
    if not MIN_DELAY <= delay <= MAX_DELAY:
        raise ValueError(f"delay {value!r}: use {MIN_DELAY:g} to {MAX_DELAY:g} seconds")
    return delay


def hours(value: str) -> Hours | None:
    """A window of the day in Vietnam's time, or None for the whole day."""
    try:
        return Hours.parsed(value) if value else None
    except ValueError as error:
        raise ValueError(f"hours {error}") from error


def expected(value: str) -> float | None:
    """Documents in a usual month, or None when nobody knows."""
    if not value:
        return None
    try:
        number = float(value)
    except ValueError as error:
        raise ValueError(f"expected_per_month {value!r} is no number") from error
    if not (isfinite(number) and number > 0):
        advice = "use a number above 0 (0.5 is one in two months), or leave it empty"
        raise ValueError(f"expected_per_month {value!r}: {advice}")
    return number


def edtf(column: str, value: str) -> str:
    """A year, month or day of the calendar (EDTF level 0), or nothing."""
    if not value:
        return ""
    try:
        if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", value, re.ASCII):
            raise ValueError("other form")
        date.fromisoformat(f"{value}-01-01"[:10] if len(value) < 10 else value)
    except ValueError as error:
        advice = "write it as 2026, 2026-09 or 2026-09-23"
        raise ValueError(f"{column} {value!r} is no date: {advice}") from error
    return value

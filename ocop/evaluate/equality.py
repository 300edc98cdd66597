"""When two values of a claim or a paper are the same value."""

from __future__ import annotations

import re
import unicodedata

from ocop.evaluate.gold import Statement

_SAME_PLACE = {"Thừa Thiên Huế": "Huế", "Thừa Thiên - Huế": "Huế", "Thừa Thiên-Huế": "Huế"}
_DASHES = re.compile(r"\s*[-‐‑‒–—―−]\s*")
_SLASH = re.compile(r"\s*[/⁄／]\s*")


def place_name(name: str | None) -> str | None:
    """The name in NFC; Thừa Thiên Huế and Huế are one."""
    if name is None:
        return None
    name = " ".join(unicodedata.normalize("NFC", name).split())
    return _SAME_PLACE.get(name, name)


def paper_number(number: str | None) -> str | None:
    """The canonical number: NFC, no blanks, plain dashes, Đ for Ð, no leading zero."""
    if number is None:
        return None
    number = unicodedata.normalize("NFC", number).upper().replace("Ð", "Đ")
    number = _SLASH.sub("/", _DASHES.sub("-", number))
    return "".join(number.split()).lstrip("0")


def same_time(one: str | None, other: str | None) -> bool:
    """Whether two EDTF dates are equal at the coarser of both precisions.

    An interval equals only itself, and null only null.
    """
    if one is None or other is None or "/" in one or "/" in other:
        return one == other
    precision = min(len(one), len(other))
    return one[:precision] == other[:precision]


def same_field(name: str, one: Statement, other: Statement) -> bool:
    """Whether one of the compared fields is equal in two claims."""
    if name == "as_of":
        return same_time(one.as_of, other.as_of)
    if name == "decision":
        return paper_number(one.decision) == paper_number(other.decision)
    return bool(getattr(one, name) == getattr(other, name))

"""Which decision a number means: the unit that issued it, the year, the number.

``QĐ-UBND`` is used by provinces, districts and communes alike, and every body counts anew
each year: a number alone means nothing. The suffix is noise in news (``1234/QĐ-UBND``,
``Quyết định 1234``), so only the body that numbers for itself (UBND, HĐND, BNN …) stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.model import Level, Place
from national.schema import NATION_CODE

UNKNOWN = "_"
_MARKS = {Level.DISTRICT: "d", Level.COMMUNE: "c"}
# The ministry of agriculture under its names: before and since 2025-03-01.
_MINISTRY = {"BNN": "BNN", "BNNPTNT": "BNN", "BNNMT": "BNN"}


@dataclass(frozen=True, slots=True)
class DecisionKey:
    """``unit`` is regime and code ("63.40", "63.d418", "63.VN"); unknown parts are ``_``."""

    unit: str
    year: str
    number: str
    body: str

    def __str__(self) -> str:
        """As an identifier that can be read, and written into an address as it is."""
        return f"{self.unit}.{self.year}.{self.number}-{self.body}"


def key_of(printed: str, date: str | None, unit: str) -> DecisionKey:
    """The key of a paper number such as ``1234/QĐ-UBND``.

    Args:
        printed: canonical number; the suffix may be missing.
        date: EDTF date of the paper, or None.
        unit: ``unit_key`` of the place that issued it.
    """
    digits, _, suffix = printed.partition("/")
    year = date[:4] if date else UNKNOWN
    first, _, rest = suffix.partition("/")
    if first.isdecimal() and len(first) == 4:  # 07/2021/NQ-HĐND
        year, suffix = first, rest
    body = suffix.partition("-")[2].partition("-")[0] or UNKNOWN
    return DecisionKey(unit, year, digits.lstrip("0") or "0", _MINISTRY.get(body, body))


def unit_key(level: str, code: str | None, regime: int) -> str:
    """``regime.code`` of a unit; districts and communes are marked by a letter."""
    if level == Level.NATION:
        code = NATION_CODE
    if code is None:
        return f"{regime}.{UNKNOWN}"
    return f"{regime}.{_MARKS.get(Level(level), '')}{code}"


def unit_of(place: Place) -> str:
    """``unit_key`` of a place."""
    return unit_key(place.level.value, place.code, place.regime)

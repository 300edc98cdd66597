"""What a date expression says: its parts, its edge and its role in the sentence.

A value keeps only what is printed. ``31/8`` has no year and so no EDTF; "quý II/2023" is
the months April to June, "đầu năm 2024" the year 2024 and nothing finer.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Shape(StrEnum):
    """What kind of expression it is; TIME and DURATION only explain their digits."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DAY_RANGE = "day_range"
    MONTH_RANGE = "month_range"
    RANGE = "range"
    NOW = "now"
    RELATIVE = "relative"
    DURATION = "duration"
    TIME = "time"


class Edge(StrEnum):
    """Which part of the day, month or year is meant."""

    BY_END = "by_end"
    """ "hết năm 2020", "đến cuối năm 2020": the last day of it."""
    END = "end"
    """ "(hồi) cuối năm 2020", with no "đến"."""
    BEGIN = "begin"
    """ "đầu năm", "nửa đầu tháng", "thượng tuần": somewhere early in it."""
    MIDDLE = "middle"
    """ "giữa tháng", "trung tuần", "nửa cuối tháng": somewhere inside it."""
    BEFORE = "before"
    """ "trước tháng 8": the day before it begins."""
    FROM = "from"
    """ "từ ngày", "kể từ ngày"."""


class TimeRole(StrEnum):
    """What the sentence uses the time for."""

    AS_OF = "as_of"
    DEADLINE = "deadline"
    EVENT = "event"
    DECISION = "decision"
    ISSUED = "issued"
    PERIOD = "period"
    HORIZON = "horizon"
    START = "start"
    COMPARISON = "comparison"
    CLOCK = "clock"
    DURATION = "duration"


class Unit(StrEnum):
    """The unit that a relative expression counts in."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date expression as printed.

    Attributes:
        shape: What kind of expression it is.
        day: 1–31 or None; with ``month`` and ``year`` the first point of it.
        month: 1–12 or None.
        year: None when the text prints none (or one that is broken: ``22/05/202``).
        day_end: With ``month_end`` and ``year_end`` the last point of a range.
        month_end: See ``day_end``; a quarter is a range of months.
        year_end: See ``day_end``.
        edge: Which part of it is meant.
        role: What the sentence uses it for.
        unit: Of a relative expression ("hôm qua": day, "tháng 12 năm ngoái": year).
        offset: Units from the publication (-1: "hôm qua", "năm ngoái"; 0: "năm nay").
        lunar: A month or day of the lunar calendar, which has no EDTF.
    """

    shape: Shape
    day: int | None = None
    month: int | None = None
    year: int | None = None
    day_end: int | None = None
    month_end: int | None = None
    year_end: int | None = None
    edge: Edge | None = None
    role: TimeRole | None = None
    unit: Unit | None = None
    offset: int | None = None
    lunar: bool = False

    @property
    def edtf(self) -> str | None:
        """The time as EDTF, an interval for ranges; None if the text does not give it."""
        if self.year is None or self.lunar or self.shape not in _EXTENTS:
            return None
        if self.edge in (Edge.BY_END, Edge.END, Edge.BEFORE):
            return self._edge_day(self.year)
        first = _point(self.year, self.month, self.day)
        last = _point(self.year_end or self.year, self.month_end, self.day_end)
        is_range = self.shape in _RANGES
        return f"{first}/{last}" if is_range else first

    @property
    def as_of(self) -> str | None:
        """The last point of the time: the day, month or year that a stock is told for.

        Ranges of days and months give their last day, ranges of years the last year.
        """
        text = self.edtf
        if text is None or "/" not in text:
            return text
        last = text.split("/")[1]
        if self.shape in (Shape.QUARTER, Shape.MONTH_RANGE):
            return _iso(last_day(int(last[:4]), int(last[5:7])))
        return last

    def _edge_day(self, year: int) -> str | None:
        """The last day of the time, or the day before its first."""
        if self.edge is Edge.BEFORE:
            first = date(year, self.month or 1, self.day or 1)
            return _iso(first - timedelta(days=1))
        if self.day is not None or self.shape is Shape.DAY_RANGE:
            return _point(
                self.year_end or year, self.month_end or self.month, self.day_end or self.day
            )
        month = self.month_end or self.month or 12
        return _iso(last_day(self.year_end or year, month))


_RANGES = frozenset({Shape.QUARTER, Shape.DAY_RANGE, Shape.MONTH_RANGE, Shape.RANGE})
_EXTENTS = _RANGES | {Shape.DAY, Shape.MONTH, Shape.YEAR}


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def is_day(day: int, month: int, year: int | None = None) -> bool:
    """Whether the calendar has such a day; without a year, whether some year has it."""
    try:
        date(2024 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def _iso(day: date) -> str:
    return day.isoformat()


def _point(year: int, month: int | None, day: int | None) -> str:
    """``2022``, ``2022-08`` or ``2022-08-31``."""
    parts = [f"{year:04d}"]
    if month is not None:
        parts.append(f"{month:02d}")
        if day is not None:
            parts.append(f"{day:02d}")
    return "-".join(parts)

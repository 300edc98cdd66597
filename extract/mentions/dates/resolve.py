"""Completing a date from what else is known: decision, period, day of publication.

Order of the anchors for a day or month without a year: the year of the decision in the
same sentence; the day of publication if the date lies just before it; the assessment
period if the month fits; else the year of publication, or the year before if the date
would come after publication and the verb is past. Nothing is invented: what no anchor
completes stays None. What is to come does not lie in a period that is over.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from extract.mentions.dates.value import DateValue, Edge, Shape, TimeRole, Unit, is_day, last_day

_FRESH = timedelta(days=45)
_OPEN = (Shape.DAY, Shape.MONTH, Shape.DAY_RANGE, Shape.MONTH_RANGE, Shape.QUARTER, Shape.YEAR)


class Anchors(NamedTuple):
    """What a date can be completed from, each EDTF or None.

    Attributes:
        published: Day of publication (or coarser).
        decision_date: Day of the decision named in the same sentence.
        period: Assessment period told nearby (``2021``, ``2018/2020``).
    """

    published: str | None = None
    decision_date: str | None = None
    period: str | None = None


def resolve(value: DateValue, anchors: Anchors, *, future: bool = False) -> str | None:
    """The EDTF day, month or year that a state is told for, or None.

    Edges give days that the calendar holds ("hết tháng 8/2022": 2022-08-31); quarters and
    runs of months give the last day of them, ranges of years their last year. For the
    whole extent of a time take ``complete(...).edtf``.

    Args:
        value: The date as printed.
        anchors: What else is known.
        future: The verb speaks of what is to come (sẽ, dự kiến, phấn đấu); deadlines always do.
    """
    if value.shape is Shape.NOW:
        return anchors.published
    if value.shape is Shape.RELATIVE:
        return _relative(value, anchors.published)
    return complete(value, anchors, future=future).as_of


def complete(value: DateValue, anchors: Anchors, *, future: bool = False) -> DateValue:
    """The value with its year, if an anchor gives it; else unchanged."""
    if value.year is not None or value.lunar or value.shape not in _OPEN:
        return value
    future = future or value.role is TimeRole.DEADLINE or (value.offset or 0) > 0
    if value.unit is Unit.YEAR:
        year = _told_year(value, anchors, future=future)
    else:
        year = _implied_year(value, anchors, future=future)
    return value if year is None else _with_year(value, year)


def _with_year(value: DateValue, year: int) -> DateValue:
    if (
        value.day is not None
        and value.month is not None
        and not is_day(value.day, value.month, year)
    ):
        return value
    turns = value.month_end is not None and value.month_end < (value.month or 0)
    last = None if value.month_end is None else year + turns
    return replace(value, year=year, year_end=last)


def _told_year(value: DateValue, anchors: Anchors, *, future: bool) -> int | None:
    """The year of "năm ngoái" (told from the page) or of an open "hết năm"."""
    published = anchors.published
    if value.offset is not None:
        return None if published is None else int(published[:4]) + value.offset
    if anchors.period and "/" not in anchors.period:
        return int(anchors.period[:4])
    if published is None:
        return None
    # "đến cuối năm" on a page of January looks back, unless a plan speaks.
    looks_back = published[5:7] == "01" and value.edge in (Edge.BY_END, Edge.END)
    return int(published[:4]) - (looks_back and not future)


def _implied_year(value: DateValue, anchors: Anchors, *, future: bool) -> int | None:
    """The year of a day or month that is printed without one."""
    if anchors.decision_date:
        return int(anchors.decision_date[:4])
    by_page = _year_by_page(value, anchors.published, future=future)
    if future or by_page is None or not _is_fresh(value, by_page, anchors.published):
        by_period = _year_by_period(value, anchors.period)
        is_over = future and by_page is not None and by_period is not None and by_period < by_page
        if by_period is not None and not is_over:
            return by_period
    return by_page


def _year_by_period(value: DateValue, period: str | None) -> int | None:
    """The year of the period; results of a year are told in the next January and February."""
    if period is None or value.month is None or value.month < 3 or "/" in period:
        return None
    return int(period[:4])


def _year_by_page(value: DateValue, published: str | None, *, future: bool) -> int | None:
    if published is None or value.month is None:
        return None
    year, month, day = _parts(published)
    own = (value.month, value.day or 1)
    if future:
        last = (value.month_end or value.month, value.day_end or value.day or 31)
        return year + 1 if last < (month or 1, day or 1) else year
    return year - 1 if own > (month or 12, day or 31) else year


def _is_fresh(value: DateValue, year: int, published: str | None) -> bool:
    """Whether the date lies in the weeks before publication."""
    if published is None or value.month is None or not is_day(value.day or 1, value.month, year):
        return False
    page_year, page_month, page_day = _parts(published)
    if page_month is None:
        return False
    page = date(page_year, page_month, page_day or 28)
    own = date(year, value.month, value.day) if value.day else last_day(year, value.month)
    return page - own <= _FRESH


def _relative(value: DateValue, published: str | None) -> str | None:
    if published is None:
        return None
    year, month, day = _parts(published)
    if value.unit is Unit.YEAR:
        # "trong năm qua" means the year that ends or has just ended.
        return str(year if (month or 1) >= 11 else year - 1)
    if value.offset is None or month is None:
        return None
    if value.unit is Unit.MONTH:
        months = year * 12 + month - 1 + value.offset
        if value.edge in (Edge.END, Edge.BY_END):
            return last_day(months // 12, months % 12 + 1).isoformat()
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if day is None:
        return None
    return (date(year, month, day) + timedelta(days=value.offset)).isoformat()


def _parts(edtf: str) -> tuple[int, int | None, int | None]:
    """Year, month and day of ``2022``, ``2022-08`` or ``2022-08-31``."""
    numbers = [int(part) for part in edtf.split("/")[-1].split("-")]
    month = numbers[1] if len(numbers) > 1 else None
    day = numbers[2] if len(numbers) > 2 else None
    return numbers[0], month, day

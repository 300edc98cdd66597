"""Ranges of days: ``26-27/9``, ``09 và 10/4``, ``từ ngày 30-11 đến 2-12``."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.mentions.dates.days import DAY, is_announced
from extract.mentions.dates.value import DateValue, Shape, is_day
from extract.mentions.dates.words import YEAR
from extract.mentions.rule import Rule

Match = re.Match[str]


def _range(sure: bool) -> Callable[[Match], DateValue | None]:
    """Read ``26-27/9`` and ``24/9 - 26/10``; ``sure`` forms need no word before them."""

    def read(match: Match) -> DateValue | None:
        first, last = int(match["day"]), int(match["last"])
        month_end = int(match["month"])
        own = match.groupdict().get("own")
        month = int(own) if own else month_end
        year = int(match["year"]) if match["year"] else None
        if not (is_day(first, month) and is_day(last, month_end, year)):
            return None
        if month == month_end and first >= last:
            return None
        if not sure and year is None and not is_announced(match, "-"):
            return None
        begins = year - 1 if year and month > month_end else year
        return DateValue(Shape.DAY_RANGE, first, month, begins, last, month_end, year)

    return read


_TO = r" ?(?:-|đến(?: ngày)?|tới) ?"

RULES: tuple[Rule[DateValue], ...] = (
    Rule(
        "date.day_range",
        re.compile(
            rf"{DAY} ?(?:-|và|,|đến(?: ngày)?|tới) ?(?P<last>\d\d?)"
            rf"(?:[/.]| tháng )(?P<month>\d\d?)(?!\d|\.\d)(?:(?:[/.]| năm ){YEAR}(?!\d))?"
        ),
        _range(sure=False),
        "Days that share a month.",
        (
            ("Trong 2 ngày 26-27/9", DateValue(Shape.DAY_RANGE, 26, 9, None, 27, 9)),
            ("(24-25/11/2021)", DateValue(Shape.DAY_RANGE, 24, 11, 2021, 25, 11, 2021)),
            ("từ ngày 22-25/4/2021", DateValue(Shape.DAY_RANGE, 22, 4, 2021, 25, 4, 2021)),
            ("từ ngày 25 đến 28/11", DateValue(Shape.DAY_RANGE, 25, 11, None, 28, 11)),
            (
                "từ ngày 9 đến 12 tháng 11 năm 2023",
                DateValue(Shape.DAY_RANGE, 9, 11, 2023, 12, 11, 2023),
            ),
            ("chiều nay (11 – 12/7)", DateValue(Shape.DAY_RANGE, 11, 7, None, 12, 7)),
        ),
        ("có 3-4/9 huyện", "ngày 27-26/9", "từ 3 đến 4/10 xã"),
    ),
    Rule(
        "date.day_range_two_months",
        re.compile(
            rf"{DAY}(?P<sign>[/.-])(?P<own>\d\d?){_TO}(?P<last>\d\d?)(?P=sign)"
            rf"(?P<month>\d\d?)(?!\d)(?:(?P=sign){YEAR}(?!\d))?"
        ),
        _range(sure=True),
        "Two days, each with its month.",
        (
            ("Từ ngày 30-11 đến 2-12", DateValue(Shape.DAY_RANGE, 30, 11, None, 2, 12)),
            ("20/12-23/12/2025", DateValue(Shape.DAY_RANGE, 20, 12, 2025, 23, 12, 2025)),
            ("(24/9 - 26/10)", DateValue(Shape.DAY_RANGE, 24, 9, None, 26, 10)),
            ("từ 28/12 đến 5/1/2022", DateValue(Shape.DAY_RANGE, 28, 12, 2021, 5, 1, 2022)),
        ),
        ("từ 8/30 đến 9/30 quận", "tăng từ 12/9 đến 5/9"),
    ),
)

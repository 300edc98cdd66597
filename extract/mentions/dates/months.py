"""Months, quarters and runs of months: ``tháng 8/2022``, ``quý II``, ``6 tháng đầu năm``."""

from __future__ import annotations

import re

from extract.mentions.dates.value import DateValue, Shape, Unit
from extract.mentions.dates.words import (
    COUNT_WORDS,
    MONTH_NAME,
    MONTHS,
    RELATIVE_YEAR,
    YEAR,
    before,
    is_lunar_month,
    is_numbered,
    year_offset,
)
from extract.mentions.rule import Rule

Match = re.Match[str]

# A month told in words needs a sign that it is one: "ba tháng ba lần" has none.
_MONTH_SIGN = re.compile(
    r"(?:^|[\n.;:(\"]|(?<!\w)(?:giữa|đầu|cuối|hết|trong|vào|hồi|từ|đến|tới|trước|sau|qua|sang)) ?$"
)
# "ngày 31 tháng 4" is a slip of the day; its month is no better.
_AFTER_DAY = re.compile(r"(?:ngày|mùng|mồng)\s?\d{1,2}\s{0,3}$")

# "tháng 9 tới" lies after the page; "tháng 9 tới nay" and "từ tháng 9 tới tháng 11" do not.
_COMING = re.compile(r" (?:sắp )?tới(?= ?(?:[,.;:)\n]|$)| (?:đây|sẽ|tỉnh|huyện|xã|tại))")


def _year_of(match: Match) -> tuple[int | None, Unit | None, int | None]:
    """(year, unit, offset) of an optional printed or relative year."""
    groups = match.groupdict()
    offset = year_offset(groups.get("relative"))
    year = groups.get("year")
    return int(year) if year else None, None if offset is None else Unit.YEAR, offset


def _month(match: Match) -> DateValue | None:
    name = match["month"]
    number = MONTHS.get(name) or int(name)
    year, unit, offset = _year_of(match)
    if not 1 <= number <= 12 or _AFTER_DAY.search(before(match)):
        return None
    if name in MONTHS and not _is_month_name(match, name, year):
        return None
    if year is None and offset is None and _COMING.match(match.string, match.end()):
        unit, offset = Unit.MONTH, 1
    return DateValue(
        Shape.MONTH, month=number, year=year, unit=unit, offset=offset, lunar=is_lunar_month(name)
    )


def _is_month_name(match: Match, name: str, year: int | None) -> bool:
    """Whether a month in words is one; "tháng năm" and "tháng hai" read otherwise too."""
    if is_lunar_month(name) or (year is not None and name != "năm"):
        return True
    ends = match.string[match.end() : match.end() + 1] in ("", ",", ".", ";", ")", "\n", ":")
    return bool(_MONTH_SIGN.search(before(match))) and (ends or name != "năm")


def _bare_month(match: Match) -> DateValue | None:
    month = int(match["month"])
    if not 1 <= month <= 12 or is_numbered(match):
        return None
    return DateValue(Shape.MONTH, month=month, year=int(match["year"]))


_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _quarter(match: Match) -> DateValue:
    number = _ROMAN[match["quarter"]]
    year, unit, offset = _year_of(match)
    last = 3 * number
    return DateValue(
        Shape.QUARTER, None, last - 2, year, None, last, year, unit=unit, offset=offset
    )


def _months(match: Match) -> DateValue | None:
    """Read so many months at one end of a year: "10 tháng năm 2023", "6 tháng đầu năm"."""
    count = COUNT_WORDS.get(match["count"]) or int(match["count"])
    year, unit, offset = _year_of(match)
    part = match["part"]
    if not 1 <= count <= 12 or (part is None and year is None and offset is None):
        return None
    if year is None and offset is None:
        unit = Unit.YEAR
    first, last = (13 - count, 12) if part == "cuối" else (1, count)
    return DateValue(
        Shape.MONTH_RANGE, None, first, year, None, last, year, unit=unit, offset=offset
    )


def _month_range(match: Match) -> DateValue | None:
    first, last = int(match["first"]), int(match["month"])
    if not 1 <= first < last <= 12:
        return None
    year, unit, offset = _year_of(match)
    return DateValue(
        Shape.MONTH_RANGE, None, first, year, None, last, year, unit=unit, offset=offset
    )


def _months_past(match: Match) -> DateValue | None:
    """Read the first months of the year that the page stands in: "Trong chín tháng, …"."""
    half = match.groupdict().get("half")
    count = 6 if half else COUNT_WORDS.get(match["count"]) or int(match["count"])
    if count not in (3, 6, 9, 10, 11):
        return None
    return DateValue(Shape.MONTH_RANGE, None, 1, None, None, count, unit=Unit.YEAR)


RULES: tuple[Rule[DateValue], ...] = (
    Rule(
        "date.month",
        re.compile(
            rf"tháng ?(?P<month>\d\d?(?!\d|[.,]\d)|{MONTH_NAME})(?!\w)"
            rf"(?:(?: ?[/.-] ?|,? (?:tháng )?(?:năm )?){YEAR}(?!\d)|,? {RELATIVE_YEAR})?"
        ),
        _month,
        "A month, with or without its year; also the garbled 'tháng 10 tháng năm 2023'.",
        (
            ("đến hết tháng 8/2022", DateValue(Shape.MONTH, month=8, year=2022)),
            ("tính đến hết tháng 9 năm 2025", DateValue(Shape.MONTH, month=9, year=2025)),
            ("tính đến hết tháng 10 tháng năm 2023", DateValue(Shape.MONTH, month=10, year=2023)),
            ("Trước tháng 8", DateValue(Shape.MONTH, month=8)),
            ("Tháng 9 tới, tỉnh sẽ", DateValue(Shape.MONTH, month=9, unit=Unit.MONTH, offset=1)),
            ("Hết tháng Chín, chưa", DateValue(Shape.MONTH, month=9)),
            ("Giữa tháng Năm, gió Lào", DateValue(Shape.MONTH, month=5)),
            ("Tháng Giêng, xưởng", DateValue(Shape.MONTH, month=1, lunar=True)),
            (
                "cuối tháng 12 năm ngoái",
                DateValue(Shape.MONTH, month=12, unit=Unit.YEAR, offset=-1),
            ),
        ),
        ("tháng 13", "36 tháng.", "ngày 31 tháng 4", "ba tháng ba lần", "hàng tháng năm nào"),
        ("tháng",),
    ),
    Rule(
        "date.month_bare",
        re.compile(rf"(?P<month>\d(?<![\d/.,-]\d)\d?)/{YEAR}(?!\d|/|-)"),
        _bare_month,
        "Month and year without the word tháng.",
        (("(tháng thứ hai, 10/2020)", DateValue(Shape.MONTH, month=10, year=2020)),),
        ("07/2021/NQ-HĐND", "đợt 2/2020", "16/6/2020", "13/2020", "quý 2/2023"),
    ),
    Rule(
        "date.month_range",
        re.compile(
            r"tháng (?P<first>\d\d?) ?(?:-|đến|tới|và|,) ?(?:hết )?(?:tháng )?"
            r"(?P<month>\d\d?(?!\d))"
            rf"(?:(?: ?[/.-] ?|,? năm ){YEAR}(?!\d)| {RELATIVE_YEAR})"
        ),
        _month_range,
        "Months of one year from one to another.",
        (
            (
                "từ tháng 3 đến tháng 6/2022",
                DateValue(Shape.MONTH_RANGE, None, 3, 2022, None, 6, 2022),
            ),
            ("tháng 7-8/2023", DateValue(Shape.MONTH_RANGE, None, 7, 2023, None, 8, 2023)),
        ),
        ("tháng 7, 15 sản phẩm", "tháng 8-7/2023"),
        ("tháng",),
    ),
    Rule(
        "date.months",
        re.compile(
            rf"(?P<count>\d(?<!\d\d)\d?|{MONTH_NAME}|bốn)\s?tháng "
            r"(?:(?P<part>đầu|cuối) )?(?:của )?"
            rf"(?:năm {YEAR}(?!\d)|{RELATIVE_YEAR}|năm(?!\w))"
        ),
        _months,
        "A flow over the first or last months of a year.",
        (
            (
                "trong 6 tháng đầu năm 2024",
                DateValue(Shape.MONTH_RANGE, None, 1, 2024, None, 6, 2024),
            ),
            ("qua 10 tháng năm 2023", DateValue(Shape.MONTH_RANGE, None, 1, 2023, None, 10, 2023)),
            (
                "Sáu tháng cuối năm, thành phố",
                DateValue(Shape.MONTH_RANGE, None, 7, None, None, 12, unit=Unit.YEAR),
            ),
        ),
        ("36 tháng năm 2023", "sau 6 tháng năm"),
        ("tháng đầu ", "tháng cuối ", "tháng của ", "tháng năm"),
    ),
    Rule(
        "date.months_past",
        re.compile(
            r"(?<!\w)(?:"
            r"(?:(?<=trong )|(?<=qua )|(?<=kết )|(?<=kết quả )|(?<=\n)|(?<=^)|(?<=\. )|(?<=[;:] ))"
            rf"(?P<count>\d(?<!\d\d)\d?|{MONTH_NAME})\s?tháng(?= ?(?:[,.:;)\n]|$)"
            r"| về (?:chương|kết|thực|công))"
            r"|(?:(?<=trong )|(?<=qua )|(?<=\n)|(?<=^)|(?<=\. ))(?P<half>nửa năm)(?= ?[,.:;\n]))"
        ),
        _months_past,
        "Months since January, as reports on a quarter, half a year, nine or ten months say it.",
        (
            (
                "Trong chín tháng, tỉnh công nhận lại",
                DateValue(Shape.MONTH_RANGE, None, 1, None, None, 9, unit=Unit.YEAR),
            ),
            (
                "Nửa năm, tỉnh thêm 8 sản phẩm",
                DateValue(Shape.MONTH_RANGE, None, 1, None, None, 6, unit=Unit.YEAR),
            ),
        ),
        ("có giá trị 36 tháng.", "trong 2 tháng, tổ thẩm định", "sau 6 tháng,", "gia hạn 06 tháng"),
        ("tháng", "nửa năm"),
    ),
    Rule(
        "date.quarter",
        re.compile(
            rf"quý (?P<quarter>iv|i{{1,3}}|[1-4])(?!\w)"
            rf"(?:(?: ?[/-] ?|,? năm ){YEAR}(?!\d)|,? {RELATIVE_YEAR})?"
        ),
        _quarter,
        "Quarters, mostly with Roman numbers.",
        (
            ("quý II/2023", DateValue(Shape.QUARTER, None, 4, 2023, None, 6, 2023)),
            ("quý IV", DateValue(Shape.QUARTER, None, 10, None, None, 12)),
            (
                "Quý I năm nay",
                DateValue(Shape.QUARTER, None, 1, None, None, 3, unit=Unit.YEAR, offset=0),
            ),
        ),
        ("Mời quý vị", "mỗi quý 01 lần"),
        ("quý",),
    ),
)

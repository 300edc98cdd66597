"""Days: ``16/6``, ``7.5.2018``, ``30-3-2020``, ``ngày 08 tháng 5 năm 2020``.

A day without a year looks like a fraction (``8/30 quận``), a score (``70/100``) or a
range of stars (``3-4 sao``), so it needs a word before it that announces a day.
"""

from __future__ import annotations

import re

from extract.mentions.dates.value import DateValue, Shape, Unit, is_day
from extract.mentions.dates.words import (
    MONTH_NAME,
    MONTHS,
    NOT_COUNTED,
    RELATIVE_YEAR,
    YEAR,
    before,
    is_lunar_month,
    year_offset,
)
from extract.mentions.rule import Rule

Match = re.Match[str]

# Words right before a day of the month. The first kind leaves no doubt; after the second
# kind a count may stand as well ("đến 8/9 huyện"), so the words behind decide.
_ANNOUNCED = re.compile(
    r"(?:ngày|sáng|chiều|tối|trưa|đêm|hôm|bữa|mùng|mồng|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])"
    r"|chủ nhật|(?:hôm|sáng|chiều|tối|trưa|đêm|ngày|tuần) (?:nay|qua|này|rồi|mai))(?: qua)?"
    r" ?[:,(]? ?(?:ngày ?)?$"
)
_PERHAPS = re.compile(
    r"(?<!\w)(?:đến|tới|từ|trước|thời điểm|hồi|ký|vào|chốt|hạn|dịp|cập nhật|mốc|họp|phiên"
    r"|(?:chốt|điểm|lúc|mốc|liệu|kê) tại)(?: (?:hết|cuối))? $"
)
# "(28/12)" in brackets: a share never has more parts than the whole, and no zero first.
_BRACKETED = re.compile(
    r"[(\[](?:(?:tại|ngày|từ|sáng|chiều|tối|tính|kỳ|mốc|thời điểm|(?:theo )?(?:số liệu|báo cáo|"
    r"thống kê)) ){0,2}$|[(\[]\d\d?/\d\d? và $"
)
# What ends such a day: the bracket, a pause, another day; never the noun of a share.
_BRACKET_GOES_ON = re.compile(
    r"[)\],;:]| (?:và \d\d?/\d\d?[)\],]|vừa qua|vừa rồi|hằng năm|hàng năm)"
)
_TOMORROW = re.compile(r" mai,? ?\(?(?:ngày )?$")
# ", 30/6 và 2/7" goes on with a list of days.
_LISTED = re.compile(r"(?:ngày|sáng|chiều|tối) ?(?:\d\d?/\d\d?, ){0,6}\d\d?/\d\d?(?:,| và|, và) $")


def is_announced(match: Match, sign: str) -> bool:
    """Tell whether the words around say that ``d/m`` is a day and no fraction or range."""
    words = before(match, 44)
    if _ANNOUNCED.search(words) or (sign == "/" and _LISTED.search(words)):
        return True
    if sign == "/" and _is_bracketed(match, words, sign):
        return True
    counts = NOT_COUNTED.match(match.string, match.end())
    return sign != "-" and bool(_PERHAPS.search(words)) and counts is None


def _is_bracketed(match: Match, words: str, sign: str) -> bool:
    """Whether ``(28/12)`` opens brackets and can be neither a share nor a range."""
    if not (_BRACKETED.search(words) and _BRACKET_GOES_ON.match(match.string, match.end())):
        return False
    day, month = match["day"], match["month"]
    padded = day.startswith("0") or month.startswith("0")
    falls = int(day) > int(month)
    told = not words.endswith(("(", "[", "và "))
    return falls or (sign == "/" and (padded or told))


def _full(match: Match) -> DateValue | None:
    day, month, year = (int(match[name]) for name in ("day", "month", "year"))
    return DateValue(Shape.DAY, day, month, year) if is_day(day, month, year) else None


def _short(match: Match) -> DateValue | None:
    day, month = int(match["day"]), int(match["month"])
    sign = match["sign"]
    falls = sign == "-" and _is_bracketed(match, before(match, 44), sign)
    if not is_day(day, month) or not (falls or is_announced(match, sign)):
        return None
    if _TOMORROW.search(before(match)):
        return DateValue(Shape.DAY, day, month, unit=Unit.DAY, offset=1)
    return DateValue(Shape.DAY, day, month)


def _two_digit_year(match: Match) -> DateValue | None:
    day, month, year = int(match["day"]), int(match["month"]), 2000 + int(match["two"])
    if not is_day(day, month, year) or not is_announced(match, match["sign"]):
        return None
    return DateValue(Shape.DAY, day, month, year)


def _slip(match: Match) -> DateValue | None:
    day, month = int(match["day"]), int(match["month"])
    return DateValue(Shape.DAY, day, month) if is_day(day, month) else None


def _in_words(match: Match) -> DateValue | None:
    day, name, year = int(match["day"]), match["month"], match["year"]
    month = MONTHS.get(name) or int(name)
    offset = year_offset(match["relative"])
    lunar = is_lunar_month(name)
    # "10 tháng năm 2023" is ten months; May has a comma or a second "năm".
    if name == "năm" and year and not (match["link"] or "").strip():
        return None
    if year is None and offset is None and not _ANNOUNCED.search(before(match)):
        return None
    if not is_day(day, month, int(year) if year else None):
        return None
    return DateValue(
        Shape.DAY,
        day,
        month,
        int(year) if year else None,
        unit=None if offset is None else Unit.YEAR,
        offset=offset,
        lunar=lunar,
    )


_ENGLISH_NAMES = (
    "january february march april may june july august september october november december"
)
_ENGLISH = {name: number for number, name in enumerate(_ENGLISH_NAMES.split(), 1)}


def _english(match: Match) -> DateValue | None:
    month, year = _ENGLISH[match["month"]], int(match["year"])
    if match["day"] is None:
        return DateValue(Shape.MONTH, month=month, year=year)
    day = int(match["day"])
    return DateValue(Shape.DAY, day, month, year) if is_day(day, month, year) else None


def _iso(match: Match) -> DateValue | None:
    return _full(match)


# ── Rules ────────────────────────────────────────────────────────────────────────────

# A digit that no digit, point or slash stands before. Written behind the digit, so that
# the search can jump from digit to digit.
DAY = r"(?P<day>\d(?<![\d/.]\d)\d?)"

_D = Shape.DAY
RULES: tuple[Rule[DateValue], ...] = (
    Rule(
        "date.day",
        re.compile(rf"{DAY}(?: ?(?P<sign>[/-]) ?(?P<month>\d\d?) ?(?P=sign) ?){YEAR}(?!\d|/\d)"),
        _full,
        "Day, month, year with slashes or dashes, also with blanks round them.",
        (
            ("ngày 07/5/2018 của Thủ tướng", DateValue(_D, 7, 5, 2018)),
            ("Ngày 30-3-2020, UBND tỉnh", DateValue(_D, 30, 3, 2020)),
            ("ngày 06 / 7 /2005", DateValue(_D, 6, 7, 2005)),
            ("Đăng ngày 13 - 01 - 2023", DateValue(_D, 13, 1, 2023)),
            ("Ngày4/2/2020", DateValue(_D, 4, 2, 2020)),
        ),
        ("ngày 31/02/2021", "ngày 29/2/2023", "57/2018/NĐ-CP", "0912-345-2020", "12/20/2021"),
    ),
    Rule(
        "date.day_dotted",
        re.compile(rf"{DAY}\.(?P<month>\d\d?)\.{YEAR}(?!\d|\.\d)"),
        _full,
        "Dotted dates are the style of several newspapers.",
        (
            ("ngày 7.5.2018", DateValue(_D, 7, 5, 2018)),
            ("Thứ 6, 24.06.2022 | 14:37:09", DateValue(_D, 24, 6, 2022)),
        ),
        ("1.2.2020.5", "30.13.2020", "đạt 12.500.2020"),
    ),
    Rule(
        "date.day_iso",
        re.compile(r"(?P<year>20(?<!\d20)[0-4]\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
        _full,
        "Year first, as content systems print it (ISO 8601).",
        (("2022-01-28", DateValue(_D, 28, 1, 2022)),),
        ("2022-13-28", "giai đoạn 2018-2020"),
    ),
    Rule(
        "date.day_short",
        re.compile(rf"{DAY}(?P<sign>[/.-])(?P<month>\d\d?)(?!\d|(?P=sign)\d|,\d|%| ?[/-] ?20\d\d)"),
        _short,
        "A day without a year, announced by a word: the style of daily news.",
        (
            ("Ngày16/6, UBND tỉnh", DateValue(_D, 16, 6)),
            ("Ngày 12.12 Bộ", DateValue(_D, 12, 12)),
            ("Sáng 6-11, tại", DateValue(_D, 6, 11)),
            ("Sáng ngày 20/9", DateValue(_D, 20, 9)),
            ("Sáng nay (16/6), Sở", DateValue(_D, 16, 6)),
            ("vào tối mai, ngày 2/2", DateValue(_D, 2, 2, unit=Unit.DAY, offset=1)),
            ("công bố hôm qua, 5-2.", DateValue(_D, 5, 2)),
            ("Tính đến hôm nay (19.1)", DateValue(_D, 19, 1)),
            ("(được tổ chức từ 20.12)", DateValue(_D, 20, 12)),
            ("đến thời điểm 30/6, tỉnh", DateValue(_D, 30, 6)),
            ("số liệu chốt tại 30/6", DateValue(_D, 30, 6)),
            ("trao giấy cho 42 sản phẩm (28/12).", DateValue(_D, 28, 12)),
            ("Quyết định số 2214/QĐ-UBND (07/10)", DateValue(_D, 7, 10)),
            ("có 46 sản phẩm còn hạn (30/6, theo Chi cục)", DateValue(_D, 30, 6)),
            ("có 46 sản phẩm còn hạn [số liệu 30/6]", DateValue(_D, 30, 6)),
            ("khai mạc chợ phiên (26-8)", DateValue(_D, 26, 8)),
        ),
        (
            "hôm nay mới 8/30 quận",
            "đến nay 22/23 sản phẩm",
            "70/100 điểm",
            "từ 3-4 sản phẩm",
            "hạng 3-4 sao",
            "đến 7/10 huyện",
            "số xã có sản phẩm (7/10)",
            "nhiều huyện chưa có (9/5 sản phẩm)",
            "từ ba đến bốn sao (3-4)",
            "chấm lại hai mẫu (80/12)",
            "họp 8/9 đơn vị",
            "ngày 31/4",
            "tăng từ 1.5 lần",
            "ngày 1/2/20",
        ),
    ),
    Rule(
        "date.day_two_digit_year",
        re.compile(
            rf"{DAY}(?P<sign>[/.-])(?P<month>\d\d?)(?P=sign)(?P<two>1[5-9]|2\d|3[0-5])(?!\d)"
        ),
        _two_digit_year,
        "A year of two digits, in the years that the programme can have.",
        (("tính đến 31/12/22, tỉnh", DateValue(_D, 31, 12, 2022)),),
        ("đạt 3/12/22 điểm", "ngày 31/13/22", "ngày 1/2/99"),
    ),
    Rule(
        "date.day_slip",
        re.compile(rf"{DAY}(?P<sign>[/.-])(?P<month>\d\d?)(?P=sign)20\d(?!\d)"),
        _slip,
        "A year that lost a digit: the day stands, the year is unknown.",
        (("Chiều 22/05/202, tại", DateValue(_D, 22, 5)),),
        ("22/05/2020", "32/05/202"),
    ),
    Rule(
        "date.day_in_words",
        re.compile(
            rf"{DAY}\s{{0,3}}tháng\s{{0,3}}(?P<month>\d\d?(?!\d)|{MONTH_NAME})(?!\w)"
            rf"(?:(?P<link>\s{{0,2}},?\s{{0,3}}(?:năm\s{{0,3}})?){YEAR}(?!\d)|\s{RELATIVE_YEAR})?"
        ),
        _in_words,
        "The form of Nghị định 30/2020/NĐ-CP, Appendix I; may be split over lines.",
        (
            ("Hà Tĩnh, ngày 01 tháng 11 năm 2018", DateValue(_D, 1, 11, 2018)),
            ("ngày 08\ntháng 5\nnăm 2020", DateValue(_D, 8, 5, 2020)),
            ("Thứ hai, 07 Tháng 9 2020 09:15", DateValue(_D, 7, 9, 2020)),
            ("11 Tháng Năm, 2023 - by", DateValue(_D, 11, 5, 2023)),
            ("ngày 15 tháng 8,", DateValue(_D, 15, 8)),
            ("mùng 6 tháng Giêng", DateValue(_D, 6, 1, lunar=True)),
        ),
        ("trong 36 tháng 5 lần", "ngày 31 tháng 2 năm 2021", "10 tháng năm 2023"),
        ("tháng",),
    ),
    Rule(
        "date.english",
        re.compile(
            rf"(?P<month>{'|'.join(_ENGLISH)})(?: (?P<day>\d\d?),)? (?P<year>20[0-4]\d)(?!\d)"
        ),
        _english,
        "English versions of portals; only with a year, because may is a Vietnamese word.",
        (
            ("dated July 6, 2025", DateValue(_D, 6, 7, 2025)),
            ("As of February 2025", DateValue(Shape.MONTH, month=2, year=2025)),
        ),
        ("may 10 áo", "June 31, 2025"),
        tuple(_ENGLISH),
    ),
)

"""Times told from the day of the page ("đến nay", "hôm qua"), durations and clock times.

Durations ("sau 3 năm", "36 tháng") and times of day are no dates; they are found so that
their digits are explained.
"""

from __future__ import annotations

import re

from extract.mentions.dates.value import DateValue, Shape, TimeRole, Unit
from extract.mentions.dates.words import MONTH_NAME
from extract.mentions.rule import Rule

Match = re.Match[str]


def _now(_: Match) -> DateValue:
    return DateValue(Shape.NOW, role=TimeRole.AS_OF)


_DAYS = {"nay": 0, "qua": -1, "kia": -2, "mai": 1}


def _relative_day(match: Match) -> DateValue:
    offset = _DAYS[match["day"]]
    return DateValue(Shape.RELATIVE, role=TimeRole.EVENT, unit=Unit.DAY, offset=offset)


_SOON = {"này": 0, "nay": 0, "trước": -1, "tới": 1, "sau": 1}
_MANY = re.compile(r"(?:\d|các|những|mấy|vài|nhiều|hai|ba|bốn|năm|sáu|chín|mười|mỗi|hằng|hàng) $")


def _relative_month(match: Match) -> DateValue | None:
    start = match.start()
    if _MANY.search(match.string[max(0, start - 8) : start]):
        return None
    offset = _SOON.get(match["which"])
    return DateValue(Shape.RELATIVE, role=TimeRole.PERIOD, unit=Unit.MONTH, offset=offset)


def _past_year(match: Match) -> DateValue | None:
    start = match.start()
    if _MANY.search(match.string[max(0, start - 8) : start]):
        return None
    return DateValue(Shape.RELATIVE, role=TimeRole.PERIOD, unit=Unit.YEAR)


def _lately(_: Match) -> DateValue:
    return DateValue(Shape.RELATIVE, role=TimeRole.EVENT)


def _coming(_: Match) -> DateValue:
    return DateValue(Shape.RELATIVE, role=TimeRole.DEADLINE)


def _duration(match: Match) -> DateValue | None:
    start = match.start()
    if match.string[max(0, start - 6) : start].endswith("tháng "):
        return None
    return DateValue(Shape.DURATION, role=TimeRole.DURATION)


def _time(match: Match) -> DateValue | None:
    hour, minute = int(match["hour"]), int(match["minute"] or match["more"] or 0)
    if hour > 24 or minute > 59:
        return None
    return DateValue(Shape.TIME, role=TimeRole.CLOCK)


_NOW = DateValue(Shape.NOW, role=TimeRole.AS_OF)
_AFTER_LENGTH = ("qua", "nay", "liền", "liên tiếp", "làm", "thực hiện", "triển khai", "sau")
_LENGTH = DateValue(Shape.DURATION, role=TimeRole.DURATION)
_CLOCK = DateValue(Shape.TIME, role=TimeRole.CLOCK)


def _day_value(offset: int) -> DateValue:
    return DateValue(Shape.RELATIVE, role=TimeRole.EVENT, unit=Unit.DAY, offset=offset)


def _month_value(offset: int | None) -> DateValue:
    return DateValue(Shape.RELATIVE, role=TimeRole.PERIOD, unit=Unit.MONTH, offset=offset)


RULES: tuple[Rule[DateValue], ...] = (
    Rule(
        "date.to_now",
        re.compile(
            r"(?:đến|tới) (?:hết )?(?:nay|giờ(?! \d)|bây giờ|(?:thời điểm|ngày) báo cáo"
            r"|(?:(?:thời điểm|lúc) )?(?:này|hiện tại|hiện nay))(?!\w)"
        ),
        _now,
        "The usual words of a stock: 'đến nay', 'đến thời điểm này'.",
        (
            ("Tính đến nay, toàn tỉnh", _NOW),
            ("đến thời điểm này toàn tỉnh có", _NOW),
            ("Tính đến thời điểm hiện tại", _NOW),
            ("tới nay có 69 sản phẩm", _NOW),
        ),
        ("đến năm nay", "đến nhà", "mới 8/30 quận"),
        ("đến ", "tới "),
    ),
    Rule(
        "date.now",
        re.compile(
            r"hiện(?<!\whiện)(?<!(?:thực|phát|xuất|biểu) hiện)(?<!(?:cải|tái|thể|ước|tìm) hiện)"
            r"(?! (?:đại|thực|vật|hữu|trường|tượng|hành|diện|thân|hình))"
            r"(?: nay| tại| giờ| đang có| đang| đã có| mới có| còn có| còn| có)?(?!\w)"
        ),
        _now,
        "'hiện', 'hiện nay', 'hiện có' as an adverb, not inside another word.",
        (
            ("Hiện, toàn tỉnh có 48 sản phẩm", _NOW),
            ("tỉnh hiện có 142 sản phẩm", _NOW),
            ("hiện đang có", _NOW),
            ("Hiện nay", _NOW),
        ),
        ("thực hiện", "hiện đại", "phát hiện", "thể hiện", "hiện vật"),
        ("hiện",),
    ),
    Rule(
        "date.this_moment",
        re.compile(r"(?:(?:thời điểm|lúc) (?:này|hiện tại|hiện nay)|bây giờ|giờ đây)(?!\w)"),
        _now,
        "The moment of writing.",
        (("cả nước lúc này có trên 13.000 sản phẩm", _NOW),),
        ("cùng thời điểm", "lúc 8 giờ"),
        ("lúc này", "lúc hiện", "thời điểm này", "thời điểm hiện", "bây giờ", "giờ đây"),
    ),
    Rule(
        "date.now_alone",
        re.compile(
            r"(?:^|[\n.,;:(] ?|\d )(?P<span>nay)"
            r"(?= (?:đã|toàn|tỉnh|huyện|xã|thành phố|cả|có|lên)(?!\w))"
        ),
        _now,
        "'nay' at the head of a clause, or after the year it is set against.",
        (
            ("ba sao), nay toàn tỉnh có 60 sản phẩm", _NOW),
            ("5 sản phẩm cuối năm 2022 nay đã có 14", _NOW),
        ),
        ("năm nay tỉnh có", "từ nay tỉnh có", "xưa nay"),
        ("nay ",),
    ),
    Rule(
        "date.relative_day",
        re.compile(r"(?:hôm|sáng|trưa|chiều|tối|đêm|ngày) (?P<day>nay|qua|kia|mai)(?!\w)"),
        _relative_day,
        "Days told from the day of the page.",
        (
            ("Sáng nay (2/2), Sở", _day_value(0)),
            ("công bố hôm qua, 5-2", _day_value(-1)),
            ("vào tối mai", _day_value(1)),
        ),
        ("năm nay", "đến nay"),
        (" nay", " qua", " kia", " mai"),
    ),
    Rule(
        "date.relative_month",
        re.compile(r"tháng(?<!\wtháng) (?P<which>này|trước|qua|vừa qua|tới|sau)(?!\w)"),
        _relative_month,
        "Months told from the day of the page; 'hai tháng qua' is a duration.",
        (
            ("trong tháng này", _month_value(0)),
            ("Tháng qua, tỉnh", _month_value(None)),
            ("tháng trước", _month_value(-1)),
        ),
        ("hai tháng qua", "5 tháng sau", "các tháng trước"),
        ("tháng ",),
    ),
    Rule(
        "date.past_year",
        re.compile(r"năm(?<!\wnăm) (?:vừa )?qua(?!\w)"),
        _past_year,
        "'trong năm qua': on a page of January the year before, in December this one.",
        (("trong năm qua", DateValue(Shape.RELATIVE, role=TimeRole.PERIOD, unit=Unit.YEAR)),),
        ("5 năm qua", "hai năm qua", "những năm qua"),
        ("năm ",),
    ),
    Rule(
        "date.lately",
        re.compile(r"(?:vừa qua|mới đây|vừa rồi|gần đây|thời gian qua)(?!\w)"),
        _lately,
        "A few weeks before the page at most; no day can be told.",
        (("Mới đây, UBND tỉnh", DateValue(Shape.RELATIVE, role=TimeRole.EVENT)),),
        ("vừa ký", "vừa quan trọng"),
        ("vừa ", "mới đây", "gần đây", "thời gian qua"),
    ),
    Rule(
        "date.coming",
        re.compile(r"(?:(?:thời gian|giai đoạn) tới|sắp tới|tới đây)(?!\w)"),
        _coming,
        "Some time after the page: what is counted there is a plan.",
        (("Trong thời gian tới", DateValue(Shape.RELATIVE, role=TimeRole.DEADLINE)),),
        ("thời gian qua",),
        (" tới", "tới đây"),
    ),
    Rule(
        "date.duration",
        re.compile(
            r"\d(?<![\d.,/-]\d)\d{0,2}(?: ?- ?\d{1,2})?\s?"
            r"(?:năm(?! ?\d)|tháng|tuần|ngày|giờ|phút|quý)(?!\w)"
        ),
        _duration,
        "A number of years, months or days.",
        (
            ("Sau gần 3 năm thực hiện", _LENGTH),
            ("có giá trị 36 tháng", _LENGTH),
            ("thời hạn 03 năm", _LENGTH),
        ),
        ("đợt 2 năm 2022", "1/2 năm", "36 sản phẩm"),
    ),
    Rule(
        "date.duration_in_words",
        re.compile(
            rf"(?:sau|qua|hơn|gần|trong|suốt|được|tròn) (?P<span>(?:{MONTH_NAME}|bốn|nửa) "
            r"(?:năm(?! \d)|tháng|tuần|ngày|quý))(?!\w)"
        ),
        _duration,
        "A duration in words, announced by a preposition.",
        (("Cộng dồn sau bốn năm, toàn tỉnh", _LENGTH),),
        ("hai năm 2020, 2021", "trong năm 2021"),
        ("năm", "tháng", "tuần", "ngày", "quý"),
    ),
    Rule(
        "date.duration_of_work",
        re.compile(
            rf"(?P<span>(?:{MONTH_NAME}|bốn)(?<!\d) (?:năm|tháng)) "
            rf"(?:{'|'.join(_AFTER_LENGTH)}|đầu(?! năm))(?!\w)"
        ),
        _duration,
        "A duration in words, known by what follows.",
        (("Sáu tháng qua, tỉnh công nhận", _LENGTH), ("kiểm toán ba năm liền", _LENGTH)),
        ("sáu tháng đầu năm", "tháng ba năm sau"),
        tuple(f"{unit} {word}" for unit in ("năm", "tháng") for word in (*_AFTER_LENGTH, "đầu")),
    ),
    Rule(
        "date.time",
        re.compile(
            r"(?P<hour>\d(?<![\d:.,/]\d)\d?)"
            r"(?::(?P<minute>\d\d?)(?!\d)(?::\d\d)?|(?: giờ|h)(?: ?(?P<more>\d\d))?(?!\w))"
            r"'?(?: ?(?:am|pm|sa|ch)(?!\w))?"
        ),
        _time,
        "Time of day, on site clocks and in sentences.",
        (
            ("Cập nhật lúc19:29", _CLOCK),
            ("08:09' - 22/09/2020", _CLOCK),
            ("4:12:33 PM", _CLOCK),
            ("15h30' ngày 05/12/2021", _CLOCK),
            ("lúc 8 giờ", _CLOCK),
        ),
        ("4 sao: 5, 3 sao: 17", "tỷ lệ 1:100", "99:99"),
        (":", "h", "giờ"),
    ),
)

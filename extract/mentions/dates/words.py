"""Words that date patterns share: names of months and years, units that rule dates out."""

from __future__ import annotations

import re

# Four digits that can be a year of the programme or of a law behind it.
YEAR = r"(?P<year>(?:19[89]|20[0-4])\d)"

MONTHS = {
    "giêng": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "chạp": 12,
}
MONTH_NAME = r"(?:mười một|mười hai|mười|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|chạp)"
COUNT_WORDS = {**MONTHS, "một": 1, "bốn": 4, "năm": 5}


def is_lunar_month(name: str) -> bool:
    """Giêng and Chạp are months of the lunar calendar: they straddle two of ours."""
    return name in ("giêng", "chạp")


RELATIVE_YEAR = r"(?P<relative>năm (?:nay|này|ngoái|trước|tới|sau))(?!\w)"
_OFFSETS = {"năm": 1, "nay": 0, "này": 0, "ngoái": -1, "trước": -1, "tới": 1, "sau": 1}


def year_offset(words: str | None) -> int | None:
    """Years from the publication: ``năm ngoái`` is -1, ``năm nay`` 0, ``năm tới`` 1."""
    return _OFFSETS[words.split()[-1]] if words else None


_ROUND = re.compile(r"(?<!\w)(?:đợt|lần|quý|kỳ|số|khóa|phiên)(?: thứ)? ?$")


def before(match: re.Match[str], width: int = 24) -> str:
    """The words before a match."""
    start = match.start()
    return match.string[max(0, start - width) : start]


def is_numbered(match: re.Match[str]) -> bool:
    """Whether the number belongs to a round or a paper: "đợt 2/2020", "số 2021"."""
    return bool(_ROUND.search(before(match)))


# What is counted, measured or shared out: a number before it is no date.
NOT_COUNTED = re.compile(
    r" ?(?:sao|sản phẩm|sp|chủ thể|huyện|xã|quận|phường|thôn|tỉnh|thành phố|thị xã|thị trấn|hộ|htx"
    r"|hợp tác xã|cơ sở|doanh nghiệp|mô hình|điểm|người|hồ sơ|đơn vị|đại biểu|thành viên"
    r"|phiếu|địa phương|ý kiến|chỉ tiêu|tiêu chí|lần(?! lượt)"
    r"|kg|ha|m2|tấn|tỷ|tỉ|triệu|đồng|nghìn|ngàn|%|\*)(?!\w)"
)

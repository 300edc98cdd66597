"""Date lines: the short lines of a page that say when it was published.

The shapes are those of Vietnamese papers and portals: ``Thứ Tư, 18/1/2023, 09:12
(GMT+7)``, ``Cập nhật: Thứ hai, 20/11/2023 | 4:09:09 PM``, ``Đăng ngày 13 - 01 - 2023``,
``07 Tháng 9 2020``, ``11 Tháng Năm, 2023``. Day first, always.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 2000, 2099
_MAX_LENGTH = 160

_MONTH_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6,
    "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
# "7 tháng năm 2025" are seven months of a year; only "7 Tháng Năm, 2025" is a day in May.
_WORDS = "|".join(sorted(_MONTH_WORDS.keys() - {"năm"}, key=len, reverse=True)) + r"|năm(?=\s?,)"
_DATE = re.compile(
    r"(?<![\d/.])(?P<day>\d{1,2})"
    r"(?:\s?[/.\-⁄]\s?(?P<month>\d{1,2})\s?[/.\-⁄]\s?"
    r"|,?\s+tháng\s+(?:(?P<month2>\d{1,2})|(?P<word>" + _WORDS + r"))\s?,?\s*(?:năm\s+)?)"
    r"(?P<year>20\d{2})(?![\d])",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(?P<year>20\d{2})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_TIME = re.compile(
    r"\d{1,2}\s?(?:[:hg]\s?\d{1,2})(?:\s?:\s?\d{1,2})?\s?['’]?(?:\s?(?:AM|PM|SA|CH)\b)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ\s+nhật|cn)(?=[\s,.|;\-–]|$)",
    re.IGNORECASE,
)
_ZONE = re.compile(r"[(\[]?\s?(?:gmt|utc)\s?[+-]?\s?0?\d?(?:[:.]?\d{2})?\s?[)\]]?", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:bài\s+|tin\s+)?(?:đăng(?!\s*k[ýí])|cập nhật|xuất bản|đăng tải|phát hành)"
    r"\s*(?:lúc|ngày|vào)?|"
    r"ngày\s+(?:đăng(?:\s+tin)?|cập nhật|xuất bản|phát hành|tạo)|thời gian\s+(?:đăng|cập nhật)|"
    r"published(?:\s+on)?|posted\s+on|submitted\s+by\s+\S+\s+on|last\s+(?:updated|modified)(?:\s+on)?)"
    r"\s*:?",
    re.IGNORECASE,
)
_REPRINT = re.compile(r"đăng lại|in lúc|in ngày|last\s+modified|truy cập lúc", re.IGNORECASE)
# What only the header of a site prints beside the date: these make it a clock.
_CLOCK = re.compile(
    r"hôm nay|today|hotline|đường dây nóng|rss|sơ đồ (?:cổng|site|trang)|sitemap|thời tiết|"
    r"liên hệ|hộp thư|tiếng việt|english|\bvi\b\s*\|\s*\ben\b|đăng nhập|đang xem:|người đang xem|"
    r"online|°\s?c\b|tỷ giá|tìm kiếm|in lúc|kính chào|chào mừng",
    re.IGNORECASE,
)
# Words beside a date that make the line speak of something else than itself.
_TELLS = re.compile(
    r"(?<![^\W\d_])(?:số|kèm|quyết định|kế hoạch|căn cứ|đến|tính|từ|trước|kỳ|đợt|quý|"
    r"tháng|năm|giai đoạn|nghị định|thông tư|nghị quyết|luật|công văn|tờ trình|chỉ thị|hướng dẫn|"
    r"thời điểm|số liệu|hạn|hết|nộp|"
    r"sản phẩm|sp|hạng|sáng|chiều|tối|trưa|hôm|chốt|họp|khai mạc|công nhận|ban hành)\b",
    re.IGNORECASE,
)
# "148/QĐ-TTg", "15/2017/NĐ-CP": the day of a numbered paper, often of a law that is cited.
_PAPER_NUMBER = re.compile(r"\d\s?/\s?(?:20\d\d\s?/\s?)?[A-ZĐ]{2,6}\d{0,2}(?![^\W\d_])")
# "4 | Mật ong | HTX … | 22/7/2024": a day in a table.
_TABLE_ROW = re.compile(r"\s*\|?\s*\d{1,3}\.?\s*\|(?!\s*\d{1,2}[:/])")
_SEPARATORS = re.compile(r"[\s|,;:.()\[\]/•·\-–—+✉▶►*]+")


class Strength(IntEnum):
    """How sure it is that a line with a date is a date line."""

    CLOCK = 0
    LOOSE = 1
    PLAIN = 2
    LABELLED = 3


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date found in a line: ISO day, how sure, and the text left besides it."""

    day: str
    strength: Strength
    rest: str
    timed: bool = False


def iso_day(year: int, month: int, day: int) -> str | None:
    """The day as ``YYYY-MM-DD``, or None when no calendar holds it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find_days(text: str) -> list[tuple[int, int, str]]:
    """Every full date of ``text`` as (start, end, ISO day); impossible days are left out."""
    found: list[tuple[int, int, str]] = []
    if "20" not in text:
        return found
    for pattern in (_DATE, _ISO):
        for match in pattern.finditer(text):
            day = _day_of(match)
            if day:
                found.append((match.start(), match.end(), day))
    return sorted(found)


def _day_of(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    month = groups.get("month") or groups.get("month2")
    number = int(month) if month else _MONTH_WORDS[str(groups["word"]).lower()]
    return iso_day(int(groups["year"]), number, int(groups["day"]))


@lru_cache(maxsize=1024)  # several questions are asked of each line, one after the other
def read_date_line(line: str) -> DateLine | None:
    """Read a line that mainly tells a date; None for prose, or when it holds several days.

    ``rest`` is what remains without date, time, weekday, zone and label: a byline, a
    view counter, the name of a section. A long rest means that the line is a sentence.
    """
    if "20" not in line or len(line) > _MAX_LENGTH or line.endswith(("...", "…")):
        return None
    days = find_days(line)
    if not days or len({day for _, _, day in days}) > 1:
        return None
    start, end, day = days[0]
    before, after = line[:start], line[end:]
    label = _LABEL.search(before)
    clock = bool(_CLOCK.search(line)) and not label
    timed = bool(_TIME.search(before) or _TIME.search(after))
    rest = _strip(before) + " " + _strip(after)
    if clock:
        return DateLine(day, Strength.CLOCK, rest.strip(), timed)
    other = bool(_REPRINT.search(line) or _TABLE_ROW.match(line))
    other = other or (not label and _PAPER_NUMBER.search(line) is not None)
    strength = Strength.LOOSE if other else _strength(before, rest, bool(label))
    return DateLine(day, strength, rest.strip(), timed)


_SMALL_WORD = re.compile(r"\b(?:ngày|lúc|vào|by|on)\b", re.IGNORECASE)


def _strip(part: str) -> str:
    for pattern in (_LABEL, _WEEKDAY, _ZONE, _TIME):
        part = pattern.sub(" ", part)
    part = _SMALL_WORD.sub(" ", part)
    return _SEPARATORS.sub(" ", part).strip()


def _strength(before: str, rest: str, label: bool) -> Strength:
    if label and len(_strip(before)) <= 40:
        return Strength.LABELLED
    if len(rest) <= 50 and not _TELLS.search(rest):
        return Strength.PLAIN
    return Strength.LOOSE

"""Times as portals print them beside an article, in Vietnam's time (UTC+7, no summer time).

The day comes first, always; what no calendar holds is no date; a time without a date, a
date without its year ("5/8") and words like "hôm nay" are not read. Where several days
stand in one text, the labels decide (``Ngày đăng`` before ``Cập nhật``), or nothing does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))
FIRST_YEAR, LAST_YEAR = 1997, 2099
"""Vietnam has been on the Internet since November 1997; 1970 is the zero of a clock."""
_MAX_LENGTH = 400

_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_ENGLISH = {
    name: number
    for number, month in enumerate(
        ["january", "february", "march", "april", "may", "june", "july", "august", "september",
         "october", "november", "december"], 1)
    for name in {month, month[:3]} | ({"sept"} if number == 9 else set())
}  # fmt: skip
_MONTHS = {**_WORDS, "năm": 5, **_ENGLISH}


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# "7 tháng năm 2025" are seven months of a year; only "7 Tháng Năm, 2025" is a day in May.
_WORD = rf"(?:{_longest_first(_WORDS)}|năm(?=\s?,))"
_NAME = rf"(?:{_longest_first(_ENGLISH)})"
_DATES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        # 08/01/2026, 08-01-2026, 08.01.2026, 13 - 01 - 2023
        r"(?<![\d/.])(?P<day>\d{1,2}) ?(?P<sep>[/.\-⁄]) ?(?P<month>\d{1,2}) ?(?P=sep) ?"
        r"(?P<year>\d{4})(?!\d)",
        # 2026-01-08, 2026/01/08
        r"(?<![\d/.])(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        # ngày 01 tháng 11 năm 2018, 11 Tháng Năm, 2023, 08 tháng 01, 2026
        rf"(?<![\d/.])(?P<day>\d{{1,2}}) ?,? tháng (?P<month>\d{{1,2}}|{_WORD})(?: ?[,/]? ?| )"
        r"(?:năm )?(?P<year>\d{4})(?!\d)",
        # Tháng Chín 12, 2025
        rf"tháng (?P<month>{_WORD}|năm) (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})(?!\d)",
        # 08 Jan 2026, Thu, 08-Jan-2026
        rf"(?<![\d/.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<month>{_NAME})\.?,?[ -]"
        r"(?P<year>\d{4})(?!\d)",
        # January 8, 2026
        rf"\b(?P<month>{_NAME})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})(?!\d)",
    )
)
_TIME = re.compile(
    r"(?<![\d:+])(?P<hour>[01]?\d|2[0-3]) ?(?:[:hg]|giờ) ?(?P<minute>[0-5]\d)(?![\d])"
    r"(?: ?: ?(?P<second>[0-5]\d)(?![\d])(?:[.,]\d{1,9})?)?(?: ?(?:phút|')(?!\w))?"
    r"(?: ?(?P<half>am|pm|sa|ch|sáng|trưa|chiều|tối)(?!\w))?"
    r"(?: ?(?P<z>z)(?!\w)| ?\(?(?P<zone>(?:gmt|utc) ?(?:[+-] ?\d{1,2}(?::?\d{2})?)?"
    r"|[+-]\d{2}:?\d{2}|[+-]\d{1,2}:\d{2})(?![\d/.-]))?",
    re.ASCII,
)
_SHIFT = re.compile(r"(?P<sign>[+-]) ?(?P<hours>\d{1,2}?):?(?P<minutes>\d{2})?$", re.ASCII)
_UPDATED = re.compile(r"cập nhật|chỉnh sửa|sửa (?:lúc|ngày)|updated|modified")
_PUBLISHED = re.compile(
    r"đăng (?:lúc|ngày|tải|bởi|tin)|(?:ngày|giờ|thời gian) (?:đăng|tạo|xuất bản)|xuất bản|đăng:"
    r"|phát hành|published|posted|created"
)
_BESIDE = re.compile(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|t[2-7]|cn|ngày|lúc|vào|tin|bài|viết"
    r"|đăng|tải|cập nhật|xuất bản|thời gian|gmt|utc|am|pm|sa|ch|giờ|phút|năm|tháng|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)(?!\w)|[\W\d_]+|(?<=\d)[thz](?=\d|$)"
)
_NOW = re.compile(r"hôm nay|bây giờ|hiện tại|today|now\b")


@dataclass(frozen=True, slots=True)
class _Found:
    """One date of a text: EDTF, and the words before it."""

    edtf: str
    label: str


def published(printed: str) -> str:
    """EDTF of a printed time: ``2026-01-08T18:21:00+07:00``, ``2026-01-08``, or empty.

    >>> published("Cập nhật: Thứ hai, 20/9/2021 | 8:11:10 AM")
    '2021-09-20T08:11:10+07:00'
    >>> published("Kinh tế 03-05-2023")
    '2023-05-03'
    >>> published("31/02/2025"), published("Tin ngày 5/8")
    ('', '')
    """
    if len(printed) > _MAX_LENGTH:
        return ""  # an element that holds so much is no date line
    found = list(_found(_folded(printed)))
    firsts = [one for one in found if not _UPDATED.search(one.label)] or found
    labelled = [one for one in firsts if _PUBLISHED.search(one.label)] or firsts
    if len({day_of(one.edtf) for one in labelled}) != 1:
        return ""
    return max(labelled, key=lambda one: len(one.edtf)).edtf


def is_date_line(printed: str) -> bool:
    """Whether a text tells a date and nothing else.

    >>> is_date_line("Thứ sáu, 30/05/2025 | 15:15 GMT +7")
    True
    >>> is_date_line("Ngày 30/05/2025, xã công nhận 3 sản phẩm")
    False
    """
    if len(printed) > _MAX_LENGTH or not published(printed):
        return False
    text = _folded(printed)
    for shape in _DATES:
        text = shape.sub(" ", text)
    return not _BESIDE.sub("", text)


def says_now(printed: str) -> bool:
    """Whether words beside a time call it the present one (``Hôm nay``, ``Today:``)."""
    return _NOW.search(_folded(printed)) is not None


def day_of(edtf: str) -> str:
    """The day (``2026-01-08``) of an EDTF time or day; a month stays a month."""
    return edtf[:10]


def edtf(year: int, month: int, day: int, clock: time | None = None) -> str:
    """EDTF of a day or, with a clock (Vietnam's when naive), of a moment; empty if impossible."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ""
    try:
        if clock is None:
            return date(year, month, day).isoformat()
        zone = clock.tzinfo or VIETNAM
        moment = datetime.combine(date(year, month, day), clock, zone).astimezone(VIETNAM)
    except ValueError:
        return ""
    return moment.isoformat(timespec="seconds")


def in_vietnam(moment: datetime) -> str:
    """EDTF of an aware moment."""
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds")


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _found(text: str) -> Iterator[_Found]:
    """Dates in the order of the text, each with its time and the words before it."""
    matches = sorted((m for shape in _DATES for m in shape.finditer(text)), key=re.Match.start)
    clocks = list(_TIME.finditer(text))
    end = 0
    for match in matches:
        if match.start() < end:
            continue  # inside a date that was read already
        value = _read(match, _nearest(match, clocks, matches))
        if value:
            yield _Found(value, text[end : match.start()])
        end = match.end()


def _read(match: re.Match[str], clock: re.Match[str] | None) -> str:
    month = match["month"]
    numbers = int(match["year"]), int(month) if month.isdigit() else _MONTHS[month]
    day = int(match["day"])
    at = _clock(clock) if clock else None
    return edtf(*numbers, day, at)


def _nearest(
    match: re.Match[str], clocks: list[re.Match[str]], dates: list[re.Match[str]]
) -> re.Match[str] | None:
    """The time that stands beside a date, and nearer to no other date."""

    def gap(clock: re.Match[str], day: re.Match[str]) -> int:
        return max(day.start() - clock.end(), clock.start() - day.end(), 0)

    near = min(clocks, key=lambda clock: gap(clock, match), default=None)
    if near is None or any(gap(near, other) < gap(near, match) for other in dates):
        return None
    return near


def _clock(match: re.Match[str]) -> time | None:
    """Time of the day; None when its parts contradict each other ("15:20 AM")."""
    hour, half = int(match["hour"]), match["half"] or ""
    if half in ("am", "sa", "sáng"):
        if hour > 12:
            return None
        hour %= 12
    elif half in ("pm", "ch", "chiều", "tối"):
        if hour == 0 or (hour == 12 and half == "tối"):
            return None
        hour += 12 if hour < 12 else 0
    zone = _zone(match)
    if zone is None:
        return None
    return time(hour, int(match["minute"]), int(match["second"] or 0), tzinfo=zone)


def _zone(match: re.Match[str]) -> timezone | None:
    """The zone of a printed time: Vietnam's when none stands there, None when it is none."""
    if match["z"]:
        return UTC
    if not match["zone"]:
        return VIETNAM
    shift = _SHIFT.search(match["zone"])
    if shift is None:
        return UTC
    minutes = int(shift["hours"]) * 60 + int(shift["minutes"] or 0)
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=minutes if shift["sign"] == "+" else -minutes))

"""Times that addresses carry: of articles (``d20240105093012345.htm``) and of their images.

Many papers put the moment at which an article was made into its address. It is exact, and
no clock of a page can spoil it. A month in the path says at least what a printed date
must agree with.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from urllib.parse import urlsplit

from crawler.portals.dates import edtf

_MOMENTS = (
    # yyyyMMddHHmmss and up to three digits of a second: baoninhbinh, baotintuc, dantri
    re.compile(r"(?<!\d)(?P<y>20\d{2})(?P<mo>\d{2})(?P<d>\d{2})(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})"
               r"\d{0,3}(?!\d)", re.ASCII),
    # yyMMddHHmmss with a thousandth at the end of a path: baoninhbinh since 2025
    re.compile(r"-(?P<y>\d{2})(?P<mo>\d{2})(?P<d>\d{2})(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})\d{3}"
               r"(?=\.html?$)", re.ASCII),
    # 102 and yyMMddHHmmss with a thousandth: baochinhphu, bvhttdl
    re.compile(r"(?<!\d)102(?P<y>\d{2})(?P<mo>\d{2})(?P<d>\d{2})(?P<h>\d{2})(?P<mi>\d{2})(?P<s>\d{2})"
               r"\d{3}(?!\d)", re.ASCII),
)  # fmt: skip
_DAY = re.compile(r"/(?P<y>(?:19|20)\d{2})([-/])(?P<mo>\d{1,2})\2(?P<d>\d{1,2})(?=[/_-])", re.ASCII)
_MONTH = re.compile(r"/(?P<y>20\d{2})/?(?P<mo>0[1-9]|1[0-2])/", re.ASCII)
_SLACK = timedelta(days=7)


def moment_of(url: str) -> str:
    """EDTF of the time in the path of an address: a moment, a day, or empty.

    >>> moment_of("https://bao.vn/khai-hoi-ocop/d20240105093012345.htm")
    '2024-01-05T09:30:12+07:00'
    >>> moment_of("https://bao.vn/khai-hoi-ocop-102240105093012345.htm")
    '2024-01-05T09:30:12+07:00'
    >>> moment_of("https://so.gov.vn/portal/Pages/2024-1-5/Hoi-ocop.aspx")
    '2024-01-05'
    """
    path = urlsplit(url).path
    for shape in _MOMENTS:
        for found in shape.finditer(path):
            hour, minute, second = int(found["h"]), int(found["mi"]), int(found["s"])
            if hour > 23 or minute > 59 or second > 59:
                continue
            year = int(found["y"]) % 100 + 2000
            moment = edtf(year, int(found["mo"]), int(found["d"]), time(hour, minute, second))
            if moment:
                return moment
    for found in _DAY.finditer(path):
        if day := edtf(int(found["y"]), int(found["mo"]), int(found["d"])):
            return day
    return ""


def month_of(url: str) -> str:
    """The month in the path of an address (``/kinh-te/202401/…``) as ``2024-01``, or empty."""
    found = _MONTH.search(urlsplit(url).path)
    return f"{found['y']}-{found['mo']}" if found else ""


def in_month(edtf_time: str, month: str) -> bool:
    """Whether a time is of a month, or of the week before or after it."""
    year, number = map(int, month.split("-"))
    last = date(year, number, calendar.monthrange(year, number)[1])
    return date(year, number, 1) - _SLACK <= date.fromisoformat(edtf_time[:10]) <= last + _SLACK


def first_day(urls: Iterable[str]) -> str:
    """The day in the first address that has one: of the images of an article."""
    for url in urls:
        if moment := moment_of(url):
            return moment[:10]
    return ""

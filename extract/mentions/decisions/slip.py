"""Slips of the year that the text itself proves.

In the first weeks of a year people still write the old one: "Quyết định số 279/QĐ-UBND ngày
27/1/2021 phê duyệt kết quả năm 2021" on a page of 28 January 2022. Results of a year are
not approved in its first two months, and the day fits the page one year later.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_FRESH = timedelta(days=45)


def mended(signed: str, folded: str, published: str | None) -> str:
    """The date of a recognising decision, one year later if that is proved.

    Proof is threefold: the day is in January or February, one year later it lies in the
    weeks before publication, and the text tells results of the printed year, last year's
    assessment, or the same day and month with the later year.
    """
    if published is None or len(signed) != 10 or len(published) != 10:
        return signed
    printed = date.fromisoformat(signed)
    if printed.month > 2 or (printed.month, printed.day) == (2, 29):
        return signed
    later = printed.replace(year=printed.year + 1)
    page = date.fromisoformat(published)
    is_fresh = timedelta(0) <= page - later <= _FRESH
    return later.isoformat() if is_fresh and _is_proved(printed, folded) else signed


def _is_proved(printed: date, folded: str) -> bool:
    day = rf"(?<!\d)0?{printed.day}[/.-]0?{printed.month}[/.-]{printed.year + 1}(?!\d)"
    results = rf"(?:kết quả|đánh giá|đợt \d|ocop)[^.\n]{{0,40}} năm {printed.year}(?!\d)"
    return bool(re.search(rf"{day}|{results}|năm ngoái", folded))

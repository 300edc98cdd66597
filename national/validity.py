"""How long a recognition holds: 36 months from the day of the decision.

Quyết định 1048/QĐ-TTg (21/8/2019) and 148/QĐ-TTg (24/02/2023) say so alike; decisions
before 1048 followed the rules of each province, so nothing is known of them.
"""

from __future__ import annotations

import calendar

from extract.model import Kind

MONTHS = 36
FIRST_LAW = "2019-08-21"
RECOGNISED = frozenset({Kind.NEW.value, Kind.RE_RECOGNISED.value, Kind.UPGRADED.value})


def valid_until(decided: str) -> str | None:
    """The last day in force (EDTF), no more precise than the date of the decision.

    None before the law, and where the year alone is known: 36 months from some day of a
    year is no year.

    >>> valid_until("2020-02-04"), valid_until("2024-02-29"), valid_until("2021-05")
    ('2023-02-03', '2027-02-28', '2024-05')
    """
    if decided < FIRST_LAW[: len(decided)] or len(decided) not in (7, 10):
        return None
    year, month = int(decided[:4]) + MONTHS // 12, int(decided[5:7])
    if len(decided) == 7:
        return f"{year}-{month:02}"
    day = min(int(decided[8:]), calendar.monthrange(year, month)[1] + 1) - 1
    if day:
        return f"{year}-{month:02}-{day:02}"
    year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"

"""EDTF times as bounds, so that they can be ordered without inventing a day.

https://www.loc.gov/standards/datetime/: ``2022``, ``2022-08``, ``2022-08-31``,
quarters (``2022-33`` … ``2022-36``), half-years (``2022-40``, ``2022-41``) and
intervals (``2018/2020``). A bound is a number ``yyyymmdd``; 0 stands for no time.
"""

from __future__ import annotations

import calendar
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

Days = npt.NDArray[np.int64]

# First month and number of months of EDTF level-2 quarters and half-years.
_PARTS = {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6)}


class UnreadableTimeError(ValueError):
    """A time is not written in the part of EDTF that ocop uses."""


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> tuple[int, int]:
    """First and last day that ``edtf`` may mean, as ``yyyymmdd``.

    Raises:
        UnreadableTimeError: ``edtf`` is not a year, quarter, half-year, month, day or interval.

    >>> bounds("2022"), bounds("2024-02"), bounds("2018/2020")
    ((20220101, 20221231), (20240201, 20240229), (20180101, 20201231))
    """
    first, slash, last = edtf.partition("/")
    try:
        start, end = _moment(first), _moment(last if slash else first)
    except (ValueError, KeyError) as error:
        raise UnreadableTimeError(f"{edtf!r} is not an EDTF time such as 2022-08-31") from error
    if start[0] > end[1]:
        raise UnreadableTimeError(f"{edtf!r} ends before it begins")
    return start[0], end[1]


def _moment(edtf: str) -> tuple[int, int]:
    parts = edtf.rstrip("~?%").split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
        raise ValueError(edtf)
    year, *rest = map(int, parts)
    if not 1900 <= year <= 2200:
        raise ValueError(f"no year {year}")
    if not rest:
        return year * 10000 + 101, year * 10000 + 1231
    if len(rest) == 2:
        return (_day(year, *rest),) * 2
    first, months = (rest[0], 1) if 1 <= rest[0] <= 12 else _PARTS[rest[0]]
    last = first + months - 1
    return year * 10000 + first * 100 + 1, _day(year, last, calendar.monthrange(year, last)[1])


def _day(year: int, month: int, day: int) -> int:
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"no day {day} in {year}-{month}")
    return year * 10000 + month * 100 + day


def last_days(times: pd.Series) -> Days:
    """Last day of every time; 0 where there is none, -1 where it cannot be read."""
    return _ends(times, 1)


def first_days(times: pd.Series) -> Days:
    """First day of every time; 0 where there is none, -1 where it cannot be read."""
    return _ends(times, 0)


def _ends(times: pd.Series, end: int) -> Days:
    codes, known = pd.factorize(times)
    days = np.array([*(_end(time, end) for time in known), 0], dtype=np.int64)
    return days[codes]


def _end(time: str, end: int) -> int:
    try:
        return bounds(time)[end]
    except UnreadableTimeError:
        return -1

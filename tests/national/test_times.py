from __future__ import annotations

import calendar
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from national.times import UnreadableTimeError, bounds, first_days, last_days


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022", 20220101, 20221231),
        ("2024-02", 20240201, 20240229),
        ("2023-02", 20230201, 20230228),
        ("2022-08-31", 20220831, 20220831),
        ("2018/2020", 20180101, 20201231),
        ("2022-03/2022-08-31", 20220301, 20220831),
        ("2024-35", 20240701, 20240930),
        ("2024-40", 20240101, 20240630),
        ("2022~", 20220101, 20221231),
    ],
)
def test_bounds(edtf: str, first: int, last: int) -> None:
    assert bounds(edtf) == (first, last)


@pytest.mark.parametrize(
    "wrong",
    ["", "31/12/2022", "2022-13", "2022-02-30", "2022-2", "22", "2022-01-01-01", "../2020",
     "2020/2018", "đến nay", "2022-37", "0022"],
)  # fmt: skip
def test_what_is_no_time_is_said_with_its_words(wrong: str) -> None:
    with pytest.raises(UnreadableTimeError) as caught:
        bounds(wrong)
    assert repr(wrong) in str(caught.value)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_is_itself_and_lies_in_its_month_and_year(day: date) -> None:
    number = day.year * 10000 + day.month * 100 + day.day
    assert bounds(day.isoformat()) == (number, number)
    for coarse in (f"{day:%Y-%m}", f"{day:%Y}"):
        first, last = bounds(coarse)
        assert first <= number <= last
    month_end = calendar.monthrange(day.year, day.month)[1]
    assert bounds(f"{day:%Y-%m}")[1] % 100 == month_end


def test_columns_keep_missing_and_unreadable_apart() -> None:
    times = pd.Series(["2022", None, "hôm qua", "2022-08-31"], dtype="str")
    assert last_days(times).tolist() == [20221231, 0, -1, 20220831]
    assert first_days(times).tolist() == [20220101, 0, -1, 20220831]
    assert last_days(times.iloc[:0]).tolist() == []

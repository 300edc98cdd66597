"""A clock is no date, a fresh article is no clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crawler.identity import Code, doubt

AT = datetime(2026, 11, 22, 10, 58, 30, tzinfo=UTC)  # 17:58:30 in Vietnam


@pytest.mark.parametrize(
    ("published", "code"),
    [
        ("2026-11-22T17:58:00+07:00", Code.CLOCK_AS_DATE),
        ("2026-11-22T17:55:00", Code.CLOCK_AS_DATE),  # without a zone it is Vietnam's time
        ("2026-11-22", Code.CLOCK_AS_DATE),
        ("2026-11-22T08:12:00+07:00", Code.NONE),  # this morning's news
        ("2026-11-21", Code.NONE),
        ("2026-11", Code.NONE),
        ("2026", Code.NONE),
        ("", Code.NONE),
        ("2026-02-30", Code.NONE),
        ("1970-01-01T00:00:00+07:00", Code.IMPOSSIBLE_DATE),
        ("0001-01-01", Code.IMPOSSIBLE_DATE),
        ("2027-05-01", Code.FUTURE_DATE),
        ("2026-11-23", Code.NONE),  # a paper of tomorrow is printed today
    ],
)
def test_a_time_alone(published: str, code: Code) -> None:
    assert doubt(published, AT) is code


def test_the_day_in_vietnam_counts() -> None:
    late = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)  # already the 22nd there
    assert doubt("2026-11-22", late) is Code.CLOCK_AS_DATE
    assert doubt("2026-11-21", late) is Code.NONE


def test_what_a_feed_or_an_address_confirms_is_believed() -> None:
    assert doubt("2026-11-22", AT, ["2026-11-22T07:30:00+07:00"]) is Code.NONE
    assert doubt("2026-11-22T17:58:00+07:00", AT, ["", "2026-11-22"]) is Code.NONE
    assert doubt("2026-11-22", AT, ["2025-03-01"]) is Code.CLOCK_AS_DATE
    # A feed that stamps its entries with the time of the request confirms nothing.
    assert doubt("2026-11-22", AT, ["2026-11-22T17:58:29+07:00"]) is Code.CLOCK_AS_DATE


def test_a_date_that_moves_with_the_requests_is_a_clock() -> None:
    yesterday = AT - timedelta(days=1)
    assert doubt("2026-11-22", AT, before=("2026-11-21", yesterday)) is Code.CLOCK_AS_DATE
    assert doubt("2026-11-22", AT, before=("2026-11-22", AT - timedelta(hours=2))) is (
        Code.CLOCK_AS_DATE
    )
    assert doubt("2026-11-22", AT, before=("2026-11-22", yesterday)) is Code.NONE

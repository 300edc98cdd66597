"""A night window is told in Vietnam's time, UTC+7, and may reach over midnight."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.hours import VIETNAM, Hours

NIGHT = Hours.parsed("22:00-05:00")


@pytest.mark.parametrize(
    ("utc", "held"),
    [
        ("14:59", False),  # 21:59 in Hà Nội
        ("15:00", True),
        ("17:00", True),  # midnight
        ("21:59", True),
        ("22:00", False),  # 05:00
        ("05:00", False),
    ],
)
def test_a_night_reaches_over_midnight(utc: str, held: bool) -> None:
    assert NIGHT.holds(datetime.fromisoformat(f"2026-11-22T{utc}:00+00:00")) is held


def test_a_window_within_a_day() -> None:
    noon = Hours.parsed("11:30-13:30")
    assert noon.holds(datetime(2026, 11, 22, 11, 30, tzinfo=VIETNAM))
    assert not noon.holds(datetime(2026, 11, 22, 13, 30, tzinfo=VIETNAM))
    assert not noon.holds(datetime(2026, 11, 22, 23, 0, tzinfo=VIETNAM))


def test_the_next_opening() -> None:
    evening = datetime(2026, 11, 22, 9, 0, tzinfo=VIETNAM)
    assert NIGHT.opens(evening) == datetime(2026, 11, 22, 22, 0, tzinfo=VIETNAM)
    morning = Hours.parsed("01:00-05:00")
    assert morning.opens(evening) == datetime(2026, 11, 23, 1, 0, tzinfo=VIETNAM)
    assert NIGHT.opens(datetime(2026, 11, 22, 23, 0, tzinfo=VIETNAM)).hour == 23


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        NIGHT.holds(datetime(2026, 11, 22, 23, 0))


minutes = st.integers(0, 24 * 60 - 1)


@given(minutes, minutes.filter(bool), st.datetimes(datetime(2018, 1, 1), datetime(2030, 1, 1)))
def test_it_opens_at_the_first_moment_that_it_holds(begins: int, length: int, at: datetime) -> None:
    ends = (begins + length) % (24 * 60)
    text = f"{begins // 60:02}:{begins % 60:02}-{ends // 60:02}:{ends % 60:02}"
    window, moment = Hours.parsed(text), at.replace(tzinfo=UTC)
    assert str(window) == text
    opening = window.opens(moment)
    assert window.holds(opening)
    assert timedelta(0) <= opening - moment < timedelta(days=1)
    if opening > moment:
        assert not window.holds(moment)
        assert not window.holds(opening - timedelta(microseconds=1))

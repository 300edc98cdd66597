"""The schedule says what its tables say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from crawler.ledger import MAX_ATTEMPTS, Kind, Verdict
from crawler.ledger.schedule import AGES, LADDERS, moment, pause

DAY = timedelta(days=1)


def test_every_verdict_but_two_has_a_ladder() -> None:
    assert set(Verdict) - set(LADDERS) == {Verdict.RELEVANT, Verdict.INDEX}
    assert all(row.reason for row in (*AGES, *LADDERS.values()))


def test_the_page_for_operators_says_what_the_tables_say() -> None:
    page = (Path(__file__).parents[3] / "docs" / "crawling.md").read_text(encoding="utf-8")
    for reason in (row.reason for row in (*AGES, *LADDERS.values())):
        assert f"| {reason} |" in page


def test_pauses_grow() -> None:
    for one, other in pairwise(AGES):
        assert one.up_to < other.up_to
        assert one.pause < other.pause
    assert AGES[-1].up_to == timedelta.max
    for ladder in LADDERS.values():
        steps = [*ladder.steps, *([ladder.then] if ladder.then else [])]
        assert steps == sorted(set(steps))


def test_failures_are_given_up_after_max_attempts() -> None:
    pauses = [
        pause(Verdict.FAILED, Kind.ARTICLE, times, DAY) for times in range(1, MAX_ATTEMPTS + 1)
    ]
    assert pauses[:3] == [timedelta(hours=1), timedelta(hours=6), DAY]
    assert None not in pauses[:-1]
    assert pauses[-1] is None


def test_refused_pages_are_asked_at_most_daily_and_never_often() -> None:
    pauses = [pause(Verdict.REFUSED, Kind.ARTICLE, times, DAY) for times in range(1, 9)]
    assert pauses == [DAY, 7 * DAY, 30 * DAY, *[90 * DAY] * 5]


def test_the_younger_an_article_the_sooner_it_comes_back() -> None:
    at = [pause(Verdict.RELEVANT, Kind.ARTICLE, 1, days * DAY) for days in (0, 5, 30, 200, 3000)]
    assert at == [DAY, 4 * DAY, 20 * DAY, 90 * DAY, 365 * DAY]
    assert pause(Verdict.RELEVANT, Kind.ATTACHMENT, 1, DAY) == 180 * DAY


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("2026-11-22T07:45:22Z", datetime(2026, 11, 22, 7, 45, 22, tzinfo=UTC)),
        ("2026-11-22T14:45:22+07:00", datetime(2026, 11, 22, 7, 45, 22, tzinfo=UTC)),
        ("2026-11-22T14:45:22", datetime(2026, 11, 22, 7, 45, 22, tzinfo=UTC)),
        ("2026-11-22", datetime(2026, 11, 22, 16, 59, 59, tzinfo=UTC)),
        ("2026-12", datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)),
        ("2024-02", datetime(2024, 2, 29, 16, 59, 59, tzinfo=UTC)),
        ("2026", datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)),
        ("9999", datetime(9999, 12, 31, 16, 59, 59, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", None),
        ("2026-13", None),
        ("2026-02-30", None),
        ("hôm qua", None),
        ("", None),
        ("2018/2020", None),
        ("202X", None),
    ],
)
def test_dates_are_meant_in_vietnam_and_late(told: str, meant: datetime | None) -> None:
    assert moment(told) == meant

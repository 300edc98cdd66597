"""Clocks go back and zones slip: nothing is lost, and nothing is hidden for long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crawler.ledger import Fetched, Found, Kind, Ledger, Verdict

A, B, C = (f"https://baoa.vn/ocop-{n}.html" for n in "abc")
SLIPS = [1, 7, 24 * 365 * 50]  # an hour, a zone, a battery that died (hours)


def good(url: str, digest: str = "sha256:1") -> Fetched:
    return Fetched(url, Kind.ARTICLE, Verdict.RELEVANT, 200, digest=digest)


def urls(ledger: Ledger) -> list[str]:
    return [one.url for one in ledger.waiting("bao_a")]


@pytest.mark.parametrize("hours", SLIPS)
def test_what_was_found_waits_although_the_clock_goes_back(
    ledger: Ledger, clock: Any, hours: int
) -> None:
    ledger.found("bao_a", [Found(A)])
    clock.move(hours=-hours)
    assert ledger.found("bao_a", [Found(B)]) == 1
    assert urls(ledger) == [A, B]


@pytest.mark.parametrize("hours", SLIPS)
@pytest.mark.parametrize("restart", [True, False])
def test_a_pause_grows_no_longer_when_the_clock_goes_back(
    ledger: Ledger, open_ledger: Callable[..., Ledger], clock: Any, hours: int, restart: bool
) -> None:
    ledger.fetched("bao_a", good(A))  # due in a day
    ledger.fetched("bao_a", Fetched(B, Kind.ARTICLE, Verdict.FAILED, 503))  # due in an hour
    clock.move(hours=-hours)
    now = open_ledger() if restart else ledger
    for _ in range(5):  # however often it is opened meanwhile
        now.begin_run("bao_a")
        clock.move(minutes=12)
    assert urls(now) == [B]
    clock.move(hours=23)
    assert sorted(urls(now)) == [A, B]


@pytest.mark.parametrize("hours", SLIPS)
def test_everything_is_due_once_a_run_whatever_the_clock(
    open_ledger: Callable[..., Ledger], clock: Any, hours: int
) -> None:
    ledger = open_ledger(refetch_days=0)
    run = ledger.begin_run("bao_a")
    ledger.fetched("bao_a", good(A))
    clock.move(hours=-hours)
    assert urls(ledger) == []  # not again in this run
    ledger.end_run(run, "finished", {})
    ledger.begin_run("bao_a")
    assert urls(ledger) == [A]


@pytest.mark.parametrize("hours", SLIPS)
def test_runs_keep_their_order(ledger: Ledger, clock: Any, hours: int) -> None:
    first = ledger.begin_run("bao_a")
    clock.move(hours=-hours)
    ledger.end_run(first, "finished", {"archived": 1})
    ledger.begin_run("bao_a")
    late, early = ledger.runs("bao_a")
    assert (early.reason, late.reason) == ("finished", "")


@pytest.mark.parametrize(
    "stamp",
    [
        "2026-11-22T14:30:00+07:00",  # half an hour after the fetch, as it is
        "2026-11-22T14:30:00Z",  # local time that claims to be UTC: 7 h late
        "2026-11-22T07:30:00+07:00",  # UTC that claims to be local: 7 h early
        "2026-11-22T14:30:00",
        "2026-11-22",
    ],
)
def test_a_change_shows_in_whatever_zone_a_sitemap_stamps_it(
    ledger: Ledger, clock: Any, stamp: str
) -> None:
    ledger.found("bao_a", [Found(A, lastmod="2026-11-21")])
    ledger.fetched("bao_a", good(A))
    clock.move(hours=2)
    assert ledger.found("bao_a", [Found(A, lastmod=stamp)]) == 1
    assert urls(ledger) == [A]
    ledger.fetched("bao_a", good(A, "sha256:2"))
    assert ledger.found("bao_a", [Found(A, lastmod=stamp)]) == 0  # told once


def test_a_date_in_the_future_makes_no_article_old_or_young_for_ever(
    ledger: Ledger, clock: Any
) -> None:
    answer = Fetched(
        A, Kind.ARTICLE, Verdict.RELEVANT, 200, digest="sha256:1", published="2099-01-01"
    )
    ledger.fetched("bao_a", answer)
    clock.move(days=100)
    ledger.fetched("bao_a", answer)
    seen = ledger.seen(A)
    assert seen is not None
    assert seen.due_at is not None
    assert (seen.due_at - clock()).days == 90

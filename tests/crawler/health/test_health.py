"""The health of sources: one word each, and what a scheduler hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from nights import Nights

from crawler.alarms import AlarmCode
from crawler.health import Health, SourceHealth, Worst, by_province, health, worst
from crawler.provinces import PREDECESSORS, PROVINCES
from crawler.source import Status

DOWN = {"index_pages": 0, "indexes_read": 0, "indexes_lost": 2, "failures__dns_failed": 2}


def of(nights: Nights, now: datetime | None = None) -> SourceHealth:
    return health(nights.ledger, [nights.source], now or nights.after)[0]


def test_a_source_that_lives(nights: Nights) -> None:
    one = of(nights.usual(120))
    assert one.status is Health.OK
    assert one.alarms == ()
    assert one.advice == ""
    assert one.is_living
    assert one.share_of_errors == 0
    assert one.received == 14  # every fourth of thirty nights, two each
    assert one.expected == pytest.approx(15, rel=0.1)


def test_a_source_that_was_never_crawled(nights: Nights) -> None:
    one = of(nights)
    assert (one.status, one.last_run, one.last_document) == (Health.NEVER, None, None)
    assert one.advice == "crawl it: ocop crawl --source bao_a"
    assert "ocop crawl --source bao_a" in one.advice_vi
    assert not one.is_living


@pytest.mark.parametrize(
    ("counts", "status"),
    [
        (DOWN, Health.FAILING),
        (DOWN | {"failures__http_403": 5}, Health.REFUSED),
        ({"indexes_read": 0, "indexes_lost": 2}, Health.FAILING),
        ({"indexes_read": 0, "indexes_lost": 2, "identity__parked": 2}, Health.MOVED),
    ],
)
def test_what_alarms_make_of_a_source(
    nights: Nights, counts: dict[str, int], status: Health
) -> None:
    nights.usual(20)
    before = of(nights)
    one = of(nights.quiet(2, **counts))
    assert one.status is status
    assert one.advice == one.alarms[0].advice
    assert one.last_success == before.last_success
    assert one.errors >= 4


def test_late_and_silent(nights: Nights) -> None:
    nights.usual(120)
    assert of(nights.quiet(30)).status is Health.SILENT
    assert of(nights.idle(9)).status is Health.LATE


def test_a_lost_listing_is_told_and_leaves_the_source_well(nights: Nights) -> None:
    lost = {"indexes_read": 1, "indexes_lost": 1}
    one = of(nights.usual(20).quiet(2, **lost))
    assert [alarm.code for alarm in one.alarms] == [AlarmCode.LOST_INDEX]
    assert one.status is Health.OK


@pytest.mark.parametrize(
    ("row", "status"),
    [
        (Status.MOVED, Health.MOVED),
        (Status.TAKEN_OVER, Health.MOVED),
        (Status.BLOCKED, Health.REFUSED),
        (Status.DEAD, Health.FAILING),
    ],
)
def test_what_a_row_says_already(nights: Nights, row: Status, status: Health) -> None:
    nights.source = replace(nights.source, status=row)
    one = of(nights)
    assert (one.status, one.alarms, one.is_asked) == (status, (), False)
    assert one.advice
    assert worst([one]) is Worst.WELL


def test_days_are_those_of_vietnam(nights: Nights) -> None:
    # 15:00 UTC is 22:00 there: the night belongs to the same day.
    nights.usual(40, every=40)
    nights.crawl(3, failed=1, failures__timeout=1)
    days = of(nights).days
    assert len(days) == 30
    assert days[-1].day.isoformat() == (nights.now - timedelta(days=1)).date().isoformat()
    last = days[-1]
    assert (last.crawls, last.documents, last.errors, last.asked) == (1, 3, 1, 5)


def test_documents_of_this_month(nights: Nights) -> None:
    nights.crawl(2).idle(40).crawl(1).crawl(4)
    one = of(nights)
    assert one.documents_this_month == 5
    assert one.last_document is not None


def test_the_worst(nights: Nights) -> None:
    well = of(nights.usual(30))
    failing = replace(well, status=Health.FAILING)
    silent = replace(well, status=Health.SILENT)
    assert worst([]) is Worst.WELL
    assert worst([well, well]) is Worst.WELL
    assert worst([well, silent]) is Worst.LOOK
    assert worst([well, silent, failing]) is Worst.MISSING
    assert worst([failing, failing]) is Worst.NOTHING
    # An unproved source that never answered is no news.
    unproved = replace(
        failing, source=replace(well.source, status=Status.UNPROVED), last_success=None
    )
    assert worst([well, unproved]) is Worst.WELL


def test_provinces_of_today_with_what_was_merged_into_them(nights: Nights) -> None:
    well = of(nights.usual(30))
    assert well.source.province == PROVINCES[63, "08"]  # Tuyên Quang before the merger
    found = {one.province.name: one for one in by_province([well])}
    assert len(found) == 34
    # Hà Giang was merged into Tuyên Quang and has no source of its own.
    assert found["Tuyên Quang"].living == 1
    assert [one.name for one in found["Tuyên Quang"].silent_parts] == ["Hà Giang"]
    assert found["Cần Thơ"].living == 0
    assert len(found["Cần Thơ"].silent_parts) == len(PREDECESSORS[PROVINCES[34, "92"]])
    # A source of the new province speaks for all of its parts.
    new = replace(well, source=replace(well.source, regime=34))
    assert by_province([new])[2].silent_parts == ()


def test_every_bundled_source_has_a_health(nights: Nights) -> None:
    from crawler.sources import load_sources

    judged = health(nights.ledger, load_sources().values(), nights.now)
    assert {one.status for one in judged} >= {Health.NEVER, Health.MOVED, Health.FAILING}
    assert worst(judged) in (Worst.NOTHING, Worst.LOOK)

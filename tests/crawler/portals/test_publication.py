"""The date of an article among clocks: no date is better than the day of a crawl."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from scrapy.http import Response

from crawler.portals.publication import Place, Told, asked_at, chosen

ASKED = datetime(2026, 11, 22, 1, 15, tzinfo=UTC)  # 08:15 in Vietnam
CLOCK = "2026-11-22T08:15:00+07:00"


def printed(edtf: str) -> Told:
    return Told(edtf, Place.PRINTED)


def test_the_most_trusted_wins() -> None:
    told = [printed("2026-01-08"), Told("2026-01-09", Place.JSON_LD)]
    assert chosen(told, ASKED) == "2026-01-08"


@pytest.mark.parametrize("clock", [CLOCK, "2026-11-22T07:20:00+07:00", "2026-11-22"])
def test_a_clock_is_refused(clock: str) -> None:
    assert chosen([printed(clock)], ASKED) == ""
    assert chosen([printed(clock), Told("2024-12-30", Place.META)], ASKED) == "2024-12-30"


def test_of_one_day_the_exact_time_is_taken() -> None:
    told = [printed("2026-01-08"), Told("2026-01-08T18:21:00+07:00", Place.META)]
    assert chosen(told, ASKED) == "2026-01-08T18:21:00+07:00"


def test_two_clocks_of_one_place_confirm_nothing() -> None:
    assert chosen([printed(CLOCK), printed("2026-11-22")], ASKED) == ""


def test_a_second_place_confirms_the_day_of_the_request() -> None:
    told = [printed(CLOCK), Told("2026-11-22T08:10:00+07:00", Place.JSON_LD)]
    assert chosen(told, ASKED) == CLOCK


def test_what_calls_itself_now_is_refused_without_a_moment() -> None:
    assert chosen([Told("2023-03-21", Place.PRINTED, now=True)], None) == ""


def test_a_time_hours_before_the_request_is_no_clock() -> None:
    assert chosen([printed("2026-11-22T05:00:00+07:00")], ASKED) == "2026-11-22T05:00:00+07:00"


@pytest.mark.parametrize("future", ["2026-11-23", "2026-11-22T09:00:00+07:00", "2031-01-01"])
def test_the_future_is_refused_though_confirmed(future: str) -> None:
    assert chosen([printed(future), Told(future, Place.JSON_LD)], ASKED) == ""


def test_without_a_moment_nothing_is_called_a_clock() -> None:
    assert chosen([printed(CLOCK)], None) == CLOCK


def test_the_month_of_the_address_checks_and_is_the_last_resort() -> None:
    told = [printed("2026-03-12"), Told("2024-01-05", Place.META)]
    assert chosen(told, ASKED, "2024-01") == "2024-01-05"
    assert chosen(told[:1], ASKED, "2024-01") == "2024-01"


def test_the_moment_is_the_date_header() -> None:
    def at(header: str) -> datetime | None:
        return asked_at(Response("http://b.vn", headers={"Date": header}))

    assert at("Sun, 22 Nov 2026 01:15:00 GMT") == ASKED
    assert at("Sunday, 22-Nov-26 01:15:00 GMT") == ASKED  # RFC 850, RFC 9110 section 5.6.7
    assert at("gestern") is None
    assert at("") is None
    assert asked_at(Response("http://b.vn")) is None

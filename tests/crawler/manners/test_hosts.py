"""Delays, pauses, hours and failures of hosts, each alone, on a virtual clock."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from scrapy.exceptions import DownloadTimeoutError
from virtual import Says, World

from crawler.cells import MIN_DELAY
from crawler.hours import Hours
from crawler.manners.hosts import download_slots
from crawler.source import Source
from crawler.sources import load_sources

HOST = "bao-a.vn"
EVENING = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)  # 20:00 in Vietnam

Build = Callable[..., World]


@pytest.fixture
def world(tmp_path: Path) -> Build:
    def build(*says: Says, robots: Says | None = None, **settings: Any) -> World:
        known = {"bao-b.vn": [Says()], HOST: list(says) or [Says()]}
        files = {HOST: robots} if robots else {}
        return World(tmp_path / "corpus", known, files, EVENING.timestamp(), settings)

    return build


def pages(count: int, host: str = HOST) -> list[str]:
    return [f"http://{host}/{number}" for number in range(count)]


def crawl(world: World, *urls: str, job: str = "a", **settings: Any) -> dict[str, str]:
    """A crawl alone in its world; ``source`` is the row that is crawled."""

    async def play(world: World) -> None:
        await world.crawl(job, *urls, **settings)

    world.run(play)
    return world.outcomes[job]


def gaps(world: World, host: str = HOST) -> list[float]:
    # Seconds since 1970 are exact to a tenth of a microsecond.
    return [round(after - before, 6) for before, after in pairwise(world.starts(host))]


def test_jitter_only_lengthens_the_delay_of_three_seconds(world: Build) -> None:
    asked = world()
    crawl(asked, *pages(30))
    assert all(3 <= gap <= 4.5 for gap in gaps(asked))
    assert len({round(gap, 3) for gap in gaps(asked)}) > 20


def test_autothrottle_only_lengthens_the_delay_of_a_row(world: Build) -> None:
    asked = world(DOWNLOAD_SLOTS={HOST: {"delay": 200}}, DOWNLOAD_DELAY_JITTER=0)
    crawl(asked, *pages(5))
    assert gaps(asked) == pytest.approx([200] * 5)  # above AUTOTHROTTLE_MAX_DELAY


def test_a_slow_host_is_asked_more_seldom(world: Build) -> None:
    asked = world(Says(latency=20.0), DOWNLOAD_DELAY_JITTER=0)
    crawl(asked, *pages(4))
    assert gaps(asked)[-1] == pytest.approx(20)


def test_less_than_three_seconds_is_not_possible_for_public_hosts(world: Build) -> None:
    asked = world(DOWNLOAD_DELAY=0, AUTOTHROTTLE_ENABLED=False, DOWNLOAD_SLOTS={HOST: {"delay": 1}})
    crawl(asked, *pages(3))
    assert min(gaps(asked)) >= MIN_DELAY


def test_a_host_with_and_without_www_is_one(world: Build) -> None:
    asked = world()
    crawl(asked, *pages(2), *pages(2, f"www.{HOST}"))
    starts = sorted(asked.starts(HOST) + asked.starts(f"www.{HOST}"))
    assert len(starts) == 6
    assert all(after - before >= 3 for before, after in pairwise(starts))


def test_a_redirect_to_another_host_waits_in_the_queue_of_that_host(world: Build) -> None:
    asked = world(Says(302, headers=(("Location", "http://bao-b.vn/moved"),)))
    crawl(asked, *pages(3), *pages(6, "bao-b.vn"))
    assert asked.paths("bao-b.vn").count("/moved") == 3
    assert min(gaps(asked, "bao-b.vn")) >= 3


def test_retries_wait_and_each_waits_longer(world: Build) -> None:
    asked = world(Says(503), Says(error=DownloadTimeoutError), Says(200), DOWNLOAD_DELAY_JITTER=0)
    assert crawl(asked, *pages(1)) == {f"http://{HOST}/0": "ok"}
    assert gaps(asked) == pytest.approx([3, 6, 12])


def test_crawl_delay_is_kept_and_robots_txt_counts_as_a_request(world: Build) -> None:
    robots = Says(body=b"User-agent: *\nCrawl-delay: 45")
    asked = world(robots=robots, DOWNLOAD_DELAY_JITTER=0)
    crawl(asked, *pages(3))
    assert asked.paths(HOST)[0] == "/robots.txt"
    assert gaps(asked) == pytest.approx([45] * 3)


@pytest.mark.parametrize("value", ["0", "abc", "-7", "1"])
def test_crawl_delay_0_or_abc_leaves_ours(world: Build, value: str) -> None:
    robots = Says(body=f"User-agent: *\nCrawl-delay: {value}".encode())
    asked = world(robots=robots, DOWNLOAD_DELAY_JITTER=0)
    crawl(asked, *pages(3))
    assert gaps(asked) == pytest.approx([3] * 3)


def date(seconds: float, since: datetime = EVENING) -> str:
    return format_datetime(since + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    "headers",
    [
        (("Retry-After", "100"),),
        (("Retry-After", date(103)),),  # the answer comes about three seconds after the begin
        (("Retry-After", "Sunday, 22-Nov-26 13:01:43 GMT"),),  # an obsolete form (RFC 9110 5.6.7)
        (
            ("Date", date(0, EVENING - timedelta(days=400))),
            ("Retry-After", date(100, EVENING - timedelta(days=400))),
        ),  # by the server's own clock
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_429_with_retry_after_in_seconds_and_as_http_date_pauses_the_host(
    world: Build, status: int, headers: tuple[tuple[str, str], ...]
) -> None:
    asked = world(Says(status, headers=headers), Says(), DOWNLOAD_DELAY_JITTER=0)
    assert crawl(asked, *pages(1)) == {f"http://{HOST}/0": "ok"}
    assert gaps(asked)[1] == pytest.approx(100, abs=1)


def test_a_redirect_with_retry_after_pauses_the_host(world: Build) -> None:
    asked = world(Says(302, headers=(("Location", "/1"), ("Retry-After", "90"))), Says())
    crawl(asked, *pages(1))
    assert gaps(asked)[1] >= 90


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5", "Sat, 31 Feb 2026 99:00:00 GMT"])
def test_retry_after_that_says_nothing_is_none(world: Build, value: str) -> None:
    asked = world(Says(429, headers=(("Retry-After", value),)), Says(), DOWNLOAD_DELAY_JITTER=0)
    assert crawl(asked, *pages(1)) == {f"http://{HOST}/0": "ok"}
    assert gaps(asked) == pytest.approx([3, 6])


def test_retry_after_of_another_answer_is_none(world: Build) -> None:
    asked = world(Says(200, headers=(("Retry-After", "500"),)), DOWNLOAD_DELAY_JITTER=0)
    crawl(asked, *pages(2))
    assert gaps(asked) == pytest.approx([3, 3])


def test_a_long_pause_ends_the_run_for_the_host_and_the_next_crawl_keeps_it(world: Build) -> None:
    asked = world(Says(503, headers=(("Retry-After", "7200"),)))

    async def play(world: World) -> None:
        first = await world.crawl("first", *pages(5), *pages(3, "bao-b.vn"))
        assert [first[url] for url in pages(5)] == ["host_asks_for_pause"] * 5
        assert [first[url] for url in pages(3, "bao-b.vn")] == ["ok"] * 3
        assert world.paths(HOST) == ["/robots.txt", "/0"]

        world.answers[HOST] = [Says()]
        await asyncio.sleep(3000)
        early = await world.crawl("early", *pages(2))
        assert set(early.values()) == {"host_asks_for_pause"}
        assert len(world.paths(HOST)) == 2

        await asyncio.sleep(4300)
        late = await world.crawl("late", *pages(2))
        assert set(late.values()) == {"ok"}

    asked.run(play)


def test_an_absurd_pause_is_kept_for_a_day(world: Build) -> None:
    asked = world(Says(429, headers=(("Retry-After", "9" * 17),)), Says())

    async def play(world: World) -> None:
        await world.crawl("first", *pages(1))
        await asyncio.sleep(85_000)
        assert set((await world.crawl("early", *pages(1))).values()) == {"host_asks_for_pause"}
        await asyncio.sleep(1500)
        assert set((await world.crawl("late", *pages(1))).values()) == {"ok"}

    asked.run(play)


def test_503_for_a_whole_day_is_left_alone_after_ten_failures(world: Build) -> None:
    asked = world(Says(503))
    outcomes = crawl(asked, *pages(50))
    assert len(asked.paths(HOST)) == 11  # with robots.txt
    assert list(outcomes.values()).count("host_fails") >= 46
    assert set(outcomes.values()) <= {"host_fails", "http_503"}


def test_answers_between_failures_keep_a_host_in_the_run(world: Build) -> None:
    asked = world(*[Says(503)] * 9, Says())
    assert set(crawl(asked, *pages(12), RETRY_TIMES=0).values()) == {"ok", "http_503"}


def test_hours_of_a_row_are_kept(world: Build) -> None:
    asked = world(DOWNLOAD_SLOTS={HOST: {"hours": "22:00-05:00"}})

    async def play(world: World) -> None:
        early = await world.crawl("early", *pages(2), *pages(2, "bao-b.vn"))
        assert [early[url] for url in pages(2)] == ["outside_hours"] * 2
        assert [early[url] for url in pages(2, "bao-b.vn")] == ["ok"] * 2
        assert world.paths(HOST) == []
        await asyncio.sleep(6900)  # five minutes before they begin
        begun = await world.crawl("begun", *pages(2))
        assert set(begun.values()) == {"ok"}
        hours = Hours.parsed("22:00-05:00")
        for start in world.starts(HOST):
            assert hours.holds(EVENING + timedelta(seconds=start))

    asked.run(play)


def test_hours_that_end_in_the_middle_end_the_run_for_the_host(world: Build) -> None:
    asked = world(DOWNLOAD_SLOTS={HOST: {"hours": "19:00-20:01"}})
    outcomes = crawl(asked, *pages(40))
    assert set(outcomes.values()) == {"ok", "outside_hours"}
    assert max(asked.starts(HOST)) < 60


def test_a_busy_host_is_left_to_the_crawl_that_has_it(world: Build) -> None:
    slots = {HOST: {"delay": 60}, "bao-b.vn": {"delay": 3}}
    asked = world(DOWNLOAD_SLOTS=slots)

    async def play(world: World) -> None:
        first = asyncio.ensure_future(world.begin("first", *pages(30)))
        await asyncio.sleep(10)
        second = await world.crawl("second", *pages(30), *pages(3, "bao-b.vn"))
        assert [second[url] for url in pages(30)] == ["host_busy"] * 30
        assert [second[url] for url in pages(3, "bao-b.vn")] == ["ok"] * 3
        await first
        assert set(world.outcomes["first"].values()) == {"ok"}

    asked.run(play)
    assert {one.crawler for one in asked.sent if one.host == HOST} == {"first"}


def test_two_crawls_that_want_each_others_hosts_both_end(world: Build) -> None:
    slots = {HOST: {"delay": 30}, "bao-b.vn": {"delay": 30}}
    asked = world(DOWNLOAD_SLOTS=slots)

    async def play(world: World) -> None:
        one = world.crawl("one", *pages(40), *pages(2, "bao-b.vn"), CONCURRENT_REQUESTS=1)
        other = world.crawl("other", *pages(40, "bao-b.vn"), *pages(2), CONCURRENT_REQUESTS=1)
        found = await asyncio.gather(one, other)
        assert all(len(outcomes) == 42 for outcomes in found)

    asked.run(play)


def test_a_store_of_files_that_is_nobodys_own_is_shared_in_turn(world: Build) -> None:
    asked = world()

    async def play(world: World) -> None:
        urls = pages(5, "tep.bao-a.vn")
        found = await asyncio.gather(*(world.crawl(job, *urls) for job in ("a", "b", "c")))
        assert all(set(outcomes.values()) == {"ok"} for outcomes in found)

    asked.run(play)
    assert min(gaps(asked, "tep.bao-a.vn")) >= 3


@pytest.mark.parametrize("killed", [False, True])
def test_a_crawl_just_after_another_waits_also_after_kill_9(world: Build, killed: bool) -> None:
    asked = world(DOWNLOAD_SLOTS={HOST: {"delay": 100}}, DOWNLOAD_DELAY_JITTER=0)

    async def play(world: World) -> None:
        task = asyncio.ensure_future(world.begin("first", *pages(2)))
        if killed:
            await asyncio.sleep(100.05)  # in the middle of the first page
            world.kill("first")
        else:
            await task
        await world.crawl("second", *pages(1))

    asked.run(play)
    assert gaps(asked) == pytest.approx([100] * (2 if killed else 3))


def test_a_crawl_after_one_that_knew_of_a_longer_delay_keeps_that(world: Build) -> None:
    """The second has not yet read robots.txt, which has just changed."""
    asked = world(robots=Says(body=b"User-agent: *\nCrawl-delay: 200"), DOWNLOAD_DELAY_JITTER=0)

    async def play(world: World) -> None:
        await world.crawl("first", *pages(1))
        for kept in (world.corpus / "hosts/robots").iterdir():
            kept.unlink()
        await world.crawl("second", *pages(1))

    asked.run(play)
    assert gaps(asked)[1] == pytest.approx(200)


@pytest.mark.parametrize("hours", [-1, -7, 7])
def test_a_clock_that_went_back_or_slipped_a_zone_freezes_nobody(world: Build, hours: int) -> None:
    asked = world(DOWNLOAD_SLOTS={HOST: {"delay": 100}}, DOWNLOAD_DELAY_JITTER=0)

    async def play(world: World) -> None:
        await world.crawl("first", *pages(1))
        loop = asyncio.get_running_loop()
        loop.epoch += hours * 3600  # type: ignore[attr-defined]
        await world.crawl("second", *pages(1))

    asked.run(play)
    assert max(gaps(asked)) <= 100 + 1


@pytest.mark.parametrize("content", [b"{", b"\0" * 256, b"[]", b'{"asked_at": "x"}'])
def test_a_damaged_memory_of_a_host_costs_one_delay(world: Build, content: bytes) -> None:
    asked = world(DOWNLOAD_SLOTS={HOST: {"delay": 100}}, DOWNLOAD_DELAY_JITTER=0)
    folder = asked.corpus / "hosts"
    folder.mkdir(parents=True)
    (folder / f"{HOST}.json").write_bytes(content)
    crawl(asked, *pages(1))
    assert asked.starts(HOST)[0] == pytest.approx(100)


@pytest.fixture
def source(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> Callable[..., Source]:
    def build(**cells: str) -> Source:
        own = {
            "home": f"https://www.{HOST}/",
            "feed": "",
            "feed_proof": "",
            "listing": "",
            "search": "",
            "tag": "",
            "file_hosts": "tep.bao-a.vn",
            "hours": "",
        }
        path = write_sources(tmp_path / "sources.csv", {**good_row, **own, **cells})
        return load_sources(path)["bao_a"]

    return build


def test_the_delay_of_a_row_is_kept_at_all_its_hosts(
    world: Build, source: Callable[..., Source]
) -> None:
    asked = world(DOWNLOAD_DELAY_JITTER=0)
    crawl(asked, *pages(2), *pages(2, "tep.bao-a.vn"), source=source(delay="30"))
    assert gaps(asked) == gaps(asked, "tep.bao-a.vn") == pytest.approx([30] * 2)


def test_a_source_that_another_crawl_has_is_left_at_once(
    world: Build, source: Callable[..., Source]
) -> None:
    asked, row = world(), source()

    async def play(world: World) -> None:
        first = asyncio.ensure_future(world.begin("first", *pages(9), source=row))
        await asyncio.sleep(1)
        began = world.now
        await world.crawl("second", *pages(9), source=row)
        assert world.now - began < 1
        assert (world.reason("second"), world.outcomes["second"]) == ("host_busy", {})
        await first
        assert world.reason("first") == "finished"
        await world.crawl("third", *pages(1), source=row)
        assert world.reason("third") == "finished"

    asked.run(play)


def test_a_source_is_not_begun_outside_its_hours(
    world: Build, source: Callable[..., Source]
) -> None:
    asked = world()
    crawl(asked, *pages(2), source=source(hours="22:00-05:00"))
    assert (asked.reason("a"), asked.sent) == ("outside_hours", [])


def test_a_run_ends_when_its_home_asks_for_a_long_pause(
    world: Build, source: Callable[..., Source]
) -> None:
    asked, row = world(Says(503, headers=(("Retry-After", "7200"),))), source()

    async def play(world: World) -> None:
        for job in ("first", "again"):
            await world.crawl(job, *pages(3), *pages(3, "tep.bao-a.vn"), source=row)
            assert world.reason(job) == "host_asks_for_pause"
            assert world.paths(HOST) == ["/robots.txt", "/0"]

    asked.run(play)


def test_a_store_of_files_that_asks_for_a_pause_ends_no_run(
    world: Build, source: Callable[..., Source]
) -> None:
    asked = world()
    asked.answers["tep.bao-a.vn"] = [Says(503, headers=(("Retry-After", "7200"),))]
    found = crawl(asked, *pages(2), *pages(2, "tep.bao-a.vn"), source=source())
    assert asked.reason("a") == "finished"
    assert sorted(found.values()) == ["host_asks_for_pause"] * 2 + ["ok"] * 2


def test_a_disk_that_is_full_stops_asking_and_hangs_nothing(
    world: Build, source: Callable[..., Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, written = world(), [0]
    write = os.pwrite

    def full(handle: int, data: bytes, place: int) -> int:
        written[0] += 1
        if written[0] > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(handle, data, place)

    monkeypatch.setattr("crawler.manners.leases.os.pwrite", full)
    found = crawl(asked, *pages(5), source=source())
    assert asked.paths(HOST) == ["/robots.txt", "/0", "/1"]
    assert set(found.values()) == {"ok", "no_lease"}
    assert asked.reason("a") == "no_lease"


def test_rows_tell_the_downloader_what_their_hosts_want(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> None:
    rows = [
        {**good_row, "file_hosts": "tep.vn", "delay": "3", "hours": ""},
        {**good_row, "id": "bao_b", "home": "https://www.bao-b.vn/", "delay": "20",
         "file_hosts": "tep.vn", "hours": "22:00-05:00"},
    ]  # fmt: skip
    slots = download_slots(load_sources(write_sources(tmp_path / "sources.csv", *rows)).values())
    assert slots["baoa.vn"] == {"concurrency": 1, "delay": 20.0, "hours": "22:00-05:00"}
    assert slots["bao-b.vn"]["delay"] == 20.0
    assert slots["tep.vn"] == {"concurrency": 1, "delay": 20.0, "hours": "22:00-05:00"}

"""Never two requests to a host within its delay, never two at once: on a virtual clock."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scrapy.exceptions import DownloadConnectionRefusedError, DownloadTimeoutError
from virtual import Says, Sent, World

from crawler.hours import Hours

HOSTS = ("bao-a.vn", "bao-b.vn", "tep.bao-a.vn")
EPOCH = datetime(2026, 11, 22, 13, 0, tzinfo=UTC).timestamp()
SLACK = 1e-6


@dataclass(frozen=True)
class Crawl:
    """A crawl that begins, and is killed when ``killed_after`` is given."""

    begins: float
    pages: tuple[tuple[str, int], ...]
    killed_after: float | None


@dataclass(frozen=True)
class Plan:
    """A world: its hosts, what rows say of them, and the crawls in it."""

    answers: dict[str, list[Says]]
    robots: dict[str, Says]
    delays: dict[str, float]
    hours: dict[str, str] = field(default_factory=dict)
    crawls: tuple[Crawl, ...] = ()


def _retry(seconds: int, *, date: bool) -> tuple[tuple[str, str], ...]:
    now = datetime.fromtimestamp(EPOCH, UTC)
    if not date:
        return (("Retry-After", str(seconds)),)
    until = format_datetime(now + timedelta(seconds=seconds), usegmt=True)
    return (("Retry-After", until), ("Date", format_datetime(now, usegmt=True)))


LATENCY = st.sampled_from([0.01, 0.5, 4.0, 30.0, 85.0])
WHERE = st.tuples(st.sampled_from(HOSTS), st.integers(0, 3))
PAUSE = st.sampled_from([0, 1, 20, 500, 4000, 200_000])
HEADERS = st.builds(_retry, PAUSE, date=st.booleans())
SAYS = st.one_of(
    st.builds(Says, latency=LATENCY),
    st.builds(Says, st.sampled_from([404, 403, 500, 503, 429]), LATENCY),
    st.builds(Says, st.sampled_from([503, 429]), LATENCY, HEADERS),
    st.builds(
        lambda status, latency, to, retry: Says(
            status, latency, (("Location", f"http://www.{to[0]}/{to[1]}"), *retry)
        ),
        st.sampled_from([301, 302, 307]),
        LATENCY,
        WHERE,
        st.one_of(st.just(()), HEADERS),
    ),
    st.builds(
        Says,
        latency=LATENCY,
        error=st.sampled_from([DownloadTimeoutError, DownloadConnectionRefusedError]),
    ),
)
ROBOTS = st.one_of(
    st.builds(Says, st.sampled_from([404, 200, 503]), LATENCY),
    st.builds(
        lambda seconds, latency: Says(
            latency=latency, body=f"User-agent: *\nCrawl-delay: {seconds}\n".encode()
        ),
        st.sampled_from([0, 1, 7, 45, 3600]),
        LATENCY,
    ),
)
CRAWL = st.builds(
    Crawl,
    begins=st.floats(0, 200),
    pages=st.lists(WHERE, min_size=1, max_size=6).map(tuple),
    killed_after=st.one_of(st.none(), st.floats(0.001, 300)),
)
PLAN = st.builds(
    Plan,
    answers=st.fixed_dictionaries({host: st.lists(SAYS, min_size=1, max_size=5) for host in HOSTS}),
    robots=st.fixed_dictionaries(dict.fromkeys(HOSTS, ROBOTS)),
    delays=st.fixed_dictionaries({host: st.sampled_from([3.0, 5.0, 200.0]) for host in HOSTS}),
    hours=st.dictionaries(
        st.sampled_from(HOSTS), st.sampled_from(["20:00-20:02", "20:03-05:00", "23:00-04:00"])
    ),
    crawls=st.lists(CRAWL, min_size=1, max_size=4).map(tuple),
)


def play(plan: Plan, corpus: Path) -> World:
    """Let all crawls of a plan happen, some beginning while others run or just after a kill."""
    slots = {
        host: {"delay": delay, "hours": plan.hours.get(host, "")}
        for host, delay in plan.delays.items()
        if host != HOSTS[2]  # which is nobody's own, as a store of files is
    }
    world = World(corpus, plan.answers, plan.robots, EPOCH, {"DOWNLOAD_SLOTS": slots})

    async def one(name: str, crawl: Crawl) -> None:
        await asyncio.sleep(crawl.begins)
        urls = [f"http://{host}/{number}" for host, number in dict.fromkeys(crawl.pages)]
        task = asyncio.ensure_future(world.begin(name, *urls))
        if crawl.killed_after is None:
            await task
            assert set(world.outcomes[name]) == set(urls), "an address was lost"
        else:
            await asyncio.wait([task], timeout=crawl.killed_after)
            world.kill(name)

    async def all_of(_: World) -> None:
        await asyncio.gather(*(one(str(number), each) for number, each in enumerate(plan.crawls)))

    world.run(all_of)
    return world


def asked(host: str, sent: list[Sent]) -> list[Sent]:
    """Requests to a host, with and without www., in the order in which they began."""
    return [one for one in sent if one.host.removeprefix("www.") == host]


def crawl_delay(says: Says) -> float:
    seconds = float(says.body.partition(b"Crawl-delay: ")[2] or 0)
    return seconds if says.status == 200 and seconds <= 300 else 0


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(PLAN)
def test_two_workers_one_host_never_two_requests_within_delay(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as corpus:
        world = play(plan, Path(corpus))
    for host in HOSTS:
        mine = asked(host, world.sent)
        row = plan.delays[host] if host != HOSTS[2] else 3.0
        for one, after in pairwise(mine):
            # Only who has read robots.txt can know what it asks for.
            wanted = crawl_delay(plan.robots[host]) if after.path != "/robots.txt" else 0
            assert after.start - one.start >= max(row, wanted) - SLACK, (one, after)
            assert one.end is not None, (one, after)
            assert after.start >= one.end - SLACK, (one, after)
            pause = paused(one)
            assert after.start >= one.end + pause - SLACK, (one, after)
        if plan.hours.get(host) and host != HOSTS[2]:
            hours = Hours.parsed(plan.hours[host])
            assert all(hours.holds(moment(one)) for one in mine)


def paused(one: Sent) -> float:
    """Seconds that an answer asked to be left alone; a killed crawl heard no answer."""
    says = one.said
    if says is None or one.end is None or one.end - one.start < says.latency - SLACK:
        return 0.0
    value = dict(says.headers).get("Retry-After", "0")
    if not value.isdigit():
        date = datetime.strptime(value, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)
        value = str(int(date.timestamp() - EPOCH))
    return min(float(value), 24 * 3600)


def moment(one: Sent) -> datetime:
    return datetime.fromtimestamp(EPOCH + one.start, UTC)

"""Crawls on a virtual clock: Scrapy, its middlewares and our downloader are real, hosts are not.

An event loop jumps to the next timer instead of waiting for it, so that a night of crawling
takes milliseconds and every run is the same. Hosts answer as they are told and remember when
each request began and ended. Crawlers can be killed as ``kill -9`` would: nothing of theirs
runs any more, and the kernel frees their locks.
"""

from __future__ import annotations

import asyncio
import os
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, cast
from unittest import mock
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.core.downloader import Slot
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.python.failure import Failure

from crawler.failures import named
from crawler.manners.downloader import HostSlot, PoliteDownloader
from crawler.manners.hosts import Clock
from crawler.refusals import PostponedError
from crawler.source import Source

LONGEST = 90 * 24 * 3600.0
"""Virtual seconds after which a world that still runs is taken for one that hangs."""

SETTINGS: dict[str, Any] = {
    "OCOP_CONTACT": "https://example.org/ocop",
    "TWISTED_REACTOR_ENABLED": False,
    "DOWNLOADER": "virtual.VirtualDownloader",
    "DOWNLOAD_HANDLERS": {"http": "virtual.Wire", "https": "virtual.Wire"},
    "ITEM_PIPELINES": {},
    "LOGSTATS_INTERVAL": 0,
    "MEMUSAGE_ENABLED": False,
    "LOG_LEVEL": "CRITICAL",
    "CLOSESPIDER_TIMEOUT": 0,
    "EXTENSIONS": {"crawler.monitors.Watch": None},
}


@dataclass(frozen=True, slots=True)
class Says:
    """What a host says to one request, after ``latency`` seconds; ``error`` instead of it."""

    status: int = 200
    latency: float = 0.1
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    error: type[Exception] | None = None


@dataclass(slots=True)
class Sent:
    """One request on the wire; ``end`` is None while it runs."""

    crawler: str
    host: str
    path: str
    start: float
    end: float | None = None
    said: Says | None = None


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose time is the time of its timers."""

    def __init__(self, epoch: float) -> None:
        super().__init__()
        self.now = 0.0
        self.epoch = epoch
        self.world: World | None = None

    def time(self) -> float:
        return self.now

    def wall(self) -> float:
        return self.epoch + self.now

    def _run_once(self) -> None:
        scheduled = self._scheduled  # type: ignore[attr-defined]
        if scheduled and not self._ready:  # type: ignore[attr-defined]
            self.now = max(self.now, scheduled[0]._when)
            if self.now > LONGEST:
                raise RuntimeError("a crawl hangs")
        super()._run_once()  # type: ignore[misc]


class VirtualDownloader(PoliteDownloader):
    """Ours, on the time of the running loop."""

    clock: ClassVar[Clock] = Clock(
        wall=lambda: _loop().wall(),
        monotonic=lambda: _loop().time(),
        later=lambda *call: _Timer(_loop().call_later(*call)),  # type: ignore[arg-type, return-value]
    )


class _Timer:
    def __init__(self, handle: asyncio.TimerHandle) -> None:
        self.cancel = handle.cancel


class Wire(BaseDownloadHandler):
    """What stands for the network: asks the world."""

    lazy = False

    async def download_request(self, request: Request) -> Response:
        world = _loop().world
        assert world is not None
        return await world.carry(self.crawler.settings["JOB"], request)

    async def close(self) -> None:
        pass


class Job(Spider):
    """Asks for addresses."""

    name = "job"
    source: ClassVar[Source | None] = None

    def __init__(self, urls: list[str], outcomes: dict[str, str], **named: Any) -> None:
        super().__init__(**named)
        self._urls = urls
        self._outcomes = outcomes

    async def start(self) -> AsyncIterator[Any]:
        for url in self._urls:
            yield Request(url, self.came, errback=self.failed, dont_filter=True, meta={"u": url})

    def came(self, response: Response) -> None:
        self._outcomes[response.meta["u"]] = "ok"

    def failed(self, failure: Failure) -> None:
        self._outcomes[failure.request.meta["u"]] = named(failure).code  # type: ignore[attr-defined]


@dataclass
class World:
    """Hosts, crawlers and the time that they share.

    Attributes:
        corpus: Where crawlers keep leases and robots.txt.
        answers: What each host says to its requests, in turn, and then for ever again; a host
            without answers says 200. robots.txt is 404 where ``robots`` has none.
        epoch: The time of day at which everything begins, seconds since 1970.
        sent: All requests of all crawlers, in the order in which they began.
    """

    corpus: Path
    answers: dict[str, list[Says]] = field(default_factory=dict)
    robots: dict[str, Says] = field(default_factory=dict)
    epoch: float = 1_763_600_000.0
    settings: dict[str, Any] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    outcomes: dict[str, dict[str, str]] = field(default_factory=dict)
    _turn: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _crawlers: dict[str, tuple[Crawler, asyncio.Task[None]]] = field(default_factory=dict)
    _dead: set[str] = field(default_factory=set)
    _over: asyncio.Event = field(default_factory=asyncio.Event)

    def run(self, play: Callable[[World], Coroutine[Any, Any, None]]) -> None:
        """Let a play happen, and end with it."""
        loop = VirtualLoop(self.epoch)
        loop.world = self
        asyncio.set_event_loop(loop)
        try:
            with _without_reactor(loop):
                loop.run_until_complete(self._from_begin_to_end(play))
        finally:
            asyncio.set_event_loop(None)
            loop.close()

    async def _from_begin_to_end(self, play: Callable[[World], Coroutine[Any, Any, None]]) -> None:
        self._over = asyncio.Event()
        await play(self)
        # The dead are cleared away, so that nothing of them is left in the test process.
        self._over.set()
        for job in self._dead:
            downloader = self._downloader(job)
            for slot in list(downloader.slots.values()):
                downloader._process_queue(slot)
        await asyncio.gather(*(task for _, task in self._crawlers.values()))

    async def crawl(
        self, job: str, *urls: str, source: Source | None = None, **settings: Any
    ) -> dict[str, str]:
        """A crawl from beginning to end; returns what became of each address."""
        await self.begin(job, *urls, source=source, **settings)
        return self.outcomes[job]

    @property
    def now(self) -> float:
        """Seconds since the beginning."""
        return _loop().time()

    def reason(self, job: str) -> str:
        """Why a crawl ended."""
        stats = self._crawlers[job][0].stats
        assert stats is not None
        return str(stats.get_value("finish_reason"))

    def begin(
        self, job: str, *urls: str, source: Source | None = None, **settings: Any
    ) -> Awaitable[None]:
        """Begin a crawl, of a source when one is given."""
        known = Settings()
        known.setmodule("crawler.settings")
        own = {**SETTINGS, "OCOP_CORPUS": str(self.corpus), "JOB": job}
        known.setdict({**own, **self.settings, **settings}, priority="cmdline")
        runner = AsyncCrawlerRunner(known)
        crawler = runner.create_crawler(type("Job", (Job,), {"source": source}))
        outcomes = self.outcomes[job] = {}
        task = runner.crawl(crawler, urls=list(urls), outcomes=outcomes)
        self._crawlers[job] = (crawler, task)
        return task

    def kill(self, job: str) -> None:
        """As ``kill -9``: from now on nothing of this crawl happens."""
        if self._crawlers[job][1].done():
            return
        self._dead.add(job)
        downloader = self._downloader(job)

        def process(slot: Slot) -> None:
            if self._over.is_set():
                downloader._postpone(cast("HostSlot", slot), PostponedError("killed"))

        downloader._process_queue = process  # type: ignore[method-assign]
        for host in downloader.hosts._hosts.values():
            if host._lease is not None:
                os.close(host._lease._handle)
                host._lease = None
        for one in self.sent:
            if one.crawler == job and one.end is None:
                one.end = _loop().time()

    def _downloader(self, job: str) -> PoliteDownloader:
        engine = self._crawlers[job][0].engine
        assert engine is not None
        assert isinstance(engine.downloader, PoliteDownloader)
        return engine.downloader

    async def carry(self, job: str, request: Request) -> Response:
        """A request and its answer."""
        parts = urlsplit(request.url)
        host = parts.hostname or ""
        sent = Sent(job, host, parts.path, _loop().time())
        self.sent.append(sent)
        said = sent.said = self._said(host, parts.path)
        await asyncio.sleep(said.latency)
        if job in self._dead:
            await self._over.wait()
            raise PostponedError("killed")
        sent.end = _loop().time()
        if said.error is not None:
            raise said.error("as the test wants it")
        request.meta["download_latency"] = said.latency
        headers = [(name.encode(), value.encode()) for name, value in said.headers]
        return Response(request.url, said.status, headers, said.body)

    def _said(self, host: str, path: str) -> Says:
        host = host.removeprefix("www.")
        if path == "/robots.txt":
            return self.robots.get(host, Says(404))
        answers = self.answers.get(host) or [Says()]
        self._turn[host] += 1
        return answers[(self._turn[host] - 1) % len(answers)]

    def starts(self, host: str) -> list[float]:
        """When requests to a host began."""
        return [one.start for one in self.sent if one.host == host]

    def paths(self, host: str) -> list[str]:
        """What a host was asked for."""
        return [one.path for one in self.sent if one.host == host]


def _loop() -> VirtualLoop:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop)
    return loop


@contextmanager
def _without_reactor(loop: VirtualLoop) -> Iterator[None]:
    """Scrapy without Twisted's reactor, which another test may have installed."""
    absent = mock.patch("scrapy.crawler.is_reactor_installed", return_value=False)
    clock = mock.patch("scrapy.core.downloader.monotonic", loop.time)
    with absent, clock:
        yield

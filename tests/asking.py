"""Asking for addresses with the real settings of the crawler, inside the test process.

A reactor runs in a thread of its own, once, so that a crawl costs milliseconds.
"""

from __future__ import annotations

import asyncio
import functools
import threading
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.internet import asyncioreactor
from twisted.python.failure import Failure

from crawler.failures import NamedFailure, named

# No pauses, no patience, and only this machine.
QUICK: dict[str, Any] = {
    "OCOP_CONTACT": "https://example.org/ocop",
    "OCOP_PRIVATE_ADDRESSES": True,
    "OCOP_HOSTS": {"*.test": "127.0.0.1"},
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_TIMEOUT": 5,
    "AUTOTHROTTLE_ENABLED": False,
    "RETRY_TIMES": 0,
    "ITEM_PIPELINES": {},
    "LOG_LEVEL": "ERROR",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an address: a response, or a failure with its name."""

    response: Response | None = None
    failure: NamedFailure | None = None

    @property
    def code(self) -> str:
        return self.failure.code if self.failure else ""

    @property
    def body(self) -> bytes:
        assert self.response is not None, self.failure
        return self.response.body


@dataclass(slots=True)
class Crawled:
    """What became of each address, by the address that was asked for."""

    of: dict[str, Outcome] = field(default_factory=dict)
    stats: dict[str, Any] = field(default_factory=dict)
    crawler: Crawler | None = None


class Asking(Spider):
    """Asks for the addresses it is given and remembers what came."""

    name = "asking"

    def __init__(self, requests: Iterable[Request], crawled: Crawled) -> None:
        super().__init__()
        self._requests = requests
        self._crawled = crawled

    async def start(self) -> AsyncIterator[Any]:
        self._crawled.crawler = self.crawler
        for request in self._requests:
            request.meta["asked_for"] = request.url
            yield request.replace(callback=self.came, errback=self.failed, dont_filter=True)

    def came(self, response: Response) -> None:
        self._crawled.of[response.meta["asked_for"]] = Outcome(response=response)

    def failed(self, failure: Failure) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]
        self._crawled.of[request.meta["asked_for"]] = Outcome(failure=named(failure))


def crawl(corpus: str, *asked: str | Request, timeout: float = 60, **settings: Any) -> Crawled:
    """Ask for addresses in one crawl; settings are Scrapy's."""
    loop = _loop()
    crawled = Crawled()
    requests = [one if isinstance(one, Request) else Request(one) for one in asked]

    async def run() -> None:
        known = Settings()
        known.setmodule("crawler.settings")
        known.setdict({**QUICK, "OCOP_CORPUS": corpus, **settings}, priority="cmdline")
        runner = AsyncCrawlerRunner(known)
        crawler = runner.create_crawler(Asking)
        await runner.crawl(crawler, requests=requests, crawled=crawled)
        assert crawler.stats is not None
        crawled.stats = crawler.stats.get_stats()

    asyncio.run_coroutine_threadsafe(run(), loop).result(timeout)
    return crawled


@functools.cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    ready = threading.Event()

    def serve() -> None:
        asyncio.set_event_loop(loop)
        asyncioreactor.install(loop)
        from twisted.internet import reactor

        reactor.callWhenRunning(ready.set)  # type: ignore[attr-defined]
        reactor.run(installSignalHandlers=False)  # type: ignore[attr-defined]

    threading.Thread(target=serve, daemon=True, name="reactor").start()
    ready.wait()
    return loop

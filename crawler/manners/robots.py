"""robots.txt is asked first, kept a day and obeyed, whatever a spider thinks of it.

What an answer means is RFC 9309 section 2.3.1: a file is followed (also over five
redirects to other hosts), 4xx forbids nothing, 5xx and no answer forbid everything.
429 is a 4xx by number only; we take it for what it says: come back later.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self
from weakref import WeakKeyDictionary

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred

from crawler.failures import NamedFailure, by_status, named
from crawler.manners.downloader import PoliteDownloader
from crawler.manners.robots_file import LIMIT, RobotsFile
from crawler.manners.robots_store import MAX_AGE, Kept, RobotsStore, authority_of
from crawler.refusals import (
    CrawlDelayError,
    PostponedError,
    RedirectLoopError,
    RobotsForbiddenError,
    RobotsUnreachableError,
    TooManyRedirectsError,
)
from crawler.source import host_of

logger = logging.getLogger(__name__)

ROBOTS_REQUEST = "ocop_robots_txt"
"""Key in ``Request.meta`` of a request for robots.txt, kept over redirects and retries."""

_SOON = timedelta(hours=1)  # until a robots.txt that could not be had is asked for again


@dataclass(frozen=True, slots=True)
class Robots:
    """What is known of one authority: its file, or else why it could not be had."""

    file: RobotsFile | None
    until: datetime
    failure: NamedFailure | None = None


class RobotsMiddleware:
    """Lets pass what robots.txt allows.

    Args:
        crawler: Asks for the files.
        store: Where they are kept between crawls.
        now: The clock (aware).
    """

    def __init__(
        self,
        crawler: Crawler,
        store: RobotsStore,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        assert crawler.stats is not None
        self._crawler = crawler
        self._stats = crawler.stats
        self._store = store
        self._now = now
        self._agent = str(crawler.settings["BOT_NAME"])
        self._longest = crawler.settings.getfloat("OCOP_CRAWL_DELAY_MAX")
        self._known: dict[str, Robots] = {}
        self._waiting: dict[str, list[Deferred[Robots]]] = {}
        self._received: WeakKeyDictionary[Request, int] = WeakKeyDictionary()
        crawler.signals.connect(self._stop_at_limit, signals.bytes_received)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler, RobotsStore(Path(crawler.settings["OCOP_CORPUS"]) / "hosts" / "robots"))

    async def process_request(self, request: Request) -> None:
        """Let pass what the rules allow.

        Raises:
            RefusedError: They forbid it, could not be had, or ask for an impossible delay.
        """
        if request.meta.get(ROBOTS_REQUEST):
            return
        robots = await self.robots(request.url)
        if robots.file is None:
            self._stats.inc_value("robotstxt/unreachable")
            raise _unreachable_error(robots)
        delay = robots.file.crawl_delay or 0
        if delay > self._longest:
            self._stats.inc_value("robotstxt/crawl_delay_too_long")
            asks = f"robots.txt asks for {delay:g} seconds between two requests"
            raise CrawlDelayError(f"{asks}; a crawl keeps up to {self._longest:g}")
        self._keep_delay(request.url, delay)
        if not robots.file.allows(request.url):
            self._stats.inc_value("robotstxt/forbidden")
            raise RobotsForbiddenError(f"robots.txt forbids {request.url}")

    def _keep_delay(self, url: str, seconds: float) -> None:
        """A host has several files (http, https, ports); it is asked as seldom as any wants."""
        downloader = self._crawler.engine.downloader if self._crawler.engine else None
        if isinstance(downloader, PoliteDownloader):
            host = downloader.hosts[host_of(url)]
            host.crawl_delay = max(host.crawl_delay, seconds)

    async def sitemaps(self, url: str) -> tuple[str, ...]:
        """Addresses of the ``Sitemap`` lines of the robots.txt that speaks for an address.

        Raises:
            PostponedError: The host cannot be asked now.
        """
        robots = await self.robots(url)
        return robots.file.sitemaps if robots.file else ()

    async def robots(self, url: str) -> Robots:
        """What is known for an address; asked for once, however many wait for it.

        Raises:
            PostponedError: The host cannot be asked now.
        """
        authority = authority_of(url)
        known = self._known.get(authority)
        if known and self._now() < known.until:
            return known
        if authority in self._waiting:
            waiter: Deferred[Robots] = Deferred()
            self._waiting[authority].append(waiter)
            return await maybe_deferred_to_future(waiter)
        self._waiting[authority] = []
        try:
            robots = self._known[authority] = self._kept(authority) or await self._ask(authority)
        except BaseException as error:
            for waiter in self._waiting.pop(authority):
                waiter.errback(error)
            raise
        for waiter in self._waiting.pop(authority):
            waiter.callback(robots)
        return robots

    def _kept(self, authority: str) -> Robots | None:
        kept = self._store.load(authority)
        if kept is None or not kept.is_fresh(self._now()):
            return None
        self._stats.inc_value("robotstxt/kept")
        return self._read(kept)

    async def _ask(self, authority: str) -> Robots:
        self._stats.inc_value("robotstxt/request_count")
        request = Request(
            f"{authority}/robots.txt",
            priority=1000,
            callback=NO_CALLBACK,
            meta={ROBOTS_REQUEST: True, "allow_offsite": True},
        )
        assert self._crawler.engine is not None
        try:
            response = await self._crawler.engine.download_async(request)
        except PostponedError:
            raise
        except (TooManyRedirectsError, RedirectLoopError):
            return self._keep(authority, b"")  # section 2.3.1.2: as if there were none
        except Exception as error:  # noqa: BLE001 (whatever it is, the file was not had)
            return self._unreachable(authority, named(error))
        status = response.status
        self._stats.inc_value(f"robotstxt/response_status_count/{status}")
        if 200 <= status < 300:
            return self._keep(authority, response.body[: LIMIT + 1])
        if 400 <= status < 500 and status != 429:
            return self._keep(authority, b"")
        return self._unreachable(authority, by_status(status))

    def _keep(self, authority: str, body: bytes) -> Robots:
        kept = Kept(self._now(), body)
        try:
            self._store.save(authority, kept)
        except OSError as error:
            again = "the next crawl asks for it again"
            logger.error("robots.txt of %s cannot be kept (%s): %s", authority, error, again)
        return self._read(kept)

    def _read(self, kept: Kept) -> Robots:
        return Robots(RobotsFile.parse(kept.body, self._agent), kept.asked_at + MAX_AGE)

    def _unreachable(self, authority: str, failure: NamedFailure) -> Robots:
        logger.error(
            "robots.txt of %s could not be had (%s), so nothing is fetched there: %s",
            authority,
            failure.message,
            failure.advice,
        )
        return Robots(None, self._now() + _SOON, failure)

    def _stop_at_limit(self, data: bytes, request: Request) -> None:
        """Take no more of a robots.txt than is parsed."""
        if not request.meta.get(ROBOTS_REQUEST):
            return
        self._received[request] = self._received.get(request, 0) + len(data)
        if self._received[request] > LIMIT:
            raise StopDownload(fail=False)


def _unreachable_error(robots: Robots) -> RobotsUnreachableError:
    """A host that does not answer is a dead host, and no trouble with robots.txt."""
    assert robots.failure is not None
    code, message, advice, _ = robots.failure
    error = RobotsUnreachableError(f"robots.txt could not be had ({message})")
    if not code.startswith("http_"):
        error.code, error.advice = code, advice
    return error


async def sitemaps(crawler: Crawler, url: str) -> tuple[str, ...]:
    """``RobotsMiddleware.sitemaps`` of a running crawler, for discovery."""
    middleware = crawler.get_downloader_middleware(RobotsMiddleware)
    return await middleware.sitemaps(url) if middleware is not None else ()

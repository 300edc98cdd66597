"""Scrapy's downloader with our manners: everything that is sent passes here.

Pages, redirects, retries, attachments on other hosts and robots.txt itself wait in one
queue for each host. Scrapy's own delay would be shortened by its jitter, forgotten with an
idle slot, taken over to another host by a redirect, and unknown to other crawls.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import ClassVar

from scrapy import Request, Spider, signals
from scrapy.core.downloader import Downloader, Slot
from scrapy.core.downloader.handlers import DownloadHandlers
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from scrapy.utils.defer import _schedule_coro
from twisted.python.failure import Failure

from crawler.manners.hosts import Clock, Host, Hosts
from crawler.manners.retry_after import retry_after
from crawler.refusals import LeaseError, PostponedError, RefusedError
from crawler.source import Source, host_of

logger = logging.getLogger(__name__)


class HostSlot(Slot):
    """The queue of one host: one request at a time. AutoThrottle may set ``delay``."""

    __slots__ = ("host",)

    def __init__(self, host: Host, delay: float) -> None:
        super().__init__(1, delay, 0.0)
        self.host = host

    def download_delay(self) -> float:
        """Seconds from start to start."""
        return self.host.delay(self.delay)


class PoliteDownloader(Downloader):
    """Sends no request before its host may be asked, whatever a request says of its slot.

    Attributes:
        hosts: Delays, pauses and leases of this crawl.
    """

    clock: ClassVar[Clock] = Clock()

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        source = getattr(crawler.spider, "source", None)
        self._source = source if isinstance(source, Source) else None
        rows = [self._source] if self._source else []
        self.hosts = Hosts.from_settings(crawler.settings, rows, self.clock)
        self.signals.connect(self._begin, signals.spider_opened)
        self.handlers = _Listening(crawler, self)
        self._slowest = crawler.settings.getfloat("AUTOTHROTTLE_MAX_DELAY")

    def _begin(self) -> None:
        """Hold the hosts of the source, so that two crawls never share one.

        Raises:
            CloseSpider: Another crawl has one, or the source may not be asked now. No run is
                entered then, and the source stays due.
        """
        if self._source is None:
            return
        try:
            self.hosts.take(self._source.hosts)
            self.hosts[self._source.host].wait(0)
        except PostponedError as error:
            logger.warning("%s is left for later: %s", self._source.id, error)
            raise CloseSpider(error.code) from error

    def get_slot_key(self, request: Request) -> str:
        """The host; a redirect to another one must not wait in the queue of the first."""
        return host_of(request.url)

    def _get_slot(self, request: Request, spider: Spider | None = None) -> tuple[str, Slot]:  # noqa: ARG002
        key = self.get_slot_key(request)
        if key not in self.slots:
            self.slots[key] = HostSlot(self.hosts[key], self._delay)
            self._start_slot_gc()
        return key, self.slots[key]

    async def _enqueue_request(self, request: Request) -> Response:
        try:
            return await super()._enqueue_request(request)
        finally:
            key = self.get_slot_key(request)
            slot = self.slots.get(key)
            if slot is None or not slot.active:
                self.hosts[key].rest()

    def _process_queue(self, slot: Slot) -> None:
        assert isinstance(slot, HostSlot)
        if slot.latercall or slot.transferring or not slot.queue:
            return
        try:
            wait = slot.host.wait(slot.delay)
            if wait > 0:
                slot.latercall = self.clock.later(wait, self._latercall, slot)
                return
            slot.host.begin(slot.delay)
        except PostponedError as error:
            self._postpone(slot, error)
            return
        slot.lastseen = self.clock.monotonic()
        request, queued = slot.queue.popleft()
        slot.transferring.add(request)  # now, and not when its coroutine begins
        _schedule_coro(self._wait_for_download(slot, request, queued))

    def _postpone(self, slot: HostSlot, error: PostponedError) -> None:
        """Give back all that waits: it stays in the frontier. Without its home a run ends."""
        waiting = [queued for _, queued in slot.queue]
        slot.queue.clear()
        for queued in waiting:
            queued.errback(Failure(error))  # type: ignore[no-untyped-call]
        engine = self.crawler.engine
        if self._source and engine and self.hosts[self._source.host] is slot.host:
            _schedule_coro(engine.close_spider_async(reason=error.code))

    def heard(self, request: Request, response: Response) -> None:
        """What an answer asks of us, before the next request to its host is considered."""
        host = self.hosts[self.get_slot_key(request)]
        seconds = retry_after(response, datetime.fromtimestamp(self.clock.wall(), UTC))
        if seconds is not None:
            try:
                host.pause(seconds)
            except LeaseError as error:  # this crawl keeps it, the next will not know
                logger.error("%s: %s", error, error.advice)
        if response.status >= 500 or response.status == 429:
            self.struggles(request)
        else:
            host.answered()

    def struggles(self, request: Request) -> None:
        """A host that fails is asked half as often; AutoThrottle takes it back later."""
        key, slot = self._get_slot(request)
        self.hosts[key].failed()
        slot.delay = max(slot.delay, min(2 * slot.download_delay(), self._slowest))

    def close(self) -> None:
        """End all waiting, and let other crawls have the hosts."""
        super().close()
        self.hosts.release()


class _Listening(DownloadHandlers):
    """Scrapy's handlers; the downloader hears of every answer and failure at once."""

    def __init__(self, crawler: Crawler, downloader: PoliteDownloader) -> None:
        super().__init__(crawler)
        self._downloader = downloader

    async def download_request_async(self, request: Request) -> Response:
        """Send a request."""
        try:
            response = await super().download_request_async(request)
        except RefusedError as error:
            if error.code.startswith("tls_"):
                self._downloader.struggles(request)
            raise
        except Exception:
            self._downloader.struggles(request)
            raise
        self._downloader.heard(request, response)
        return response

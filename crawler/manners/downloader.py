"""Scrapy's downloader with our manners: everything that is sent passes here.

Pages, redirects, retries, attachments on other hosts and robots.txt itself wait in one
queue for each host. Scrapy's own delay would be shortened by its jitter, forgotten with an
idle slot, taken over to another host by a redirect, and unknown to other crawls.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import ClassVar

from scrapy import Request, Spider
from scrapy.core.downloader import Downloader, Slot
from scrapy.core.downloader.handlers import DownloadHandlers
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import _schedule_coro
from twisted.python.failure import Failure

from crawler.manners.hosts import Clock, Host, Hosts
from crawler.manners.retry_after import retry_after
from crawler.refusals import PostponedError, RefusedError
from crawler.source import host_of


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
        self.hosts = Hosts.from_settings(crawler.settings, self.clock)
        self.handlers = _Listening(crawler, self)
        self._slowest = crawler.settings.getfloat("AUTOTHROTTLE_MAX_DELAY")

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
            key, slot = self._get_slot(request)
            if not slot.active:
                self.hosts[key].rest()

    def _process_queue(self, slot: Slot) -> None:
        assert isinstance(slot, HostSlot)
        if slot.latercall or slot.transferring or not slot.queue:
            return
        try:
            wait = slot.host.wait(slot.delay)
        except PostponedError as error:
            self._postpone(slot, error)
            return
        if wait > 0:
            slot.latercall = self.clock.later(wait, self._latercall, slot)
            return
        slot.host.begin(slot.delay)
        slot.lastseen = self.clock.monotonic()
        request, queued = slot.queue.popleft()
        slot.transferring.add(request)  # now, and not when its coroutine begins
        _schedule_coro(self._wait_for_download(slot, request, queued))

    def _postpone(self, slot: Slot, error: PostponedError) -> None:
        """Give back all that waits: it stays in the frontier."""
        waiting = [queued for _, queued in slot.queue]
        slot.queue.clear()
        for queued in waiting:
            queued.errback(Failure(error))  # type: ignore[no-untyped-call]

    def heard(self, request: Request, response: Response) -> None:
        """What an answer asks of us, before the next request to its host is considered."""
        host = self.hosts[self.get_slot_key(request)]
        seconds = retry_after(response, datetime.fromtimestamp(self.clock.wall(), UTC))
        if seconds is not None:
            host.pause(seconds)
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

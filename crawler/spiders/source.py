"""One source, crawled: its index pages are read, and the documents that they name fetched.

Discovery fills the frontier of the ledger; documents come out of it. So a crawl that was
stopped goes on where it was, and nothing is asked twice.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

from scrapy import Request

from crawler.counts import Count, of_stats
from crawler.discovery.chain import Chain
from crawler.discovery.index import SEARCHED
from crawler.ledger import Verdict
from crawler.manners.robots import sitemaps
from crawler.refusals import PostponedError
from crawler.relevance import names_ocop
from crawler.spiders.exchanges import now
from crawler.spiders.indexes import IndexSpider
from crawler.ways import Way, WayKind

GUESS_AGAIN = timedelta(days=30)
"""A guessed address at which nothing was found is tried again after so long."""


class SourceSpider(IndexSpider):
    """Crawls the source of its class.

    Args:
        since: ISO date: listings are read back to it; otherwise only as far as they are new.
    """

    def __init__(self, name: str | None = None, since: str = "", **rest: Any) -> None:
        super().__init__(name, since, **rest)
        self.run = 0

    async def start(self) -> AsyncIterator[Any]:
        """Index pages first, guessed ones last; then what earlier crawls left waiting."""
        before = self.ledger.runs(self.source.id)
        self.whole_before = bool(before) and before[0].reason == "finished"
        self.run = self.ledger.begin_run(self.source.id)
        named = await self.named_by_robots()
        for way in (*self.source.ways, *named):
            if not self.was_wrong(way):
                yield self.way_request(way)
        for request in self.documents():
            yield request

    async def named_by_robots(self) -> list[Way]:
        """Sitemaps that robots.txt names and the row does not (sitemaps.org)."""
        try:
            named = await sitemaps(self.crawler, self.source.home)
        except PostponedError as error:
            self.logger.info("%s: robots.txt is not asked now: %s", self.source.id, error)
            return []
        known = {way.url(SEARCHED) for way in self.source.ways}
        here = (url for url in dict.fromkeys(named) if self.source.holds(url))
        return [Way(WayKind.SITEMAP, url, proved=True) for url in here if url not in known]

    def was_wrong(self, way: Way) -> bool:
        """Whether a guessed way was tried of late, and nothing was there."""
        if way.proved:
            return False
        known = self.ledger.seen(way.url(SEARCHED), self.source.id)
        gone = known is not None and known.verdict is Verdict.GONE
        return gone and known is not None and now() - known.fetched_at < GUESS_AGAIN

    def way_request(self, way: Way) -> Request:
        """The first page of a way of hearing of documents."""
        url = way.url(SEARCHED)
        gathers = way.kind in (WayKind.TAG, WayKind.SEARCH)
        return self.index_request(url, Chain(way, gathers or names_ocop(url)))

    def closed(self, reason: str) -> None:
        """Enter the run. A crawl that met nothing at all is an alarm, never a result."""
        counts = of_stats(self.crawler.stats.get_stats())
        if self.run:
            self.ledger.end_run(self.run, reason, counts)
        self.ledger.close()
        if not self.run:  # it did not begin: another crawl has its hosts, or it is not the hour
            return
        met = (Count.ARCHIVED, Count.UNCHANGED, Count.INDEX_UNCHANGED)
        if not any(counts.get(what) for what in met):
            self.logger.error(
                "%s: no page that speaks of OCOP was met (%s): read the errors above, then look "
                "at the source in a browser",
                self.source.id,
                reason,
            )

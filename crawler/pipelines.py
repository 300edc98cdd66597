"""From pages to captures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.statscollectors import StatsCollector

from crawler.archive import Archive
from crawler.captures import REVISIT, rfc3339
from crawler.items import Page
from crawler.relevance import may_speak_of_ocop


class ArchivePipeline:
    """Archives pages that speak of OCOP; counts the others and lets them go.

    Stats: ``ocop/archived``, ``ocop/unchanged`` (a revisit), ``ocop/irrelevant``.
    """

    def __init__(self, root: Path, stats: StatsCollector, refetch_days: float) -> None:
        self.archive = Archive(root)
        self._stats = stats
        self._refetch = timedelta(days=refetch_days)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        settings = crawler.settings
        assert crawler.stats is not None
        return cls(
            Path(settings["OCOP_CORPUS"]), crawler.stats, settings.getfloat("OCOP_REFETCH_DAYS")
        )

    def open_spider(self) -> None:
        """Take the archive's lock, so that a second crawl fails now and not at its end."""
        self.archive.begin_writing()

    def close_spider(self) -> None:
        """Fold the index and free the lock."""
        self.archive.close()

    def is_fresh(self, url: str) -> bool:
        """Whether the archive has a capture of this address that is young enough."""
        since = rfc3339(datetime.now(UTC) - self._refetch)
        return any(known.fetched_at > since for known in self.archive.at(url))

    def process_item(self, item: Page) -> Page:
        """Archive a page.

        Raises:
            DropItem: It does not speak of OCOP.
        """
        if not may_speak_of_ocop(item.payload, item.media_type):
            self._stats.inc_value("ocop/irrelevant")
            raise DropItem(f"{item.url} does not speak of OCOP")
        capture, _ = self.archive.add_response(
            item.url, item.status, item.headers, item.payload, item.fetched_at, item.request
        )
        unchanged = capture.media_type == REVISIT
        self._stats.inc_value("ocop/unchanged" if unchanged else "ocop/archived")
        return item

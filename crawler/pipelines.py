"""From pages to captures: the archive first, then the ledger."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Self, TypedDict

from scrapy.crawler import Crawler

from crawler.beginning import agree
from crawler.captures import REVISIT, Capture
from crawler.counts import PREFIX, Count
from crawler.items import Page
from crawler.ledger import Fetched, Ledger, Verdict
from crawler.records import Told
from crawler.shelves import Shelf
from crawler.spiders.documents import DocumentSpider

logger = logging.getLogger(__name__)

_in_use: dict[Path, tuple[Shelf, int]] = {}
"""Shelves of this process by corpus, with the number of crawls that write to each."""


class _Beside(TypedDict):
    told: Told
    ip_address: str


class ArchivePipeline:
    """Archives pages, then remembers them.

    A crawl that is killed between the two leaves a capture that the ledger does not know;
    the next start enters it. Stats: ``ocop/archived`` (a new payload), ``ocop/unchanged``
    (a revisit), ``ocop/new`` (a document met for the first time), ``ocop/changed``.
    """

    def __init__(self, crawler: Crawler, root: Path) -> None:
        self._crawler = crawler
        self._root = root

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler, Path(crawler.settings["OCOP_CORPUS"]))

    def open_spider(self) -> None:
        """Open the shelf that all crawls of this process write to."""
        spider = self._crawler.spider
        assert isinstance(spider, DocumentSpider)
        spider.keeper = self
        root = self._root.absolute()
        shelf, users = _in_use.get(root) or (self._new_shelf(root), 0)
        _in_use[root] = (shelf, users + 1)
        self._shelf = shelf

    def close_spider(self) -> None:
        """Leave it; the last crawl merges it into the archive."""
        root = self._root.absolute()
        shelf, users = _in_use.pop(root)
        if users > 1:
            _in_use[root] = (shelf, users - 1)
            return
        shelf.close()
        for fault in shelf.faults:
            logger.error("%s: %s (%s)", fault.where, fault.message, fault.advice)

    def holds(self, url: str) -> bool:
        """Whether the archive has a payload of this address."""
        return bool(self._shelf.at(url))

    def process_item(self, item: Page) -> Page:
        """Archive a page, then enter it in the ledger."""
        spider = self._crawler.spider
        assert isinstance(spider, DocumentSpider)
        capture = self._archived(item)
        self._remember(item, capture, spider.ledger)
        return item

    def _new_shelf(self, root: Path) -> Shelf:
        """A shelf for this process; those of killed crawls are put away first."""
        spider = self._crawler.spider
        assert isinstance(spider, DocumentSpider)
        ledger, source = spider.ledger, spider.source

        def whose(url: str) -> str | None:
            return source.id if source.holds(url) else None

        for fault in agree(ledger, root, whose).faults:
            logger.warning("%s: %s (%s)", fault.where, fault.message, fault.advice)
        most = self._crawler.settings.getint("OCOP_WARC_MB")
        return Shelf(root, max_warc_bytes=most << 20)

    def _archived(self, page: Page) -> Capture:
        told = Told(
            source_id=page.source_id,
            via=page.via,
            way=page.way,
            asked="" if page.key == page.url else page.key,
            title=page.title,
            published=page.published,
        )
        beside: _Beside = {"told": told, "ip_address": page.ip_address}
        if page.status == 304:
            return self._shelf.add_not_modified(
                page.url, page.headers, page.fetched_at, page.request, **beside
            )[0]
        return self._shelf.add_response(
            page.url,
            page.status,
            page.headers,
            page.payload,
            page.fetched_at,
            page.request,
            **beside,
        )[0]

    def _remember(self, page: Page, capture: Capture, ledger: Ledger) -> None:
        known = ledger.seen(page.key)
        self._count(Count.UNCHANGED if capture.media_type == REVISIT else Count.ARCHIVED)
        if known is None or not known.digest:
            self._count(Count.NEW)
        elif known.digest != capture.digest:
            self._count(Count.CHANGED)
        ledger.fetched(
            page.source_id,
            Fetched(
                page.key,
                page.kind,
                Verdict.RELEVANT,
                page.status,
                etag=page.header("etag"),
                last_modified=page.header("last-modified"),
                digest=capture.digest,
                title=page.title or (known.title if known else ""),
                published=page.published or (known.published if known else ""),
            ),
        )

    def _count(self, what: Count) -> None:
        self._crawler.stats.inc_value(f"{PREFIX}{what}")

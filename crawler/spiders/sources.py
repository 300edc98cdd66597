"""What every spider does: choose sources, stay on their hosts, make pages of answers."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.http import Response
from twisted.python.failure import Failure
from w3lib.url import safe_url_string, url_query_cleaner

from crawler.cells import MIN_DELAY
from crawler.items import Page
from crawler.pipelines import ArchivePipeline
from crawler.records import Request as SentRequest
from crawler.records import bare_media_type
from crawler.sources import BUNDLED, Source, Status, load_sources

# Parameters that say where a reader came from, not what he reads.
_TRACKERS = [
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_term",
    "utm_content",
    "utm_id",
    "fbclid",
    "gclid",
    "gidzl",
    "zarsrc",
]
_CRAWLABLE = (Status.ACTIVE, Status.UNPROVED)


class SourceSpider(Spider):
    """Base of the spiders. Arguments: ``source`` (ids, comma-separated), ``sources`` (a file).

    Without ``source`` all active sources are asked that have what the spider reads
    (``needs``, a column). Unproved sources are asked when they are named.
    """

    needs: ClassVar[str]

    def __init__(
        self, name: str | None = None, source: str = "", sources: str = "", **rest: str
    ) -> None:
        super().__init__(name, **rest)
        known = load_sources(Path(sources) if sources else BUNDLED)
        self.chosen = list(chosen(known, source, self.needs))

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: object, **named: object) -> Self:
        """Made by Scrapy; a crawl without a contact address does not begin."""
        if not crawler.settings["OCOP_CONTACT"]:
            advice = "a web page or mail address where the operators of the sites can reach you"
            raise UsageError(f"set the environment variable OCOP_CONTACT to {advice}")
        spider = super().from_crawler(crawler, *args, **named)
        slots = {
            source.host: {"delay": source.delay, "concurrency": 1, "throttle": False}
            for source in spider.chosen
            if source.delay > MIN_DELAY
        }
        crawler.settings.set("DOWNLOAD_SLOTS", slots, priority="spider")
        return spider

    def article(self, link: str, source: Source, response: Response) -> Request | None:
        """Request for an article, or None when it is elsewhere, odd or freshly archived."""
        url = clean_url(response.urljoin(link))
        if not on_host(url, source):
            self.count("elsewhere")
            return None
        pipeline = self.crawler.get_item_pipeline(ArchivePipeline)
        if pipeline is not None and pipeline.is_fresh(url):
            self.count("fresh")
            return None
        return Request(url, self.page, errback=self.failed, cb_kwargs={"source": source})

    def page(self, response: Response, source: Source) -> Iterator[Page]:
        """The answer as an item."""
        if not on_host(response.url, source):
            self.count("elsewhere")
            return
        request = response.request
        yield Page(
            source_id=source.id,
            url=response.url,
            status=response.status,
            media_type=bare_media_type(_text(response.headers.get("Content-Type"))),
            fetched_at=datetime.now(UTC),
            headers=_pairs(response.headers),
            payload=response.body,
            request=SentRequest(request.method, _pairs(request.headers)) if request else None,
        )

    def failed(self, failure: Failure) -> None:
        """Say which address failed and why; the run goes on."""
        request = getattr(failure, "request", None)
        self.count("failed")
        self.logger.error("%s failed: %s", getattr(request, "url", "?"), failure.value)

    def closed(self, reason: str) -> None:
        """Raise the alarm when a crawl brought nothing at all: that is never a result."""
        stats = self.crawler.stats
        brought = ("archived", "unchanged", "fresh")
        if stats is None or any(stats.get_value(f"ocop/{what}") for what in brought):
            return
        self.logger.error(
            "no page that speaks of OCOP was met (%s, %d sources): read the errors above, then "
            "look at the sources in a browser",
            reason,
            len(self.chosen),
        )

    def count(self, what: str) -> None:
        """Count in the stats, as ``ocop/<what>``."""
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(f"ocop/{what}")


def chosen(known: dict[str, Source], ids: str, needs: str) -> Iterator[Source]:
    """Sources that are asked for, or all active ones with what the spider needs.

    Raises:
        UsageError: An id is not known, its source cannot be crawled or lacks ``needs``.
    """
    if not ids:
        every = known.values()
        yield from (one for one in every if one.status is Status.ACTIVE and getattr(one, needs))
        return
    for name in filter(None, map(str.strip, ids.split(","))):
        if name not in known:
            near = ", ".join(difflib.get_close_matches(name, known)) or "see crawler/sources.csv"
            raise UsageError(f"there is no source {name!r}: did you mean {near}?")
        source = known[name]
        if source.status not in _CRAWLABLE:
            advice = f"its successor is {source.successor}" if source.successor else "leave it out"
            raise UsageError(f"source {name} is marked {source.status}: {advice}")
        if not getattr(source, needs):
            raise UsageError(f"source {name} has no {needs}: fill it in crawler/sources.csv")
        yield source


def clean_url(url: str) -> str:
    """The address without fragment and trackers; other parameters may name the article."""
    safe = safe_url_string(url)
    if not any(tracker in safe for tracker in _TRACKERS):
        return safe.partition("#")[0]
    cleaned: str = url_query_cleaner(safe, _TRACKERS, remove=True, unique=False)
    return cleaned


def on_host(url: str, source: Source) -> bool:
    """Whether an address is on the source's host or below it."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    same = host == source.host or host.endswith("." + source.host)
    return parts.scheme in ("http", "https") and same


def _pairs(headers: object) -> tuple[tuple[str, str], ...]:
    """Scrapy's headers as text, each value on its own."""
    listed: dict[bytes, list[bytes]] = dict(headers)  # type: ignore[call-overload]
    return tuple((_text(name), _text(value)) for name in listed for value in listed[name])


def _text(raw: bytes | None) -> str:
    return (raw or b"").decode("latin-1")

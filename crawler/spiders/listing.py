"""Pages that list articles: sections, tags and searches of a source."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response, TextResponse
from scrapy.link import Link
from scrapy.linkextractors import LinkExtractor

from crawler.relevance import speaks_of_ocop
from crawler.sources import Source
from crawler.spiders.sources import SourceSpider, clean_url, on_host


class ListingSpider(SourceSpider):
    """Reads the listing page of sources and fetches the articles that speak of OCOP."""

    name = "listing"
    needs = "listing"

    async def start(self) -> AsyncIterator[Any]:
        """One request for each listing."""
        for source in self.chosen:
            for url in source.listing:
                yield Request(url, self.parse, errback=self.failed, cb_kwargs={"source": source})

    def parse(self, response: Response, source: Source) -> Iterator[Request]:
        """Follow the links to articles. A page without any is an alarm, not a result."""
        links = article_links(response, source) if isinstance(response, TextResponse) else []
        if not links:
            self.count("empty_listings")
            self.logger.error(
                "%s: the listing %s links to no article: look at it in a browser, then mend "
                "listing or article_pattern in crawler/sources.csv",
                source.id,
                response.url,
            )
        about_ocop = speaks_of_ocop(response.url)
        for link in links:
            if about_ocop or speaks_of_ocop(f"{link.text} {link.url}"):
                request = self.article(link.url, source, response)
                if request is not None:
                    yield request
            else:
                self.count("other_links")


def article_links(response: TextResponse, source: Source) -> list[Link]:
    """Links to the source's host that its article pattern fits, or all when it has none."""
    pattern = source.article_pattern
    return [
        link
        for link in LinkExtractor(unique=True).extract_links(response)
        if on_host(link.url, source) and (pattern is None or pattern.search(_target(link.url)))
    ]


def _target(url: str) -> str:
    """Path and query: what article patterns are written for."""
    parts = urlsplit(clean_url(url))
    return parts.path + (f"?{parts.query}" if parts.query else "")

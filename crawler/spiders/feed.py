"""RSS and Atom feeds: the politest way to hear of new articles."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import urlsplit

import feedparser
from scrapy import Request
from scrapy.http import Response

from crawler.relevance import speaks_of_ocop
from crawler.sources import Source
from crawler.spiders.sources import SourceSpider


class FeedSpider(SourceSpider):
    """Reads the feeds of sources and fetches the entries that speak of OCOP."""

    name = "feed"
    needs = "feed"

    async def start(self) -> AsyncIterator[Any]:
        """One request for each feed."""
        for source in self.chosen:
            for url in source.feed:
                yield Request(url, self.parse, errback=self.failed, cb_kwargs={"source": source})

    def parse(self, response: Response, source: Source) -> Iterator[Request]:
        """Follow the entries. A feed without any is an alarm, not a result."""
        entries = feed_entries(response.body, response.url)
        if not entries:
            self.count("empty_feeds")
            self.logger.error(
                "%s: the feed %s (%s) holds no entries: look at it in a browser, then mend or "
                "remove it in crawler/sources.csv",
                source.id,
                response.url,
                source.feed_proof,
            )
        about_ocop = "ocop" in urlsplit(response.url).path.lower()
        for link, words in entries:
            if about_ocop or speaks_of_ocop(words):
                request = self.article(link, source, response)
                if request is not None:
                    yield request
            else:
                self.count("other_entries")


def feed_entries(payload: bytes, url: str) -> list[tuple[str, str]]:
    """Link and words (title, summary, tags, content) of each entry of a feed."""
    # A stream, so that no payload is ever taken for the name of a file or an address.
    feed = feedparser.parse(io.BytesIO(payload), response_headers={"content-location": url})
    return [(entry.link, _words(entry)) for entry in feed.entries if entry.get("link")]


def _words(entry: feedparser.FeedParserDict) -> str:
    tags = (tag.get("term") or "" for tag in entry.get("tags", ()))
    contents = (content.get("value") or "" for content in entry.get("content", ()))
    return " ".join([entry.get("title", ""), entry.get("summary", ""), *tags, *contents])

"""RSS and Atom feeds: the politest way to hear of new articles."""

from __future__ import annotations

import calendar
import io
from datetime import datetime, timedelta, timezone

import feedparser

from crawler.portals.base import Link

VIETNAM = timezone(timedelta(hours=7))


def entries(payload: bytes, url: str) -> list[Link]:
    """The entries of a feed, in its order; their words are title, summary, tags, content.

    Entries without a link are left out. What is no feed has no entries.
    """
    # A stream, so that no payload is ever taken for the name of a file or an address.
    feed = feedparser.parse(io.BytesIO(payload), response_headers={"content-location": url})
    return [
        Link(
            entry.link,
            _words(entry),
            _published(entry),
            title=entry.get("title", ""),
            summary=entry.get("summary", ""),
        )
        for entry in feed.entries
        if entry.get("link")
    ]


def _words(entry: feedparser.FeedParserDict) -> str:
    tags = (tag.get("term") or "" for tag in entry.get("tags", ()))
    contents = (content.get("value") or "" for content in entry.get("content", ()))
    return " ".join([entry.get("title", ""), entry.get("summary", ""), *tags, *contents])


def _published(entry: feedparser.FeedParserDict) -> str:
    """EDTF in Vietnam's time; feedparser gives UTC."""
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if not parsed:
        return ""
    return datetime.fromtimestamp(calendar.timegm(parsed), VIETNAM).isoformat()

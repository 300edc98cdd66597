"""Feeds and sitemaps."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING

from town.story import Story
from town.wire import XML, Answer

if TYPE_CHECKING:
    from town.portals.base import Portal

_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def rss(portal: Portal, stories: Sequence[Story], *, tracked: bool = True) -> str:
    """RSS 2.0; summaries as HTML inside CDATA, addresses with the mark of the feed."""
    items = []
    for story in stories:
        address = portal.url(portal.address(story))
        if tracked:
            address += ("&" if "?" in address else "?") + "utm_source=rss"
        items.append(
            f"<item><title>{escape(story.title)}</title><link>{escape(address)}</link>"
            f'<guid isPermaLink="false">{story.id}</guid>'
            f"<description><![CDATA[<p>{escape(story.summary)}</p>]]></description>"
            f"<pubDate>{format_datetime(story.published)}</pubDate></item>"
        )
    return (
        f'{_HEAD}<rss version="2.0"><channel><title>{escape(portal.publisher)}</title>'
        f"<link>{portal.base}/</link><description>Tin mới</description>{''.join(items)}"
        "</channel></rss>\n"
    )


def atom(portal: Portal, stories: Sequence[Story]) -> str:
    """Atom (RFC 4287)."""
    entries = "".join(
        f"<entry><id>tag:{portal.name}.town.test,2018:{story.id}</id>"
        f"<title>{escape(story.title)}</title>"
        f'<link rel="alternate" href="{escape(portal.url(portal.address(story)))}"/>'
        f"<summary>{escape(story.summary)}</summary>"
        f"<published>{story.published.isoformat()}</published>"
        f"<updated>{story.dated.isoformat()}</updated></entry>"
        for story in stories
    )
    newest = max((story.dated for story in stories), default=portal.now())
    return (
        f'{_HEAD}<feed xmlns="http://www.w3.org/2005/Atom"><title>{escape(portal.publisher)}'
        f"</title><id>{portal.base}/</id><updated>{newest.isoformat()}</updated>{entries}</feed>\n"
    )


def sitemap(portal: Portal, stories: Sequence[Story], *, dates: bool = True) -> Answer:
    """Addresses of stories, with the days of their last change."""
    urls = "".join(
        f"<url><loc>{escape(portal.url(portal.address(story)))}</loc>"
        + (f"<lastmod>{story.dated.isoformat()}</lastmod>" if dates else "")
        + "</url>\n"
        for story in stories
    )
    text = f'{_HEAD}<urlset xmlns="{_NS}">\n{urls}</urlset>\n'
    return Answer(text.encode(), kind=XML, modified=_newest(stories))


def index(portal: Portal, parts: Sequence[tuple[str, Sequence[Story]]]) -> Answer:
    """A sitemap of sitemaps: path and stories of each."""
    maps = "".join(
        f"<sitemap><loc>{escape(portal.url(path))}</loc>"
        f"<lastmod>{max(one.dated for one in stories).date().isoformat()}</lastmod></sitemap>\n"
        for path, stories in parts
        if stories
    )
    text = f'{_HEAD}<sitemapindex xmlns="{_NS}">\n{maps}</sitemapindex>\n'
    return Answer(text.encode(), kind=XML)


def zipped(answer: Answer) -> Answer:
    """A ``.xml.gz``: gzip is the format of the file here, not a Content-Encoding."""
    return answer.but(body=gzip.compress(answer.body, mtime=0), kind="application/x-gzip")


def _newest(stories: Sequence[Story]) -> datetime | None:
    return None if not stories else max(story.written for story in stories)

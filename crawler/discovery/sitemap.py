"""Sitemaps (sitemaps.org, with the news extension) and indexes of them."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from itertools import islice

from scrapy.utils.sitemap import Sitemap as XmlSitemap

MAX_ENTRIES = 50_000
"""Entries that one sitemap may hold (sitemaps.org); the rest is not read."""


class SitemapError(ValueError):
    """The payload is no sitemap; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An address of a sitemap; ``lastmod`` is W3C date-time as printed, or empty."""

    url: str
    lastmod: str = ""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap lists: addresses of pages, or (``is_index``) of further sitemaps."""

    is_index: bool
    entries: tuple[Entry, ...]


def read(payload: bytes, max_bytes: int) -> Sitemap:
    """Read a sitemap, also a gzipped one.

    Args:
        payload: What the server sent.
        max_bytes: Largest size of the uncompressed sitemap.

    Raises:
        SitemapError: It is no sitemap, or larger than ``max_bytes``.
    """
    xml = _plain(payload, max_bytes)
    if not xml.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise SitemapError("it does not begin like XML")
    try:
        sitemap = XmlSitemap(xml)
    except (SyntaxError, StopIteration) as error:
        raise SitemapError(f"it cannot be parsed ({error})") from error
    if sitemap.type not in ("urlset", "sitemapindex"):
        raise SitemapError(f"its root element is <{sitemap.type}>")
    found = (Entry(one["loc"], one.get("lastmod", "")) for one in sitemap if one.get("loc"))
    return Sitemap(sitemap.type == "sitemapindex", tuple(islice(found, MAX_ENTRIES)))


def _plain(payload: bytes, max_bytes: int) -> bytes:
    if not payload.startswith(b"\x1f\x8b"):
        return payload
    inflate = zlib.decompressobj(wbits=31)
    try:
        xml = inflate.decompress(payload, max_bytes)
    except zlib.error as error:
        raise SitemapError(f"its gzip stream is damaged ({error})") from error
    if inflate.unconsumed_tail:
        raise SitemapError(f"it unpacks to more than {max_bytes} bytes")
    return xml

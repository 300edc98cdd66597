"""An index page, of whatever kind, as the links that it names."""

from __future__ import annotations

from dataclasses import dataclass

from scrapy.http import Response, TextResponse

from crawler.discovery import feed, sitemap
from crawler.portals.base import Link, Listing, NextPage, Portal
from crawler.ways import Way, WayKind

SEARCHED = "OCOP"
"""What site searches are asked for."""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """What one page of an index names.

    Attributes:
        links: Documents, in the order of the page.
        indexes: Further sitemaps; their ``modified`` may spare asking them.
        next: The following page of a listing or search.
        problem: Why nothing could be read, or empty.
        drift: Names of the portal's selectors that are set and found nothing.
    """

    links: tuple[Link, ...] = ()
    indexes: tuple[Link, ...] = ()
    next: NextPage | None = None
    problem: str = ""
    drift: tuple[str, ...] = ()


def read_index(response: Response, way: Way, portal: Portal, max_bytes: int) -> IndexPage:
    """Read an index page. What cannot be read has no links, and a problem."""
    if way.kind is WayKind.FEED:
        links = tuple(feed.entries(response.body, response.url))
        return IndexPage(links, problem="" if links else "it is no feed, or an empty one")
    if way.kind is WayKind.SITEMAP:
        return _sitemap(response, portal, max_bytes)
    if not isinstance(response, TextResponse):
        return IndexPage(problem="it is no page of text")
    try:
        listing: Listing = portal.listing(response)
    except (ValueError, RecursionError) as error:
        return IndexPage(problem=f"it cannot be read ({error})")
    return IndexPage(
        listing.links, next=listing.next, problem=listing.unreadable, drift=listing.drift
    )


def following(page: IndexPage, way: Way, number: int) -> NextPage | None:
    """The page after one: as the page says, or by the template of a search."""
    if page.next or not (way.kind is WayKind.SEARCH and way.paged):
        return page.next
    return NextPage(way.url(SEARCHED, number + 1)) if page.links else None


def _sitemap(response: Response, portal: Portal, max_bytes: int) -> IndexPage:
    try:
        listed = sitemap.read(response.body, max_bytes)
    except sitemap.SitemapError as error:
        return IndexPage(problem=str(error))
    links = tuple(Link(entry.url, modified=entry.lastmod) for entry in listed.entries)
    if listed.is_index:
        return IndexPage(indexes=links)
    return IndexPage(tuple(link for link in links if portal.is_article(link.url)))

"""A source: one place where documents appear, as a row of ``sources.csv`` tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from w3lib.url import safe_url_string

from crawler.hours import Hours
from crawler.portals import PORTALS, Portal
from crawler.provinces import PREDECESSORS, PROVINCES, SUCCESSOR, Province
from crawler.ways import Way, WayKind

GENERIC = "generic"
"""Name of the portal that reads what pages say of themselves."""


class SourceKind(StrEnum):
    """Who a source is."""

    NEWSPAPER = "newspaper"
    PORTAL = "portal"
    DEPARTMENT = "department"
    NTM_OFFICE = "ntm_office"
    NATIONAL_NEWS = "national_news"
    LEGAL = "legal"


class Status(StrEnum):
    """What was last known of a source."""

    ACTIVE = "active"
    UNPROVED = "unproved"
    MOVED = "moved"
    DEAD = "dead"
    BLOCKED = "blocked"
    TAKEN_OVER = "taken_over"


CRAWLABLE = (Status.ACTIVE, Status.UNPROVED)
"""What may be asked: active sources always, unproved ones when they are named."""


class FeedProof(StrEnum):
    """How a feed's address is known: it was seen, or only guessed from its neighbours'."""

    NONE = ""
    SEEN = "seen"
    GUESSED = "guessed"


@dataclass(frozen=True)
class Source:
    """One place where documents appear.

    Attributes:
        id: Stable name, letters, digits and ``_``.
        publisher: Name as the publisher writes it.
        province_code: GSO code in the map of ``regime``, None for national publishers.
        regime: 63 or 34; None without a province.
        kind: Who it is.
        home: Address of the front page.
        feed: Addresses of RSS or Atom feeds.
        feed_proof: How they are known.
        sitemap: Address of a sitemap, or empty.
        listing: Addresses of pages that list articles (sections).
        search: Address of the site's search with ``{words}`` and often ``{page}``, or empty.
        tag: Addresses of pages that gather what speaks of OCOP.
        article_pattern: Matches the path (and query) of an article; None when not known.
        portal: Name of its family of content management systems, or empty.
        charset: Encoding that was verified, or empty.
        selectors: CSS lists that differ from the portal's, by name.
        file_hosts: Other hosts on which its attachments lie.
        delay: Seconds between two requests, at least ``cells.MIN_DELAY``.
        hours: When it may be asked; None for always.
        expected_per_month: Documents on OCOP in a usual month; None when not known.
        status: What was last known of it.
        successor: ``id`` of the source that took its place, or empty.
        since: From when on the facts of the row are known to hold (EDTF: 2019, 2025-07-01).
        checked: When somebody last saw them hold (EDTF), or empty.
        evidence: Where these facts are from.
        note: What else an operator should know.
    """

    id: str
    publisher: str
    province_code: str | None
    regime: int | None
    kind: SourceKind
    home: str
    feed: tuple[str, ...]
    feed_proof: FeedProof
    sitemap: str
    listing: tuple[str, ...]
    search: str
    tag: tuple[str, ...]
    article_pattern: re.Pattern[str] | None
    portal: str
    charset: str
    selectors: Mapping[str, str] = field(hash=False)
    file_hosts: tuple[str, ...]
    delay: float
    hours: Hours | None
    expected_per_month: float | None
    status: Status
    successor: str
    since: str
    checked: str
    evidence: str
    note: str

    @property
    def host(self) -> str:
        """Host of the front page, without ``www.``."""
        return host_of(self.home)

    @cached_property
    def hosts(self) -> frozenset[str]:
        """All hosts that a crawl of this source may ask, without ``www.``.

        Those of its front page, of every way of hearing of articles, and of its files.
        Who holds these hosts may crawl this source without meeting another crawler.
        """
        addresses = (self.home, self.sitemap, self.search, *self.feed, *self.listing, *self.tag)
        named = {host_of(one) for one in addresses if one}
        return frozenset(named | {_bare(one) for one in self.file_hosts})

    def holds(self, url: str) -> bool:
        """Whether an address is on one of the source's hosts."""
        return host_of(url) in self.hosts

    @cached_property
    def rules(self) -> Portal:
        """The portal of this source: its family's rules with the row's own in their place."""
        return PORTALS[self.portal or GENERIC](
            own_selectors=self.selectors, article_pattern=self.article_pattern, home=self.home
        )

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Ways of hearing of articles, in the order in which they are asked.

        What was seen comes first, the politest way (a feed) before the costly ones; the front
        page is the listing of a row that names no other. What is guessed comes last: feeds of
        the row that nobody saw, then the paths at which the portal's family serves what nobody
        saw here.
        """
        named = tuple(self._named_ways())
        seen = {way.kind for way in named if way.proved}
        guessed = (way for way in self._family_ways() if way.kind not in seen)
        ways = dict.fromkeys((*named, *guessed))
        return tuple(sorted(ways, key=lambda way: not way.proved))

    def _named_ways(self) -> Iterator[Way]:
        seen = self.feed_proof is FeedProof.SEEN
        yield from (Way(WayKind.FEED, one, seen) for one in self.feed)
        yield from (Way(WayKind.TAG, one, proved=True) for one in self.tag)
        yield from (Way(WayKind.LISTING, one, proved=True) for one in self.listing)
        if not (self.tag or self.listing):
            yield Way(WayKind.LISTING, self.home, proved=True)
        if self.search:
            yield Way(WayKind.SEARCH, self.search, proved=True)
        if self.sitemap:
            yield Way(WayKind.SITEMAP, self.sitemap, proved=True)

    def _family_ways(self) -> Iterator[Way]:
        family = self.rules
        sections = ("", *(urlsplit(one).path for one in self.listing))
        for one in dict.fromkeys(path for part in sections for path in family.feed_paths(part)):
            yield Way(WayKind.FEED, urljoin(self.home, one), proved=False)
        if family.tag:
            yield Way(WayKind.TAG, urljoin(self.home, family.tag_page("OCOP")), proved=False)
        if family.search:
            yield Way(WayKind.SEARCH, urljoin(self.home, family.search), proved=False)
        for one in family.sitemaps:
            yield Way(WayKind.SITEMAP, urljoin(self.home, one), proved=False)

    @property
    def province(self) -> Province | None:
        """The province that the row names; None for national publishers."""
        if self.regime is None or self.province_code is None:
            return None
        return PROVINCES[self.regime, self.province_code]

    @property
    def provinces(self) -> tuple[Province, ...]:
        """Provinces of both maps that it writes of: its own, and what merged into or with it."""
        own = self.province
        if own is None:
            return ()
        return (own, SUCCESSOR[own]) if own in SUCCESSOR else (own, *PREDECESSORS[own])


def asked_first(sources: Iterable[Source]) -> list[Source]:
    """Sources in the order in which they are asked: those that answered before the unproved."""
    return sorted(sources, key=lambda source: source.status is not Status.ACTIVE)


def host_of(url: str) -> str:
    """Host of an address in small letters and ASCII, without ``www.`` and port."""
    return _bare(urlsplit(safe_url_string(url)).hostname or "")


def _bare(host: str) -> str:
    return host.lower().removeprefix("www.")

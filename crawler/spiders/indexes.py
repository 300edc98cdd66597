"""Index pages: read for their links, and followed to their ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from scrapy import Request
from scrapy.exceptions import UsageError
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.counts import FAILURES, Count
from crawler.discovery.chain import Chain
from crawler.discovery.index import SEARCHED, IndexPage, following, read_index
from crawler.failures import named
from crawler.identity import Identity, Mazes, identify
from crawler.ledger import Fetched, Found, Kind, Verdict
from crawler.portals.base import Link, NextPage
from crawler.relevance import names_ocop, speaks_of_ocop
from crawler.spiders.documents import DocumentSpider
from crawler.spiders.exchanges import asked, conditions, header, now
from crawler.ways import WayKind

_INDEX_PRIORITY = 100
_PAST_THE_END = (400, 404, 410)
"""What servers answer to a page after the last of a listing; other errors are failures."""
_HEADLINE = 10
"""Letters that a headline has at least."""
_NO_END = (Verdict.REFUSED, Verdict.FAILED, Verdict.TAKEN_OVER)
"""What a page without links may be that says nothing of the end of a listing."""


class IndexSpider(DocumentSpider):
    """Reads the index pages of one source into the frontier of the ledger.

    Attributes:
        since: Listings are read back to this day; None: only as far as they are new.
        mazes: Addresses without end that this run met.
        whole_before: Whether the run before this one came to its end.
    """

    def __init__(self, name: str | None = None, since: str = "", **rest: Any) -> None:
        super().__init__(name, **rest)
        try:
            self.since = date.fromisoformat(since) if since else None
        except ValueError as error:
            raise UsageError(f"since={since!r} is no date: write it as 2018-01-31") from error
        self.mazes = Mazes(now().date())
        self.whole_before = False

    def index_request(self, url: str, chain: Chain) -> Request:
        """An index, asked for only if it has changed since it was read to its end."""
        known = None if self.since else self.ledger.seen(url, self.source.id)
        return Request(
            url,
            self.parse_index,
            errback=self.index_failed,
            headers=conditions(known.etag, known.last_modified) if known else {},
            priority=_INDEX_PRIORITY + chain.way.proved,
            cb_kwargs={"chain": chain},
        )

    def parse_index(self, response: Response, chain: Chain) -> Iterator[Request]:
        """Links into the frontier; then its next page, and the documents that are waiting."""
        self.count(Count.INDEX_PAGES)
        identity = identify(response, self.source, self.portal, Kind.INDEX, chain.way.kind)
        if chain.way.proved and chain.page == 1:
            self.note(identity.code)
        if response.status == 304 and identity.ok:
            self.count(Count.INDEX_UNCHANGED)
            self.count(Count.INDEXES_READ)
            chain.read()
            return
        if chain.page == 1:
            chain.ended = partial(self.read_to_its_end, response)
        page = read_index(response, chain.way, self.portal, self.max_bytes)
        if not identity.ok or not (page.indexes or self.names_own(page)):
            self.empty_index(response, chain, identity, page.problem)
            return
        self.count(Count.INDEXES_READ)
        self.count_listing(page, chain)
        new = self.discovered(response, page.links, chain)
        yield from self.further(page, chain, new)
        chain.read()
        yield from self.documents()

    def names_own(self, page: IndexPage) -> bool:
        """Whether a page names any address of this source."""
        return any(self.source.holds(self.portal.canonical(link.url)) for link in page.links)

    @property
    def max_bytes(self) -> int:
        """Largest size of an unpacked sitemap."""
        return self.crawler.settings.getint("DOWNLOAD_MAXSIZE")

    def read_to_its_end(self, first: Response) -> None:
        """All pages of an index were read: it need not be read again until it changes."""
        answer = Fetched(
            asked(first),
            Kind.INDEX,
            Verdict.INDEX,
            first.status,
            etag=header(first, "ETag"),
            last_modified=header(first, "Last-Modified"),
        )
        self.ledger.fetched(self.source.id, answer)

    def empty_index(
        self, response: Response, chain: Chain, identity: Identity, problem: str
    ) -> None:
        """An index that names nothing is an alarm on its first page, and the end on others."""
        if chain.page > 1 and identity.verdict not in _NO_END:
            chain.read()
            return
        if chain.page > 1:
            self.note(identity.code)
        self.index_lost(chain, response.url, identity.message or problem)

    def count_listing(self, page: IndexPage, chain: Chain) -> None:
        """Count whether the portal's selectors found the links: a redesign shows as a fall."""
        if chain.way.kind not in (WayKind.FEED, WayKind.SITEMAP):
            self.count(Count.LISTINGS)
            self.count(Count.DRIFT_LINKS, "links" in page.drift)

    def index_lost(self, chain: Chain, url: str, problem: str) -> None:
        """An index gave nothing. A guessed address may be wrong; one that was seen may not."""
        chain.failed()
        if not chain.way.proved:
            self.count(Count.GUESSES_FAILED)
            wrong = Fetched(chain.way.url(SEARCHED), Kind.INDEX, Verdict.GONE, message=problem)
            self.ledger.fetched(self.source.id, wrong)
            self.logger.info("%s: guessed %s: %s", self.source.id, url, problem)
            return
        self.count(Count.INDEXES_LOST)
        self.logger.error(
            "%s: the %s %s names no document (%s): look at it in a browser, then mend the row "
            "in crawler/sources.csv",
            self.source.id,
            chain.way.kind,
            url,
            problem or "no link fits article_pattern or the portal's selectors",
        )

    def index_failed(self, failure: Failure) -> None:
        """An index could not be had."""
        request: Request = failure.request  # type: ignore[attr-defined]
        chain: Chain = request.cb_kwargs["chain"]
        if chain.page > 1 and _is_past_the_end(failure):
            chain.read()
            return
        reason = named(failure)
        if chain.way.proved:
            self.count(f"{FAILURES}{reason.code}")
        if reason.postponed:  # nothing is known of it: neither lost nor wrong
            self.count(Count.POSTPONED)
            self.logger.error("%s: %s (%s)", request.url, reason.message, reason.advice)
            chain.failed()
            return
        self.index_lost(chain, request.url, reason.message)

    def discovered(self, response: Response, links: Iterable[Link], chain: Chain) -> int | None:
        """Put the links that speak of OCOP into the frontier.

        Returns:
            How many of them the ledger had not met; None when the page names only what
            earlier pages of the chain named: then its end is passed.
        """
        found: list[Found] = []
        fresh = headlines = 0
        for link in links:
            key = self.portal.canonical(link.url)
            if key in chain.met:
                continue
            chain.met.add(key)
            fresh += 1
            headlines += _is_headline(link.words)
            if not self.source.holds(key):
                self.count("elsewhere")
            elif self.is_maze(key):
                continue
            elif chain.about_ocop or speaks_of_ocop(link.words) or names_ocop(link.url):
                found.append(
                    Found(
                        key,
                        Kind.ARTICLE,
                        link.words,
                        response.url,
                        chain.way.kind,
                        link.published,
                        link.modified,
                    )
                )
            else:
                self.count(Count.PASSED_OVER)
        self.mazes.brought(response.url, headlines)
        return self.ledger.found(self.source.id, found) if fresh else None

    def further(self, page: IndexPage, chain: Chain, new: int | None) -> Iterator[Request]:
        """Requests for the sitemaps of an index, or for the next page of a listing."""
        if page.indexes:
            yield from self.sitemaps(page.indexes, chain)
            return
        after = following(page, chain.way, chain.page)
        if after is None or new is None or (after.form is None and self.is_maze(after.url)):
            return
        if self.goes_on(chain, page, new):
            chain.more()
            yield self.page_request(after, chain)

    def is_maze(self, url: str) -> bool:
        """Whether an address leads into a calendar, or a path, without end."""
        maze = self.mazes.refuses(url)
        if maze is not None:
            self.note(maze.code)
        return maze is not None

    def goes_on(self, chain: Chain, page: IndexPage, new: int) -> bool:
        """Whether a listing is worth reading further."""
        settings = self.crawler.settings
        if self.since is not None:
            told = [link.published for link in page.links if link.published]
            older = bool(told) and max(told) < self.since.isoformat()
            return not older and chain.page < settings.getint("OCOP_LISTING_PAGES_SINCE")
        known = new == 0 and (chain.about_ocop or self.names_ocop(page))
        # After a crawl that was stopped, what is known says nothing of what comes after it.
        known = known and self.whole_before
        return not known and chain.page < settings.getint("OCOP_LISTING_PAGES")

    @staticmethod
    def names_ocop(page: IndexPage) -> bool:
        """Whether a page names any document on OCOP at all."""
        return any(speaks_of_ocop(link.words) or names_ocop(link.url) for link in page.links)

    def page_request(self, after: NextPage, chain: Chain) -> Request:
        """The next page of a listing; by POST where the portal wants a form."""
        request = Request(
            after.url,
            self.parse_index,
            errback=self.index_failed,
            priority=_INDEX_PRIORITY,
            cb_kwargs={"chain": chain},
        )
        if after.form is None:
            return request
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return request.replace(method="POST", body=urlencode(dict(after.form)), headers=headers)

    def sitemaps(self, listed: Iterable[Link], chain: Chain) -> Iterator[Request]:
        """The sitemaps of an index that may name something new, each a chain of its own."""
        for link in listed:
            if not self.source.holds(link.url):
                self.count("elsewhere")
            elif self.is_stale(link):
                self.count("sitemaps_spared")
            else:
                chain.more()
                yield self.index_request(link.url, Chain(chain.way, chain.about_ocop, parent=chain))

    def is_stale(self, link: Link) -> bool:
        """Whether a sitemap was read since it was changed, or holds nothing young enough."""
        if not link.modified:
            return False
        if self.since is not None:
            return link.modified < self.since.isoformat()
        known = self.ledger.seen(link.url, self.source.id)
        return known is not None and link.modified < known.fetched_at.date().isoformat()


def _is_past_the_end(failure: Failure) -> bool:
    return isinstance(failure.value, HttpError) and failure.value.response.status in _PAST_THE_END


def _is_headline(words: str) -> bool:
    """Whether a link speaks of something; the days of a calendar do not."""
    return sum(map(str.isalpha, words)) >= _HEADLINE

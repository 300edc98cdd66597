"""Documents out of the frontier: asked politely, looked at, kept or remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Protocol, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.http import Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.counts import DRIFT, FAILURES, IDENTITY, PREFIX, Count
from crawler.failures import named
from crawler.identity import Code, Identity, identify
from crawler.items import Page
from crawler.ledger import Fetched, Found, Kind, Ledger, Verdict, Waiting
from crawler.portals import Article, Portal
from crawler.records import Request as SentRequest
from crawler.records import bare_media_type
from crawler.relevance import may_speak_of_ocop, speaks_of_ocop
from crawler.source import Source
from crawler.spiders.exchanges import conditions, header, now, pairs, verdict_of
from crawler.spiders.reading import read_article

ATTACHMENT_PRIORITY = 10


class Keeper(Protocol):
    """Who keeps what is fetched: the archive's pipeline, which sets itself at the spider."""

    def holds(self, url: str) -> bool:
        """Whether a payload of this address is kept."""


class DocumentSpider(Spider):
    """Asks for the documents of one source that wait in the ledger's frontier."""

    keeper: Keeper
    source: ClassVar[Source]
    handle_httpstatus_list: ClassVar[list[int]] = [304]
    ledger: Ledger

    def __init__(self, name: str | None = None, **rest: Any) -> None:
        super().__init__(name, **rest)
        self.portal: Portal = self.source.rules
        self.asked: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **named: Any) -> Self:
        """Made by Scrapy; a crawl without a contact address does not begin."""
        if not crawler.settings["OCOP_CONTACT"]:
            advice = "a web page or mail address where the operators of the sites can reach you"
            raise UsageError(f"set the environment variable OCOP_CONTACT to {advice}")
        spider = super().from_crawler(crawler, *args, **named)
        days = crawler.settings.get("OCOP_REFETCH_DAYS")
        spider.ledger = Ledger(
            Path(crawler.settings["OCOP_CORPUS"]) / "ledger.sqlite",
            now=now,
            refetch_days=None if days in (None, "") else float(days),
        )
        return spider

    def documents(self) -> Iterator[Request]:
        """Requests for what waits and was not asked in this run."""
        for waiting in self.ledger.waiting(self.source.id):
            if waiting.kind is not Kind.INDEX and waiting.url not in self.asked:
                self.asked.add(waiting.url)
                yield self.document_request(waiting)

    def document_request(self, waiting: Waiting) -> Request:
        """A request; of a document that was fetched before only what has changed is wanted."""
        return Request(
            waiting.url,
            self.parse_document,
            errback=self.document_failed,
            headers=conditions(waiting.etag, waiting.last_modified),
            priority=ATTACHMENT_PRIORITY if waiting.kind is Kind.ATTACHMENT else 0,
            cb_kwargs={"waiting": waiting},
            dont_filter=True,
        )

    def parse_document(self, response: Response, waiting: Waiting) -> Iterator[Page | Request]:
        """What an answer is decides where it goes: archive, or memory alone."""
        self.count(Count.DOCUMENTS_ASKED)
        identity = identify(response, self.source, self.portal, waiting.kind)
        self.note(identity.code)
        if not identity.ok:
            self.remember(waiting, response, identity)
        elif response.status == 304:
            yield self.unchanged(response, waiting)
        elif waiting.kind is Kind.ATTACHMENT or not isinstance(response, TextResponse):
            yield self.page(response, waiting, None)
        else:
            yield from self.parse_article(response, waiting)

    def unchanged(self, response: Response, waiting: Waiting) -> Page | Request:
        """A revisit; the whole page when the archive has lost what is said to be unchanged."""
        if self.keeper.holds(response.url):
            return self.page(response, waiting, None)
        self.count("asked_anew")
        return self.document_request(replace(waiting, etag="", last_modified=""))

    def parse_article(self, response: TextResponse, waiting: Waiting) -> Iterator[Page | Request]:
        """Keep an article that speaks of OCOP, and ask for its attachments."""
        article = self.read(response, waiting)
        self.count_layout(article)
        if self.is_twin(article, waiting):
            self.pass_over(waiting, response, "twin", f"the same article as {article.url}")
        elif not self.is_relevant(article, response, waiting):
            self.pass_over(waiting, response, "other_subject", "it does not speak of OCOP")
        else:
            # Files first: a crawl that is killed here asks the article again, and them.
            self.find_attachments(article, waiting)
            page = self.page(response, waiting, article)
            yield page
            if page.key != waiting.url:
                self.pass_over(waiting, response, "twin", f"the same article as {page.key}")
            yield from self.documents()

    def read(self, response: TextResponse, waiting: Waiting) -> Article:
        """The article; of a page that no rule can read nothing is told, and its bytes decide."""
        known = self.ledger.seen(waiting.url)
        try:
            article, doubtful = read_article(self.portal, response, waiting, known)
        except Exception:
            # Whatever a page does to a parser: it is said, counted, and the page is kept.
            self.count("portal_broke")
            self.logger.exception("%s: the rules broke on %s", self.source.id, response.url)
            return Article(waiting.url, title=waiting.words)
        self.note(doubtful)
        if article.unreadable:
            self.count("unreadable")
            self.logger.warning("%s: %s", self.source.id, article.unreadable)
        return article

    def is_twin(self, article: Article, waiting: Waiting) -> bool:
        """Whether the article says that it is one which was kept under another address."""
        known = self.ledger.seen(self.own_address(article, waiting))
        if known is None or known.url == waiting.url or known.verdict is not Verdict.RELEVANT:
            return False
        return known.title == article.title

    def own_address(self, article: Article, waiting: Waiting) -> str:
        """The address that an article gives itself; some sites give all the same one."""
        url = article.url
        if not (self.portal.is_article(url) and self.source.holds(url)):
            return waiting.url
        known = self.ledger.seen(url)
        taken = known is not None and known.title not in ("", article.title)
        return waiting.url if taken or self.was_kept(waiting.url) else url

    def was_kept(self, url: str) -> bool:
        """Whether a document of this address was archived, and is still there."""
        known = self.ledger.seen(url)
        return known is not None and known.verdict is Verdict.RELEVANT

    def is_relevant(self, article: Article, response: TextResponse, waiting: Waiting) -> bool:
        """Whether it speaks of OCOP: in its own words, for menus of a site name it everywhere.

        A page that was kept before is kept again: its change is evidence. A page whose
        body no rule finds is judged by all its bytes.
        """
        if self.was_kept(waiting.url):
            return True
        files = (f"{one.name} {one.url}" for one in article.attachments)
        if speaks_of_ocop("\n".join([article.title, article.summary, article.body, *files])):
            return True
        kind = bare_media_type(header(response, "Content-Type"))
        return not article.body and may_speak_of_ocop(response.body, kind)

    def find_attachments(self, article: Article, waiting: Waiting) -> None:
        """Put the files of an article into the frontier."""
        found = []
        for one in article.attachments:
            if self.source.holds(one.url):
                words = one.name or article.title
                found.append(Found(one.url, Kind.ATTACHMENT, words, waiting.url, "attachment"))
            else:
                self.count("attachments_elsewhere")
                advice = "add it to file_hosts of the row if it is the publisher's"
                self.logger.warning("%s is on a host that is not asked: %s", one.url, advice)
        self.ledger.found(self.source.id, found)

    def page(self, response: Response, waiting: Waiting, article: Article | None) -> Page:
        """The answer as an item for the archive."""
        sent = response.request
        unsaid = "" if response.status == 304 else waiting.words
        return Page(
            source_id=self.source.id,
            key=self.own_address(article, waiting) if article else waiting.url,
            kind=waiting.kind,
            url=response.url,
            status=response.status,
            media_type=bare_media_type(header(response, "Content-Type")),
            fetched_at=now(),
            headers=pairs(response.headers),
            payload=response.body,
            request=SentRequest(sent.method, pairs(sent.headers)) if sent else None,
            via=waiting.via,
            way=waiting.way,
            title=article.title if article else unsaid,
            published=article.published if article else waiting.published,
            ip_address=str(response.ip_address or ""),
        )

    def pass_over(self, waiting: Waiting, response: Response, code: str, message: str) -> None:
        """Enter an article that is not kept."""
        self.count(Verdict.IRRELEVANT)
        self.enter(waiting, Verdict.IRRELEVANT, code, message, response)

    def remember(self, waiting: Waiting, response: Response, identity: Identity) -> None:
        """Enter an answer that is not what was asked for."""
        self.count(identity.verdict)
        self.enter(waiting, identity.verdict, identity.code, identity.message, response)

    def document_failed(self, failure: Failure) -> None:
        """Say which document could not be had and why; it comes back later."""
        request: Request = failure.request  # type: ignore[attr-defined]
        waiting: Waiting = request.cb_kwargs["waiting"]
        if isinstance(failure.value, HttpError):
            self.count(Count.DOCUMENTS_ASKED)
            response = failure.value.response
            identity = identify(response, self.source, self.portal, waiting.kind)
            self.note(identity.code)
            self.remember(waiting, response, identity)
            return
        reason = named(failure)
        self.count(f"{FAILURES}{reason.code}")
        self.logger.error("%s: %s (%s)", waiting.url, reason.message, reason.advice)
        if reason.postponed:
            self.count(Count.POSTPONED)
            return
        self.count(Count.DOCUMENTS_ASKED)
        verdict = verdict_of(reason)
        self.count(verdict)
        self.enter(waiting, verdict, reason.code, reason.message)

    def enter(
        self,
        waiting: Waiting,
        verdict: Verdict,
        code: str,
        message: str,
        response: Response | None = None,
    ) -> None:
        """Enter an answer, or that there was none, in the ledger."""
        answer = Fetched(
            waiting.url,
            waiting.kind,
            verdict,
            response.status if response is not None else None,
            etag=header(response, "ETag") if response is not None else "",
            last_modified=header(response, "Last-Modified") if response is not None else "",
            code=code,
            message=message,
        )
        self.ledger.fetched(self.source.id, answer)

    def count_layout(self, article: Article) -> None:
        """Count what the portal's selectors found: a redesign shows as a fall."""
        self.count(Count.ARTICLES)
        found = {
            Count.WITH_TITLE: article.title,
            Count.WITH_SUMMARY: article.summary,
            Count.WITH_BODY: article.body,
            Count.WITH_DATE: article.published,
        }
        for name, text in found.items():
            self.count(name, bool(text))
        for selector in article.drift:
            self.count(f"{DRIFT}{selector}")

    def note(self, code: Code) -> None:
        """Count what an answer, or a date, turned out to be."""
        if code:
            self.count(f"{IDENTITY}{code}")

    def count(self, what: str, number: int = 1) -> None:
        """Count in the stats of the crawl (names: ``crawler.counts``)."""
        if number:
            self.crawler.stats.inc_value(f"{PREFIX}{what}", number)

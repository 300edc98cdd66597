"""A trial of one source: what a crawl would fetch, without keeping or remembering anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from tempfile import TemporaryDirectory
from typing import Any

from scrapy import Request
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response, TextResponse
from scrapy.settings import Settings

from crawler import settings as defaults
from crawler.discovery.chain import Chain
from crawler.ledger import Verdict, Waiting
from crawler.portals.base import Article, Link
from crawler.source import Source
from crawler.spiderloader import spider_of
from crawler.spiders.source import SourceSpider

ARTICLES = 3
"""Articles that a trial reads, to show what the selectors find."""


@dataclass(frozen=True, slots=True)
class TriedIndex:
    """One page of an index: how many links fit, how many of them speak of OCOP."""

    kind: str
    url: str
    proved: bool
    links: int
    on_ocop: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class TriedArticle:
    """An article that was read, or why it could not be."""

    url: str
    article: Article | None
    verdict: Verdict
    problem: str = ""


@dataclass(slots=True)
class Trial:
    """What a crawl of a source would do.

    Attributes:
        source: The row.
        indexes: Index pages, in the order in which they answered.
        documents: Addresses that would be fetched, each with the words beside its link.
        articles: The first of them, read.
    """

    source: Source
    indexes: list[TriedIndex] = field(default_factory=list)
    documents: list[Link] = field(default_factory=list)
    articles: list[TriedArticle] = field(default_factory=list)


def try_source(source: Source, settings: Mapping[str, Any] | None = None) -> Trial:
    """Ask a source's indexes and read a few articles. Once a process."""
    trial = Trial(source)
    with TemporaryDirectory() as folder:
        chosen = Settings()
        chosen.setmodule(defaults, priority="project")
        own = {
            "OCOP_CORPUS": folder,
            "OCOP_LISTING_PAGES": 2,
            "ITEM_PIPELINES": {},
            "SPIDERMON_ENABLED": False,
        }
        chosen.setdict({**own, **(settings or {})}, priority="cmdline")
        process = AsyncCrawlerProcess(chosen)
        process.crawl(spider_of(source, "crawler.trial.TrialSpider"), trial=trial)
        process.start()
    return trial


class TrialSpider(SourceSpider):
    """Notes what it meets instead of keeping it."""

    def __init__(self, name: str | None = None, *, trial: Trial, **rest: Any) -> None:
        super().__init__(name, **rest)
        self.trial = trial

    def discovered(self, response: Response, links: Iterable[Link], chain: Chain) -> int | None:
        """Note an index page and the documents that it names."""
        links = tuple(links)
        new = super().discovered(response, links, chain)
        known = {one.url for one in self.trial.documents}
        wanted = [
            Link(one.url, one.words, one.published)
            for one in self.ledger.waiting(self.source.id)
            if one.url not in known
        ]
        self.trial.documents += wanted
        self.trial.indexes.append(
            TriedIndex(chain.way.kind, response.url, chain.way.proved, len(links), len(wanted))
        )
        return new

    def index_lost(self, chain: Chain, url: str, problem: str) -> None:
        """Note an index that gave nothing."""
        super().index_lost(chain, url, problem)
        said = problem or "no link fits"
        self.trial.indexes.append(TriedIndex(chain.way.kind, url, chain.way.proved, 0, 0, said))

    def documents(self) -> Iterator[Request]:
        """The first articles only."""
        for request in super().documents():
            if len(self.asked) > ARTICLES:
                return
            yield request

    def parse_article(self, response: TextResponse, waiting: Waiting) -> Iterator[Any]:
        """Note what the selectors find."""
        article = self.portal.article(response)
        relevant = self.is_relevant(article, response, waiting)
        verdict = Verdict.RELEVANT if relevant else Verdict.IRRELEVANT
        self.trial.articles.append(TriedArticle(response.url, article, verdict))
        yield from ()

    def enter(
        self,
        waiting: Waiting,
        verdict: Verdict,
        code: str,
        message: str,
        response: Response | None = None,
    ) -> None:
        """Note an answer that is no article, or that there was none."""
        super().enter(waiting, verdict, code, message, response)
        self.trial.articles.append(TriedArticle(waiting.url, None, verdict, message or code))

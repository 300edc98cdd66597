"""A crawl of many sources: groups that share a host one after the other, others at once.

One process holds hundreds of sources, for a polite crawler mostly waits. Each source has
a Scrapy crawler of its own, so that limits and statistics are its own; sources that share
a host are in one lane, and a lease keeps other processes from it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler import settings as defaults
from crawler.counts import of_stats
from crawler.partition import grouped
from crawler.source import Source
from crawler.spiderloader import spider_of

JOBS = 16
"""Lanes at once, when nothing is said: each asks one host every few seconds."""


class Step(StrEnum):
    """What happened to a source."""

    BEGUN = "begun"
    PAGE = "page"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Progress:
    """News of a crawl: ``counts`` are those of the source so far (``ocop/…``)."""

    step: Step
    source: Source
    counts: Mapping[str, int]


Report = Callable[[Progress], None]


def crawl(
    sources: Sequence[Source],
    corpus: Path,
    *,
    since: str = "",
    jobs: int = JOBS,
    settings: Mapping[str, Any] | None = None,
    report: Report = lambda _: None,
) -> None:
    """Crawl sources into a corpus; returns when all have ended. Once a process.

    What went wrong with one source is in its run (``Ledger.runs``) and in the log, and
    stops no other. Interrupted (SIGINT, SIGTERM) it ends what is on its way; the rest
    stays in the frontier.

    Args:
        sources: What to crawl.
        corpus: Folder of archive and ledger.
        since: ISO date, as for ``SourceSpider``.
        jobs: Groups of sources that are crawled at once.
        settings: Scrapy settings that differ from ``crawler.settings``.
        report: Told what happens.
    """
    chosen = Settings()
    chosen.setmodule(defaults, priority="project")
    chosen.setdict({"OCOP_CORPUS": str(corpus), **(settings or {})}, priority="cmdline")
    process = AsyncCrawlerProcess(chosen)
    lanes = _Lanes(process, deque(group.sources for group in grouped(sources)), since, report)
    for _ in range(jobs):
        lanes.open()
    process.start()


class _Lanes:
    """Lanes of a process: each crawls a group, source by source, then takes the next."""

    def __init__(
        self,
        process: AsyncCrawlerProcess,
        waiting: deque[Sequence[Source]],
        since: str,
        report: Report,
    ) -> None:
        self._process = process
        self._waiting = waiting
        self._since = since
        self._report = report
        self._stopped = False

    def open(self) -> None:
        """Begin with the next group, if there is one."""
        if self._waiting and not self._stopped:
            self._next(deque(self._waiting.popleft()))

    def _next(self, lane: deque[Source]) -> None:
        if not lane or self._stopped:
            self.open()
            return
        source = lane.popleft()
        crawler = self._process.create_crawler(spider_of(source))
        crawler.signals.connect(self._begun, signals.spider_opened)
        crawler.signals.connect(self._page, signals.response_received)
        crawler.signals.connect(self._ended, signals.spider_closed)
        task = self._process.crawl(crawler, since=self._since)
        # Scrapy's own callback, which forgets the task, was added before: this one begins
        # the next crawl before anybody looks whether there is none left.
        task.add_done_callback(partial(self._done, lane))

    def _done(self, lane: deque[Source], task: asyncio.Task[None]) -> None:
        if not task.cancelled() and task.exception() is not None:
            task.get_loop().call_exception_handler(
                {"message": "a crawl could not begin", "exception": task.exception()}
            )
        self._next(lane)

    def _begun(self, spider: Any) -> None:
        self._tell(Step.BEGUN, spider)

    def _page(self, spider: Any) -> None:
        self._tell(Step.PAGE, spider)

    def _ended(self, spider: Any, reason: str) -> None:
        self._stopped |= reason == "shutdown"
        self._tell(Step.ENDED, spider)

    def _tell(self, step: Step, spider: Any) -> None:
        crawler: Crawler = spider.crawler
        self._report(Progress(step, spider.source, of_stats(crawler.stats.get_stats())))

"""Spidermon's monitors: at the end of each crawl its source is judged by ``crawler.alarms``.

They judge what the ledger says after the crawl, as the health report does later; what they
add is that an alarm stands in the log of the crawl that raised it, and in its statistics
(``ocop/alarms/<code>``).
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from scrapy import Spider
from scrapy.crawler import Crawler
from spidermon import MonitorSuite
from spidermon.contrib.scrapy.extensions import Spidermon
from spidermon.contrib.scrapy.monitors.base import BaseScrapyMonitor
from spidermon.contrib.scrapy.runners import SpiderMonitorResult, SpiderMonitorRunner
from spidermon.core.actions import Action

from crawler.alarms import Alarm, AlarmCode, Facts, alarms, facts_of
from crawler.counts import PREFIX, of_stats
from crawler.ledger import Ledger
from crawler.source import Source

logger = logging.getLogger(__name__)

_judged: WeakKeyDictionary[Crawler, list[Alarm]] = WeakKeyDictionary()


def facts_at_close(spider: Spider) -> Facts | None:
    """What is known of a spider's source when its crawl ends; None when it has no source."""
    source = getattr(spider, "source", None)
    if not isinstance(source, Source) or spider.crawler.stats is None:
        return None
    if not getattr(spider, "run", True):  # it did not begin
        return None
    path = Path(spider.crawler.settings["OCOP_CORPUS"]) / "ledger.sqlite"
    with Ledger(path, now=lambda: datetime.now(UTC)) as ledger:
        counts = of_stats(spider.crawler.stats.get_stats())
        return facts_of(ledger, source, datetime.now(UTC), counts)


def raised(spider: Spider) -> list[Alarm]:
    """Alarms of a crawl that ends, judged once."""
    crawler: Crawler = spider.crawler
    if crawler not in _judged:
        facts = facts_at_close(spider)
        _judged[crawler] = alarms(facts) if facts is not None else []
    return _judged[crawler]


class SourceMonitor(BaseScrapyMonitor):  # type: ignore[misc]
    """Looks for the alarms of one concern."""

    codes: ClassVar[tuple[AlarmCode, ...]] = ()

    def test_alarms(self) -> None:
        """No alarm is raised."""
        if not isinstance(getattr(self.spider, "source", None), Source):
            self.skipTest("the spider crawls no source")
        found = [one for one in raised(self.spider) if one.code in self.codes]
        if found:
            self.fail("; ".join(f"{one.code}: {one.message}" for one in found))


class Answers(SourceMonitor):
    """The source was asked, answered and did not refuse."""

    codes = (
        AlarmCode.NOTHING_ASKED,
        AlarmCode.UNREACHABLE,
        AlarmCode.REFUSED,
        AlarmCode.INTERRUPTED,
        AlarmCode.MANY_ERRORS,
    )


class Indexes(SourceMonitor):
    """Its feeds, listings and searches name documents."""

    codes = (AlarmCode.EMPTY_INDEXES, AlarmCode.LOST_INDEX)


class Pages(SourceMonitor):
    """Its pages are articles, and its own."""

    codes = (AlarmCode.TAKEN_OVER, AlarmCode.MOVED, AlarmCode.ODD_PAGES)


class Layout(SourceMonitor):
    """Title, body and date are found where they were."""

    codes = (AlarmCode.LAYOUT_CHANGED, AlarmCode.CLOCKS)


class Documents(SourceMonitor):
    """As many documents came as are expected, and lately."""

    codes = (AlarmCode.FEW_DOCUMENTS, AlarmCode.SILENT)


class RaiseAlarms(Action):  # type: ignore[misc]
    """Writes each alarm into the log and counts it."""

    def run_action(self) -> None:
        """Called by Spidermon."""
        spider: Spider = self.data.spider
        for one in raised(spider):
            spider.logger.error(
                "%s: alarm %s since %s: %s; %s",
                one.source_id,
                one.code,
                one.since.date().isoformat(),
                one.message,
                one.advice,
            )
            assert spider.crawler.stats is not None
            spider.crawler.stats.inc_value(f"{PREFIX}alarms/{one.code}")


class SourceSuite(MonitorSuite):  # type: ignore[misc]
    """All monitors of a source, at the end of its crawl."""

    monitors: ClassVar[list[type[SourceMonitor]]] = [Answers, Indexes, Pages, Layout, Documents]
    monitors_failed_actions: ClassVar[list[type[Action]]] = [RaiseAlarms]


class _Result(SpiderMonitorResult):  # type: ignore[misc]
    """Tells what was judged on the level DEBUG: a night has hundreds of sources.

    An alarm is told by ``RaiseAlarms``. A monitor that itself fails is an error.
    """

    def log(self, msg: Any, level: int = logging.DEBUG) -> None:  # noqa: ARG002
        logger.debug("%s: %s", self.spider.name, msg)

    def addError(self, test: Any, error: Any) -> None:  # noqa: N802 - of unittest
        super().addError(test, error)
        logger.error("%s: the monitor %s failed", self.spider.name, test, exc_info=error)

    def add_action_error(self, action: Any, error: Any) -> None:
        super().add_action_error(action, error)
        logger.error("%s: %s failed: %s", self.spider.name, action.name, error)


class _Runner(SpiderMonitorRunner):  # type: ignore[misc]
    def create_result(self) -> _Result:
        return _Result(self.spider)


class Watch(Spidermon):  # type: ignore[misc]
    """Spidermon's extension, with quieter words."""

    def _run_suites(self, spider: Spider, suites: list[MonitorSuite]) -> None:
        data = self._generate_data_for_spider(spider)
        for suite in suites:
            _Runner(spider).run(suite, **data)

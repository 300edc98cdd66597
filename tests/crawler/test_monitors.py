"""Spidermon judges a crawl at its end: a whole run of Scrapy, by a spider that asks nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import crawler
from crawler import monitors
from crawler.alarms import AlarmCode
from crawler.ledger import Ledger

SCRIPT = """
import json, sys
from pathlib import Path
from scrapy import Spider
from scrapy.crawler import CrawlerProcess
from scrapy.utils.project import get_project_settings
from crawler.sources import load_sources

source = next(iter(load_sources(Path("sources.csv")).values()))

class Tiny(Spider):
    name = "tiny"
    source = source

    async def start(self):
        for name, number in json.loads(sys.argv[1]).items():
            self.crawler.stats.inc_value(f"ocop/{name}", number)
        return
        yield

class Sourceless(Spider):
    name = "sourceless"

    async def start(self):
        return
        yield

settings = get_project_settings()
settings.setdict({"ITEM_PIPELINES": {}, "LOG_LEVEL": "DEBUG"}, priority="cmdline")
process = CrawlerProcess(settings)
crawlers = [process.create_crawler(spider) for spider in (Tiny, Sourceless)]
for one in crawlers:
    process.crawl(one)
process.start()
stats = crawlers[0].stats.get_stats().items()
print(json.dumps({name: number for name, number in stats if name.startswith("ocop/alarms/")}))
print(json.dumps([name for name in crawlers[1].stats.get_stats() if "alarms" in name]))
"""


@pytest.fixture
def watched(
    tmp_path: Path, good_row: dict[str, str], write_sources: Callable[..., Path]
) -> Callable[[str], tuple[list[str], str]]:
    """A source that was well for twenty nights, and its last crawl with the given counts."""
    row = good_row | {"portal": "", "selectors": "", "hours": ""}
    write_sources(tmp_path / "sources.csv", row)
    clock = [datetime.now(UTC) - timedelta(days=21)]
    (tmp_path / "corpus").mkdir()
    with Ledger(tmp_path / "corpus/ledger.sqlite", now=lambda: clock[0]) as ledger:
        for _ in range(20):
            run = ledger.begin_run("bao_a")
            ledger.end_run(run, "finished", {"index_pages": 2, "indexes_read": 2})
            clock[0] += timedelta(days=1)
        clock[0] = datetime.now(UTC)
        ledger.begin_run("bao_a")

    def crawl(counts: str) -> tuple[list[str], str]:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, counts],
            cwd=tmp_path,
            env={
                **os.environ,
                "OCOP_CONTACT": "https://example.org/ocop",
                "OCOP_CORPUS": str(tmp_path / "corpus"),
                "SCRAPY_SETTINGS_MODULE": "crawler.settings",
                "PYTHONPATH": str(Path(crawler.__file__).parents[1]),
            },
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines(), done.stderr

    return crawl


def test_a_crawl_that_loses_all_raises_the_alarm(watched: Callable[..., tuple]) -> None:
    stats, log = watched('{"indexes_lost": 2, "failures/dns_failed": 2}')
    assert stats == ['{"ocop/alarms/unreachable": 1}', "[]"]
    assert "bao_a: alarm unreachable since" in log
    assert "dns_failed 2" in log
    assert "Answers/test_alarms... FAIL" in log
    assert "Deprecat" not in log


def test_a_crawl_that_is_well_passes(watched: Callable[..., tuple]) -> None:
    stats, log = watched('{"index_pages": 2, "indexes_read": 2}')
    assert stats == ["{}", "[]"]
    assert "FAIL:" not in log
    assert "Documents/test_alarms... OK" in log


def test_a_monitor_that_fails_is_an_error(watched: Callable[..., tuple], tmp_path: Path) -> None:
    (tmp_path / "corpus/ledger.sqlite").write_bytes(b"no ledger at all" * 99)
    _, log = watched("{}")
    assert "the monitor Answers/test_alarms failed" in log
    assert "LedgerError" in log


def test_every_alarm_of_a_crawl_has_a_monitor() -> None:
    watched: list[AlarmCode] = []
    for monitor in monitors.SourceSuite.monitors:
        assert issubclass(monitor, monitors.SourceMonitor)
        watched += monitor.codes
    assert len(watched) == len(set(watched))
    # A crawl that is under way cannot be overdue.
    assert set(watched) == set(AlarmCode) - {AlarmCode.NOT_CRAWLED}

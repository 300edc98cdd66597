"""Pages a minute of a crawl, archive and ledger included, beside ``scrapy bench``.

``scrapy bench`` follows links on a local server and does nothing with the pages. Ours asks
a town of test portals in a process of its own, without delays and several hosts at once,
reads every page by its portal's rules, archives it and remembers it.
"""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.report import Say, Table
from crawler.ledger import Ledger, Run

ROOT = Path(__file__).parents[1]
HOSTS = ("baothainguyen", "baocantho", "baocaobang", "baohaugiang", "ntmbinhphuoc")
STORIES = 300
TURNS = 2


def measure(say: Say) -> Table:
    """Both in turns; the best of each, for what else the machine does only slows down."""
    table = Table(
        "Crawling",
        ("what", "pages a minute", "ratio"),
        note=f"The best of {TURNS} turns.",
        read=f"{len(HOSTS)} portals with {STORIES} stories each",
    )
    turns = []
    for turn in range(1, TURNS + 1):
        say(f"scrapy bench and ocop crawl, turn {turn} of {TURNS}")
        turns.append((scrapy_bench(), ours()))
    theirs, own = (max(figures) for figures in zip(*turns, strict=True))
    table.add("scrapy bench (follows links, keeps nothing)", f"{theirs:,.0f}", "1.00")
    table.add("ocop crawl (portal rules, archive, ledger)", f"{own:,.0f}", f"{own / theirs:.2f}")
    return table


def scrapy_bench() -> float:
    """Pages a minute of Scrapy's own benchmark, from the statistics that it prints."""
    command = [sys.executable, "-m", "scrapy", "bench"]
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=True
        ).stderr
    pages = int(re.search(r"'response_received_count': (\d+)", said)[1])  # type: ignore[index]
    seconds = float(re.search(r"'elapsed_time_seconds': ([\d.]+)", said)[1])  # type: ignore[index]
    return 60 * pages / seconds


def ours() -> float:
    """Pages a minute between the start of the first run and the end of the last."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = folder / "sources.csv"
        town = _town(rows)
        try:
            _wait_for(rows, town)
            ids = _lane(folder, rows)
            _crawl(folder)
        finally:
            town.terminate()
            town.wait()
        with Ledger(folder / "corpus" / "ledger.sqlite", now=lambda: datetime.now(UTC)) as ledger:
            runs = [run for one in ids for run in ledger.runs(one)]
        seconds = max(_end(run) for run in runs) - min(run.started_at for run in runs)
        return 60 * sum(run.counts["requests"] for run in runs) / seconds.total_seconds()


def _end(run: Run) -> datetime:
    assert run.ended_at is not None
    return run.ended_at


def _lane(folder: Path, rows: Path) -> list[str]:
    """What ``python -m crawler`` is to do; returns the ids of the sources."""
    with rows.open(encoding="utf-8") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    settings = {
        "DOWNLOAD_DELAY": 0,
        "AUTOTHROTTLE_ENABLED": False,
        "OCOP_PRIVATE_ADDRESSES": True,
        "OCOP_HOSTS": json.dumps({"*.town.test": "127.0.0.1"}),
        "LOG_LEVEL": "WARNING",
        "LOG_FILE": str(folder / "log"),
    }
    lane = {"sources": ids, "since": "2018-01-01", "settings": settings, "jobs": len(ids)}
    (folder / "lane.json").write_text(json.dumps(lane), encoding="utf-8")
    (folder / "corpus").mkdir()
    return ids


def _crawl(folder: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "crawler", str(folder)],
        env={**os.environ, "OCOP_CONTACT": "https://example.org/bench"},
        stdin=subprocess.PIPE,  # it ends when this closes
        cwd=ROOT,
    )
    if child.wait() != 0:
        raise RuntimeError(f"the crawl broke down: {(folder / 'log').read_text()[-2000:]}")


def _town(rows: Path) -> subprocess.Popen[bytes]:
    command = ["--port", "0", "--stories", str(STORIES), "--sources", str(rows)]
    return subprocess.Popen(
        [sys.executable, "-m", "town", *command, "--names", *HOSTS],
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests")},
        stdout=subprocess.DEVNULL,
    )


def _wait_for(rows: Path, town: subprocess.Popen[bytes]) -> None:
    while not rows.exists() or not rows.stat().st_size:
        if town.poll() is not None:
            raise RuntimeError("the town did not open")
        time.sleep(0.1)
    time.sleep(0.5)

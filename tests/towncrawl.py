"""A night in the town: its portals, a corpus, and crawls as an operator's machine runs them."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from town import DOMAIN, Asked, Town

from crawler.archive import Archive
from crawler.ledger import Ledger, Run

CONTACT = "https://example.org/ocop"
ROOT = Path(__file__).parents[1]
# Without pauses, and against this machine alone.
AT_ONCE = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "RETRY_TIMES": 0,
    "DOWNLOAD_TIMEOUT": 5,
    "OCOP_PRIVATE_ADDRESSES": True,
    "OCOP_HOSTS": json.dumps({f"*.{DOMAIN}": "127.0.0.1"}),
}


def write_rows(path: Path, rows: Sequence[dict[str, str]]) -> Path:
    """Rows as a sources file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@dataclass
class Nights:
    """Crawls of a town into one corpus."""

    town: Town
    folder: Path

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    def row(self, name: str) -> dict[str, str]:
        """The row of a portal."""
        home = f"http://{self.town.host(name)}:"
        return next(row for row in self.town.sources() if row["home"].startswith(home))

    def begin(
        self,
        *names: str,
        since: str = "",
        rows: Sequence[dict[str, str]] = (),
        jobs: int = 1,
        **settings: object,
    ) -> subprocess.Popen[bytes]:
        """Begin a crawl of these portals (all when none is named) in a process of its own."""
        rows = rows or self.town.sources()
        own = self.folder / f"lane-{len(list(self.folder.glob('lane-*')))}"
        own.mkdir(parents=True)
        self.corpus.mkdir(exist_ok=True)
        (own / "corpus").symlink_to(self.corpus)
        write_rows(own / "sources.csv", rows)
        wanted = [self.row(name)["id"] for name in names] or [row["id"] for row in rows]
        scrapy = {**AT_ONCE, "LOG_FILE": str(self.folder / "log"), **settings}
        lane = {"sources": wanted, "since": since, "jobs": jobs, "settings": scrapy}
        (own / "lane.json").write_text(json.dumps(lane), encoding="utf-8")
        direct = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        return subprocess.Popen(
            [sys.executable, "-m", "crawler", str(own)],
            env={**direct, "OCOP_CONTACT": CONTACT, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
        )

    def crawl(self, *names: str, since: str = "", **more: object) -> list[Asked]:
        """Crawl to the end; what the town was asked meanwhile, robots.txt left out."""
        before = len(self.town.asked)
        child = self.begin(*names, since=since, **more)  # type: ignore[arg-type]
        try:
            assert child.wait(120) == 0, self.log()
        finally:
            child.kill()
            child.communicate()
        return [one for one in self.town.asked[before:] if one.target != "/robots.txt"]

    def kill_after(self, requests: int, *names: str, **more: object) -> None:
        """Crawl, and be killed when the town has been asked so often."""
        before = len(self.town.asked)
        child = self.begin(*names, **more)  # type: ignore[arg-type]
        try:
            while child.poll() is None and len(self.town.asked) - before < requests:
                pass
            child.send_signal(signal.SIGKILL)
        finally:
            child.kill()
            child.communicate()

    def log(self) -> str:
        path = self.folder / "log"
        return path.read_text(encoding="utf-8")[-6000:] if path.exists() else ""

    def ledger(self) -> Ledger:
        return Ledger(self.corpus / "ledger.sqlite", now=lambda: datetime.now(UTC))

    def run(self, name: str) -> Run:
        """The last run of a portal's source."""
        with self.ledger() as ledger:
            return ledger.runs(self.row(name)["id"])[0]

    def payloads(self) -> dict[str, bytes]:
        """The latest payload of each address in the archive."""
        archive = Archive(self.corpus)
        return {one.url: archive.payload(one) for one in archive.captures()}

    def captures(self) -> set[tuple[str, str]]:
        """Address and digest of all that was stored."""
        return {(one.url, one.digest) for one in Archive(self.corpus).captures()}

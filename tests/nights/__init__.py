"""Nights of crawls, told by tests: a ledger with one crawl each, its counts and documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from crawler.alarms import Alarm, AlarmCode, Facts, alarms, facts_of
from crawler.ledger import Fetched, Kind, Ledger, Verdict
from crawler.source import Source

FIRST = datetime(2025, 6, 2, 15, 0, tzinfo=UTC)
WELL = {"requests": 9, "index_pages": 2, "indexes_read": 2, "passed_over": 30}


@dataclass
class Nights:
    """A year of crawls. ``now`` is the night at which the next one is told."""

    source: Source
    ledger: Ledger
    now: datetime = FIRST
    documents: int = 0

    def crawl(
        self, new: int = 0, reason: str = "finished", published: str | None = None, **counts: int
    ) -> Nights:
        """One crawl in which ``new`` articles were archived, and a day passes."""
        run = self.ledger.begin_run(self.source.id)
        for _ in range(new):
            self.documents += 1
            day = (self.now + timedelta(hours=7)).date().isoformat()
            self.ledger.fetched(
                self.source.id,
                Fetched(
                    f"{self.source.home}tin-{self.documents}.html",
                    Kind.ARTICLE,
                    Verdict.RELEVANT,
                    200,
                    digest=f"sha256:{self.documents:064x}",
                    title=f"Tin {self.documents}",
                    published=day if published is None else published,
                ),
            )
        named = {name.replace("__", "/"): number for name, number in counts.items()}
        seen = {"new": new, "archived": new, "documents_asked": new, "articles": new}
        if new:
            seen |= dict.fromkeys(("articles_with_title", "articles_with_body"), new)
            seen["articles_with_published"] = new
        self.now += timedelta(minutes=20)
        if reason != "killed":
            self.ledger.end_run(run, reason, {**WELL, **seen, **named})
        self.now += timedelta(days=1, minutes=-20)
        return self

    def quiet(self, days: int, **counts: int) -> Nights:
        """So many nights without anything new."""
        for _ in range(days):
            self.crawl(**counts)
        return self

    def usual(self, days: int, every: int = 4, new: int = 2) -> Nights:
        """So many nights, documents in every fourth."""
        for night in range(days):
            self.crawl(new if night % every == 0 else 0)
        return self

    def idle(self, days: int) -> Nights:
        """Days in which nobody crawled."""
        self.now += timedelta(days=days)
        return self

    @property
    def after(self) -> datetime:
        """Half an hour after the last crawl began, or the end of the idle days."""
        return self.now - timedelta(hours=23, minutes=30)

    @property
    def facts(self) -> Facts:
        return facts_of(self.ledger, self.source, self.after)

    @property
    def alarms(self) -> dict[AlarmCode, Alarm]:
        return {one.code: one for one in alarms(self.facts)}

    def expecting(self, per_month: float | None) -> Nights:
        self.source = replace(self.source, expected_per_month=per_month)
        return self

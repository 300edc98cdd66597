"""What the health of a source is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum

from crawler.alarms import Alarm
from crawler.source import CRAWLABLE, Source


class Health(StrEnum):
    """How a source is, in one word; the best first."""

    OK = "ok"
    NEVER = "never"  # not crawled yet
    LATE = "late"  # not crawled lately, or crawls do not end
    SILENT = "silent"  # answers, and brings less than usual, or nothing new
    FAILING = "failing"  # cannot be had, or not be read
    REFUSED = "refused"  # does not want us
    MOVED = "moved"  # lives elsewhere, or the name has a new owner


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a source.

    Attributes:
        day: The day in Vietnam.
        crawls: Crawls that began on it.
        documents: Articles and files that were archived for the first time on it.
        errors: Pages that were lost.
        asked: Pages that were asked for.
    """

    day: date
    crawls: int = 0
    documents: int = 0
    errors: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How one source is.

    Attributes:
        source: Its row.
        status: In one word.
        alarms: What is wrong, the worst first.
        last_run: When the last crawl began; None: never.
        last_success: When the last crawl began that brought anything readable.
        last_document: When the last new article was archived.
        last_published: The latest day that an article is of.
        documents_this_month: Articles archived for the first time since the first of the
            month (Vietnam's time).
        received: Articles of the last 30 days.
        expected: Articles of 30 usual days; None when nobody knows yet.
        errors: Pages lost in the crawls of the last 7 days.
        asked: Pages asked for in them.
        advice: What to do first, or empty.
        advice_vi: The same in Vietnamese.
        days: The last 30 days, oldest first.
    """

    source: Source
    status: Health
    alarms: tuple[Alarm, ...]
    last_run: datetime | None
    last_success: datetime | None
    last_document: datetime | None
    last_published: date | None
    documents_this_month: int
    received: int
    expected: float | None
    errors: int
    asked: int
    advice: str
    advice_vi: str
    days: tuple[Day, ...]

    @property
    def is_asked(self) -> bool:
        """Whether it is crawled at all: the row of the others says why they are not."""
        return self.source.status in CRAWLABLE

    @property
    def is_living(self) -> bool:
        """Whether documents may be hoped for: it is asked, and answered readably before."""
        hopeful = (Health.OK, Health.SILENT, Health.LATE)
        return self.is_asked and self.last_success is not None and self.status in hopeful

    @property
    def share_of_errors(self) -> float | None:
        """Share of pages lost in the last 7 days; None when none was asked for."""
        return self.errors / self.asked if self.asked else None


class Worst(IntEnum):
    """What a scheduler should know: the exit status of a check."""

    WELL = 0  # nothing to do
    LOOK = 1  # some sources are late or silent
    MISSING = 2  # some sources cannot be had: documents are missing
    NOTHING = 3  # not one source is well: the crawl itself is at fault


_WEIGHT = {
    Health.OK: Worst.WELL,
    Health.NEVER: Worst.LOOK,
    Health.LATE: Worst.LOOK,
    Health.SILENT: Worst.LOOK,
    Health.FAILING: Worst.MISSING,
    Health.REFUSED: Worst.MISSING,
    Health.MOVED: Worst.MISSING,
}


def worst(sources: Iterable[SourceHealth]) -> Worst:
    """The worst of the sources that are asked.

    What a row says already (moved, dead, blocked, taken over) is no news; neither is an
    unproved source, from which nothing was ever heard.
    """
    asked = [one for one in sources if one.is_asked]
    proved = [one for one in asked if one.last_success or one.source.status == "active"]
    if proved and not any(one.is_living for one in proved):
        return Worst.NOTHING
    return max((_WEIGHT[one.status] for one in proved), default=Worst.WELL)

"""What is known of a source when it is judged: its row, its runs, its documents' days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cached_property
from itertools import pairwise

from crawler.counts import Count
from crawler.ledger import Kind, Ledger, Run, Seen
from crawler.source import Source

VIETNAM = timezone(timedelta(hours=7))
MONTH = 30.44
"""Days of a month."""

_LOOK_BACK = timedelta(days=400)
"""History that is judged by: a year has its season, its holidays and its rounds of OCOP."""
_YOUNG = timedelta(days=45)
"""What lies so near is judged, and no part of what is usual."""
_ENOUGH_DOCUMENTS = 6
_ENOUGH_DAYS = 60


@dataclass(frozen=True, slots=True)
class Stored:
    """A document that was archived: when, and the day it is of."""

    at: datetime
    day: date


@dataclass(frozen=True)
class Facts:
    """A source as it was known at a moment.

    Attributes:
        source: Its row.
        runs: Its crawls, latest first.
        stored: Its articles, latest archived first.
        now: The moment (aware).
    """

    source: Source
    runs: tuple[Run, ...]
    stored: tuple[Stored, ...]
    now: datetime

    def at(self, moment: datetime) -> Facts:
        """What was known then."""
        return replace(
            self,
            runs=tuple(run for run in self.runs if run.started_at <= moment),
            stored=tuple(one for one in self.stored if one.at <= moment),
            now=moment,
        )

    @property
    def today(self) -> date:
        """The day in Vietnam."""
        return self.now.astimezone(VIETNAM).date()

    @cached_property
    def ended(self) -> tuple[Run, ...]:
        """Crawls that came to an end, latest first."""
        return tuple(run for run in self.runs if run.ended_at is not None)

    @cached_property
    def good(self) -> tuple[Run, ...]:
        """Crawls in which the source gave something, latest first."""
        return tuple(run for run in self.ended if gave(run.counts))

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Days with new documents, latest first, each once."""
        return tuple(
            sorted({one.day for one in self.stored if one.day <= self.today}, reverse=True)
        )

    @cached_property
    def usual_gaps(self) -> tuple[int, ...]:
        """Pauses between days with documents, in days, before the time that is judged."""
        old = [day for day in self.days if day <= self.today - _YOUNG]
        old = [day for day in old if day >= self.today - _LOOK_BACK]
        return tuple((late - early).days for late, early in pairwise(old))

    @cached_property
    def per_month(self) -> float | None:
        """Documents of a usual month: as the row says, else as it was; None when too young."""
        if self.source.expected_per_month is not None:
            return self.source.expected_per_month
        begin, end = self.today - _LOOK_BACK, self.today - _YOUNG
        old = [one.day for one in self.stored if begin <= one.day <= end]
        if len(old) < _ENOUGH_DOCUMENTS:
            return None
        days = (end - min(old)).days
        return len(old) / days * MONTH if days >= _ENOUGH_DAYS else None

    def received(self, since: datetime) -> int:
        """Documents of days since then; what only now came of older days is no news."""
        day = since.astimezone(VIETNAM).date()
        return sum(one.day >= day for one in self.stored if one.at >= since)


def facts_of(
    ledger: Ledger, source: Source, now: datetime, counts: Mapping[str, int] | None = None
) -> Facts:
    """What a ledger tells of a source.

    Args:
        ledger: Memory of all crawls.
        source: The source.
        now: The moment (aware).
        counts: Of the crawl that is just ending, when its run is not closed yet.
    """
    since = now - _LOOK_BACK - timedelta(days=60)
    runs = [run for run in ledger.runs(source.id, since) if run.started_at <= now]
    if runs and runs[0].ended_at is None and counts is not None:
        runs[0] = replace(runs[0], ended_at=now, reason="finished", counts=dict(counts))
    return Facts(source, tuple(runs), _stored(ledger.documents(source.id, since), runs), now)


def _stored(documents: Iterable[Seen], runs: list[Run]) -> tuple[Stored, ...]:
    """Articles with their days. What the first crawl found is of the day it was published.

    An article without a date that the first crawl brought is of nobody knows when: it is
    left out, or the first night would look like a source's busiest day.
    """
    first = min((run.started_at for run in runs), default=None)
    found: list[Stored] = []
    for seen in documents:
        if seen.kind is not Kind.ARTICLE or seen.stored_at is None:
            continue
        stored = seen.stored_at.astimezone(VIETNAM).date()
        day = _day(seen.published)
        if day is not None:
            found.append(Stored(seen.stored_at, min(day, stored)))
        elif first is None or seen.stored_at > first + timedelta(days=1):
            found.append(Stored(seen.stored_at, stored))
    return tuple(found)


def _day(published: str) -> date | None:
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return moment.date()
    return moment.astimezone(UTC).astimezone(VIETNAM).date()


def gave(counts: Mapping[str, int]) -> bool:
    """Whether a crawl got anything that it could read."""
    kept = (Count.INDEXES_READ, Count.ARCHIVED, Count.UNCHANGED, Count.IRRELEVANT)
    return any(counts.get(name, 0) for name in kept)

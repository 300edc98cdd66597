"""Which sources are to be crawled now, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from crawler.ledger import Ledger
from crawler.source import Source, Status, asked_first

# A little less than a day and a week, so that a timer that fires at the same hour finds
# every source due, also when yesterday's crawl of it ended late.
_EVERY = {
    Status.ACTIVE: timedelta(hours=20),
    Status.UNPROVED: timedelta(days=6, hours=20),
}


def may_be_asked(sources: Iterable[Source]) -> list[Source]:
    """Sources that may be crawled at all; unproved ones come last."""
    return asked_first(one for one in sources if one.status in _EVERY)


def due(sources: Iterable[Source], ledger: Ledger, now: datetime) -> list[Source]:
    """Crawlable sources whose last whole crawl began long enough ago.

    Active sources are asked daily, unproved ones weekly; a crawl that was stopped in the
    middle is taken up at once. A clock that went back makes a source due, never late.
    """
    return [one for one in may_be_asked(sources) if _is_due(one, ledger, now)]


def _is_due(source: Source, ledger: Ledger, now: datetime) -> bool:
    last = next(iter(ledger.runs(source.id)), None)
    if last is None or last.ended_at is None or last.reason == "shutdown":
        return True
    return not timedelta() <= now - last.started_at < _EVERY[source.status]

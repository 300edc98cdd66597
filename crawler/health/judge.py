"""The health of each source, out of the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from crawler.alarms import Alarm, AlarmCode, Facts, alarms, facts_of
from crawler.alarms.facts import MONTH, VIETNAM
from crawler.alarms.runs import errors
from crawler.health.model import Day, Health, SourceHealth
from crawler.ledger import Kind, Ledger, Run
from crawler.source import CRAWLABLE, Source, Status

DAYS = 30
"""Days that are shown."""
_WEEK = timedelta(days=7)

_BY_ROW = {
    Status.MOVED: Health.MOVED,
    Status.TAKEN_OVER: Health.MOVED,
    Status.BLOCKED: Health.REFUSED,
    Status.DEAD: Health.FAILING,
}
_BY_ALARM = {
    AlarmCode.TAKEN_OVER: Health.MOVED,
    AlarmCode.MOVED: Health.MOVED,
    AlarmCode.REFUSED: Health.REFUSED,
    AlarmCode.UNREACHABLE: Health.FAILING,
    AlarmCode.NOTHING_ASKED: Health.FAILING,
    AlarmCode.EMPTY_INDEXES: Health.FAILING,
    AlarmCode.LAYOUT_CHANGED: Health.FAILING,
    AlarmCode.MANY_ERRORS: Health.FAILING,
    AlarmCode.ODD_PAGES: Health.FAILING,
    AlarmCode.NOT_CRAWLED: Health.LATE,
    AlarmCode.INTERRUPTED: Health.LATE,
    AlarmCode.SILENT: Health.SILENT,
    AlarmCode.FEW_DOCUMENTS: Health.SILENT,
}
"""What an alarm makes of a source; the others (a lost index, clocks) leave it well."""
_FIRST = (Health.MOVED, Health.REFUSED, Health.FAILING, Health.LATE, Health.SILENT)

_ROW_ADVICE = {
    Status.MOVED: (
        "its successor in the row is crawled instead",
        "nguồn kế nhiệm (successor) được thu thập thay",
    ),
    Status.TAKEN_OVER: (
        "look once a year whether the publisher has a new address",
        "mỗi năm kiểm tra một lần xem cơ quan có địa chỉ mới không",
    ),
    Status.BLOCKED: (
        "ask the publisher again for leave to crawl",
        "xin phép cơ quan chủ quản lần nữa",
    ),
    Status.DEAD: (
        "look once a year whether it has come back",
        "mỗi năm kiểm tra một lần xem trang đã hoạt động lại chưa",
    ),
}
_NEVER = ("crawl it: ocop crawl --source {}", "hãy thu thập: ocop crawl --source {}")


def health(ledger: Ledger, sources: Iterable[Source], now: datetime) -> list[SourceHealth]:
    """The health of sources, in their order.

    Args:
        ledger: Memory of all crawls.
        sources: Rows; those that are not crawled any more are told by their row.
        now: The moment (aware).
    """
    return [_judged(ledger, source, now) for source in sources]


def _judged(ledger: Ledger, source: Source, now: datetime) -> SourceHealth:
    facts = facts_of(ledger, source, now)
    found = alarms(facts) if source.status in CRAWLABLE else []
    stored = [one.at for one in facts.stored]
    month = now.astimezone(VIETNAM).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    lost, asked = _week(facts)
    advice, advice_vi = _advice(source, found, facts)
    return SourceHealth(
        source=source,
        status=_status(source, found, facts),
        alarms=tuple(found),
        last_run=facts.runs[0].started_at if facts.runs else None,
        last_success=facts.good[0].started_at if facts.good else None,
        last_document=max(stored, default=None),
        last_published=facts.days[0] if facts.days else None,
        documents_this_month=sum(at >= month for at in stored),
        received=facts.received(now - timedelta(days=DAYS)),
        expected=None if facts.per_month is None else facts.per_month * DAYS / MONTH,
        errors=lost,
        asked=asked,
        advice=advice,
        advice_vi=advice_vi,
        days=_days(ledger, facts),
    )


def _status(source: Source, found: list[Alarm], facts: Facts) -> Health:
    if source.status in _BY_ROW:
        return _BY_ROW[source.status]
    if not facts.runs:
        return Health.NEVER
    raised = {_BY_ALARM.get(one.code, Health.OK) for one in found}
    return next((one for one in _FIRST if one in raised), Health.OK)


def _advice(source: Source, found: list[Alarm], facts: Facts) -> tuple[str, str]:
    if source.status in _ROW_ADVICE:
        return _ROW_ADVICE[source.status]
    if not facts.runs:
        return _NEVER[0].format(source.id), _NEVER[1].format(source.id)
    return (found[0].advice, found[0].advice_vi) if found else ("", "")


def _week(facts: Facts) -> tuple[int, int]:
    """Pages lost and asked for in the crawls of the last seven days."""
    runs = [run for run in facts.ended if facts.now - run.started_at <= _WEEK]
    pairs = [errors(run.counts) for run in runs]
    return sum(part for part, _ in pairs), sum(whole for _, whole in pairs)


def _days(ledger: Ledger, facts: Facts) -> tuple[Day, ...]:
    """The last days, one by one."""
    today = facts.today
    crawls: dict[int, list[Run]] = {}
    for run in facts.runs:
        crawls.setdefault(_ago(facts, run.started_at), []).append(run)
    stored: Counter[int] = Counter()
    for seen in ledger.documents(facts.source.id, facts.now - timedelta(days=DAYS + 1)):
        if seen.kind is not Kind.INDEX and seen.stored_at is not None:
            stored[_ago(facts, seen.stored_at)] += 1
    found: list[Day] = []
    for ago in range(DAYS - 1, -1, -1):
        runs = crawls.get(ago, [])
        pairs = [errors(run.counts) for run in runs if run.ended_at is not None]
        lost, asked = sum(part for part, _ in pairs), sum(whole for _, whole in pairs)
        found.append(Day(today - timedelta(days=ago), len(runs), stored[ago], lost, asked))
    return tuple(found)


def _ago(facts: Facts, moment: datetime) -> int:
    return (facts.today - moment.astimezone(VIETNAM).date()).days

"""All alarms of a source, with the time since when each is so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time

from crawler.alarms import documents, runs
from crawler.alarms.facts import VIETNAM, Facts
from crawler.alarms.model import WORDS, Alarm, AlarmCode
from crawler.alarms.runs import Judge

RULES: Mapping[AlarmCode, Judge] = {
    AlarmCode.TAKEN_OVER: runs.taken_over,
    AlarmCode.MOVED: runs.moved,
    AlarmCode.REFUSED: runs.refused,
    AlarmCode.UNREACHABLE: runs.unreachable,
    AlarmCode.NOTHING_ASKED: runs.nothing_asked,
    AlarmCode.EMPTY_INDEXES: runs.empty_indexes,
    AlarmCode.LAYOUT_CHANGED: documents.layout_changed,
    AlarmCode.MANY_ERRORS: runs.many_errors,
    AlarmCode.ODD_PAGES: runs.odd_pages,
    AlarmCode.LOST_INDEX: runs.lost_index,
    AlarmCode.CLOCKS: runs.clocks,
    AlarmCode.SILENT: documents.silent,
    AlarmCode.FEW_DOCUMENTS: documents.few_documents,
    AlarmCode.INTERRUPTED: runs.interrupted,
    AlarmCode.NOT_CRAWLED: runs.overdue,
}
"""Each alarm with what raises it, the worst first."""

_REMEMBERED = 120
"""Runs that are looked back on to find since when."""


def alarms(facts: Facts) -> list[Alarm]:
    """What is wrong with a source; an empty list when nothing is."""
    found = (alarm(facts, code) for code in RULES)
    return [one for one in found if one is not None]


def alarm(facts: Facts, code: AlarmCode) -> Alarm | None:
    """One alarm, if it is to be raised."""
    seen = RULES[code](facts)
    if seen is None:
        return None
    words = WORDS[code]
    return Alarm(
        source_id=facts.source.id,
        code=code,
        gravity=words.gravity,
        message=words.en.format(**seen),
        message_vi=words.vi.format(**seen),
        advice=words.advice,
        advice_vi=words.advice_vi,
        since=_since(facts, code),
    )


def _since(facts: Facts, code: AlarmCode) -> datetime:
    """The first of the latest crawls after each of which the alarm was raised.

    Silence begins with the day after which nothing came, neglect with the last crawl.
    """
    if code is AlarmCode.SILENT and facts.days:
        return datetime.combine(facts.days[0], time(), VIETNAM)
    if code is AlarmCode.NOT_CRAWLED:
        return facts.runs[0].started_at
    since = facts.now
    for run in facts.ended[:_REMEMBERED]:
        ended = run.ended_at or run.started_at
        if RULES[code](facts.at(ended)) is None:
            break
        since = run.started_at
    return since

"""Alarms that the last crawls raise: nothing asked, nothing answered, nothing readable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta

from crawler.alarms.chance import share_between
from crawler.alarms.facts import Facts, gave
from crawler.counts import FAILURES, IDENTITY, Count, family
from crawler.identity import MEANINGS, Code
from crawler.ledger import Run, Verdict
from crawler.source import Status

Seen = dict[str, object]
"""What fills the words of an alarm."""
Judge = Callable[[Facts], Seen | None]

_OVERDUE = {Status.ACTIVE: timedelta(days=3), Status.UNPROVED: timedelta(days=21)}
"""Active sources are asked daily, unproved ones weekly; a weekend's outage is no alarm."""
_LONGEST_CRAWL = timedelta(hours=12)
_STOPPED = frozenset(("shutdown", "closespider_timeout", "closespider_timeout_no_item"))
_POOLED_RUNS = 14
_POOLED_PAGES = 20
_MANY = 0.15
"""A share of failures that is more than the usual noise of small servers."""

_REFUSING = frozenset(
    {code for code, meaning in MEANINGS.items() if meaning.verdict is Verdict.REFUSED}
    | {"robots_forbidden", "crawl_delay_too_long", "http_401", "http_403", "http_407", "http_451"}
)
_SOMEBODY_ELSE = frozenset(
    code for code, meaning in MEANINGS.items() if meaning.verdict is Verdict.TAKEN_OVER
)
_ODD = frozenset(
    {code for code, meaning in MEANINGS.items() if meaning.verdict is Verdict.BROKEN}
    | {Code.SOFT_NOT_FOUND, Code.REDIRECTED_HOME, Code.PLACEHOLDERS}
    | {Code.MAINTENANCE, Code.ERROR_PAGE}
)


def overdue(facts: Facts) -> Seen | None:
    """Nobody has crawled the source for too long."""
    last = next(iter(facts.runs), None)
    limit = _OVERDUE.get(facts.source.status)
    if last is None or limit is None or facts.now - last.started_at <= limit:
        return None
    return {"days": (facts.now - last.started_at).days}


def interrupted(facts: Facts) -> Seen | None:
    """Two crawls in a row, or one that is long over, did not come to their end."""
    broken: list[str] = []
    for run in facts.runs:
        under_way = run.ended_at is None and facts.now - run.started_at < _LONGEST_CRAWL
        if under_way and not broken:
            continue
        if run.ended_at is not None and run.reason not in _STOPPED:
            break
        broken.append(run.reason if run.ended_at is not None else "killed")
    return {"runs": len(broken), "reason": broken[0]} if len(broken) > 1 else None


def nothing_asked(facts: Facts) -> Seen | None:
    """A whole crawl sent no request, or met nothing that it could name."""
    counts = _last(facts)
    if counts is None or counts.get(Count.POSTPONED, 0):
        return None
    met = (Count.INDEX_PAGES, Count.INDEXES_LOST, Count.GUESSES_FAILED, Count.DOCUMENTS_ASKED)
    return None if any(counts.get(name, 0) for name in met) else {}


def unreachable(facts: Facts) -> Seen | None:
    """Nothing came that could be read, and not because it was refused."""
    codes = _all_lost(facts)
    others = _mostly(codes, _REFUSING) or _mostly(codes, _SOMEBODY_ELSE)
    return {"codes": _told(codes)} if codes and not others else None


def refused(facts: Facts) -> Seen | None:
    """Nothing came because we are not wanted, or most documents are kept from us."""
    codes = _all_lost(facts)
    if codes and _mostly(codes, _REFUSING):
        return {"codes": _told(codes)}
    pooled = _pooled(facts, Count.DOCUMENTS_ASKED)
    part, whole = pooled[Count.REFUSED], pooled[Count.DOCUMENTS_ASKED]
    if share_between(part, whole)[0] <= 0.5:
        return None
    return {"codes": _told({one: n for one, n in _problems(pooled).items() if one in _REFUSING})}


def many_errors(facts: Facts) -> Seen | None:
    """More failures than is usual; where nothing came another alarm says why."""
    if _all_lost(facts) or refused(facts) is not None:
        return None
    pooled = _pooled(facts, Count.DOCUMENTS_ASKED, Count.INDEX_PAGES, Count.INDEXES_LOST)
    part, whole = errors(pooled)
    if share_between(part, whole)[0] <= _MANY:
        return None
    return {"part": part, "whole": whole, "codes": _told(_problems(pooled))}


def empty_indexes(facts: Facts) -> Seen | None:
    """Index pages answer, and not one names a document, though nothing else is wrong."""
    counts = _last(facts)
    if counts is None or not counts.get(Count.INDEX_PAGES, 0) or _all_lost(facts):
        return None
    return None if counts.get(Count.INDEXES_READ, 0) else {}


def lost_index(facts: Facts) -> Seen | None:
    """One way of hearing of articles is lost, others are not; twice, to be sure."""
    last = facts.ended[:2]
    lost = [run.counts.get(Count.INDEXES_LOST, 0) for run in last]
    if len(last) < 2 or not all(lost) or not last[0].counts.get(Count.INDEXES_READ, 0):
        return None
    return {"part": lost[0]}


def odd_pages(facts: Facts) -> Seen | None:
    """Many answers are no articles, and more than this source is used to."""
    pooled = _pooled(facts, Count.DOCUMENTS_ASKED)
    codes = {one: n for one, n in family(pooled, IDENTITY).items() if one in _ODD}
    part, whole = sum(codes.values()), pooled[Count.DOCUMENTS_ASKED]
    before = _pooled_before(facts)
    usual = sum(before[IDENTITY + code] for code in _ODD)
    used_to = share_between(usual, before[Count.DOCUMENTS_ASKED])[1] if usual else 0.0
    if share_between(part, whole)[0] <= max(_MANY, used_to):
        return None
    return {"part": part, "whole": whole, "codes": _told(codes)}


def taken_over(facts: Facts) -> Seen | None:
    """Somebody else's pages: three of the last ones, or one when there are no others."""
    counts = _last(facts) or {}
    codes = {one: n for one, n in family(counts, IDENTITY).items() if one in _SOMEBODY_ELSE}
    kept = sum(counts.get(name, 0) for name in (Count.ARCHIVED, Count.UNCHANGED))
    enough = sum(codes.values()) >= 3 or not kept
    return {"codes": _told(codes)} if codes and enough else None


def moved(facts: Facts) -> Seen | None:
    """Pages lead to another name that bears the publisher's."""
    counts = _last(facts) or {}
    led = counts.get(IDENTITY + Code.MOVED, 0)
    kept = sum(counts.get(name, 0) for name in (Count.ARCHIVED, Count.UNCHANGED))
    return {} if led and (led >= 3 or not kept) else None


def clocks(facts: Facts) -> Seen | None:
    """The date that the selectors find is the time of the request."""
    pooled = _pooled(facts, Count.ARTICLES)
    part, whole = pooled[IDENTITY + Code.CLOCK_AS_DATE], pooled[Count.ARTICLES]
    return {"part": part, "whole": whole} if share_between(part, whole)[0] > 0.3 else None


def errors(counts: Mapping[str, int]) -> tuple[int, int]:
    """Pages that were lost, of all that were asked; what is gone was no error of anybody."""
    lost = (Count.INDEXES_LOST, Count.FAILED, Count.REFUSED, Count.BROKEN, Count.TAKEN_OVER)
    part = sum(counts.get(name, 0) for name in lost)
    asked = counts.get(Count.DOCUMENTS_ASKED, 0)
    return part, asked + counts.get(Count.INDEXES_READ, 0) + counts.get(Count.INDEXES_LOST, 0)


def _last(facts: Facts) -> Mapping[str, int] | None:
    """Counts of the last crawl that came to its end by itself."""
    whole = (run.counts for run in facts.ended if run.reason not in _STOPPED)
    return next(whole, None)


def _all_lost(facts: Facts) -> dict[str, int]:
    """Why the last crawl brought nothing, by code; empty when it brought something."""
    counts = _last(facts)
    return {} if counts is None or gave(counts) else _problems(counts)


def _problems(counts: Mapping[str, int]) -> dict[str, int]:
    found = Counter(family(counts, FAILURES))
    faults = family(counts, IDENTITY)
    found.update({one: n for one, n in faults.items() if _is_fault(one)})
    return dict(found.most_common())


def _is_fault(code: str) -> bool:
    known = {one.value: one for one in MEANINGS}
    return code not in known or MEANINGS[known[code]].verdict not in (None, Verdict.GONE)


def _mostly(codes: Mapping[str, int], kind: frozenset[str]) -> bool:
    return sum(n for one, n in codes.items() if one in kind) * 2 > sum(codes.values())


def _told(codes: Mapping[str, int]) -> str:
    ranked = sorted(codes.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{code} {number}" for code, number in ranked[:4]) or "unknown"


def _recent(facts: Facts, *names: str) -> tuple[Run, ...]:
    """The latest runs, as many as are needed for numbers that say something."""
    pages = 0
    for number, run in enumerate(facts.ended[:_POOLED_RUNS], 1):
        pages += sum(run.counts.get(name, 0) for name in names)
        if pages >= _POOLED_PAGES:
            return facts.ended[:number]
    return facts.ended[:_POOLED_RUNS]


def _pooled(facts: Facts, *names: str) -> Counter[str]:
    return added(_recent(facts, *names))


def _pooled_before(facts: Facts) -> Counter[str]:
    return added(facts.ended[len(_recent(facts, Count.DOCUMENTS_ASKED)) :])


def added(runs: tuple[Run, ...]) -> Counter[str]:
    """The counts of several crawls together."""
    total: Counter[str] = Counter()
    for run in runs:
        total.update(run.counts)
    return total

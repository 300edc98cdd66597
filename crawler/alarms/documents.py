"""Alarms that the documents raise: too few, none any more, or without what they had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from crawler.alarms.chance import at_most, quantile, share_between
from crawler.alarms.facts import MONTH, Facts
from crawler.alarms.runs import Seen
from crawler.counts import Count
from crawler.ledger import Run

_RARE = 0.01
_MARGIN = 0.5
"""Half of what is usual counts as usual: news comes in waves, and months differ."""
_WINDOW = 30
_GAPS = 8
_PATIENCE = 1.5
_LEAST_SILENCE = 14
"""Days that a source may always be quiet: Tết closes offices for nine, with weekends for more."""
_CANARY = 5
_CANARY_BEFORE = 20
_FALLEN = 0.7
_WAS_THERE = 0.5


@dataclass(frozen=True, slots=True)
class _Field:
    """What is looked for on pages, and under which names it is counted."""

    en: str
    vi: str
    pages: Count
    drift: Count
    found: Count | None = None

    def share(self, counts: Mapping[str, int]) -> tuple[int, int]:
        """Pages on which the portal's own selectors found it, of all that were read."""
        whole = counts.get(self.pages, 0)
        by_selector = whole - counts.get(self.drift, 0)
        return min(by_selector, counts.get(self.found, 0) if self.found else by_selector), whole


_FIELDS = (
    _Field("title", "tiêu đề", Count.ARTICLES, Count.DRIFT_TITLE, Count.WITH_TITLE),
    _Field("body", "nội dung", Count.ARTICLES, Count.DRIFT_BODY, Count.WITH_BODY),
    _Field("date", "ngày đăng", Count.ARTICLES, Count.DRIFT_DATE, Count.WITH_DATE),
    _Field("list of links", "danh sách liên kết", Count.LISTINGS, Count.DRIFT_LINKS),
)


def silence_limit(facts: Facts) -> tuple[int, int] | None:
    """Days without a document that are too many, and the pause that is usual.

    Learned from the pauses of the last year (their 95 % quantile); before there are
    enough, from the documents of a usual month: so long that chance would be silent in
    one case of a hundred. None when nothing is known.
    """
    gaps = facts.usual_gaps
    if len(gaps) >= _GAPS:
        usual = quantile([float(gap) for gap in gaps], 0.95)
        return max(_LEAST_SILENCE, round(_PATIENCE * usual)), round(usual)
    if not facts.per_month:
        return None
    usual_days = MONTH / facts.per_month
    return max(_LEAST_SILENCE, round(4.6 * usual_days / _MARGIN)), max(1, round(usual_days))


def silent(facts: Facts) -> Seen | None:
    """The source lives and brings nothing new for longer than it ever does."""
    limit = silence_limit(facts)
    if limit is None or not facts.good:
        return None
    begun = min(run.started_at for run in facts.runs)
    last = facts.days[0] if facts.days else begun.date()
    days = (facts.today - last).days
    watched = (facts.today - begun.date()).days
    if min(days, watched) <= limit[0]:
        return None
    return {"days": days, "usual": limit[1]}


def few_documents(facts: Facts) -> Seen | None:
    """Less than half of what is usual, beyond chance: since the last success, or in a month."""
    if facts.per_month is None or not facts.good or silent(facts) is not None:
        return None
    for days in _windows(facts):
        received = facts.received(facts.now - timedelta(days=days))
        expected = facts.per_month * days / MONTH
        if at_most(received, expected * _MARGIN) < _RARE:
            return {"received": received, "days": days, "expected": round(expected)}
    return None


def _windows(facts: Facts) -> tuple[int, ...]:
    """Days to look at: since the success before the last one, and a month if it was watched."""
    watched = (facts.now - min(run.started_at for run in facts.runs)).days
    before = facts.good[1].started_at if len(facts.good) > 1 else facts.good[0].started_at
    spans = {min((facts.now - before).days, watched), min(_WINDOW, watched)}
    return tuple(sorted(days for days in spans if days > 0))


def layout_changed(facts: Facts) -> Seen | None:
    """A field that most articles had is found on clearly fewer: the page was redesigned.

    Compared with the best that the source was in the last year, so that a redesign that
    nobody mends does not become what is usual.
    """
    for field in _FIELDS:
        recent, *history = _blocks(facts.ended, field.pages)
        part, here = field.share(recent)
        before = [field.share(block) for block in history]
        was = max((some / of for some, of in before if of >= _CANARY_BEFORE), default=0.0)
        if was >= _WAS_THERE and share_between(part, here)[1] < _FALLEN * was:
            shares = {"now": f"{part / here:.0%}", "before": f"{was:.0%}"}
            return {"field": field.en, "field_vi": field.vi, **shares}
    return None


def _blocks(ended: Sequence[Run], pages: Count) -> list[Counter[str]]:
    """Counts of the latest runs that hold enough pages, then of such groups before them."""
    blocks: list[Counter[str]] = [Counter()]
    for run in ended:
        enough = _CANARY if len(blocks) == 1 else _CANARY_BEFORE
        if blocks[-1][pages] >= enough:
            blocks.append(Counter())
        blocks[-1].update(run.counts)
    return blocks

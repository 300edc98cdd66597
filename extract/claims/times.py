"""When: the time that a count is told for, its assessment period and its batch.

Flows (new, renewed, upgraded) belong to the day of the decision, else of the ceremony or
announcement, else to the month or year told; stocks to the day told, else to the day of
publication; targets to their deadline. What the text does not support stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.claims.choice import Choice, Decide
from extract.claims.counts import Count
from extract.claims.moments import Moment, Timeline, is_of_law
from extract.claims.papers import Signed
from extract.claims.periods import as_period, choose_period
from extract.claims.scene import Scene
from extract.claims.time_pool import AIMS, FLOWS, STOCKS, Pool, Time, group
from extract.claims.time_signs import (
    Sign,
    elsewhere,
    firsts,
    paired_year,
    publication_signs,
    rivals,
    settled_signs,
    signs,
)
from extract.mentions.dates import Anchors, DateValue, Edge, Shape, TimeRole, resolve
from extract.model import Kind, Span

__all__ = ["AIMS", "FLOWS", "STOCKS", "When", "choose_time", "group", "headline_batch"]


@dataclass(frozen=True, slots=True)
class When:
    """The time of a count: EDTF ``as_of`` with its anchor, ``period`` and ``round``."""

    as_of: str | None = None
    anchor: str | None = None
    period: str | None = None
    round: int | None = None
    span: Span | None = None
    probability: float = 0.5


Told = tuple[tuple[str, When], ...]


def choose_time(
    timeline: Timeline,
    count: Count,
    kind: Kind,
    papers: Sequence[Signed],
    batch: When,
    told: Told,
    decide: Decide,
    home: str | None = None,
) -> When:
    """The time of one count, from every date in reach, its papers, and what was told before.

    Args:
        timeline: The dates of the document.
        count: The count.
        kind: Its kind, already chosen.
        papers: Recognising decisions that may have made it, by how they are near.
        batch: The time of the batch that the text is telling (period, round, day).
        told: Times of the total and of the counts before, by how they are related.
        decide: Who decides.
        home: The province of the count: news of several provinces date each for itself.
    """
    moments = timeline.reach(count)
    anchors = _anchors(timeline, batch)
    periods = (("batch", batch.period), *((name, when.period) for name, when in told))
    period = choose_period(timeline, count, kind, moments, periods, anchors, decide)
    anchors = anchors._replace(period=period or batch.period)
    pool = Pool(kind)
    ranged = any(m.way == "own" and m.value.shape is Shape.RANGE for m in moments)
    pool.add(None, None, ["none", "none.range_told"] if ranged else ["none"])
    settled = _settled(told)
    pair = paired_year(timeline, count)
    news = [m for m in moments if _is_new(count, m) or m.mention is pair] if settled else moments
    first, beside = firsts(news), rivals(news)
    for moment in moments:
        if moment not in news:
            _add_moment(pool, timeline, count, moment, None, anchors)
            continue
        names = [*first.get(moment.mention.span.start, []), *elsewhere(moment, home)]
        if moment.value.shape is Shape.YEAR:
            names = [*names, *beside]
        _add_moment(pool, timeline, count, moment, names, anchors)
    for name, when in told:
        ending = "" if when.as_of else ".none"
        pool.add(when.as_of, when.anchor, [f"told.{name}{ending}"], when.span)
    if not settled:
        _add_context(pool, papers, batch, period, beside)
    if anchors.published:
        says = publication_signs(timeline, moments, count)
        pool.add(anchors.published, "publication", _ON_PAGE_DAY if settled else says)
    pool.compare(period, anchors.published)
    best: Choice[Time] = decide("time", count, pool.candidates())
    number = _round(count, period, batch) if group(kind) in ("flow", "file") else None
    as_of, anchor = best.value
    return When(as_of, anchor, period, number, best.span, best.probability)


_ON_PAGE_DAY = ("settled", "settled.published")


def _anchors(timeline: Timeline, batch: When) -> Anchors:
    """The day of the page, or that at the head of a paper that has no other; the batch's year."""
    published = timeline.scene.document.published
    if published is not None:
        return Anchors(published.date, None, batch.period)
    return Anchors(timeline.issued[0].value.edtf if timeline.issued else None, None, batch.period)


def _add_moment(
    pool: Pool,
    timeline: Timeline,
    count: Count,
    moment: Moment,
    more: Sequence[str] | None,
    anchors: Anchors,
) -> None:
    """Let a date in reach speak for the time that it resolves to.

    ``more`` are names beside its own, None where the count is settled and the date old.
    """
    text = None if is_of_law(timeline, moment) else _told(pool, timeline, moment, anchors)
    if text is None:
        return
    if more is None:
        names: list[Sign] = ["settled", *settled_signs(moment)]
    else:
        names = [*signs(timeline, count, moment), *more]
    published = anchors.published
    if published and text[: len(published)] > published[: len(text)]:
        names.append("to_come")
    anchor = "publication" if moment.value.shape in (Shape.NOW, Shape.RELATIVE) else "text"
    pool.add(text, anchor, names, moment.mention.span)


def _told(pool: Pool, timeline: Timeline, moment: Moment, anchors: Anchors) -> str | None:
    """The time that a date in reach is told for."""
    is_aim = pool.family == "aim"

    def read() -> str | None:
        start = moment.mention.span.start
        future = is_aim or bool(_TO_COME.search(timeline.scene.words(start - 24, start)))
        return resolve(_by_day(moment.value, anchors, future=future), anchors, future=future)

    return timeline.scene.once(("time", moment, anchors, is_aim), read)


def _by_day(value: DateValue, anchors: Anchors, *, future: bool) -> DateValue:
    """A deadline "trước 31/12" is told for that day; what is over ended the day before it."""
    if value.edge is not Edge.BEFORE or value.shape is not Shape.DAY:
        return value
    day = replace(value, edge=None)
    told, published = resolve(day, anchors, future=future), anchors.published
    is_over = told is not None and published is not None and told <= published
    return value if is_over and not future else day


def _add_context(
    pool: Pool, papers: Sequence[Signed], batch: When, period: str | None, beside: list[str]
) -> None:
    """Let the papers, the running batch and the period speak for their times."""
    for paper in papers:
        pool.add(paper.date, "decision", [f"decision.{paper.way}"])
    if batch.as_of:
        pool.add(batch.as_of, batch.anchor, ["batch"])
    if period and len(period) == 4:
        pool.add(period, "period", ["period", *beside])


def _settled(told: Told) -> bool:
    """Whether a count goes on with its total or its neighbour: only a new date is news."""
    return any(name in ("part_of.words", "sentence.alike") for name, _ in told)


def _is_new(count: Count, moment: Moment) -> bool:
    """Whether a date of the sentence is told for this count and not for the one before."""
    if moment.way != "own":
        return False
    start, sentence = moment.mention.span.start, count.sentence
    low, high = sorted((start, count.start))
    return not any(low < n.start < high for n in sentence.numbers if n.noun in ("product", "bare"))


_TO_COME = re.compile(r"(?<!\w)(?:dự kiến|sẽ|sắp)(?: \w+){0,3} $")


# ── round and batch ──────────────────────────────────────────────────────────────────


def _round(count: Count, period: str | None, batch: When) -> int | None:
    """The batch number: told before the count in its sentence, else the running batch's."""
    before = [m for m in count.sentence.rounds if m.span.start < count.start]
    own = before or list(count.sentence.rounds)
    for mention in reversed(own) if before else own:
        if isinstance(mention.value, tuple):
            return mention.value[0] if len(mention.value) == 1 else None
        if isinstance(mention.value, int):
            return mention.value
    return batch.round if period is None or period == batch.period else None


def headline_batch(scene: Scene) -> When:
    """Period and round told in the headline and the first sentences, for what inherits."""
    published = scene.document.published
    anchors = Anchors(published.date if published else None)
    period: str | None = None
    number: int | None = None
    for sentence in scene.sentences[:3]:
        for mention in sentence.dates:
            value = mention.value
            if period is None and isinstance(value, DateValue) and value.role is TimeRole.PERIOD:
                period = as_period(value, anchors, future=False)
        if number is None and sentence.rounds and sentence.index < 2:
            value = sentence.rounds[0].value
            number = value if isinstance(value, int) else None
    own = scene.decision
    if own is not None and own.type == "QĐ" and (own.period or own.round):
        return When(None, None, own.period, own.round)
    return When(None, None, period, number)

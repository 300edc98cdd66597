"""The assessment period of a count: the year or years told as such, or those of its batch."""

from __future__ import annotations

from extract.claims.choice import Choice, Decide
from extract.claims.counts import Count
from extract.claims.moments import Moment, Timeline, is_of_law
from extract.claims.time_pool import Pool, Time
from extract.claims.time_signs import signs
from extract.mentions.dates import Anchors, DateValue, Edge, Shape, TimeRole, complete, resolve
from extract.model import Kind

_NO_PERIOD = (TimeRole.HORIZON, TimeRole.COMPARISON, TimeRole.CLOCK)


def choose_period(
    timeline: Timeline,
    count: Count,
    kind: Kind,
    moments: list[Moment],
    told: tuple[tuple[str, str | None], ...],
    anchors: Anchors,
    decide: Decide,
) -> str | None:
    """The period of one count among the years in reach and those told before.

    Args:
        timeline: The dates of the document.
        count: The count.
        kind: Its kind, already chosen.
        moments: The dates in reach.
        told: Periods of the batch, the total and the counts before, by their relation.
        anchors: The day of the page.
        decide: Who decides.
    """
    pool = Pool(kind)
    pool.add(None, None, ["none"])
    future = pool.family == "aim"
    for moment in moments:
        text = None if is_of_law(timeline, moment) else _told(timeline, moment, anchors, future)
        if text is not None:
            names = [*signs(timeline, count, moment), f"span.{'range' if '/' in text else 'year'}"]
            pool.add(text, "text", names, moment.mention.span)
    for name, period in told:
        pool.add(period, "told", [f"told.{name}" + ("" if period else ".none")])
    best: Choice[Time] = decide("period", count, pool.candidates())
    return best.value[0]


def _told(timeline: Timeline, moment: Moment, anchors: Anchors, future: bool) -> str | None:
    """The period that a date in reach is told for."""
    return timeline.scene.once(
        ("period", moment, anchors, future),
        lambda: as_period(moment.value, anchors, future=future),
    )


def as_period(value: DateValue, anchors: Anchors, *, future: bool) -> str | None:
    """A date as a period: a year or a run of years, not one edge of it."""
    if value.role in _NO_PERIOD:
        return None
    full = complete(value, anchors, future=future)
    if full.year is None and value.shape is Shape.RELATIVE:
        told = resolve(value, anchors)
        return told if told and len(told) == 4 else None
    if value.shape is Shape.RANGE:
        return full.edtf
    if value.shape is Shape.YEAR and full.year is not None:
        is_edge = value.edge in (Edge.BY_END, Edge.END, Edge.BEFORE)
        return None if is_edge else str(full.year)
    if value.shape in (Shape.QUARTER, Shape.MONTH_RANGE) and full.year is not None:
        return str(full.year)
    return None

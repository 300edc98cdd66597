"""What can be read of a date in reach of a count, as names for the choice of its time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.counts import Count
from extract.claims.moments import Moment, paper_before
from extract.claims.scene import Scene
from extract.mentions.dates import Edge, Shape, TimeRole
from extract.mentions.numbers import Number

Sign = str | tuple[str, float]

_GRAIN = {
    Shape.DAY_RANGE: "day",
    Shape.QUARTER: "run",
    Shape.MONTH_RANGE: "run",
}


def signs(scene: Scene, count: Count, moment: Moment) -> Iterator[Sign]:
    """The names of a date: what it is, where it stands, and what stands between."""
    value = moment.value
    role = value.role.value if value.role else "plain"
    grain = _GRAIN.get(value.shape, value.shape.value)
    if value.edge in (Edge.BY_END, Edge.END):
        yield "by_end"
        grain += ".by_end"
    yield f"role.{role}"
    yield f"shape.{value.shape.value}"
    yield f"way.{moment.way}"
    yield f"{moment.way}.{role}.{grain}"
    if moment.distance:
        yield ("far", float(moment.distance))
    paper = paper_before(scene, moment)
    if paper is not None:
        yield f"of_paper.{paper.role.value}"
        yield f"of_paper.{paper.kind or 'none'}"
    if _IN_FORCE.search(
        scene.words(max(0, moment.mention.span.start - 60), moment.mention.span.start)
    ):
        yield "in_force_from"
    if moment.way == "own":
        yield from _in_sentence(scene, count, moment, role)


_IN_FORCE = re.compile(
    r"(?:giá trị|hiệu lực|thời hạn|36 tháng|3 năm|ba năm)[^.;\n]{0,40}(?:kể |tính )?từ (?:ngày )?$"
)
_CLAUSE = re.compile(r"[,;:()]")


def _in_sentence(scene: Scene, count: Count, moment: Moment, role: str) -> Iterator[Sign]:
    """How a date stands to the count within one sentence."""
    sentence, start, end = count.sentence, moment.mention.span.start, moment.mention.span.end
    if sentence.clause_at(start) == count.clause:
        yield "same_clause"
        yield f"same_clause.{role}"
    products = [n for n in sentence.numbers if n.noun == "product"]
    if start > count.end:
        yield "after"
        yield f"after.{role}"
        if any(count.end < n.start < start for n in products):
            yield "after.crosses_count"
        elif not _CLAUSE.search(scene.words(count.end, start)):
            yield "after.linked"
        return
    yield ("before.near", max(0.0, 1 - (count.start - end) / 80))
    if _crossed(products, end, count.start):
        yield "before.crosses_count"
    else:
        yield "before.first"
    if not any(end < m.span.start < count.start for m in sentence.dates):
        yield "before.last"
        yield f"before.last.{role}"


def _crossed(products: list[Number], start: int, end: int) -> bool:
    return any(start <= n.start < end for n in products)


def publication_signs(moments: list[Moment], count: Count) -> Iterator[Sign]:
    """What tells whether a count is told for the day of the page."""
    del count
    yield "published"
    roles = {(m.way, m.value.role) for m in moments}
    if any(way == "own" for way, _ in roles):
        yield "published.dated"
    if any(
        role is TimeRole.AS_OF and m.value.shape is Shape.DAY
        for m in moments
        if (role := m.value.role)
    ):
        yield "published.counted_on"
    if any(way == "issued" for way, _ in roles):
        yield "published.issued"
    if any(m.way == "title" for m in moments):
        yield "published.title_dated"

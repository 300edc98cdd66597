"""When: the time of a figure in a table, from its row, its column and the words above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.claims.around import Spot
from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.draft import Draft
from extract.claims.moments import COUNTED_ON, Moment, notes
from extract.claims.papers import TIED
from extract.claims.scene import Scene
from extract.claims.times import FLOWS, STOCKS, When, group, headline_batch
from extract.mentions.dates import Anchors, DateValue, Edge, Shape, TimeRole, complete, resolve
from extract.model import DecisionRef, Kind, Role, Span
from extract.tables.grid import Grid

Time = tuple[str | None, str | None]

_REACH = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences right above a table told, which the table may go on with.

    ``kind`` and ``when`` are those of the last count, ``paper`` is the decision that it, or
    the caption, was told with.
    """

    kind: Kind | None = None
    when: When | None = None
    paper: DecisionRef | None = None

    @classmethod
    def before(
        cls, scene: Scene, grid: Grid, drafts: Sequence[Draft], refs: Sequence[DecisionRef]
    ) -> Told:
        """The last draft above a table in the same section, not farther than four sentences."""
        first = next((s.index for s in scene.sentences if s.end > grid.start), 0)
        named = [
            ref
            for ref in refs
            if ref.role is Role.RECOGNITION
            and any(c.start <= ref.span.start < c.end for c in grid.captions)
        ]
        paper = named[-1] if named else None
        above = [d for d in drafts if d.count.start < grid.start]
        if not above:
            return cls(paper=paper)
        last = above[-1]
        near = first - last.count.sentence.index <= _REACH
        if not near or any(last.count.start < h.start for h in grid.headings):
            return cls(paper=paper)
        return cls(last.kind.value, last.when, paper or last.paper)

    def going_on(self, family: str) -> When | None:
        """The time told above, if it was told of the same family of kinds."""
        return self.when if self.kind is not None and group(self.kind) == family else None


def choose_when(
    scene: Scene, spot: Spot, count: Count, kind: Kind, told: Told, decide: Decide
) -> tuple[When, DecisionRef | None]:
    """The time of one figure, and the decision that it is tied to.

    Years of the row and of the column come first, then the line and the headings above,
    then what the sentences above the table told.
    """
    family = group(kind)
    batch = told.going_on(family) or headline_batch(scene)
    published = scene.document.published.date if scene.document.published else None
    period = _period(spot, family, published)
    if period is None and family != "stock" and not _aims_at_stock(spot):
        period = batch.period
    candidates = list(_candidates(scene, spot, family, told, Anchors(published, None, period)))
    best: Choice[Time] = decide("time", count, candidates)
    as_of, anchor = best.value
    number = batch.round if family in ("flow", "file") and period == batch.period else None
    when = When(as_of, anchor, period, number, best.span, best.probability)
    return when, _paper(told, kind, when)


def _candidates(
    scene: Scene, spot: Spot, family: str, told: Told, anchors: Anchors
) -> Iterator[Candidate[Time]]:
    """The times in reach, each named with the place where it is told."""
    yield Candidate((None, None), {f"{family}.table.none": 1.0})
    yield from _from_zones(spot, family, anchors)
    for note in _notes_below(scene, spot.grid):
        text = resolve(note.value, anchors)
        if text is not None:
            yield Candidate((text, "text"), {f"{family}.table.note": 1.0}, note.mention.span)
    years = summed_years(spot)
    if years:
        yield Candidate((years[-1], "text"), {f"{family}.table.sum_of_years": 1.0})
    period = anchors.period
    if period and len(period) == 4 and family != "stock":
        yield Candidate((period, "period"), {f"{family}.table.period": 1.0})
    before = told.going_on(family)
    if before is not None and before.as_of:
        yield Candidate((before.as_of, before.anchor), {f"{family}.table.told": 1.0})
    if told.paper is not None and told.paper.date and family == "flow":
        features = {f"{family}.table.decision": 1.0}
        yield Candidate((told.paper.date, "decision"), features, told.paper.span)
    if anchors.published and family == "stock":
        yield Candidate((anchors.published, "publication"), {"stock.table.published": 1.0})


_NOTE = 160
"""How far below a table the line may stand that says when its figures were counted."""


def _notes_below(scene: Scene, grid: Grid) -> list[Moment]:
    """The day told right below a table: "(Số liệu chốt 30/9/2025)"."""
    end = max(b for _, b in grid.taken) if grid.taken else grid.start
    if not COUNTED_ON.search(scene.words(end, end + _NOTE)):
        return []
    return [n for n in notes(scene) if 0 <= n.mention.span.start - end <= _NOTE]


def _paper(told: Told, kind: Kind, when: When) -> DecisionRef | None:
    """The decision of the sentences above, for a flow of the same day."""
    if told.paper is None or kind not in TIED or kind not in FLOWS:
        return None
    return told.paper if when.as_of is not None and when.as_of == told.paper.date else None


def _dates(spot: Spot) -> Iterator[tuple[str, DateValue, Span]]:
    """The dates around a figure with their zones, the nearest first."""
    for zone in ("row", "column", "group", "parent", "caption", "heading", "headline"):
        for said in spot.zones[zone]:
            for value, span in said.dates:
                yield zone, value, span


def _from_zones(spot: Spot, family: str, anchors: Anchors) -> Iterator[Candidate[Time]]:
    for zone, value, span in _dates(spot):
        if value.role in (TimeRole.HORIZON, TimeRole.CLOCK):
            continue
        text = resolve(value, anchors, future=family == "aim")
        if text is None:
            continue
        features = {f"{family}.table.{zone}": 1.0}
        features[f"{family}.table.shape.{value.shape.value}"] = 1.0
        if value.role is not None:
            features[f"{family}.table.role.{value.role.value}"] = 1.0
            grain = f"{value.role.value}.{value.shape.value}"
            features[f"{family}.table.{zone}.{grain}"] = 1.0
            # Few texts have tables: what holds for every family is learned from all of them.
            features[f"table.role.{value.role.value}"] = 1.0
            features[f"table.{zone}.{value.role.value}"] = 1.0
        anchor = "publication" if value.shape in (Shape.NOW, Shape.RELATIVE) else "text"
        yield Candidate((text, anchor), features, span)


_TOTAL = re.compile(r"(?:tổng(?: số| cộng)?|cộng)(?: [23] năm)?")
_YEAR = re.compile(r"(?:năm )?(20\d\d)")


def summed_years(spot: Spot) -> list[str]:
    """The years that a total row or column adds up, sorted; none for other figures."""
    grid = spot.grid
    if spot.row.is_total:
        cells = [row.heads[0].span.text for row in grid.rows]
    elif any(_TOTAL.fullmatch(title.text.lower()) for title in grid.columns[spot.column]):
        cells = [title.text for titles in grid.columns for title in titles]
    else:
        return []
    years = sorted({match[1] for cell in cells if (match := _YEAR.fullmatch(cell.lower()))})
    return years if len(years) >= 2 else []


def _period(spot: Spot, family: str, published: str | None) -> str | None:
    """The assessment period: the nearest year or range of years told as such."""
    years = summed_years(spot)
    if years:
        return _range_around(spot, years)
    if family == "stock" or (family == "aim" and _aims_at_stock(spot)):
        return None
    periods = (_as_period(v, published, future=family == "aim") for _, v, _ in _dates(spot))
    return next((period for period in periods if period), None)


def _aims_at_stock(spot: Spot) -> bool:
    """Whether a stock is aimed at ("tổng số còn hiệu lực cuối năm"): no period has it."""
    cues = [
        value for zone in ("row", "column") for said in spot.zones[zone] for value, _ in said.cues
    ]
    return any(value.kind in STOCKS and value.strength == 3 for value in cues)


def _range_around(spot: Spot, years: list[str]) -> str:
    """The range of years told above that holds the years of the cells, else just these."""
    for _, value, _ in _dates(spot):
        told = value.edtf if value.shape is Shape.RANGE else None
        if told and told[:4] <= years[0] and told[-4:] >= years[-1]:
            return told
    return f"{years[0]}/{years[-1]}"


_NO_PERIOD = (TimeRole.HORIZON, TimeRole.COMPARISON, TimeRole.CLOCK, TimeRole.AS_OF)


def _as_period(value: DateValue, published: str | None, *, future: bool) -> str | None:
    """A year or a range of years that results or aims are told for."""
    if value.role in _NO_PERIOD or value.role is TimeRole.DEADLINE:
        return None
    full = complete(value, Anchors(published), future=future)
    if full.shape is Shape.RANGE:
        return full.edtf
    if full.shape is Shape.YEAR and full.year and full.edge not in (Edge.BY_END, Edge.END):
        return str(full.year)
    return None

"""When: the time of a figure in a table, from its row, its column and the words above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.claims.around import Said
from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.draft import Draft
from extract.claims.papers import TIED
from extract.claims.scene import Scene
from extract.claims.times import FLOWS, STOCKS, When, group, headline_batch
from extract.mentions.dates import Anchors, DateValue, Edge, Shape, TimeRole, complete, resolve
from extract.model import DecisionRef, Kind, Role
from extract.tables.cells import CellKind
from extract.tables.grid import Grid, Row

Time = tuple[str | None, str | None]

_NEAR = ("row", "column", "group", "caption", "heading")
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


def choose_when(
    scene: Scene,
    grid: Grid,
    row: Row,
    count: Count,
    zones: dict[str, tuple[Said, ...]],
    kind: Kind,
    told: Told,
    decide: Decide,
) -> tuple[When, DecisionRef | None]:
    """The time of one figure, and the decision that it is tied to.

    Years of the row and of the column come first, then the line and the headings above,
    then what the sentences above the table told.
    """
    family = group(kind)
    goes_on = told.when is not None and told.kind is not None and group(told.kind) == family
    batch = told.when if goes_on and told.when is not None else headline_batch(scene)
    years = _years(grid, row)
    period = _period(scene, zones, family, years)
    if period is None and family != "stock" and not _aims_at_stock(zones):
        period = batch.period
    published = scene.document.published.date if scene.document.published else None
    anchors = Anchors(published, None, period)
    candidates: list[Candidate[Time]] = [Candidate((None, None), {f"{family}.table.none": 1.0})]
    candidates += _from_zones(zones, family, anchors)
    if years:
        candidates.append(Candidate((years[-1], "text"), {f"{family}.table.sum_of_years": 1.0}))
    if period and len(period) == 4 and family != "stock":
        candidates.append(Candidate((period, "period"), {f"{family}.table.period": 1.0}))
    if batch.as_of and goes_on:
        features = {f"{family}.table.told": 1.0}
        candidates.append(Candidate((batch.as_of, batch.anchor), features))
    if told.paper is not None and told.paper.date and family == "flow":
        features = {f"{family}.table.decision": 1.0}
        candidates.append(Candidate((told.paper.date, "decision"), features, told.paper.span))
    if published and family == "stock":
        candidates.append(Candidate((published, "publication"), {"stock.table.published": 1.0}))
    best: Choice[Time] = decide("time", count, candidates)
    as_of, anchor = best.value
    number = batch.round if family in ("flow", "file") and period == batch.period else None
    when = When(as_of, anchor, period, number, best.span, best.probability)
    return when, _paper(told, kind, when)


def _paper(told: Told, kind: Kind, when: When) -> DecisionRef | None:
    """The decision of the sentences above, for a flow of the same day."""
    if told.paper is None or kind not in TIED or kind not in FLOWS:
        return None
    return told.paper if when.as_of is not None and when.as_of == told.paper.date else None


def _from_zones(
    zones: dict[str, tuple[Said, ...]], family: str, anchors: Anchors
) -> Iterator[Candidate[Time]]:
    for zone in _NEAR:
        for value, span in (date for said in zones[zone] for date in said.dates):
            if value.role in (TimeRole.HORIZON, TimeRole.CLOCK):
                continue
            text = resolve(value, anchors, future=family == "aim")
            if text is None:
                continue
            features = {f"{family}.table.{zone}": 1.0}
            features[f"{family}.table.shape.{value.shape.value}"] = 1.0
            if value.role is not None:
                features[f"{family}.table.role.{value.role.value}"] = 1.0
            anchor = "publication" if value.shape in (Shape.NOW, Shape.RELATIVE) else "text"
            yield Candidate((text, anchor), features, span)


def _years(grid: Grid, row: Row) -> list[str]:
    """The years that a total row adds up, sorted; none for other rows."""
    years = sorted(str(r.heads[0].value) for r in grid.rows if r.heads[0].kind is CellKind.YEAR)
    return years if row.is_total and len(years) >= 2 else []


def _period(
    scene: Scene, zones: dict[str, tuple[Said, ...]], family: str, years: list[str]
) -> str | None:
    """The assessment period: the nearest year or range of years told as such."""
    if family == "stock":
        return _range_around(zones, years) if years else None
    if years:
        return _range_around(zones, years)
    published = scene.document.published.date if scene.document.published else None
    if family == "aim" and _aims_at_stock(zones):
        return None
    for zone in (*_NEAR, "headline"):
        for value, _ in (date for said in zones[zone] for date in said.dates):
            period = _as_period(value, published, future=family == "aim")
            if period is not None:
                return period
    return None


def _aims_at_stock(zones: dict[str, tuple[Said, ...]]) -> bool:
    """Whether a stock is aimed at ("tổng số còn hiệu lực cuối năm"): no period has it."""
    cues = [value for zone in ("row", "column") for said in zones[zone] for value, _ in said.cues]
    return any(value.kind in STOCKS and value.strength == 3 for value in cues)


def _range_around(zones: dict[str, tuple[Said, ...]], years: list[str]) -> str:
    """The range of years told above that holds the years of the rows, else just these."""
    for zone in (*_NEAR, "headline"):
        for value, _ in (date for said in zones[zone] for date in said.dates):
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

"""Counts in tables: figures whose row, column and caption say what they count.

The choices are those of ordinary counts (``count``, ``stars``, ``kind``, ``place``,
``time``), taken by the same mechanism from candidates of the zones around a figure. The
features are named ``table.<zone>…``: what holds for a column holds for every column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.claims.around import Around, Said, names_place, places_of
from extract.claims.choice import Candidate, Choice, Decide
from extract.claims.counts import Count
from extract.claims.draft import Draft
from extract.claims.parts import Link
from extract.claims.places import UNKNOWN, Where, headline_place, resolve
from extract.claims.scene import Scene, Sentence
from extract.claims.stars import ALL
from extract.claims.table_times import Told, choose_when
from extract.mentions.numbers import PRODUCT_NOUN, Number
from extract.mentions.stars import StarValue
from extract.model import DecisionRef, Kind, Place
from extract.tables.cells import Cell, CellKind
from extract.tables.grid import Figure, Grid, Row

Zones = dict[str, tuple[Said, ...]]


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure that counts products, with the zones around it."""

    count: Count
    row: int
    column: int
    zones: Zones


def tabulated(
    scene: Scene, told: Sequence[Draft], refs: tuple[DecisionRef, ...], decide: Decide
) -> list[Draft]:
    """The drafts of the tables of a document, in the order of its text.

    Args:
        scene: the document; ``scene.grids`` are its tables.
        told: the drafts of its sentences, which a table may go on with.
        refs: the official papers printed in it.
        decide: who decides.
    """
    if not scene.grids or not scene.sentences:
        return []
    around = Around(scene)
    index = max((d.count.index for d in told), default=-1) + 1
    drafts: list[Draft] = []
    for grid in scene.grids:
        figures = _counts(scene, grid, around, index + len(drafts), decide)
        drafts += _drafts(scene, grid, figures, Told.before(scene, grid, told, refs), decide)
    return drafts


def _drafts(
    scene: Scene, grid: Grid, figures: Sequence[_Figure], told: Told, decide: Decide
) -> Iterator[Draft]:
    kinds: dict[tuple[int, int], Choice[Kind]] = {}
    indexes = {(f.row, f.column): f.count.index for f in figures}
    for figure in figures:
        stars = _stars(grid, figure, decide)
        kind = _kind(grid, figure, told, kinds, decide)
        kinds[figure.row, figure.column] = kind
        place = _place(scene, grid, figure, decide)
        when, paper = choose_when(
            scene, grid, grid.rows[figure.row], figure.count, figure.zones, kind.value, told, decide
        )
        yield Draft(
            figure.count,
            stars,
            _is_potential(stars.value, kind.value),
            kind,
            (place,),
            when,
            paper,
            _link(grid, figure, indexes),
            reader="table",
        )


def _link(grid: Grid, figure: _Figure, indexes: dict[tuple[int, int], int]) -> Link | None:
    """A figure of a "trong đó" row is a part of the figure above it."""
    parent = grid.rows[figure.row].parent
    if parent is None or (parent, figure.column) not in indexes:
        return None
    return Link(indexes[parent, figure.column], "words")


# ── does it count products? ──────────────────────────────────────────────────────────

_PRODUCT = re.compile(PRODUCT_NOUN + r"|ocop|[1-5] ?(?:sao|\*)|gắn sao|hạng sao")
_OTHER = re.compile(
    r"(?<!\w)(?:chủ thể|hợp tác xã|htx|doanh nghiệp|công ty|cơ sở|hộ|tổ hợp tác|tht|cá nhân|hồ sơ|điểm|tỷ lệ|tỉ lệ|"
    r"kinh phí|vốn|ngân sách|doanh thu|giá trị|lao động|lớp|lượt|người|ý tưởng|nhóm|ngành|gian hàng|cửa hàng|"
    r"diện tích|sản lượng|tăng|giảm|so với|chênh lệch|bình quân|thứ hạng|xếp thứ|ghi chú|tiêu chí|nông thôn mới|ntm|"
    r"thực phẩm|đồ uống|dược liệu|thảo dược|thủ công|mỹ nghệ|lưu niệm|vải|may mặc|sinh vật cảnh|du lịch|dịch vụ|"
    r"trang trí|vietgap|chuỗi|mô hình|dân số|số xã|số huyện|phiếu)(?!\w)|%|^xã(?! \w+$)|"
    r"(?:triệu|tỷ|nghìn) đồng"
)
_NEUTRAL = re.compile(
    r"tổng|cộng|số lượng|chỉ tiêu|kế hoạch|thực hiện|kết quả|đạt|toàn tỉnh|cả nước|^(?:kh|th|ct|sl)(?= |$)"
)


def _counts(scene: Scene, grid: Grid, around: Around, index: int, decide: Decide) -> list[_Figure]:
    """The figures of a table that count products, indexed from ``index``."""
    starts = [sentence.start for sentence in scene.sentences]
    found: list[_Figure] = []
    seen: set[int] = set()
    for number, row in enumerate(grid.rows):
        for figure in row.figures:
            sentence = _sentence(scene, starts, figure.cell)
            if sentence is None or figure.cell.span.start in seen:
                continue
            seen.add(figure.cell.span.start)
            zones = around.zones(grid, row, figure)
            features = _features(row, zones)
            count = _count(index + len(found), sentence, figure, features)
            choice = decide("count", count, [Candidate(True, features), Candidate(False, {})])
            if choice.value:
                count.probability = choice.probability
                found.append(_Figure(count, number, figure.column, zones))
    return found


def _sentence(scene: Scene, starts: list[int], cell: Cell) -> Sentence | None:
    at = bisect_right(starts, cell.span.start) - 1
    if at < 0 or scene.sentences[at].end < cell.span.end:
        return None
    return scene.sentences[at]


def _count(index: int, sentence: Sentence, figure: Figure, features: dict[str, float]) -> Count:
    cell = figure.cell
    assert cell.number is not None
    start, end = cell.number.start, cell.number.end
    number = Number(
        start, end, end, end, cell.value, "bare", high=cell.high, comparator=cell.comparator
    )
    return Count(index, sentence, number, sentence.clause_at(start), 0.0, features)


def _features(row: Row, zones: Zones) -> dict[str, float]:
    names = ["table.cell", f"table.column.{_sort_of_column(zones)}"]
    names.append(f"table.row.{_sort_of_row(row, zones)}")
    if row.unit is not None:
        names.append(f"table.unit.{_noun(row.unit.folded) or 'other'}")
    above = " ".join(s.words for zone in ("group", "caption", "heading") for s in zones[zone])
    names.append(f"table.above.{_noun(above) or 'nothing'}")
    return {name: 1.0 for name in names}


def _noun(words: str) -> str:
    """Which noun comes first: ``product``, ``other``, or none ("")."""
    product, other = _PRODUCT.search(words), _OTHER.search(words)
    if product and other:
        return "product" if product.start() < other.start() else "other"
    return "product" if product else "other" if other else ""


def _sort_of_column(zones: Zones) -> str:
    """What the titles of a column tell: the sort of thing that it counts."""
    said = zones["column"]
    words = " ".join(s.words for s in said)
    if not words:
        return "untitled"
    noun = _noun(words)
    if noun:
        return noun
    if any(names_place(s) for s in said):
        return "place"
    if any(s.cues for s in said):
        return "kind"
    if any(s.dates for s in said):
        return "year"
    return "neutral" if _NEUTRAL.search(words) else "unknown"


def _sort_of_row(row: Row, zones: Zones) -> str:
    """What the head of a row tells: a unit, a year, an indicator …"""
    said = zones["row"]
    if row.is_total:
        return "total"
    if any(names_place(s) for s in said):
        return "place"
    noun = _noun(" ".join(s.words for s in said))
    if noun:
        return noun
    if any(cell.kind is CellKind.YEAR for cell in row.heads) or any(s.dates for s in said):
        return "year"
    return "kind" if any(s.cues for s in said) else "unknown"


# ── stars ────────────────────────────────────────────────────────────────────────────


def _stars(grid: Grid, figure: _Figure, decide: Decide) -> Choice[StarValue]:
    candidates = [
        Candidate(value, {f"table.{zone}": 1.0}, span)
        for zone in ("row", "column", "group", "parent", "caption", "heading")
        for said in figure.zones[zone]
        for value, span in said.stars
    ]
    none = {"table.none": 1.0}
    if _has_star_columns(grid):
        none["table.none.beside_classes"] = 1.0
    candidates.append(Candidate(ALL, none))
    return decide("stars", figure.count, candidates)


_CLASS = re.compile(r"[1-5] ?(?:sao|\*)")


def _has_star_columns(grid: Grid) -> bool:
    """Whether two columns are classes, so that a column without one is their total."""
    titled = [any(_CLASS.search(s.text.lower()) for s in column) for column in grid.columns]
    return sum(titled) >= 2


def _is_potential(value: StarValue, kind: Kind) -> bool:
    """Whether five stars are potential: said so, or put forward and not yet given."""
    if value.stars != (5,):
        return False
    return value.potential or (kind is Kind.PROPOSED and not value.national)


# ── kind ─────────────────────────────────────────────────────────────────────────────

_AIMS = (Kind.TARGET, Kind.FORECAST)


def _kind(
    grid: Grid,
    figure: _Figure,
    told: Told,
    chosen: dict[tuple[int, int], Choice[Kind]],
    decide: Decide,
) -> Choice[Kind]:
    named = list(_kind_names(figure, told))
    parent = grid.rows[figure.row].parent
    if parent is not None and (parent, figure.column) in chosen:
        named.append(("table.part_of", chosen[parent, figure.column].value))
    common = [f"table.{name}" for name in _kind_words(grid, figure)]
    spans = {value.kind: span for s in _near(figure.zones) for value, span in s.cues}
    candidates = [
        Candidate(
            kind,
            {f"{kind}|{name}": 1.0 for name in common}
            | {f"{kind}|{name}": 1.0 for name, said in named if said is kind}
            | {f"agrees.{name}": 1.0 for name, said in named if said is kind},
            spans.get(kind),
        )
        for kind in Kind
    ]
    return decide("kind", figure.count, candidates)


def _near(zones: Zones) -> Iterator[Said]:
    """The cells and lines of the table, those next to the figure last."""
    for zone in ("heading", "caption", "group", "column", "row"):
        yield from zones[zone]


def _kind_names(figure: _Figure, told: Told) -> Iterator[tuple[str, Kind]]:
    """Names that speak for one kind, each with this kind.

    ``beyond`` marks what stands farther off than a row or column that speaks for itself. An
    aim governs all that stands below it, unless its line tells of results too.
    """
    beyond = ""
    for zone, said in figure.zones.items():
        cues = [(value, s) for s in said for value, _ in s.cues]
        far = "" if zone in ("row", "column") else beyond
        for value, line in cues:
            yield f"table.{zone}.cue{value.strength}{far}", value.kind
            governs = value.kind in _AIMS and value.strength >= 2 and not line.is_result
            if governs and zone != "headline":
                yield f"table.governed.{zone}", value.kind
        if any(value.strength >= 2 for value, _ in cues):
            beyond = ".beyond"
    if told.kind is not None:
        yield "table.told" + beyond, told.kind


def _kind_words(grid: Grid, figure: _Figure) -> Iterator[str]:
    """Names that bear on every kind in their own way."""
    yield "always"
    row = grid.rows[figure.row]
    if any(s.is_result for zone in ("row", "column") for s in figure.zones[zone]):
        yield "result"
    if sums_years(grid, row):
        yield "sum_of_years"
    if any(s.dates for zone in ("row", "column") for s in figure.zones[zone]):
        yield "dated"


def sums_years(grid: Grid, row: Row) -> bool:
    """Whether a total adds up the years of the rows above it."""
    others = [r for r in grid.rows if not r.is_total]
    years = sum(
        1 for r in others if r.heads[0].kind is CellKind.YEAR or "năm 20" in r.heads[0].folded
    )
    return row.is_total and years >= 2 and years * 2 > len(others)


# ── place ────────────────────────────────────────────────────────────────────────────


def _place(scene: Scene, grid: Grid, figure: _Figure, decide: Decide) -> Where:
    topic = headline_place(scene)
    count = figure.count
    candidates: list[Candidate[tuple[Place, bool]]] = []
    for zone in ("row", "column", "group", "caption", "heading"):
        for said in figure.zones[zone]:
            for mention in places_of(said):
                place = resolve(scene, mention, count, topic)
                features = {f"table.{zone}": 1.0, f"table.{zone}.{place.level}": 1.0}
                candidates.append(Candidate((place, False), features, mention.span))
    home = scene.home.place() if scene.home else replace(UNKNOWN, regime=scene.regime)
    features = {"table.home": 1.0}
    if grid.rows[figure.row].is_total:
        features["table.home.total"] = 1.0
    candidates.append(Candidate((home, True), features))
    if topic is not None:
        features = {"table.headline": 1.0, f"table.headline.{topic.level}": 1.0}
        candidates.append(Candidate((topic, True), features))
    best: Choice[tuple[Place, bool]] = decide("place", count, candidates)
    place, inherited = best.value
    return Where(place, best.span, best.probability, inherited)

"""Which figures of a table count OCOP products: a scored yes or no for every figure.

A column or row that names products, classes or kinds speaks for it; one that names
producers, dossiers, points, money or groups of goods speaks against it, and so does a row
whose head is neither a unit, a year nor an indicator.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from extract.claims.around import Around, Spot, Zones, names_place
from extract.claims.choice import Candidate, Decide
from extract.claims.counts import Count
from extract.claims.scene import Scene
from extract.claims.sentence import Sentence
from extract.mentions.numbers import PRODUCT_NOUN, Number
from extract.tables.cells import Cell, CellKind
from extract.tables.grid import Figure, Grid, Row


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure that counts products, and its spot."""

    count: Count
    spot: Spot

    @property
    def zones(self) -> Zones:
        """What is said around it."""
        return self.spot.zones


_PRODUCT = re.compile(PRODUCT_NOUN + r"|ocop|[1-5] ?(?:sao|\*)|gắn sao|hạng sao")
_OTHER = re.compile(
    r"(?<!\w)(?:chủ thể|hợp tác xã|htx|doanh nghiệp|công ty|cơ sở|hộ|tổ hợp tác|tht|cá nhân|"
    r"hồ sơ|điểm|tỷ lệ|tỉ lệ|kinh phí|vốn|ngân sách|doanh thu|giá trị|lao động|lớp|lượt|người|"
    r"ý tưởng|nhóm|ngành|gian hàng|cửa hàng|diện tích|sản lượng|tăng|giảm|so với|chênh lệch|"
    r"bình quân|thứ hạng|xếp thứ|ghi chú|tiêu chí|nông thôn mới|ntm|thực phẩm|đồ uống|dược liệu|"
    r"thảo dược|thủ công|mỹ nghệ|lưu niệm|vải|may mặc|sinh vật cảnh|du lịch|dịch vụ|trang trí|"
    r"vietgap|chuỗi|mô hình|dân số|số xã|số huyện|phiếu)(?!\w)|%|^xã(?! \w+$)|"
    r"(?:triệu|tỷ|nghìn) đồng"
)
_NEUTRAL = re.compile(
    r"tổng|cộng|số lượng|chỉ tiêu|kế hoạch|thực hiện|kết quả|đạt|toàn tỉnh|cả nước|"
    r"^(?:kh|th|ct|sl)(?= |$)"
)


def counts_of(
    scene: Scene, grid: Grid, around: Around, index: int, decide: Decide
) -> list[Counted]:
    """The figures of a table that count products, indexed from ``index``."""
    starts = [sentence.start for sentence in scene.sentences]
    found: list[Counted] = []
    seen: set[int] = set()
    for number, row in enumerate(grid.rows):
        for figure in row.figures:
            sentence = _sentence(scene, starts, figure.cell)
            if sentence is None or figure.cell.span.start in seen:
                continue
            seen.add(figure.cell.span.start)
            spot = around.spot(grid, number, figure)
            features = _features(row, spot.zones)
            count = _count(index + len(found), sentence, figure, features)
            choice = decide("count", count, [Candidate(True, features), Candidate(False, {})])
            if choice.value:
                count.probability = choice.probability
                found.append(Counted(count, spot))
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
    return dict.fromkeys(names, 1.0)


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
    """What the head of a row tells: a unit, a year, an indicator."""
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

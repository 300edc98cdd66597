"""Figures of tables in a decision that recognises: its batch by units and classes.

"TỔNG HỢP SỐ LƯỢNG SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN" above a table of districts, in the annex of
the decision that recognises these products, sums up this very batch. Without the decision
the same words may tell a stock; so they do where the table itself says so ("lũy kế", "hiện
có", "tổng số đã công nhận"), where it plans, or where it tells another year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.claims.around import Said
from extract.claims.paper_act import recognises_in_table
from extract.claims.scene import Scene
from extract.claims.table_counts import Counted
from extract.claims.table_times import summed_years
from extract.mentions.cues import CueValue, find_cues
from extract.mentions.dates import DateValue, Shape, TimeRole
from extract.model import Decision, Kind, Span
from extract.products.standings import RECOGNISED
from extract.tables.grid import Grid
from extract.text.normalise import fold

_STANDING = re.compile(
    r"(?<!\w)(?:"
    r"(?:tổng|toàn bộ)(?! hợp)[^.;:]{0,40} đã (?:được )?(?:công nhận|cấp|xếp hạng|phân hạng)|"
    r"đã (?:được )?công nhận (?:trước|từ|qua|các năm)|(?:được )?công nhận (?:trước|từ trước)|"
    r"đã có|trước (?:đó|đây)|từ trước|(?:các|những) (?:năm|đợt) trước|"
    r"(?:còn|đang) (?:giữ|duy trì|được công nhận)|qua các năm"
    r")(?!\w)"
)
"""Words of a stock that are no firm cue in prose: in a table they title what stood before."""
_PROGRAMME = re.compile(r"(?:chương trình|đề án|bộ tiêu chí)[^.;]{0,90}$")
"""Words of a name that holds years of its own: "Chương trình … giai đoạn 2021-2025"."""
_OF_PAPERS = frozenset({TimeRole.DECISION, TimeRole.ISSUED, TimeRole.CLOCK})
_OF_STOCKS = frozenset({TimeRole.AS_OF, TimeRole.START, TimeRole.DEADLINE, TimeRole.HORIZON})


def kind_by_paper(scene: Scene, figure: Counted) -> Kind | None:
    """The kind of a figure in a paper that recognises products.

    That of its batch, unless the words around the figure tell of something else: then it is
    a stock where they name what stood before, and else what they say (None). None too where
    the paper recognises nothing.
    """
    paper = scene.decision
    if paper is None or not recognises_in_table(scene, figure.count):
        return None
    said = [line for lines in figure.zones.values() for line in lines]
    if any(_tells_apart(line, paper) for line in said) or summed_years(figure.spot):
        return None
    own = (*figure.zones["row"], *figure.zones["column"])
    bare = not any(value.kind in RECOGNISED for line in own for value, _ in line.cues)
    adds = bare and _adds_a_stock(scene, figure.spot.grid)
    if adds or any(_STANDING.search(line.words) for line in said):
        return Kind.CUMULATIVE
    return _standing(figure)


def _standing(figure: Counted) -> Kind:
    """What the nearest words give; a batch of several standings is new as a whole."""
    for lines in figure.zones.values():
        told = {kind for line in lines for kind in _given(line)}
        if told:
            return next(iter(told)) if len(told) == 1 else Kind.NEW
    return Kind.NEW


def _given(said: Said) -> set[Kind]:
    return {
        value.kind for value, _ in said.cues if value.kind in RECOGNISED and value.strength >= 2
    }


def _tells_apart(said: Said, paper: Decision) -> bool:
    """Whether words tell of something else than what the paper recognises."""
    apart = any(value.strength >= 2 and value.kind not in RECOGNISED for value, _ in said.cues)
    dated = any(_is_of_another_time(said, *date, paper) for date in said.dates)
    return apart or dated


def _is_of_another_time(said: Said, value: DateValue, span: Span, paper: Decision) -> bool:
    """Whether a date is neither the paper's own nor that of the batch."""
    if value.role in _OF_PAPERS or _is_of_paper(value, paper):
        return False
    if value.role in _OF_STOCKS or value.shape is Shape.NOW:
        return True
    if _PROGRAMME.search(said.words, 0, span.start - said.span.start):
        return False
    own = set(_years_of(paper))
    named = {year for year in (value.year, value.year_end) if year is not None}
    return bool(own) and not named <= own


def _is_of_paper(value: DateValue, paper: Decision) -> bool:
    return value.shape is Shape.DAY and paper.date is not None and value.edtf == paper.date


def _years_of(paper: Decision) -> Iterator[int]:
    """The years of the batch and of the day; a batch without a year may be of the year before."""
    if paper.period:
        first, _, last = paper.period.partition("/")
        yield from range(int(first[:4]), int((last or first)[:4]) + 1)
    if paper.date:
        yield int(paper.date[:4])
        if not paper.period:
            yield int(paper.date[:4]) - 1


def _adds_a_stock(scene: Scene, grid: Grid) -> bool:
    """Whether a column or row tells a stock, so that a bare total may add it to the batch."""
    return scene.once(("adds_a_stock", grid.start), lambda: _has_stock(grid))


def _has_stock(grid: Grid) -> bool:
    titles = [title for column in grid.columns for title in column]
    titles += [cell.span for row in grid.rows for cell in row.heads]
    return any(_is_stock(fold(title.text)) for title in titles)


def _is_stock(folded: str) -> bool:
    cues = [mention.value for mention in find_cues(folded, folded)]
    firm = (v.kind for v in cues if isinstance(v, CueValue) and v.strength >= 2)
    stocks = {Kind.CUMULATIVE, Kind.IN_FORCE}
    return bool(stocks.intersection(firm)) or bool(_STANDING.search(folded))

"""Figures of tables in a decision that recognises: its batch by units and classes.

"TỔNG HỢP SỐ LƯỢNG SẢN PHẨM OCOP ĐƯỢC CÔNG NHẬN" above a table of districts, in the annex of
the decision that recognises these products, sums up this very batch. Without the decision
the same words may tell a stock; so they do where the table itself says so ("lũy kế", "hiện
có", "tổng số đã công nhận"), where it plans, or where it tells another year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from extract.claims.around import Said, heard
from extract.claims.paper_act import recognises_in_table
from extract.claims.scene import Scene
from extract.claims.table_counts import Counted
from extract.claims.table_times import summed_years
from extract.mentions.dates import DateValue, Shape, TimeRole
from extract.model import Decision, Kind, Span
from extract.products.standings import RECOGNISED
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
_TOTAL = re.compile(r"(?:tổng(?: số| cộng)?|cộng|tổng số sản phẩm|tổng sản phẩm)")
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
    if any(_STANDING.search(line.words) for line in said):
        return Kind.CUMULATIVE
    added = list(_added_up(scene, figure))
    if any(_is_stock(line) for line in added):
        return Kind.CUMULATIVE
    if any(_is_of_another_time(line, *date, paper) for line in added for date in line.dates):
        return None
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


def _added_up(scene: Scene, figure: Counted) -> Iterator[Said]:
    """The titles and heads before a bare total ("Cộng"), whose figures it may add up.

    What stands behind it ("4 sao | 3 sao | Cộng | Lũy kế") it does not hold.
    """
    spot = figure.spot
    titles = spot.grid.columns[spot.column]
    spans: list[Span] = []
    if titles and all(_TOTAL.fullmatch(fold(title.text).strip(" .:")) for title in titles):
        spans += [title for column in spot.grid.columns[: spot.column] for title in column]
    if spot.row.is_total:
        spans += [cell.span for row in spot.grid.rows[: spot.index] for cell in row.heads]
    for span in spans:
        yield scene.once(("title", span.start, span.end), partial(heard, span))


def _is_stock(said: Said) -> bool:
    firm = {value.kind for value, _ in said.cues if value.strength >= 2}
    return bool(firm & {Kind.CUMULATIVE, Kind.IN_FORCE}) or bool(_STANDING.search(said.words))

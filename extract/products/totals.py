"""What adds a list up: a row of its table, or the line of words right below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.model import Span
from extract.products.columns import Column
from extract.products.sheet import Line
from extract.text.normalise import fold

_TOLD = re.compile(
    r"(?<![\w.,/])(?P<n>\d{1,4})(?: ?\([^()\d]{1,20}\))? ?(?:sản phẩm|mặt hàng|sp)(?!\w)"
    r"(?P<of>(?: (?:ocop|được|xếp|phân|đạt|công nhận|chuẩn|hạng)){0,5} (?P<stars>[1-5]) ?sao"
    r"(?! (?:trở lên|và))(?! ?[-–] ?\d))?"
)
"""A number of products, and the one class that it counts: "02 sản phẩm đạt 4 sao"."""
_BEHIND = re.compile(
    r"(?<![\d–-] )(?<![\d–-])(?P<stars>[1-5]) ?sao(?: (?:có|gồm))? ?: ?(?P<n>\d{1,4})(?! ?[,.]\d)"
    r"(?: (?:sản phẩm|sp))?(?!\w)"
)
"""A class and its number: "4 sao: 03 sản phẩm"."""
_ALONE = re.compile(r"(?:sản phẩm|sp)\W{0,3}(?P<n>\d{1,4})(?: ?\([^()\d]{1,20}\))?\W*$")
"""A number behind the noun, and nothing else: "Tổng số sản phẩm: 05"."""
_LIST = r"(?:danh sách|danh mục|phụ lục|biểu)"
_HOLDS = r"(?: (?:có|gồm|bao gồm|gồm có|là))?\W{0,4}\d"
_CLOSING = re.compile(
    rf"\W*(?:như vậy,? )?(?:(?:tổng(?: số| cộng)?|cộng)(?: sản phẩm| {_LIST})?(?: này| trên)?"
    rf"(?: ?\([^()]{{1,20}}\))?|"
    rf"ấn định {_LIST}(?: này| trên)?|{_LIST} (?:này|trên)){_HOLDS}"
)
_CLOSING_THE_LAST = re.compile(rf"\W*{_LIST}{_HOLDS}")
"""Above another list such words may be its head."""
_OTHERWISE = re.compile(
    r"[:,;]\W*$|lũy kế|luỹ kế|đến nay|hiện có|đã có|toàn (?:tỉnh|huyện|quốc|thành phố)"
)
"""It opens what follows, or tells a stock."""
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Total:
    """What adds up: ``counts`` by class (0 for all), ``rows`` products stand before it."""

    span: Span
    counts: Mapping[int, int]
    rows: int

    @classmethod
    def of(cls, line: Line, columns: Sequence[Column | None], rows: int) -> Total:
        """Read the row "Tổng cộng | 8 | 22", and "Tổng cộng: 30 sản phẩm"."""
        counts = {
            column.stars: int(cell.text)
            for column, cell in zip(columns, line.cells, strict=False)
            if column is not None and column.stars and cell.text.strip().isdigit()
        }
        told = _told(fold(line.span.text))
        if not counts and not told:
            figures = [t.text.strip() for t in line.texts() if t.text.strip().isdigit()]
            told = {0: int(figures[0])} if len(figures) == 1 else {}
        return cls(line.span, told | counts, rows)


def closes(line: Line, *, last: bool) -> bool:
    """Whether a line of words right below a list, perhaps the ``last``, adds it up.

    Examples: "Tổng cộng: 05 sản phẩm", "Danh sách này có 05 sản phẩm./.".
    Counter-examples: "Tổng cộng 12 sản phẩm, gồm:" (it opens the next list), "Tổng số sản phẩm
    của tỉnh đến nay là 305" (a stock).
    """
    if len(line.texts()) > 1 or len(line.span.text) > _LONGEST:
        return False
    folded = fold(line.span.text).strip()
    opens = _CLOSING.match(folded) or (last and _CLOSING_THE_LAST.match(folded))
    return bool(opens and not _OTHERWISE.search(folded) and _told(folded))


def _told(folded: str) -> dict[int, int]:
    """The numbers of products that words tell, by class; 0 for all classes.

    >>> _told("tổng cộng: 05 sản phẩm, trong đó 03 sản phẩm 4 sao, 02 sản phẩm 3 sao")
    {0: 5, 4: 3, 3: 2}
    >>> _told("tổng cộng 12 sản phẩm (4 sao: 5; 3 sao: 7)")
    {0: 12, 4: 5, 3: 7}
    >>> _told("tổng cộng: 02 sản phẩm đạt 3 sao trở lên")
    {0: 2}
    """
    told: dict[int, int] = {}
    for match in _TOLD.finditer(folded):
        told.setdefault(int(match["stars"] or 0), int(match["n"]))
    for match in _BEHIND.finditer(folded):
        told.setdefault(int(match["stars"]), int(match["n"]))
    if not told and (alone := _ALONE.search(folded)):
        told[0] = int(alone["n"])
    return told

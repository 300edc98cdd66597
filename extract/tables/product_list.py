"""Lists of products in annexes: their row numbers and scores count nothing.

"TT | Tên sản phẩm | Chủ thể | Địa chỉ | Điểm" (Quyết định 148/QĐ-TTg, 24/02/2023) is a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.model import Span
from extract.tables.cells import FIGURES, Cell, is_ordinal, is_words

_NAME_TITLE = re.compile(r"tên (?:gọi |các )?(?:sản phẩm|sp|hàng)|sản phẩm, chủ thể")
_MAKER_TITLE = re.compile(
    r"chủ thể|cơ sở|địa chỉ|đơn vị sản xuất|nhà sản xuất|doanh nghiệp|htx|hợp tác xã|"
    r"số điện thoại|người đại diện"
)


def is_product_list(
    columns: Sequence[Sequence[Span]], folded: str, body: Sequence[Sequence[Cell | None]]
) -> bool:
    """Whether the table lists products: names, makers or addresses in columns of words."""
    rows = [row for row in body if sum(c is not None for c in row) > 1]
    for i, titles in enumerate(columns):
        words = " ".join(folded[t.start : t.end] for t in titles)
        wordy = sum(1 for row in rows if is_words(row[i] if i < len(row) else None))
        if wordy * 2 > len(rows) and (_NAME_TITLE.search(words) or _MAKER_TITLE.match(words)):
            return True
    if any(columns):
        return False
    many = sum(1 for row in rows if sum(is_words(c) for c in row) >= 2)
    return many * 2 > len(rows)


def taken_of_list(cells: Sequence[Cell | None]) -> Iterator[tuple[int, int]]:
    """Row numbers and scores of a product; not the figures of "I | Hạng 3 sao | 05"."""
    if sum(is_words(cell) for cell in cells) < 2:
        cells = [cell for cell in cells if cell is not None][:1]
    for cell in cells:
        if cell is not None and cell.folded and (is_ordinal(cell) or cell.kind in FIGURES):
            yield cell.span.start, cell.span.end

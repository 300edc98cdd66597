"""Cells that say what another one says: "nt", "như trên", and "giữ nguyên" in an amendment.

The cell that is meant stands in for them, so that evidence leads to the words themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Span
from extract.products.columns import MADE, PLACED, Column, Holds
from extract.text.normalise import fold

_ABOVE = re.compile(
    r"[\s(.–-]*(?:n ?[./]? ?t|như (?:trên|dòng (?:liền )?trên|dòng trước)|[\"″〃”“]{1,2}|''|//)"
    r"[\s).–-]*"
)
_UNCHANGED = re.compile(
    r"\W*(?:(?:vẫn )?giữ nguyên|không (?:thay đổi|đổi|điều chỉnh|sửa(?: đổi)?)|như cũ)\W*"
)
_DASH = re.compile(r"\s*[-–—]\s*")
"""Nothing, but of a producer: no product is without one, so there it means the one above."""
_OF_MAKER = (*PLACED, *MADE)
_NEVER = (Holds.NUMBER, Holds.NAME, Holds.NAME_PRODUCER, Holds.PRODUCER_NAME, Holds.MARK)
"""A number or name is each row's own; a mark in a column of classes is no word."""


def is_ditto(text: str) -> bool:
    """Whether a cell only says "as above".

    >>> [is_ditto(text) for text in ("nt", "-nt-", "Như trên", '"', "NT Farm", "-", "")]
    [True, True, True, True, False, False, False]
    """
    return bool(_ABOVE.fullmatch(fold(text)))


def in_full(
    cells: Sequence[Span],
    columns: Sequence[Column | None],
    names: Sequence[str],
    above: Sequence[Span],
) -> list[Span]:
    """The cells of a row, each ditto replaced by the cell that it means.

    Args:
        cells: as printed.
        columns: what they hold.
        names: the lowest titles of the columns, folded: "giữ nguyên" means the cell to the left
            under the same title.
        above: what this gave for the row above; a ditto with nothing above says nothing.
    """
    told: list[Span] = []
    pairs = list(zip(cells, columns, strict=False))
    repeats = any(c and c.holds in MADE and _DASH.fullmatch(cell.text) for cell, c in pairs)
    for index, cell in enumerate(cells):
        column = columns[index] if index < len(columns) else None
        dashed = repeats and column is not None and column.holds in _OF_MAKER
        if _UNCHANGED.fullmatch(fold(cell.text)):
            told.append(_left_twin(index, names, told) or cell)
        elif (dashed and _DASH.fullmatch(cell.text)) or (
            is_ditto(cell.text) and (column is None or column.holds not in _NEVER)
        ):
            told.append(above[index] if index < len(above) else Span(cell.start, cell.start, ""))
        else:
            told.append(cell)
    return told


def _left_twin(index: int, names: Sequence[str], told: Sequence[Span]) -> Span | None:
    """The nearest cell to the left under the same title."""
    own = names[index] if index < len(names) else ""
    left = (i for i in reversed(range(index)) if own and names[i] == own)
    return next((told[i] for i in left), None)

"""Columns of a list that hold the same thing: which of them is in force.

An amendment prints what was beside what is. Where its titles tell which is which, the old
half tells nothing; where they do not, the first half is kept and its rows are doubted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Span
from extract.products.columns import MADE, NAMED, OF_CLASS, Column, Holds

_OLD_ITSELF = re.compile(
    r".*(?:đã (?:ghi|in)|(?:ghi|in|viết) (?:sai|nhầm)|sai sót|chưa đúng|bị sai|cũ|"
    r"trước (?:khi )?(?:điều chỉnh|sửa(?: đổi)?|đính chính)|ghi (?:tại|trong|theo) (?:các )?"
    r"quyết định.{0,60})$"
)
"""A column of an amending table that no longer holds: "Chủ thể đã ghi" beside "ghi đúng"."""


def without_old(
    columns: Sequence[Column | None], titles: Sequence[str]
) -> tuple[Column | None, ...]:
    """The columns without those that another one corrects; ``titles`` are the lowest, folded.

    "Chủ thể đã ghi" holds nothing beside "Chủ thể ghi đúng". Alone it is all that there is:
    after units were merged, lists print "Địa chỉ (cũ)" and no other address.
    """
    old = [bool(_OLD_ITSELF.fullmatch(" ".join(re.sub(r"[()]", " ", t).split()))) for t in titles]
    kept = {c.holds for c, is_old in zip(columns, old, strict=True) if c and not is_old}
    return tuple(
        Column(Holds.OTHER)
        if c is not None and is_old and c.holds in kept and c.holds not in OF_CLASS
        else c
        for c, is_old in zip(columns, old, strict=True)
    )


def with_repeats(
    columns: Sequence[Column | None], titles: Sequence[str], printed: Sequence[Span | None]
) -> tuple[Column | None, ...]:
    """The columns, those of names or producers marked that repeat the title of one before.

    "Tên sản phẩm" printed twice under heads that we do not know is what was and what is. One
    title merged over two columns is no repetition.
    """
    first: dict[tuple[Holds, str], Span | None] = {}
    made: list[Column | None] = []
    for column, title, span in zip(columns, titles, printed, strict=True):
        if column is not None and column.holds in (*NAMED, *MADE):
            again = first.setdefault((column.holds, title), span) != span
            column = replace(column, again=again)
        made.append(column)
    return tuple(made)
